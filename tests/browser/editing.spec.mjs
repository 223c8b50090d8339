// Editing where one looks: from the finding, the unit and the matrix; undone, told, and seen in the verdict.
import { readFileSync } from "node:fs";
import { axe, expect, openApp, ready, speak, test } from "./support/page.mjs";
import { choose, sign } from "./support/edit.mjs";
import { findings, organisation } from "./support/example.mjs";

const vacant = findings.find(({ rule, state }) => rule === "coordinator-per-department" && state === "missing");
const unit = organisation.units.find(({ id }) => id === vacant.unit);
const name = (item) => item.name.sv ?? item.name;

const dialog = (page) => page.getByRole("dialog");
const bar = (page) => page.getByRole("region", { name: "Ändringar i filen" });

/** Appoints the first person found by a name, from the finding that the post is vacant. */
async function appoint(page, person) {
  await openApp(page, `#/coverage/${encodeURIComponent(vacant.id)}`);
  await page.getByRole("button", { name: "Tillsätt" }).first().click();
  await choose(dialog(page), /^Person/, name(person));
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await ready(page);
}

test("a vacancy is filled from its finding, the verdict follows at once, and it is undone", async ({ page }) => {
  await openApp(page, `#/organisation/${unit.id}`);
  const before = await page.locator("h1").textContent();
  await appoint(page, organisation.people[0]);
  await openAppHere(page, `#/organisation/${unit.id}`);
  await expect(page.locator("h1")).not.toHaveText(before);
  await expect(bar(page)).toContainText("1 ändring är inte sparad");
  await bar(page).getByRole("button", { name: /^Ångra/ }).click();
  await expect(page.locator("h1")).toHaveText(before);
  await bar(page).getByRole("button", { name: /^Gör om/ }).click();
  await expect(page.locator("h1")).not.toHaveText(before);
  await page.keyboard.press("Control+z");
  await expect(page.locator("h1")).toHaveText(before);
});

/** Goes to another page of the open file, changes and all. */
async function openAppHere(page, hash) {
  await page.evaluate((hash) => (location.hash = hash), hash);
  await ready(page);
}

for (const [what, hash, button] of [
  ["a post", `#/coverage/${encodeURIComponent(vacant.id)}`, "Tillsätt"],
  ["a risk", "#/risks", "Ny risk"],
  ["a measure", "#/risks/legionella", "Ny åtgärd"],
]) {
  test(`the form of ${what} is drawn when all that is in it is known, and so moves nothing that is about to be pressed`, async ({ page }) => {
    await openApp(page, hash);
    await page.evaluate(() => {
      // Not the words: whoever is chosen already is called by their id until the name is known.
      const told = (form) => [form.innerText.split("\n").length, form.elements.length];
      new MutationObserver((_, observer) => {
        const form = document.querySelector("dialog form");
        if (!form) return;
        observer.disconnect();
        window.drawn = told(form);
        window.stands = () => told(form);
      }).observe(document.body, { childList: true, subtree: true });
    });
    await page.getByRole("button", { name: button }).first().click();
    await expect(dialog(page).getByRole("button", { name: "Spara ändringen" })).toBeVisible();
    await ready(page);
    expect(await page.evaluate(() => window.drawn)).toEqual(await page.evaluate(() => window.stands()));
  });
}

test("a finding that has been put right says so, and leads to its rule", async ({ page }) => {
  await appoint(page, organisation.people[0]);
  await expect(page.locator("h1")).toHaveText(`${name(unit)}: ingen avvikelse.`);
  await axe(page);
  await page.getByRole("link", { name: "Regelns läge" }).click();
  await expect(page).toHaveURL(/rule=coordinator-per-department/);
});

test("a unit that is taken out leads to those that are left, and comes back when that is undone", async ({ page }) => {
  await openApp(page, `#/organisation/${unit.id}`);
  await page.getByRole("button", { name: "Ändra enheten" }).click();
  await dialog(page).getByRole("button", { name: "Ta bort" }).click();
  await dialog(page).getByRole("radio", { name: "Ta bort det som hänvisar hit också." }).check();
  await dialog(page).getByRole("button", { name: "Ta bort" }).click();
  await expect(page).toHaveURL(/#\/organisation$/);
  await bar(page).getByRole("button", { name: /^Ångra/ }).click();
  await openAppHere(page, `#/organisation/${unit.id}`);
  await expect(page.locator("h1")).toContainText(name(unit));
});

test("what becomes of what refers to a unit is asked before the unit is taken out", async ({ page }) => {
  await openApp(page, `#/organisation/${unit.id}`);
  await page.getByRole("button", { name: "Ändra enheten" }).click();
  await dialog(page).getByRole("button", { name: "Ta bort" }).click();
  const question = dialog(page).getByRole("group", { name: /hänvisar hit\. Vad ska hända med det\?$/ });
  await expect(question.getByRole("radio")).toHaveCount(3);
  await axe(page);
  // Nothing has been done yet, and nothing is when the unit is kept.
  await question.getByRole("button", { name: "Behåll" }).click();
  await expect(question).toHaveCount(0);
  await dialog(page).getByRole("button", { name: "Ta bort" }).click();
  // Someone has to be chosen to hand over to.
  await question.getByRole("radio", { name: "Låt något annat i filen ta över." }).check();
  await expect(question.getByRole("button", { name: "Ta bort" })).toBeDisabled();
  const other = organisation.units.find(({ id, kind, parent }) => kind === "department" && id !== unit.id && parent !== unit.id);
  await choose(question, "Lämna över till", name(other));
  await question.getByRole("button", { name: "Ta bort" }).click();
  await expect(page).toHaveURL(/#\/organisation$/);
  // One step takes all of it back.
  await bar(page).getByRole("button", { name: /^Ångra/ }).click();
  await openAppHere(page, `#/organisation/${unit.id}`);
  await expect(page.locator("h1")).toContainText(name(unit));
});

test("a person who is not in the file comes with the post they are given", async ({ page }) => {
  await openApp(page, `#/coverage/${encodeURIComponent(vacant.id)}`);
  await page.getByRole("button", { name: "Tillsätt" }).first().click();
  await dialog(page).getByText("Lägg till en person som inte finns i filen").click();
  await dialog(page).getByLabel("Namn (måste anges)", { exact: true }).fill("Åsa Nyberg-Påhittad");
  await dialog(page).getByLabel("E-post", { exact: true }).fill("asa@example.se");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await openAppHere(page, `#/organisation/${unit.id}`);
  await expect(page.locator("main")).toContainText("Åsa Nyberg-Påhittad");
  await expect(bar(page)).toContainText("2 ändringar");
});

test("a field that cannot be used is told in the form, and what was typed stays", async ({ page }) => {
  await openApp(page, `#/organisation/${unit.id}`);
  await page.getByRole("button", { name: "Ändra enheten" }).click();
  await dialog(page).getByLabel("Anställda").fill("många");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog(page).getByRole("alert")).toContainText("Anställda");
  await expect(dialog(page).getByLabel("Anställda")).toHaveValue("många");
  await axe(page);
  await dialog(page).getByRole("button", { name: "Avbryt" }).click();
  await expect(bar(page)).toHaveCount(0);
});

test("a unit is changed by keyboard alone, and the focus comes back to the button", async ({ page }) => {
  await openApp(page, `#/organisation/${unit.id}`);
  const begin = page.getByRole("button", { name: "Ändra enheten" });
  await begin.focus();
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toBeVisible();
  await dialog(page).getByLabel("Adress").focus();
  await page.keyboard.type("Storgatan 1");
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("main")).toContainText("Storgatan 1");
  await expect(begin).toBeFocused();
  await begin.press("Enter");
  await page.keyboard.press("Escape");
  await expect(dialog(page)).toHaveCount(0);
  await expect(begin).toBeFocused();
});

test("the changes are listed in words, with what they do to coverage, and all of them are taken back", async ({ page }) => {
  await appoint(page, organisation.people[0]);
  await bar(page).getByRole("link", { name: "Visa ändringarna" }).click();
  await ready(page);
  const changes = page.locator("#changes");
  await expect(changes).toContainText(name(unit));
  await expect(changes).toContainText(organisation.people[0].name);
  await expect(page.getByRole("heading", { name: "Så påverkas avvikelserna" })).toBeVisible();
  await expect(page.locator("main")).toContainText("Avvikelser som åtgärdas");
  await axe(page);
  await changes.getByRole("button", { name: "Återställ till filen" }).click();
  await expect(changes).toHaveCount(0);
});

test("a risk is moved in the matrix, by button and by dragging", async ({ page }) => {
  const risk = findRated();
  // The whole matrix in sight: a page that scrolls in the middle of a drag ends it.
  await page.setViewportSize({ width: 1280, height: 1000 });
  await openApp(page, `#/risks/${risk.id}`);
  await page.getByRole("button", { name: "Flytta i matrisen" }).click();
  await page.getByRole("button", { name: "Flytta hit: sannolikhet 1, konsekvens 1" }).click();
  await ready(page);
  await expect(page.getByRole("button", { name: "Klar" })).toBeFocused();
  const pinned = page.locator(".matrix td.pinned", { has: page.locator("[draggable]") });
  await expect(page.locator(".matrix tbody tr").last().locator("td").first()).toHaveClass(/pinned/);
  await page.getByRole("button", { name: "Klar" }).click();
  const corner = page.locator(".matrix tbody tr").first().locator("td").last();
  await pinned.locator("[draggable]").dragTo(corner);
  await expect(corner).toHaveClass(/pinned/);
  await expect(bar(page)).toContainText("1 ändring är inte sparad");
});

function findRated() {
  return organisation.risks.find(({ likelihood, consequence }) => Number.isInteger(likelihood) && likelihood > 1 && consequence);
}

test("the saved file holds the change and nothing else is changed", async ({ page }) => {
  // As in a browser that writes no files itself.
  await page.addInitScript(() => delete window.showSaveFilePicker);
  await openApp(page, `#/organisation/${unit.id}`);
  await page.getByRole("button", { name: "Ändra enheten" }).click();
  await dialog(page).getByLabel("Adress").fill("Storgatan 1");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  const download = page.waitForEvent("download");
  await bar(page).getByRole("button", { name: "Spara filen" }).click();
  await sign(page);
  const saved = JSON.parse(readFileSync(await (await download).path(), "utf8"));
  const expected = structuredClone(organisation);
  expected.units.find(({ id }) => id === unit.id).address = "Storgatan 1";
  const [entry, ...others] = saved.history;
  expect(others).toEqual([]);
  expect(entry.changes).toEqual([{ list: "units", kind: "changed", fields: ["address"], keys: [unit.id] }]);
  delete saved.history;
  expect(saved).toEqual(expected);
  await expect(bar(page)).toContainText("Allt är sparat");
});

test("new units, people and risks are made where they are listed", async ({ page }) => {
  await openApp(page, "#/organisation");
  await page.getByRole("button", { name: "Ny enhet" }).click();
  await dialog(page).getByLabel("Namn (måste anges)", { exact: true }).fill("Förskolan Nyeken");
  await dialog(page).getByLabel("Typ (måste anges)").selectOption("workplace");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await openAppHere(page, "#/organisation/forskolan-nyeken");
  await expect(page.locator("h1")).toContainText("Förskolan Nyeken");
  await openAppHere(page, "#/risks");
  await page.getByRole("button", { name: "Ny risk" }).click();
  await dialog(page).getByLabel("Rubrik (måste anges)", { exact: true }).fill("Takras");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await openAppHere(page, "#/risks/takras");
  await expect(page.locator("h1")).toContainText("Takras");
});

test("the forms and the bar are without faults in both languages and in dark", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await openApp(page, `#/organisation/${unit.id}`);
  await speak(page, "In English");
  await page.getByRole("button", { name: "Add a post" }).click();
  await expect(dialog(page).getByRole("heading", { name: "New post" })).toBeVisible();
  await axe(page);
  await dialog(page).getByRole("button", { name: "Save the change" }).click();
  await expect(page.getByRole("region", { name: "Changes to the file" })).toBeVisible();
  await axe(page);
});
