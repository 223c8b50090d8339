// What is under way when something else happens: another file is opened, the file is saved, a button is pressed again. What
// was asked for is done once, to the file it was asked of, and is not said to be done before.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { expectEdit, makeAnEdit, sign, turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";
import { expect, openApp, ready, test } from "./support/page.mjs";

const bar = (page) => page.getByRole("region", { name: "Ändringar i filen" });
const alert = (page) => page.getByRole("alert");
const header = (page) => page.locator("header");
const json = (name, content) => ({ name, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(content)) });
const sheet = (name, ...rows) => ({ name, mimeType: "text/csv", buffer: Buffer.from(rows.join("\r\n")) });
const pick = (page, file) => page.locator("main input[type=file]").first().setInputFiles(file);

/** Another municipality with the units of the example. */
const OTHER = json("annan.json", { ...organisation, name: "Annan kommun" });

/** Has the first worker of a kind (`engine`, `sheets`) hear nothing while `page.held` is on; then all of it, in order. */
async function holdable(page, kind) {
  await page.addInitScript((kind) => {
    Object.assign(window, { held: false, laterAnswers: 0 });
    const [Whole, queue] = [window.Worker, []];
    let first;
    window.Worker = class extends Whole {
      constructor(url, options) {
        super(url, options);
        if (!new RegExp(`/${kind}-worker`).test(url)) return;
        if (first) this.addEventListener("message", () => (window.laterAnswers += 1));
        first ??= this;
      }
      postMessage(...message) {
        if (this === first && window.held) queue.push(message);
        else super.postMessage(...message);
      }
    };
    window.release = () => {
      window.held = false;
      for (const message of queue.splice(0)) first.postMessage(...message);
    };
  }, kind);
}

const hold = (page) => page.evaluate(() => void (window.held = true));
const release = (page) => page.evaluate(() => window.release());

test("a change that is not answered yet is kept before another file takes the place of its own", async ({ page }) => {
  await holdable(page, "engine");
  await openApp(page);
  await makeAnEdit(page);
  await bar(page).getByRole("button", { name: /^Ångra/ }).click();
  await expect(bar(page)).not.toContainText("inte sparad");
  await turnTo(page, "#/data");
  await hold(page);
  await bar(page).getByRole("button", { name: /^Gör om/ }).click();
  await pick(page, OTHER);
  // The other file has been read; it would stand by now.
  await expect.poll(() => page.evaluate(() => window.laterAnswers)).toBeGreaterThan(0);
  await page.evaluate(async () => {
    for (let frame = 0; frame < 30; frame++) await new Promise(requestAnimationFrame);
  });
  await expect(header(page)).not.toContainText("Annan kommun");
  await release(page);
  await expect(header(page)).toContainText("Annan kommun");
  await openApp(page);
  await expectEdit(page);
});

test("a change made while the file is being saved is not said to be in it", async ({ page }) => {
  await holdable(page, "engine");
  await openApp(page);
  await page.evaluate(() => void delete window.showSaveFilePicker);
  await makeAnEdit(page, 1);
  await makeAnEdit(page, 2);
  await turnTo(page, "#/data");
  await hold(page);
  await page.getByRole("main").getByRole("button", { name: "Spara filen", exact: true }).click();
  await sign(page);
  await bar(page).getByRole("button", { name: /^Ångra/ }).click();
  const [download] = await Promise.all([page.waitForEvent("download"), release(page)]);
  expect(readFileSync(await download.path(), "utf8")).toContain("Provgatan 2");
  await expect(page.locator(".notices")).toContainText("Det du ändrade medan filen skrevs finns inte i den.");
  await expect(bar(page)).toContainText("inte sparad");
  await expectEdit(page, 2, undefined, false);
});

test.describe("change files", () => {
  const change = (by, address) => ({
    ombud: "changes",
    version: 1,
    by,
    from: { sha256: createHash("sha256").update(readFileSync("public/example.json")).digest("hex"), names: [organisation.name], units: [{ id: "kommun", names: [organisation.name] }] },
    changed: [{ list: "units", key: "avc", before: { address: organisation.units.find(({ id }) => id === "avc").address }, after: { address } }],
  });

  test("one that is brought in by two presses is put away alone", async ({ page }) => {
    await holdable(page, "engine");
    await openApp(page, "#/data");
    await pick(page, json("ett.json", change("Karin Ek", "Gatan 1")));
    await expect(page.locator("main h1")).toContainText("Karin Ek");
    await turnTo(page, "#/data");
    await pick(page, json("två.json", change("Bo Al", "Gatan 2")));
    await expect(page.locator("main h1")).toContainText("Karin Ek");
    const bring = page.locator("main").getByRole("button", { name: /^Ta in 1/ });
    await expect(bring).toBeEnabled();
    await hold(page);
    await bring.click();
    await bring.click();
    await release(page);
    await expect(page.locator("main h1")).toContainText("Bo Al");
    await expect(page.locator("#review")).toContainText("Gatan 2");
  });
});

test.describe("an import", () => {
  const PEOPLE = sheet("personer.csv", "Namn;E-post", "Åsa Påhittad;asa@example.se");
  const OTHERS = sheet("andra.csv", "Namn;E-post", "Bo Påhittad;bo@example.se");
  const preview = (page) => page.locator("#preview");

  test("of another file takes the place of one that is still being read", async ({ page }) => {
    await holdable(page, "sheets");
    await openApp(page, "#/import");
    await hold(page);
    await pick(page, PEOPLE);
    await expect(page.locator("main progress")).toBeVisible();
    await pick(page, OTHERS);
    await expect(preview(page)).toContainText("Bo Påhittad");
    await expect(alert(page)).toHaveCount(0);
    await release(page);
    await expect(preview(page)).not.toContainText("Åsa Påhittad");
  });

  test("that is put away while it is being read has not stopped by itself", async ({ page }) => {
    await holdable(page, "sheets");
    await openApp(page, "#/import");
    await hold(page);
    await pick(page, PEOPLE);
    await page.locator("main").getByRole("button", { name: "Avbryt" }).click();
    await expect(page.locator("main progress")).toHaveCount(0);
    await pick(page, OTHERS);
    await expect(preview(page)).toContainText("Bo Påhittad");
    await expect(alert(page)).toHaveCount(0);
  });

  test("that is read in another way while a column is chosen goes on", async ({ page }) => {
    await holdable(page, "sheets");
    await openApp(page, "#/import");
    await pick(page, PEOPLE);
    await expect(preview(page)).toContainText("Åsa Påhittad");
    await hold(page);
    await page.getByRole("combobox", { name: "Teckenkodning" }).selectOption("Windows-1252");
    await page.getByRole("region", { name: "Vad kolumnerna betyder" }).getByRole("combobox", { name: /^Kolumn B/ }).selectOption("");
    await release(page);
    await expect(page.getByRole("combobox", { name: "Teckenkodning" })).toHaveValue("Windows-1252");
    // As it is in that encoding.
    await expect(preview(page)).toContainText("PÃ¥hittad");
  });

  test("that is being made ready when another file opens does not go into that", async ({ page }) => {
    await holdable(page, "sheets");
    await openApp(page, "#/import");
    await pick(page, PEOPLE);
    await expect(preview(page)).toContainText("Åsa Påhittad");
    await hold(page);
    await page.getByRole("button", { name: /^Importera (en|1) post$/ }).click();
    await turnTo(page, "#/data");
    await pick(page, OTHER);
    await expect(header(page)).toContainText("Annan kommun");
    await release(page);
    const sheets = () => page.workers().filter((worker) => /\/sheets-worker/.test(worker.url())).length;
    await expect.poll(sheets).toBe(0);
    await turnTo(page, "#/people");
    await expect(page.locator("main")).not.toContainText("Åsa Påhittad");
    await expect(bar(page)).toHaveCount(0);
  });

  test("what is pasted for one file is not offered in another", async ({ page }) => {
    await openApp(page, "#/import");
    await page.locator("main summary", { hasText: "klistra in" }).click();
    await page.getByRole("textbox").fill("Namn\tE-post");
    await turnTo(page, "#/data");
    await pick(page, OTHER);
    await expect(header(page)).toContainText("Annan kommun");
    await turnTo(page, "#/import");
    await expect(page.locator("main textarea")).toHaveValue("");
    await page.locator("main summary", { hasText: "klistra in" }).click();
    await page.getByRole("textbox").fill("Andra");
    await openApp(page, "#/import");
    await expect(page.locator("main textarea")).toHaveValue("Namn\tE-post");
  });
});

test("the log of an event is that of the municipality whose file is open", async ({ page }) => {
  await openApp(page, "#/event?risk=elavbrott");
  const note = page.locator("#log .note-form textarea").first();
  await note.fill("Ringde rektorn");
  await page.getByRole("button", { name: "Skriv i loggen" }).first().click();
  await expect(page.locator("#log .log")).toContainText("Ringde rektorn");
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "annan.json", { type: "application/json" }));
    return transfer;
  }, OTHER.buffer.toString());
  await page.locator("main").dispatchEvent("drop", { dataTransfer });
  await expect(header(page)).toContainText("Annan kommun");
  await ready(page);
  await expect(page).toHaveURL(/#\/event\?risk=elavbrott/);
  await expect(page.locator("#log")).toBeVisible();
  await expect(page.locator("#log")).not.toContainText("Ringde rektorn");
});

test("a plan that another tab has gone on with is not taken back or thrown away from this one", async ({ page, context }) => {
  const begin = async () => {
    await openApp(page, "#/plan");
    await page.getByLabel("Planens namn").fill("Skola och omsorg");
    await page.getByLabel("Tas in").fill("2027-01-01");
    await page.getByRole("button", { name: "Påbörja planen" }).click();
    await expect(page.locator("main h1")).toHaveText("Planen ändrar ingenting ännu.");
  };
  const add = async (page, name) => {
    const make = page.locator("#plan-make");
    await make.getByLabel("Enhetens namn").fill(name);
    await make.getByRole("combobox", { name: "Ska ligga under" }).fill("Exempelkommun");
    await make.getByRole("option", { name: /^Exempelkommun/ }).first().click();
    await make.getByRole("button", { name: "Lägg till i planen" }).click();
  };
  await begin();
  await add(page, "Välfärdsförvaltningen");
  await expect(page.locator("main h1")).toContainText("lägger till 1 enhet");
  const other = await context.newPage();
  await openApp(other, "#/plan");
  await expect(other.locator("main h1")).toContainText("lägger till 1 enhet");
  await add(other, "Kulturförvaltning två");
  await expect(other.locator("main h1")).toContainText("lägger till 2 enheter");
  await page.getByRole("button", { name: "Ångra senaste steget" }).click();
  await expect(page.locator("main h1")).toContainText("lägger till 2 enheter");
  await expect(page.locator("main")).toContainText("annan flik");
  await other.reload();
  await ready(other);
  await expect(other.locator("main h1")).toContainText("lägger till 2 enheter");
});
