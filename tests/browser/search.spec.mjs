// The search: what opens it, what it finds, how it is gone through by keyboard, and that an address that leads nowhere
// leads to it. People: their list, and a person's own page.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";

const said = (label) => label.sv ?? label;
const dialog = (page) => page.locator("dialog.search");
const box = (page) => page.getByRole("combobox", { name: "Sök" });
const hits = (page) => dialog(page).getByRole("option");
const chosen = (page) => dialog(page).locator("[aria-selected=true]");
const risk = organisation.risks.find(({ id }) => id === "varmebolja");
const holder = organisation.assignments.find(({ role, person }) => role === "security_coordinator" && person).person;
const person = organisation.people.find(({ id }) => id === holder);

async function seek(page, text) {
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await box(page).fill(text);
}

test("it is opened by its button and by two keys, and put away again", async ({ page }) => {
  await openApp(page);
  await page.getByRole("button", { name: "Sök", exact: true }).click();
  await expect(box(page)).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
  await page.getByRole("button", { name: "Stäng" }).click();
  await expect(dialog(page)).toBeHidden();
  await page.keyboard.press("/");
  await expect(box(page)).toBeFocused();
  await expect(box(page)).toHaveValue("");
  await axe(page);
});

test("a risk is found by a part of its name and opened with the return key", async ({ page }) => {
  await openApp(page);
  await seek(page, said(risk.title).slice(0, 9).toUpperCase());
  await expect(chosen(page)).toContainText(said(risk.title));
  await expect(box(page)).toHaveAttribute("aria-activedescendant", "search-hit-0");
  await axe(page);
  await page.keyboard.press("Enter");
  await ready(page);
  await expect(page).toHaveURL(new RegExp(`#/risks/${risk.id}$`));
  await expect(dialog(page)).toBeHidden();
  await expect(page.locator("main h1")).toBeFocused();
});

test("the arrows go through what was found, around and back", async ({ page }) => {
  await openApp(page);
  await seek(page, "förskola");
  await expect(hits(page).first()).toContainText("örskola");
  const count = await hits(page).count();
  expect(count).toBeGreaterThan(3);
  await page.keyboard.press("ArrowUp");
  await expect(hits(page).nth(count - 1)).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(hits(page).first()).toHaveAttribute("aria-selected", "true");
  await expect(dialog(page)).toContainText(/till\. Skriv mer/);
});

test("pages are found by their names and by what they are for", async ({ page }) => {
  for (const [word, hash] of [["karta", "#/map"], ["brister", "#/coverage"], ["excel", "#/import"]]) {
    await openApp(page);
    await seek(page, word);
    await expect(chosen(page)).toHaveAttribute("href", hash);
  }
});

test("what can be done is done from there", async ({ page }) => {
  await openApp(page);
  await seek(page, "english");
  await expect(chosen(page)).toHaveText("In English");
  await page.keyboard.press("Enter");
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});

test("only the part that is looked at is searched, until all is asked for", async ({ page }) => {
  await openApp(page, "#/?within=buf");
  await seek(page, "Socialförvaltningen");
  await expect(dialog(page)).toContainText("Söker bara i Barn- och utbildningsförvaltningen.");
  await expect(hits(page)).toHaveCount(0);
  await page.getByRole("button", { name: "Sök i hela kommunen" }).click();
  await expect(chosen(page)).toHaveText(/^Socialförvaltningen/);
});

test("the key alone can be turned off, and that is remembered", async ({ page }) => {
  await openApp(page);
  await page.keyboard.press("/");
  await page.getByRole("button", { name: "Öppna inte med /" }).click();
  await page.keyboard.press("Escape");
  await openApp(page);
  await page.keyboard.press("/");
  await expect(dialog(page)).toHaveCount(0);
  await page.keyboard.press("Control+k");
  await expect(box(page)).toBeFocused();
});

test("an address that leads nowhere leads to the search", async ({ page }) => {
  for (const hash of ["#/organisation/finns-inte", "#/people/finns-inte", "#/finns/inte"]) {
    await openApp(page, hash);
    await page.locator("main").getByRole("button", { name: "Sök" }).click();
    await expect(box(page)).toBeFocused();
  }
});

test("people are listed and sought, and each has a page with posts and ways to reach them", async ({ page }) => {
  await openApp(page, "#/people");
  await expect(page.locator("h1")).toContainText(`${organisation.people.length} personer`);
  await page.getByRole("searchbox").fill(person.name);
  await expect(page.getByRole("status").filter({ hasText: "1 person" })).toBeVisible();
  await page.getByRole("link", { name: person.name }).click();
  await ready(page);
  await expect(page).toHaveURL(new RegExp(`#/people/${person.id}$`));
  await expect(page.locator("h1")).toContainText(`${person.name} har `);
  await expect(page.locator("main")).toContainText("Säkerhetssamordnare");
  await expect(page.getByRole("link", { name: person.email })).toHaveAttribute("href", `mailto:${person.email}`);
});
