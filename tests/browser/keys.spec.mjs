// Acting without a mouse, in both languages: what is to be pressed is come to with the Tab key, and pressed with Enter. After
// each act every page counts the same, and once it is undone, what it counted before.
import { expect, openApp, ready, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { pick, press, saved, tabTo, type, typeDay } from "./support/keyboard.mjs";
import { findings, organisation } from "./support/example.mjs";
import { figures, figuresBefore } from "./support/figures.mjs";

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
/** A risk whose reasons are of the level that it has, and not of the lowest. */
const reasoned = organisation.risks.find(
  ({ likelihood, consequence, motive, matrix }) => Number.isInteger(likelihood) && likelihood > 1 && consequence && motive && !matrix,
);
const children = ({ id }) => organisation.units.filter(({ parent }) => parent === id).length;
const largest = organisation.units.toSorted((a, b) => children(b) - children(a))[0];
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
    suggested: /^Utse /,
    does: "Vad som återstår visas efteråt.",
    recorded: /Registrerat: /,
    left: /^(?:Kvar här|Inget mer att göra på)/,
    next: "Nästa",
    noChoice: "Välj i listan, eller töm fältet.",
    more: /^Visa fler/,
    inEnglish: "Text på engelska",
    titleEnglish: "Rubrik på engelska, om det skiljer",
    howLikely: "Hur troligt är det?",
    likelihood: "Sannolikhet",
    notFitting: "Motiveringen till",
    freeze: "Frys analysen som en utgåva",
    nameOf: /^Namn \(/,
    removeNamed: /^Ta bort: /,
    askedFrozen: /^En fryst utgåva/,
    keepIt: "Behåll",
    headings: "Rubrikerna",
    ownTemplate: "Gör en egen mall av den här",
    municipality: "Kommunens namn (måste anges)",
    makeFile: "Skapa filen",
    paste: "Klistra in rubriker",
    pasteDo: "Lägg in rubrikerna",
    kept: "Sparat i webbläsaren",
    openOwn: "Öppna din fil",
    unsaved: /^[1-9]\d* ändring(?:ar)? är inte sparade?/,
    undo: /^Ångra/,
  },
  en: {
    locale: "en-GB",
    appoint: /^Fill the post$/,
    person: /^Person/,
    replace: /^Change holder/,
    accept: "Accept the gap",
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
    suggested: /^Appoint /,
    does: "What remains is shown afterwards.",
    recorded: /Recorded: /,
    left: /^(?:Still here|Nothing more to do at)/,
    next: "Next",
    noChoice: "Choose from the list, or clear the field.",
    more: /^Show more/,
    inEnglish: "Text in English",
    titleEnglish: "Title in English, if different",
    howLikely: "How likely is it?",
    likelihood: "Likelihood",
    notFitting: "The rationale for",
    freeze: "Freeze the analysis as an edition",
    nameOf: /^Name \(/,
    removeNamed: /^Remove: /,
    askedFrozen: /^A frozen edition/,
    keepIt: "Keep",
    headings: "The headings",
    ownTemplate: "Make a template of your own from this",
    municipality: "Name of the municipality (required)",
    makeFile: "Create the file",
    paste: "Paste headings",
    pasteDo: "Enter the headings",
    kept: /^(?:Kept|Saved) in (?:the|this|your) browser/,
    openOwn: "Open your file",
    unsaved: /^[1-9]\d* changes? (?:is|are) not saved/,
    undo: /^Undo/,
  },
};

for (const [language, said] of Object.entries(WORDS)) {
  test.describe(`in ${language}, by keyboard alone,`, () => {
    test.use({ locale: said.locale, viewport: { width: 1280, height: 1000 } });
    const unsaved = (page) => expect(page.locator(".draft-said")).toHaveText(said.unsaved);

    /** Expects that every page counts the same after so many acts, and what it counted before once they are undone. */
    async function agreed(page, acts = 1) {
      const after = await figures(page);
      await turnTo(page, "#/about");
      for (let act = 0; act < acts; act += 1) {
        await press(page, button(page, said.undo));
        await ready(page);
      }
      await expect(button(page, said.undo)).toBeDisabled();
      expect(await figures(page)).toEqual(before);
      return after;
    }

    let before;
    test.beforeEach(async ({ page }) => {
      test.setTimeout(240_000);
      before = await figuresBefore(page, language);
    });

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
        await agreed(page);
      });
    }

    test("one press on a suggestion says before what it does, and afterwards what is recorded, left and next", async ({ page }) => {
      await openApp(page, findingOf(coordinator));
      await expect(page.locator("#who")).toContainText(said.does);
      await press(page, button(page, said.suggested));
      await expect(page.locator("main")).toContainText(said.recorded);
      await expect(page.getByRole("heading", { name: said.left })).toBeVisible();
      await expect(page.getByRole("heading", { name: said.next })).toBeVisible();
      await unsaved(page);
      await agreed(page);
    });

    test("a name that nobody has is not saved as nothing, and neither is an acceptance without an end", async ({ page }) => {
      await openApp(page, findingOf(coordinator));
      await press(page, button(page, said.appoint));
      await type(page, dialog(page).getByRole("combobox", { name: said.person }), "Ingen Heter Så");
      await page.keyboard.press("Enter");
      await expect(dialog(page)).toBeVisible();
      expect(await dialog(page).getByRole("combobox", { name: said.person }).evaluate((field) => field.validationMessage)).toBe(said.noChoice);
      await page.keyboard.press("Tab");
      await expect(dialog(page).getByText(said.noChoice)).toBeVisible();
      await page.keyboard.press("Escape");
      await expect(dialog(page)).toHaveCount(0);
      await press(page, button(page, said.accept));
      await type(page, dialog(page).getByLabel(said.why), "Tjänsten tillsätts i vår.");
      await page.keyboard.press("Enter");
      await expect(dialog(page)).toBeVisible();
      expect(await dialog(page).getByLabel(said.until).evaluate((field) => field.checkValidity())).toBe(false);
    });

    test("all the units under a unit are come to", async ({ page }) => {
      await openApp(page, `#/organisation/${largest.id}`);
      const rows = page.locator("ul.rows.columns > li");
      await expect(rows).toHaveCount(50);
      await press(page, button(page, said.more));
      await expect(rows).toHaveCount(children(largest));
      await tabTo(page, rows.last().getByRole("link").first());
    });

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
      await agreed(page);
    });

    test("what must be met is accepted with an end and by somebody", async ({ page }) => {
      await openApp(page, findingOf(coordinator));
      await press(page, button(page, said.accept));
      await type(page, dialog(page).getByLabel(said.why), "Tjänsten tillsätts i vår.");
      await pick(page, dialog(page).getByRole("combobox", { name: said.decidedBy }), someone.name);
      await typeDay(page, dialog(page).getByLabel(said.until), "2027-04-30");
      await saved(page);
      await expect(page.locator("main")).toContainText(said.accepted);
      expect((await agreed(page)).gaps).toBe(before.gaps - 1);
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
      await agreed(page);
    });

    test("a risk is moved in the matrix", async ({ page }) => {
      await openApp(page, `#/risks/${rated.id}`);
      await press(page, button(page, said.move));
      await press(page, button(page, said.moveTo));
      await ready(page);
      await expect(button(page, said.moved)).toBeFocused();
      await expect(page.locator(".matrix tbody tr").last().locator("td").first()).toHaveClass(/pinned/);
      await unsaved(page);
      await agreed(page);
    });

    test("a risk that is moved names the reasons that no longer fit", async ({ page }) => {
      await openApp(page, `#/risks/${reasoned.id}`);
      await press(page, button(page, said.move));
      await expect(page.getByText(said.notFitting)).toHaveCount(0);
      await press(page, button(page, said.moveTo));
      await expect(page.getByRole("status").filter({ hasText: said.notFitting })).toBeVisible();
    });

    test("a risk is entered step by step, its English where that is wanted", async ({ page }) => {
      await openApp(page, "#/risks");
      await press(page, button(page, said.newRisk));
      await type(page, dialog(page).getByLabel(said.title, { exact: true }), "Takras i ishallen");
      const english = dialog(page).getByLabel(said.titleEnglish);
      const likelihood = dialog(page).getByRole("combobox", { name: said.likelihood, exact: true }).first();
      await expect(english).toBeHidden();
      await press(page, dialog(page).locator("summary", { hasText: said.inEnglish }).first());
      await type(page, english, "Roof of the ice rink collapses");
      await expect(likelihood).toBeHidden();
      await press(page, dialog(page).locator("summary", { hasText: said.howLikely }).first());
      await tabTo(page, likelihood);
      await page.keyboard.press("ArrowDown");
      await tabTo(page, english);
      await saved(page);
      await turnTo(page, "#/risks/takras-i-ishallen");
      await expect(page.locator("h1")).toContainText(language === "sv" ? "Takras i ishallen" : "Roof of the ice rink collapses");
      await agreed(page);
    });

    test("an edition is frozen, and taken out only after a question", async ({ page }) => {
      await openApp(page, "#/editions");
      const rows = page.locator("#editions li.edition");
      await expect(rows).toHaveCount(1);
      await press(page, button(page, said.freeze));
      await type(page, dialog(page).getByLabel(said.nameOf), "RSA 2026");
      await saved(page);
      await expect(rows).toHaveCount(2);
      const remove = rows.first().getByRole("button", { name: said.removeNamed });
      const question = page.getByRole("group", { name: said.askedFrozen });
      await press(page, remove);
      await press(page, question.getByRole("button", { name: said.keepIt }));
      await expect(rows).toHaveCount(2);
      await press(page, remove);
      await press(page, question.getByRole("button").first());
      await expect(rows).toHaveCount(1);
      await agreed(page, 2);
    });

    test("a template of one's own is made of the headings of the report, and others are pasted", async ({ page }) => {
      await openApp(page, "#/report");
      await press(page, page.locator("summary", { hasText: said.headings }).first());
      await press(page, button(page, said.ownTemplate));
      await expect(page).toHaveURL(/profile=own-1/);
      await press(page, page.locator("summary", { hasText: said.paste }));
      await type(page, page.locator("#headings-pasted"), "1. Inledning\n2. Avgränsning");
      await press(page, button(page, said.pasteDo));
      await expect(page.locator(".report-part > h2").first()).toHaveText("1. Inledning");
      await expect(page.locator(".report-part > h2").nth(1)).toHaveText("2. Avgränsning");
      await unsaved(page);
      await agreed(page, 2);
    });

    test("a file that is begun is offered first the next time", async ({ page }) => {
      await openApp(page, "#/start");
      await type(page, page.getByLabel(said.municipality), "Påhittade kommun");
      await press(page, button(page, said.makeFile));
      await expect(page.locator("header")).toContainText("Påhittade kommun");
      await turnTo(page, "#/data");
      await expect(page.locator(".kept-line").first()).toContainText(said.kept);
      await openApp(page);
      await expect(page.locator(".notices")).toContainText("Påhittade-kommun.json");
      await press(page, page.locator(".notices").getByRole("button", { name: said.openOwn }));
      await expect(page.locator("header")).toContainText("Påhittade kommun");
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
      await agreed(page);
    });
  });
}
