// Acting without a mouse, in both languages: what is to be pressed is come to with the Tab key, and pressed with Enter.
import { expect, openApp, ready, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { findings, organisation } from "./support/example.mjs";

const ON = organisation.as_of;
const byId = (list, id) => organisation[list].find((item) => item.id === id);
const unitOf = ({ unit }) => unit;
const findingOf = ({ id }) => `#/coverage/${encodeURIComponent(id)}`;
const dialog = (page) => page.getByRole("dialog");
const button = (page, name) => page.getByRole("button", { name }).first();

const coordinator = findings.find(({ rule, state }) => rule === "coordinator-per-department" && state === "missing");
const vacant = findings.find(({ rule, state }) => rule === "representative-per-workplace" && state === "missing");
const held = organisation.assignments.find(
  ({ role, unit, from, until = "9999", substitute_for }) =>
    role === "security_coordinator" && unit !== coordinator.unit && from < ON && until > ON && !substitute_for,
);
const rated = organisation.risks.find(
  ({ likelihood, consequence }) => Number.isInteger(likelihood) && likelihood > 1 && consequence,
);
/** Somebody whom no other is called by a part of the name of. */
const someone = organisation.people.find(
  ({ name, unit }) => unit !== held.unit && organisation.people.filter((other) => other.name.includes(name)).length === 1,
);

const WORDS = {
  sv: {
    locale: "sv-SE",
    appoint: /^Tillsätt$/,
    person: /^Person/,
    replace: /^Byt person/,
    accept: "Acceptera avvikelsen",
    why: /^Varför \(måste/,
    decidedBy: /^Beslutat av/,
    until: /^Till och med/,
    accepted: "Accepteras till och med 30 april 2027.",
    editUnit: "Ändra enheten",
    remove: /^Ta bort$/,
    refers: /hänvisar hit/,
    move: "Flytta i matrisen",
    moveTo: "Flytta hit: sannolikhet 1, konsekvens 1",
    moved: "Klar",
    newRisk: "Ny risk",
    title: "Rubrik (måste anges)",
    goOn: "Fortsätt",
    unsaved: /^[1-9]\d* ändring(?:ar)? är inte sparade?/,
  },
  en: {
    locale: "en-GB",
    appoint: /^Appoint$/,
    person: /^Person/,
    replace: /^Change holder/,
    accept: "Accept the finding",
    why: /^Why \(required/,
    decidedBy: /^Decided by/,
    until: /^Until/,
    accepted: "Accepted until 30 April 2027.",
    editUnit: "Edit the unit",
    remove: /^Remove$/,
    refers: /refer here/,
    move: "Move in the matrix",
    moveTo: "Move here: likelihood 1, consequence 1",
    moved: "Done",
    newRisk: "New risk",
    title: "Title (required)",
    goOn: "Go on",
    unsaved: /^[1-9]\d* changes? (?:is|are) not saved/,
  },
};

/** Comes to an element with the Tab key, as somebody without a mouse does. */
async function tabTo(page, target) {
  await expect(target).toBeVisible();
  for (let steps = 0; steps < 400; steps += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the Tab key does not come to ${target}`);
}

async function press(page, target) {
  await tabTo(page, target);
  await page.keyboard.press("Enter");
}

async function type(page, target, text) {
  await tabTo(page, target);
  await page.keyboard.type(text);
}

/** Chooses the only one of a name in a field with a list. */
async function pick(page, target, name) {
  await type(page, target, name);
  await expect(dialog(page).getByRole("option")).toHaveCount(1);
  await page.keyboard.press("Enter");
  await expect(dialog(page).getByRole("option")).toHaveCount(0);
}

/** Types a day in the order that the browser asks for its parts in. */
async function typeDay(page, target, day) {
  const [year, month, date] = day.split("-");
  await tabTo(page, target);
  for (const order of [[month, date, year], [year, month, date], [date, month, year]]) {
    // Each order from the first part on.
    for (let parts = 0; parts < 3; parts += 1) await page.keyboard.press("ArrowLeft");
    for (const part of order) {
      await page.keyboard.type(part);
      // A year may have more digits: one goes on by oneself.
      if (part === year) await page.keyboard.press("ArrowRight");
    }
    if ((await target.inputValue()) === day) return;
  }
  throw new Error(`the day ${day} cannot be typed`);
}

/** Saves the form from the field one stands in, and waits until it is gone. */
async function saved(page) {
  await page.keyboard.press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  await ready(page);
}

for (const [language, said] of Object.entries(WORDS)) {
  test.describe(`in ${language}, by keyboard alone,`, () => {
    test.use({ locale: said.locale, viewport: { width: 1280, height: 1000 } });
    const unsaved = (page) => expect(page.locator(".draft-said")).toHaveText(said.unsaved);

    for (const [where, hash] of [
      ["its finding", findingOf(coordinator)],
      ["the page of its unit", `#/organisation/${unitOf(vacant)}`],
    ]) {
      test(`a vacancy is filled from ${where}`, async ({ page }) => {
        await openApp(page, hash);
        await press(page, button(page, said.appoint));
        const person = dialog(page).getByRole("combobox", { name: said.person });
        await expect(person).toBeFocused();
        await pick(page, person, someone.name);
        await saved(page);
        await unsaved(page);
        await turnTo(page, `#/people/${someone.id}`);
        const unit = hash === findingOf(coordinator) ? coordinator.unit : vacant.unit;
        await expect(page.locator(`main a[href*="#/organisation/${unit}"]`).first()).toBeVisible();
      });
    }

    test("somebody is replaced", async ({ page }) => {
      await openApp(page, `#/organisation/${held.unit}`);
      const row = page.locator("li.post", { hasText: byId("people", held.person).name }).first();
      await press(page, row.getByRole("button", { name: said.replace }));
      const person = dialog(page).getByRole("combobox", { name: said.person });
      await expect(person).toBeFocused();
      await expect(person).toHaveValue("");
      await pick(page, person, someone.name);
      await saved(page);
      await unsaved(page);
      await expect(page.locator("li.post", { hasText: someone.name }).first()).toBeVisible();
    });

    test("what must be met is accepted with an end and by somebody", async ({ page }) => {
      await openApp(page, findingOf(coordinator));
      await press(page, button(page, said.accept));
      await type(page, dialog(page).getByLabel(said.why), "Tjänsten tillsätts i vår.");
      await pick(page, dialog(page).getByRole("combobox", { name: said.decidedBy }), someone.name);
      await typeDay(page, dialog(page).getByLabel(said.until), "2027-04-30");
      await saved(page);
      await expect(page.locator("main")).toContainText(said.accepted);
    });

    test("a unit that is referred to is taken out: Enter gives the first answer, Escape takes the question back", async ({ page }) => {
      await openApp(page, `#/organisation/${held.unit}`);
      await press(page, button(page, said.editUnit));
      const question = dialog(page).getByRole("group", { name: said.refers });
      const remove = dialog(page).getByRole("button", { name: said.remove });
      await press(page, remove.last());
      await expect(question.getByRole("radio").first()).toBeFocused();
      await page.keyboard.press("Escape");
      await expect(question).toHaveCount(0);
      await expect(dialog(page)).toBeVisible();
      await expect(remove.last()).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(question.getByRole("radio").first()).toBeFocused();
      await page.keyboard.press("Enter");
      await expect(dialog(page)).toHaveCount(0);
      await expect(page).toHaveURL(/#\/organisation$/);
      await unsaved(page);
    });

    test("a risk is moved in the matrix", async ({ page }) => {
      await openApp(page, `#/risks/${rated.id}`);
      await press(page, button(page, said.move));
      await press(page, button(page, said.moveTo));
      await ready(page);
      await expect(button(page, said.moved)).toBeFocused();
      await expect(page.locator(".matrix tbody tr").last().locator("td").first()).toHaveClass(/pinned/);
      await unsaved(page);
    });

    test("a form half filled in is offered again after a reload, and Back closes it", async ({ page }) => {
      await openApp(page, "#/organisation");
      await turnTo(page, "#/risks");
      await press(page, button(page, said.newRisk));
      const title = dialog(page).getByLabel(said.title, { exact: true });
      await type(page, title, "Takras i idrottshallen");
      await page.reload();
      await ready(page);
      await press(page, button(page, said.goOn));
      await expect(title).toHaveValue("Takras i idrottshallen");
      await page.goBack();
      await expect(dialog(page)).toHaveCount(0);
      await expect(page).toHaveURL(/#\/risks$/);
      await press(page, button(page, said.goOn));
      await expect(title).toBeFocused();
      await saved(page);
      await unsaved(page);
    });
  });
}
