// The acts of a head of security one after the other, by keyboard alone and in both languages. After each of them all
// pages count the same.
import { expect, openApp, ready, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { pick, press, saved, tabTo, type, typeDay } from "./support/keyboard.mjs";
import { findings, organisation } from "./support/example.mjs";
import { figures, RULE } from "./support/figures.mjs";

const ON = organisation.as_of;
const byId = (list, id) => organisation[list].find((item) => item.id === id);
const findingOf = ({ id }) => `#/coverage/${encodeURIComponent(id)}`;
const dialog = (page) => page.getByRole("dialog");
const button = (page, name) => page.getByRole("button", { name }).first();

const vacant = findings.find(({ rule, state }) => rule === RULE && state === "missing");
const coordinator = findings.find(({ rule, state }) => rule === "coordinator-per-department" && state === "missing");
const held = organisation.assignments.find(
  ({ role, unit, from, until = "9999", substitute_for }) =>
    role === "security_coordinator" && unit !== coordinator.unit && from < ON && until > ON && !substitute_for,
);
const holder = byId("people", held.person);
/** Two people whose names no other has a part of. */
const [someone, other] = organisation.people.filter(
  ({ name, unit }) => unit !== held.unit && organisation.people.filter((one) => one.name.includes(name)).length === 1,
);
const dayBefore = (day) => new Date(Date.parse(day) - 86_400_000);

const WORDS = {
  sv: {
    locale: "sv-SE",
    search: "Sök",
    appoint: /^Tillsätt/,
    person: /^Person/,
    findings: "Visa avvikelserna",
    accept: "Acceptera avvikelsen",
    why: /^Varför \(måste/,
    decidedBy: /^Beslutat av/,
    until: /^Till och med/,
    accepted: "Accepteras till och med 30 april 2027.",
    editPerson: "Ändra personen",
    remove: /^Ta bort$/,
    refers: /hänvisar hit/,
    handOver: "Låt något annat i filen ta över.",
    toWhom: "Lämna över till",
    undo: /^Ångra/,
    replace: /^Byt person/,
  },
  en: {
    locale: "en-GB",
    search: "Search",
    appoint: /^Fill the post/,
    person: /^Person/,
    findings: "Show the gaps",
    accept: "Accept the gap",
    why: /^Why \(required/,
    decidedBy: /^Decided by/,
    until: /^Until/,
    accepted: "Accepted until 30 April 2027.",
    editPerson: "Edit the person",
    remove: /^Remove$/,
    refers: /refer here/,
    handOver: "Let something else in the file take over.",
    toWhom: "Hand over to",
    undo: /^Undo/,
    replace: /^Change holder/,
  },
};

for (const [language, words] of Object.entries(WORDS)) {
  test.describe(`in ${language}, by keyboard alone,`, () => {
    test.use({ locale: words.locale, viewport: { width: 1280, height: 1000 } });

    test("a vacancy is found and filled, a gap accepted, a person removed and another replaced, and every page counts the same", async ({ page }) => {
      test.setTimeout(300_000);
      await openApp(page);
      const before = await figures(page);

      // A vacancy is found by search and filled on the page of its unit.
      await page.keyboard.press("/");
      const box = page.getByRole("combobox", { name: words.search });
      await expect(box).toBeFocused();
      const unit = byId("units", vacant.unit);
      await page.keyboard.type((language === "en" && unit.name.en) || (unit.name.sv ?? unit.name));
      await expect(page.locator("dialog.search [aria-selected=true]")).toContainText(unit.name[language] ?? unit.name.sv ?? unit.name);
      await page.keyboard.press("Enter");
      await expect(page).toHaveURL(new RegExp(`#/organisation/${unit.id}$`));
      await ready(page);
      await press(page, button(page, words.appoint));
      await pick(page, dialog(page).getByRole("combobox", { name: words.person }), someone.name);
      await saved(page);
      await expect(page.locator("main .post").filter({ hasText: someone.name })).not.toHaveCount(0);
      await turnTo(page, "#/data");
      await expect(page.locator("#changes")).toContainText(someone.name);
      // What was a gap is none, and leads on to those that are left.
      await turnTo(page, findingOf(vacant));
      await press(page, page.locator("main").getByRole("link", { name: words.findings }).first());
      await expect(page).toHaveURL(/#\/coverage$/);
      await ready(page);
      await press(page, page.locator("#findings summary").first());
      await press(page, page.locator("#findings a[href*='#/coverage/']").first());
      await expect(page).toHaveURL(/#\/coverage\/./);
      const filled = await figures(page);
      // Who has just come may lack a course, so that the gaps may be as many.
      expect(parseInt(filled[`held of rule ${RULE}`], 10)).toBe(parseInt(before[`held of rule ${RULE}`], 10) + 1);

      // What must be met is accepted only with an end and by somebody.
      await turnTo(page, findingOf(coordinator));
      await press(page, button(page, words.accept));
      await type(page, dialog(page).getByLabel(words.why), "Tjänsten tillsätts i vår.");
      await page.keyboard.press("Enter");
      await expect(dialog(page)).toBeVisible();
      for (const label of [words.decidedBy, words.until]) {
        expect(await dialog(page).getByLabel(label).first().evaluate((field) => field.checkValidity())).toBe(false);
      }
      await pick(page, dialog(page).getByRole("combobox", { name: words.decidedBy }), someone.name);
      await typeDay(page, dialog(page).getByLabel(words.until), "2027-04-30");
      await saved(page);
      await expect(page.locator("main")).toContainText(words.accepted);
      const accepted = await figures(page);
      expect(accepted.gaps).toBe(filled.gaps - 1);

      // Of a person who holds a post it is asked what becomes of that, and it is handed over.
      await turnTo(page, `#/people/${holder.id}`);
      await press(page, button(page, words.editPerson));
      await press(page, dialog(page).getByRole("button", { name: words.remove }).last());
      const question = dialog(page).getByRole("group", { name: words.refers });
      await expect(question.getByRole("radio").first()).toBeFocused();
      const handOver = question.getByRole("radio", { name: words.handOver });
      for (let at = 0; at < 6 && !(await handOver.isChecked()); at += 1) await page.keyboard.press("ArrowDown");
      await expect(handOver).toBeChecked();
      await pick(page, question.getByRole("combobox", { name: words.toWhom }), other.name);
      await press(page, question.getByRole("button", { name: words.remove }));
      await expect(dialog(page)).toHaveCount(0);
      await turnTo(page, `#/organisation/${held.unit}`);
      await expect(page.locator("main .post").filter({ hasText: other.name })).not.toHaveCount(0);
      await expect(page.locator("main")).not.toContainText(holder.name);
      await figures(page);

      // One step takes it back, whole.
      await press(page, button(page, words.undo));
      await turnTo(page, `#/organisation/${held.unit}`);
      await expect(page.locator("main .post").filter({ hasText: holder.name })).not.toHaveCount(0);
      expect(await figures(page)).toEqual(accepted);

      // Somebody who is replaced ends the day before.
      await turnTo(page, `#/organisation/${held.unit}`);
      const post = page.locator("li.post", { hasText: holder.name }).first();
      await press(page, post.getByRole("button", { name: words.replace }));
      await expect(dialog(page).getByRole("combobox", { name: words.person })).toHaveValue("");
      await pick(page, dialog(page).getByRole("combobox", { name: words.person }), other.name);
      await saved(page);
      await turnTo(page, "#/data");
      const day = new Intl.DateTimeFormat(words.locale, { dateStyle: "long", timeZone: "UTC" }).format(dayBefore(ON));
      await expect(page.locator("#changes")).toContainText(new RegExp(day.replaceAll(" ", "\\s")));
      await expect(page.locator("#changes")).toContainText(other.name);
      await figures(page);

      // And all of it can be taken back.
      for (let steps = 0; steps < 3; steps += 1) {
        await press(page, button(page, words.undo));
        await ready(page);
      }
      expect(await figures(page)).toEqual(before);
    });
  });
}
