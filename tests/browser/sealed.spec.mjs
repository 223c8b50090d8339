// Sealed files: saved and opened again on the page, written and read by another program after docs/sealed.md, and
// refused with a message, what was open left as it was, for every bit flipped and every truncation.
import { createDecipheriv, pbkdf2Sync } from "node:crypto";
import { readFileSync } from "node:fs";
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";
import { HEAD, PASSPHRASE, sealed as sealedContent } from "./support/sealed.mjs";

const CONTENT = Buffer.from(JSON.stringify({ format: 1, name: "Förseglad stad" }));

const sealed = (content = CONTENT, options) => sealedContent(content, options);

/** Opens a sealed file as docs/sealed.md says. */
function opened(file, passphrase) {
  const key = pbkdf2Sync(passphrase, file.subarray(16, 32), file.readUInt32BE(12), 32, "sha256");
  const cipher = createDecipheriv("aes-256-gcm", key, file.subarray(32, 44));
  cipher.setAAD(file.subarray(0, HEAD));
  cipher.setAuthTag(file.subarray(-16));
  return Buffer.concat([cipher.update(file.subarray(HEAD, -16)), cipher.final()]);
}

const dialog = (page) => page.getByRole("dialog");
const alert = (page) => dialog(page).getByRole("alert");

async function pick(page, bytes, name = "stad.json.sealed") {
  const file = { name, mimeType: "application/octet-stream", buffer: bytes };
  await page.locator("main input[type=file]").first().setInputFiles(file);
}

async function answer(page, passphrase) {
  await dialog(page).getByLabel("Lösenfras").fill(passphrase);
  await dialog(page).getByRole("button", { name: "Öppna" }).click();
}

/** Expects that a file is refused, with the passphrase where it is asked for; what was open stays. */
async function refused(page, bytes, said = /./) {
  await pick(page, bytes);
  await expect(dialog(page)).toBeVisible();
  await expect(alert(page).or(dialog(page).getByLabel("Lösenfras")).first()).toBeVisible();
  if ((await alert(page).count()) === 0) await answer(page, PASSPHRASE);
  await expect(alert(page)).toHaveText(said, { timeout: 60_000 });
  await expect(alert(page)).toContainText("Det som var öppet är fortfarande öppet.");
  await dialog(page).getByRole("button", { name: "Stäng" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page).toHaveTitle(new RegExp(organisation.name));
}

const flipped = (file, bit) => {
  const changed = Buffer.from(file);
  changed[bit >> 3] ^= 1 << (bit & 7);
  return changed;
};

test("the open file is saved sealed, and another program opens it after the documentation", async ({ page }) => {
  await openApp(page, "#/data");
  const card = page.locator("#seal");
  const passphrase = await card.getByLabel("Lösenfras").inputValue();
  expect(passphrase).toMatch(/^([a-kmnp-z2-9]{4}-){4}[a-kmnp-z2-9]{4}$/);
  await card.getByRole("button", { name: "Ny lösenfras" }).click();
  const second = await card.getByLabel("Lösenfras").inputValue();
  expect(second).not.toBe(passphrase);
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    card.getByRole("button", { name: "Spara krypterad fil" }).click(),
  ]);
  expect(download.suggestedFilename()).toBe("example.json.sealed");
  await expect(card.getByRole("status")).toContainText("Den krypterade filen är sparad");
  const file = readFileSync(await download.path());
  expect(opened(file, second)).toEqual(readFileSync("public/example.json"));
  expect(() => opened(file, passphrase)).toThrow();
});

test("an extract is saved sealed, and opened again on the page", async ({ page }) => {
  await openApp(page, "#/share");
  const card = page.locator("#seal");
  const passphrase = await card.getByLabel("Lösenfras").inputValue();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    card.getByRole("button", { name: "Spara krypterad fil" }).click(),
  ]);
  const name = download.suggestedFilename();
  expect(name).toMatch(/^utdrag-allmanheten-.*\.json\.sealed$/);
  const file = readFileSync(await download.path());
  expect(JSON.parse(opened(file, passphrase)).extract.for).toBe("public");
  await openApp(page, "#/data");
  await pick(page, file, name);
  await answer(page, passphrase);
  await expect(page.locator(".lists-card")).toContainText(name.replace(".sealed", ""), { timeout: 60_000 });
});

test("the passphrase is made up on the page and cannot be one that is easy to guess", async ({ page }) => {
  await openApp(page, "#/data");
  const phrase = page.locator("#seal").getByLabel("Lösenfras");
  const made = await phrase.inputValue();
  await expect(phrase).toHaveAttribute("readonly", "");
  await phrase.press("a");
  await expect(phrase).toHaveValue(made);
});

test("a sealed file of another program is opened, by its first bytes whatever it is called", async ({ page }) => {
  await openApp(page, "#/data");
  await pick(page, sealed(), "bilaga.bin");
  await expect(dialog(page)).toContainText("bilaga.bin");
  await axe(page);
  await answer(page, ` ${PASSPHRASE.normalize("NFD")} `);
  await expect(page).toHaveTitle(/Förseglad stad/);
  await ready(page);
  await expect(dialog(page)).toHaveCount(0);
});

test("dropping one asks for its passphrase as well, and closing leaves what was open", async ({ page }) => {
  await openApp(page, "#/data");
  const data = await page.evaluateHandle((bytes) => {
    const data = new DataTransfer();
    data.items.add(new File([new Uint8Array(bytes)], "stad.json.sealed"));
    return data;
  }, [...sealed()]);
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await expect(dialog(page).getByLabel("Lösenfras")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page).toHaveTitle(new RegExp(organisation.name));
});

test("an empty and a wrong passphrase are told, and the right one still opens it", async ({ page }) => {
  await openApp(page, "#/data");
  await pick(page, sealed());
  await answer(page, "  ");
  await expect(alert(page)).toContainText("Skriv lösenfrasen.");
  await answer(page, "en annan lösenfras");
  await expect(alert(page)).toContainText("Lösenfrasen är fel, eller så har filen ändrats");
  await answer(page, PASSPHRASE);
  await expect(page).toHaveTitle(/Förseglad stad/);
});

test("a sealed file with something else in it is told like any other file that cannot be read", async ({ page }) => {
  await openApp(page, "#/data");
  await pick(page, sealed(Buffer.from("inte json")));
  await answer(page, PASSPHRASE);
  await expect(page.getByRole("alert")).toContainText("stad.json");
  await expect(page).toHaveTitle(new RegExp(organisation.name));
});

test("absurd parameters are refused before the passphrase is asked for", async ({ page }) => {
  await openApp(page, "#/data");
  for (const rounds of [0, 1, 599_999, 10_000_001, 2 ** 30, 2 ** 32 - 1]) {
    const file = sealed();
    file.writeUInt32BE(rounds, 12);
    await refused(page, file, /Filen begär .* beräkningsvarv/);
  }
  const longer = Buffer.concat([sealed(), Buffer.from([0])]);
  await refused(page, longer, /tillagt sist/);
  const newer = sealed();
  newer[8] = 2;
  await refused(page, newer, /version 2/);
});

test("a file cut after any byte is refused", async ({ page }) => {
  test.setTimeout(600_000);
  const file = sealed();
  await openApp(page, "#/data");
  for (let length = 8; length < file.length; length++) await refused(page, file.subarray(0, length), /avkortad/);
});

// Fault 24 of docs/faults.md.
test("every flipped bit that the head can refuse is refused by it", async ({ page }) => {
  test.setTimeout(600_000);
  const file = sealed();
  await openApp(page, "#/data");
  const bits = (from, to) => Array.from({ length: (to - from) * 8 }, (_, at) => from * 8 + at);
  // The first bytes are how it is known for a sealed file: without them it is a file that is not JSON.
  for (const bit of [...bits(8, 12), ...bits(44, 52)]) await refused(page, flipped(file, bit));
});

for (const part of [0, 1, 2, 3]) {
  test(`every flipped bit of what the key and the tag rest on is refused, part ${part + 1} of 4`, async ({ page }) => {
    test.setTimeout(600_000);
    // Each costs the making of a key: the file is as small as one can be.
    const file = sealed(Buffer.from('{"format":1}'));
    await openApp(page, "#/data");
    const bytes = [12, 13, 14, 15, ...Array.from({ length: 28 }, (_, at) => 16 + at)];
    for (let byte = HEAD; byte < file.length; byte++) bytes.push(byte);
    for (const byte of bytes.filter((_, at) => at % 4 === part)) {
      for (let bit = 0; bit < 8; bit++) await refused(page, flipped(file, byte * 8 + bit), /Lösenfrasen är fel|varv/);
    }
  });
}
