// The trail of a file: who saves is asked once, each saving stands in the file and on the page of what it changed, and
// the chain of savings is followed through earlier files, in both languages.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { makeAnEdit, sign, turnTo, UNITS } from "./support/edit.mjs";
import { axe, expect, openApp, speak, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";

const EXAMPLE = readFileSync("public/example.json");
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");
const file = (name, buffer) => ({ name, mimeType: "application/json", buffer });
const entries = (bytes) => JSON.parse(bytes).history;

const LANGUAGES = {
  sv: {
    save: "Spara filen", history: "Historik", changed: "ändrat: adress", add: "Lägg till tidigare filer",
    holds: "Kedjan håller genom 3 filer. Sparningar: 2.", breaks: "Kedjan brister vid 1 av 3 filer.",
    broken: "har ändrats sedan den sparades", apart: "ingen senare fil utgår från den", missing: "Filen före sparning 2", alone: "Kedjan håller så långt den går att följa: 2 filer finns här, 1 saknas. Sparningar: 2.",
  },
  en: {
    save: "Save the file", history: "History", changed: "changed: address", add: "Add earlier files",
    holds: "The chain holds through 3 files. Savings: 2.", breaks: "The chain breaks at 1 of 3 files.",
    broken: "has been changed since it was saved", apart: "no later file was saved from it", missing: "The file before saving 2", alone: "The chain holds as far as it can be followed: 2 files are here, 1 missing. Savings: 2.",
  },
};

/** Saves the file by the bar of the draft: its bytes. */
async function save(page, words, by) {
  const download = page.waitForEvent("download");
  await page.locator(".draft-bar").getByRole("button", { name: words.save }).click();
  if (by) {
    await axe(page);
    await sign(page, by);
  }
  return readFileSync(await (await download).path());
}

test.beforeEach(async ({ page }) => {
  // As in a browser that writes no files itself.
  await page.addInitScript(() => delete window.showSaveFilePicker);
});

for (const [language, words] of Object.entries(LANGUAGES)) {
  test(`what is saved stands in the file, and its chain is followed through earlier files, in ${language}`, async ({ page }) => {
    await openApp(page);
    await makeAnEdit(page, 1);
    if (language === "en") await speak(page, "In English");
    const first = await save(page, words, "Anna Ek");
    expect(entries(first)).toMatchObject([{ number: 1, by: "Anna Ek", before: sha256(EXAMPLE) }]);
    await turnTo(page, "#/organisation");
    await turnTo(page, `#/organisation/${UNITS[0]}`);
    const own = page.locator(".own-history");
    await own.getByText(words.history, { exact: true }).click();
    await expect(own.getByRole("listitem")).toHaveCount(1);
    await expect(own).toContainText("Anna Ek");
    await expect(own).toContainText(words.changed);
    await axe(page);
    if (language === "en") await speak(page, "På svenska");
    await makeAnEdit(page, 2);
    if (language === "en") await speak(page, "In English");
    // Who one is has been asked, and is not asked again.
    const second = await save(page, words);
    expect(entries(second)).toMatchObject([{ number: 1 }, { number: 2, by: "Anna Ek", before: sha256(first) }]);

    await turnTo(page, "#/verify");
    const chosen = page.locator("main input[type=file]").first();
    const chain = { "två.json": second, "noll.json": EXAMPLE, "ett.json": first };
    const files = (one) => Object.entries({ ...chain, "ett.json": one }).map(([name, bytes]) => file(name, bytes));
    await chosen.setInputFiles(files(first));
    await expect(page.locator("h1")).toHaveText(words.holds);
    await axe(page);
    const broken = Buffer.from(first);
    broken[broken.indexOf("Provgatan 1")] ^= 1;
    await chosen.setInputFiles(files(broken));
    await expect(page.locator("h1")).toHaveText(words.breaks);
    await expect(page.getByRole("row").filter({ hasText: "ett.json" })).toContainText(words.broken);
    await expect(page.locator("#chain")).toContainText(words.missing);

    // One byte of any of them: that one is named, and no other.
    for (const [name, bytes] of Object.entries(chain)) {
      const flipped = Buffer.from(bytes);
      flipped[flipped.indexOf('"name"') + 2] ^= 1;
      await chosen.setInputFiles(Object.entries({ ...chain, [name]: flipped }).map(([each, content]) => file(each, content)));
      await expect(page.locator("h1")).toHaveText(words.breaks);
      const row = page.getByRole("row").filter({ hasText: name });
      await expect(row).toContainText(name === "noll.json" ? words.apart : words.broken);
      await expect(page.getByRole("row").filter({ hasText: new RegExp(`${words.broken}|${words.apart}`) })).toHaveCount(1);
    }

    await chosen.setInputFiles(file("två.json", second));
    await expect(page.locator("#chain")).toContainText(words.missing);
    await page.locator("#chain").getByLabel(words.add).setInputFiles([file("ett.json", first)]);
    await expect(page.locator("h1")).toHaveText(words.alone);
  });
}

test("people, risks and measures tell what was done to them, and what has no trail tells of none", async ({ page }) => {
  const [risk, measure] = [organisation.risks[0], organisation.measures[0]];
  const post = organisation.assignments.find(({ person, role }) => person && role === "security_coordinator");
  const history = [
    { date: "2026-11-01", number: 1, by: "Anna Ek", changes: [
      { list: "risks", kind: "changed", fields: ["likelihood"], keys: [risk.id] },
      { list: "assignments", kind: "added", keys: [`${post.unit} ${post.role} ${post.person}`] },
    ] },
    { date: "2026-11-02", number: 2, changes: [{ list: "measures", kind: "added", keys: [measure.id] }] },
  ];
  await openApp(page, `#/risks/${risk.id}`);
  await expect(page.locator(".own-history")).toHaveCount(0);
  await turnTo(page, "#/data");
  const bytes = Buffer.from(JSON.stringify({ ...organisation, history }));
  await page.locator("main input[type=file]").first().setInputFiles(file("spår.json", bytes));
  await expect(page.locator(".lists-card dl.facts dd").first()).toHaveText("spår.json");
  const told = async (hash, within, text) => {
    await turnTo(page, hash);
    const own = within.locator(".own-history");
    await own.locator("summary").click();
    await expect(own.getByRole("listitem")).toHaveText(text);
  };
  const main = page.locator("main");
  await told(`#/risks/${risk.id}`, main, "1 nov 2026, Anna Ek ändrat: sannolikhet");
  await told(`#/people/${post.person}`, main, /1\snov\s2026, Anna\sEk Säkerhetssamordnare, .+: tillagd/);
  await told(`#/organisation/${post.unit}`, main, /1\snov\s2026, Anna\sEk Säkerhetssamordnare, .+: tillagd/);
  await told("#/measures", main.getByRole("row").filter({ has: page.locator(`#measure-${measure.id}`) }), "2 nov 2026 tillagd");
  await axe(page);
});
