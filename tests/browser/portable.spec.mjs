// Portable copies: made on the page, opened from the disk with no server and no network, read, and given a newer extract.
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";
import { axe, edit, expect, openApp, openLens, openMenu, ready, speak, test as base } from "./support/page.mjs";

const party = organisation.units.find(({ kind }) => kind === "party");

const test = base.extend({
  /** Fails if a page from the disk asks for anything but itself and what it holds. */
  page: async ({ page }, use) => {
    const asked = [];
    page.on("request", (request) => {
      const outside = !request.isNavigationRequest() && !/^(?:blob|data):/.test(request.url());
      if (outside && page.url().startsWith("file:")) asked.push(request.url());
    });
    await use(page);
    expect(asked, "the copy asked for").toEqual([]);
  },

  /** A copy for the public, on disk, and what the page said when it was made. */
  copy: async ({ page }, use, info) => use(await made(page, info)),
});

const status = (page) => page.locator("#portable").getByRole("status");

/** Makes a copy of the extract at hand. */
async function save(page, info) {
  const button = page.getByRole("button", { name: "Spara fristående kopia" });
  const [download] = await Promise.all([page.waitForEvent("download"), button.click()]);
  const name = download.suggestedFilename();
  const path = info.outputPath(name);
  await download.saveAs(path);
  // A development build takes its time to compute it.
  await expect(status(page)).toContainText("SHA-256", { timeout: 30_000 });
  return { name, said: await status(page).textContent(), bytes: readFileSync(path), url: pathToFileURL(path).href };
}

/** Makes a copy on the page and leaves it. */
async function made(page, info, receiver = "public") {
  await openApp(page, `#/share?for=${receiver}`);
  const copy = await save(page, info);
  await page.goto("about:blank");
  return copy;
}

/** Opens a copy. */
async function open(page, url, hash = "") {
  await page.goto(`${url}${hash}`);
  await ready(page);
}

/** The extract in a copy. */
const content = (bytes) => JSON.parse(bytes.toString().match(/<script type="application\/json" id="extract"[^>]*>([^<]*)<\/script>\n$/)[1]);

test("the page says the SHA-256 and the size of the copy it has saved", async ({ copy }) => {
  expect(copy.name).toMatch(/^utdrag-allmanheten-\d{4}-\d\d-\d\d\.html$/);
  expect(copy.said).toContain(createHash("sha256").update(copy.bytes).digest("hex"));
  expect(copy.said).toMatch(/\d\sMB/);
});

test("what it says is of the receiver at hand", async ({ page }, info) => {
  await openApp(page, "#/share");
  await save(page, info);
  await page.getByLabel("Mottagare").selectOption(`party:${party.id}`);
  await expect(status(page)).toBeEmpty();
});

test("it holds the extract, and nobody's name, id, address or number", async ({ copy }) => {
  const text = copy.bytes.toString();
  expect(content(copy.bytes).extract.for).toBe("public");
  expect(content(copy.bytes).units.length).toBe(organisation.units.length);
  for (const { id, name, email, phone } of organisation.people) {
    expect(text).not.toContain(`"${id}"`);
    for (const left of [name, email, phone].filter(Boolean)) expect(text).not.toContain(left);
  }
});

test("it opens from the disk, and every section of it can be read", async ({ page, copy }) => {
  await open(page, copy.url);
  await expect(page.locator("main h1")).toContainText("säkerhetsombud");
  for (const section of await page.locator("nav.sections").getByRole("link").all()) {
    await section.click();
    await ready(page);
    await expect(page.locator("main h1")).toBeVisible();
    await expect(page.locator("main [role=alert]")).toHaveCount(0);
  }
});

test("its language and its day are changed, and the way back leads back", async ({ page, copy }) => {
  await open(page, copy.url, "#/risks");
  const heading = await page.locator("main h1").textContent();
  await speak(page, "In English");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await expect(page.locator("main h1")).not.toHaveText(heading);
  await turnTo(page, "#/forecast");
  await openLens(page);
  await page.locator('input[name="as_of"]').fill("2027-03-01");
  await expect.poll(() => page.evaluate(() => location.hash)).toContain("as_of=2027-03-01");
  await ready(page);
  await page.goBack();
  await ready(page);
  expect(await page.evaluate(() => location.hash)).toContain("#/risks");
  await page.goForward();
  await ready(page);
  expect(await page.evaluate(() => location.hash)).toContain("#/forecast");
});

test("the footer says that it is a copy, for whom and of when", async ({ page }, info) => {
  const copy = await made(page, info, `party:${party.id}`);
  await open(page, copy.url);
  await expect(page.locator("footer")).toContainText(/Fristående kopia, gjord \d+\s\w+\s\d{4}\./);
  await expect(page.locator("footer")).toContainText(party.name.sv ?? party.name);
  await speak(page, "In English");
  await expect(page.locator("footer")).toContainText(/Stand-alone copy, made \d+\s\w+\s\d{4}\./);
});

test("a newer extract is opened in it, and a file that is none leaves what is open", async ({ page, copy }) => {
  await open(page, copy.url, "#/data");
  const newer = { ...content(copy.bytes), name: "Nyare kommun" };
  const pick = (name, text) =>
    page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await pick("trasig.json", '{"format": 1,');
  await expect(page.getByRole("alert")).toContainText("trasig.json");
  await expect(page.locator(".lists-card")).toContainText("utdrag-allmanheten");
  await pick("nyare.json", JSON.stringify(newer));
  await expect(page.locator(".lists-card")).toContainText("nyare.json");
  await expect(page.locator("header.top")).toContainText("Nyare kommun");
  await turnTo(page, "#/organisation");
  await expect(page.locator("main h1")).toBeVisible();
});

test("nothing in it changes the file, and what needs a server is not offered", async ({ page, copy }) => {
  test.slow();
  const risk = content(copy.bytes).risks[0].id;
  const hashes = [
    "#/organisation/avc", "#/coverage", "#/rules", "#/risks", `#/risks/${risk}`, "#/measures", "#/editions", "#/method", "#/group", "#/report",
    "#/training", "#/vulnerability", "#/security-unit", "#/coordinators", "#/year", "#/forecast", "#/data", "#/share",
  ];
  const acts = /^(?:Ändra|Lägg till|Ta bort|Frys|Flytta|Byt person|Ny (?!lösenfras)|Nytt|Klar|Acceptera|I stället|Utöver|Genomförd|Utse|Notera|Exportera|Gör en egen|Spara som Excel|Spara fristående)/;
  const buttons = page.getByRole("button", { name: acts });
  const ways = page.locator('a[href*="#/import"], a[href*="#/start"], a[href*="#/embedding"], a[download]');
  await openApp(page);
  for (const hash of hashes) {
    await turnTo(page, hash);
    await expect(buttons, `the page itself at ${hash}`).not.toHaveCount(0);
    await expect(ways, `the page itself at ${hash}`).not.toHaveCount(0);
  }
  await open(page, copy.url);
  for (const hash of hashes) {
    await turnTo(page, hash);
    await expect(buttons, hash).toHaveCount(0);
    await expect(ways, hash).toHaveCount(0);
  }
  await turnTo(page, "#/rules");
  await expect(page.getByRole("switch").first()).toBeDisabled();
  await turnTo(page, "#/import");
  await expect(page.locator("main h1")).toHaveText("Sidan finns inte");
});

test("a copy for a department is corrected in it, and what was changed is saved to be sent back", async ({ page }, info) => {
  const copy = await made(page, info, "department:uf");
  await open(page, copy.url, "#/organisation/bibl-strand");
  const notice = page.locator(".answering");
  await expect(notice).toContainText("Inget är ändrat ännu.");
  await edit(page);
  await page.getByRole("button", { name: "Ändra enheten" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Adress").fill("Svarsgatan 3");
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog).toHaveCount(0);
  await notice.getByText("Skicka mina ändringar").click();
  const [download] = await Promise.all([page.waitForEvent("download"), notice.getByRole("button", { name: "Spara ändringsfilen" }).click()]);
  const change = JSON.parse(readFileSync(await download.path(), "utf8"));
  expect(change.changed).toEqual([{ list: "units", key: "bibl-strand", before: { address: expect.any(String) }, after: { address: "Svarsgatan 3" } }]);
  expect(change.from.extract.for).toBe("department:uf");
  await expect(notice.getByRole("link", { name: "Öppna ett mejl" })).toHaveAttribute("href", /^mailto:/);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test("it keeps nothing where other files of the disk could find it, and takes nothing from there", async ({ page, copy }) => {
  await page.addInitScript(() => localStorage.setItem("ombud.language", "en"));
  await open(page, copy.url);
  await expect(page.locator("html")).toHaveAttribute("lang", "sv");
  await openMenu(page);
  await page.locator('select[name="theme"]').selectOption("dark");
  await page.keyboard.press("Escape");
  await speak(page, "In English");
  await turnTo(page, "#/data");
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(["ombud.language"]);
  expect(await page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
});

test("where workers are not to be had, it computes beside the page", async ({ page, copy }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new DOMException("no workers here", "SecurityError");
      }
    };
  });
  await open(page, copy.url, "#/coverage");
  await expect(page.locator("main h1")).toBeVisible();
});

test("a copy that has been cut short says so", async ({ page, copy }, info) => {
  const text = copy.bytes.toString();
  const data = text.lastIndexOf('<script type="application/json"');
  for (const [name, end] of [["utan.html", data], ["halv.html", data + 5000]]) {
    const path = info.outputPath(name);
    writeFileSync(path, text.slice(0, end));
    await page.goto("about:blank");
    await page.goto(pathToFileURL(path).href);
    await expect(page.locator("main h1")).toContainText(/Filen \S+ kunde inte öppnas/);
    await expect(page.locator("main")).toContainText(/Rad \d+, tecken \d+/);
  }
});

test("a text that looks like markup stays a text", async ({ page }, info) => {
  await openApp(page, "#/data");
  const name = '</script><script>document.title = "nej"</script><!-- <b>&amp;';
  const file = { ...organisation, name, units: [...organisation.units, { id: "marke", kind: "workplace", name }] };
  await page.locator('input[type="file"]').first().setInputFiles({ name: "m.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
  await expect(page.locator(".lists-card")).toContainText("m.json");
  await turnTo(page, "#/share");
  const copy = await save(page, info);
  expect(content(copy.bytes).name).toBe(name);
  await open(page, copy.url, "#/organisation/marke");
  await expect(page.locator("main h1")).toContainText(name);
});

test("an answer that is not the template makes no copy, and the page says so", async ({ page }) => {
  await page.route(/portable[^/]*\.html$/, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Intranätet</title>" }));
  await openApp(page, "#/share");
  await page.getByRole("button", { name: "Spara fristående kopia" }).click();
  await expect(status(page)).toContainText("Mallen för kopian kunde inte hämtas");
});

test("it is printed, and axe finds nothing in it or in what the page says of it", async ({ page }, info) => {
  await openApp(page, "#/share");
  const copy = await save(page, info);
  await axe(page);
  await open(page, copy.url);
  await axe(page);
  expect((await page.pdf()).length).toBeGreaterThan(10_000);
});
