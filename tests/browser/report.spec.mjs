// The report: what it says and lacks, for whom, by which headings, on paper and as files.
import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import { axe, expect, openApp, ready, slowDown, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";

const parts = (page) => page.locator(".report-part > h2");
const said = (label) => label.sv ?? label;
const marked = (marking) => organisation.risks.filter((risk) => marking(risk.marking ?? "open"));
const secret = marked((marking) => marking.startsWith("secret"));
const open = marked((marking) => marking === "open");

/** What a file that a button saves is called, and its bytes. */
async function saved(page, name) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
  return [download.suggestedFilename(), readFileSync(await download.path())];
}

/** For whom the report is. */
const audience = (page) => page.locator(".report-choices select").first();

test("the seven headings stand there, and the verdict counts those that lack something", async ({ page }) => {
  await openApp(page, "#/report");
  await expect(parts(page)).toHaveCount(7);
  const lacking = await page.locator(".report-part").filter({ has: page.locator(".report-missing") }).count();
  expect(lacking).toBeGreaterThan(0);
  await expect(page.locator(".report-contents .report-lacking")).toHaveCount(lacking);
  const words = ["Inga", "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju"];
  await expect(page.locator("h1")).toContainText(`${words[lacking]} av sju rubriker`);
  await expect(page.locator(".report")).toContainText("MCFFS 2026:9");
});

test("what is secret is left out and counted, unless one asks for all", async ({ page }) => {
  expect(secret.length).toBeGreaterThan(0);
  await openApp(page, "#/report");
  const report = page.locator(".report");
  for (const { title } of secret) await expect(report).not.toContainText(said(title));
  await expect(report).toContainText("Sekretess enligt 18 kap. 13 § OSL");
  await audience(page).selectOption("all");
  await expect(page).toHaveURL(/for=all/);
  for (const { title } of secret) await expect(report).toContainText(said(title));
  await expect(report).not.toContainText("Sekretess enligt 18 kap. 13 § OSL");
});

test("the public is told no names of people", async ({ page }) => {
  const owners = open.map(({ owner }) => organisation.people.find(({ id }) => id === owner)).filter(Boolean);
  await openApp(page, "#/report");
  await expect(page.locator(".report")).toContainText(owners[0].name);
  await audience(page).selectOption("public");
  await expect(page.locator(".report")).toContainText("Personers namn");
  for (const { name } of owners) await expect(page.locator(".report")).not.toContainText(name);
});

test("what is saved before the page shows the report for others is for them", async ({ page, context }) => {
  const owners = open.map(({ owner }) => organisation.people.find(({ id }) => id === owner)).filter(Boolean);
  await slowDown(context, 1000);
  await openApp(page, "#/report");
  await audience(page).selectOption("public");
  const [name, bytes] = await saved(page, "Spara som HTML");
  expect(name).toBe(`risk-och-sarbarhetsanalys-${organisation.as_of}-public.html`);
  for (const { name } of owners) expect(bytes.toString("utf8")).not.toContain(name);
});

test("no matrix stands without its caution", async ({ page }) => {
  await openApp(page, "#/report");
  const matrices = page.locator(".report-matrix");
  await expect(matrices).toHaveCount(2);
  for (const at of [0, 1]) await expect(matrices.nth(at)).toContainText("inte ett underlag för att fördela resurser");
});

test("the contents lead to their parts by keyboard", async ({ page }) => {
  await openApp(page, "#/report");
  await page.locator(".report-contents a").nth(4).focus();
  await page.keyboard.press("Enter");
  await expect(parts(page).nth(4)).toBeFocused();
  await expect(page).toHaveURL(/#\/report$/);
});

test("it is saved as one HTML file that asks for nothing and says the same", async ({ page }) => {
  await openApp(page, "#/report");
  const [name, bytes] = await saved(page, "Spara som HTML");
  expect(name).toBe(`risk-och-sarbarhetsanalys-${organisation.as_of}-internal.html`);
  const headings = await parts(page).allTextContents();
  const file = await page.context().newPage();
  await file.setContent(bytes.toString("utf8"));
  expect(await file.locator(".report-part > h2").allTextContents()).toEqual(headings);
  expect(await file.locator("script, link, img, iframe").count()).toBe(0);
  await axe(file);
});

test("it is saved as a workbook with a sheet for each kind of table", async ({ page }) => {
  await openApp(page, "#/report");
  const [name, bytes] = await saved(page, "Spara som Excel");
  expect(name).toMatch(/\.xlsx$/);
  const book = Buffer.from(unzipSync(new Uint8Array(bytes))["xl/workbook.xml"]).toString("utf8");
  for (const sheet of ["Risker", "Åtgärder", "Metod", "Sårbarheter"]) expect(book).toContain(`name="${sheet}"`);
});

test("on paper there are as many headings as on the page, and every page says whose report it is", async ({ page }) => {
  await openApp(page, "#/report");
  const headings = await parts(page).allTextContents();
  const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString("latin1");
  const text = (raw) =>
    raw.startsWith("<")
      ? Buffer.from(raw.slice(5, -1), "hex").swap16().toString("utf16le")
      : raw.slice(1, -1).replace(/\\(.)/g, "$1");
  // Drawn and written, not painted: what is printed can be mailed.
  expect(pdf.length / pdf.match(/\/Type\s*\/Page\b/g).length, "bytes a page").toBeLessThan(60_000);
  const titles = [...pdf.matchAll(/\/Title\s*(\((?:\\.|[^\\)])*\)|<FEFF[0-9A-F]*>)/gs)].map(([, raw]) => text(raw));
  expect(titles.filter((title) => /^\d+\. /.test(title)).toSorted()).toEqual(headings.toSorted());
  const margins = await page.evaluate(() =>
    document.adoptedStyleSheets.flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join("\n"),
  );
  expect(margins).toContain("@page");
  expect(margins).toContain(organisation.name);
});

test("what stands in the margins goes with the page", async ({ page }) => {
  await openApp(page, "#/report");
  await page.locator('nav.sections a[href="#/risks"]').click();
  await ready(page);
  expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
});

test("headings that are decided elsewhere are pasted all at once, and nothing under the others is lost", async ({ page }) => {
  await openApp(page, "#/report");
  const before = (await parts(page).allInnerTexts()).map((title) => title.replace(/^\d+\. /, ""));
  await page.getByText("Rubrikerna", { exact: true }).click();
  await page.getByRole("button", { name: "Gör en egen mall av den här" }).click();
  await expect(page).toHaveURL(/profile=own-1/);
  await page.getByText("Klistra in rubriker", { exact: true }).click();
  await page.getByLabel(/^En rubrik per rad/).fill(`1. Inledning\n\n2. ${before[3]}\n`);
  await page.getByRole("button", { name: "Lägg in rubrikerna" }).click();
  const after = ["Inledning", before[3], ...before.filter((_, at) => at !== 3)];
  await expect(parts(page)).toHaveText(after.map((title, at) => `${at + 1}. ${title}`));
  await page.keyboard.press("Control+z");
  await expect(parts(page)).toHaveText(before.map((title, at) => `${at + 1}. ${title}`));
});

test("an own profile is made, written, moved and undone", async ({ page }) => {
  await openApp(page, "#/report");
  await page.getByText("Rubrikerna", { exact: true }).click();
  await page.getByRole("button", { name: "Gör en egen mall av den här" }).click();
  await expect(page).toHaveURL(/profile=own-1/);
  await page.getByRole("button", { name: "Lägg till en rubrik" }).click();
  await expect(parts(page)).toHaveCount(8);
  const form = page.locator(".report-heading-list > li").nth(7).locator("form");
  await form.getByLabel("Rubrik", { exact: true }).fill("Sammanfattning <b>");
  await form.getByLabel("Egen text", { exact: true }).fill("Det här är viktigast.");
  await form.getByRole("button", { name: "Spara" }).click();
  await expect(parts(page).nth(7)).toHaveText("8. Sammanfattning <b>");
  await expect(page.locator(".report-own")).toHaveText("Det här är viktigast.");
  await page.getByRole("button", { name: "Flytta upp: Sammanfattning <b>" }).click();
  await expect(parts(page).nth(6)).toHaveText("7. Sammanfattning <b>");
  await page.keyboard.press("Control+z");
  await expect(parts(page).nth(7)).toHaveText("8. Sammanfattning <b>");
  await axe(page);
});
