// Measures: the verdict, the list and its filters, noting one as done with undo, and what moves most for its cost.
import { expect, openApp, ready, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";

const on = organisation.as_of;
const text = (label) => label.sv ?? label;
const remains = ({ status, done }) => status !== "cancelled" && !(status === "done" && (done === undefined || done <= on));
const overdue = organisation.measures.filter((measure) => remains(measure) && measure.due < on);
const counted = (number) => `${number}\u00a0åtgärd${number === 1 ? "" : "er"}`;
const results = (page) => page.locator("#measures .results");
const rows = (page) => page.locator("#measures tbody tr");
const late = overdue.toSorted((a, b) => (a.due < b.due ? -1 : 1))[0];
const row = (page, measure) => rows(page).filter({ hasText: text(measure.title) });

test("the verdict counts what should have been done, and those come first", async ({ page }) => {
  await openApp(page, "#/measures");
  const numbers = ["Inga", "En", "Två", "Tre", "Fyra", "Fem", "Sex", "Sju", "Åtta", "Nio", "Tio"];
  await expect(page.locator("h1")).toContainText(`${numbers[overdue.length]} åtgärder skulle ha varit klara`);
  await expect(results(page)).toHaveText(counted(organisation.measures.length));
  const first = await rows(page).filter({ hasText: "Försenad" }).locator("th").allTextContents();
  expect(first).toHaveLength(overdue.length);
  await expect(rows(page).first()).toContainText(text(late.title));
});

test("what remains stands along the time, late first, with what it costs", async ({ page }) => {
  await openApp(page, "#/measures");
  const soon = new Date(Date.parse(on) + 90 * 86_400_000).toISOString().slice(0, 10);
  const all = organisation.measures.filter(remains);
  const spans = page.locator("#due .due-span");
  const count = (some) => counted(all.filter(some).length);
  await expect(spans.nth(0).locator(".due-name")).toHaveText("Försenade");
  await expect(spans.nth(0).locator(".due-count")).toHaveText(count(({ due }) => due < on));
  await expect(spans.nth(1).locator(".due-name")).toHaveText("Inom 90 dagar");
  await expect(spans.nth(1).locator(".due-count")).toHaveText(count(({ due }) => due >= on && due <= soon));
  const counts = await spans.locator(".due-count").allTextContents();
  expect(counts.map((text) => parseInt(text, 10)).reduce((a, b) => a + b)).toBe(all.length);
  // The marks are those of findings: late is missing, soon is expiring.
  await expect(spans.nth(0).locator('.due-marks [data-state="missing"]')).toHaveCount(overdue.length);
  await expect(rows(page).first().locator('[data-state="missing"]')).toBeVisible();
  await spans.nth(0).getByRole("link").click();
  await expect(results(page)).toHaveText(counted(overdue.length));
});

test("the list is narrowed by each choice, and the address says how", async ({ page }) => {
  await openApp(page, "#/measures");
  await page.getByLabel("Tid").selectOption({ label: "Bara försenade" });
  await expect(results(page)).toHaveText(counted(overdue.length));
  await expect(page).toHaveURL(/overdue=yes/);
  await page.getByLabel("Ansvarig").selectOption(late.owner);
  await expect(results(page)).toHaveText(counted(overdue.filter(({ owner }) => owner === late.owner).length));
  await page.getByRole("link", { name: "Visa alla" }).click();
  await page.getByLabel("Status").selectOption({ label: "Avbruten" });
  await expect(results(page)).toHaveText(counted(organisation.measures.filter(({ status }) => status === "cancelled").length));
});

test("a measure is noted as done in one press, and that is undone in another", async ({ page }) => {
  await openApp(page, "#/measures");
  await row(page, late).getByRole("button", { name: "Klar" }).click();
  await expect(row(page, late)).toContainText(/Klar 22\u00a0november/);
  await expect(rows(page).filter({ hasText: "Försenad" })).toHaveCount(overdue.length - 1);
  await expect(row(page, late).locator("th")).toBeFocused();
  await page.getByRole("button", { name: /^Ångra/ }).click();
  await expect(rows(page).filter({ hasText: "Försenad" })).toHaveCount(overdue.length);
});

test("a measure that is done moves its risk where no position is stated", async ({ page }) => {
  const measure = organisation.measures.find(({ id }) => id === "a22");
  await openApp(page, "#/risks/legionella");
  const now = page.locator(".fact").filter({ has: page.getByText("Nu, med det som är gjort", { exact: true }) });
  await expect(now).toContainText("Ingen åtgärd som är klar flyttar risken");
  await openApp(page, "#/measures");
  await row(page, measure).getByRole("button", { name: "Klar" }).click();
  await row(page, measure).getByRole("link").first().click();
  await ready(page);
  await expect(now).toContainText(`Följer av det som är klart: ”${text(measure.title)}”`);
});

test("a measure is added with an effect, changed and taken out", async ({ page }) => {
  await openApp(page, "#/risks/legionella");
  await page.getByRole("button", { name: "Ny åtgärd" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Rubrik (måste anges)").fill("Byt beredare");
  await dialog.getByLabel("Kostnad i kronor").fill("120 000");
  await dialog.getByRole("group", { name: "Förväntad effekt" }).getByLabel("Sannolikhet").selectOption({ label: "1 steg ned" });
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog).toHaveCount(0);
  await turnTo(page, "#/measures");
  const added = rows(page).filter({ hasText: "Byt beredare" });
  await expect(added).toContainText("Sannolikhet 1 steg ned");
  await added.getByRole("button", { name: /^Ändra/ }).click();
  await expect(dialog.getByRole("group", { name: "Förväntad effekt" }).getByLabel("Sannolikhet")).toHaveValue("-1");
  await dialog.getByRole("button", { name: "Ta bort" }).click();
  await expect(added).toHaveCount(0);
});

test("what moves most out of the top classes for its cost comes first, with the caution", async ({ page }) => {
  await openApp(page, "#/measures");
  const weighed = page.locator("#weighed");
  await expect(weighed).toContainText("inte ett underlag för att fördela resurser");
  const figures = await weighed.locator(".finding .muted").allTextContents();
  const per = figures.map((figure) => Number.parseFloat(figure.match(/([\d,]+) klassteg/)[1].replace(",", ".")));
  expect(per.length).toBeGreaterThan(0);
  expect(per).toEqual(per.toSorted((a, b) => b - a));
});
