// Someone leaves: their posts end with the last day, each goes to whoever is chosen, and all of it is one change.
import { readFileSync } from "node:fs";
import { axe, expect, openApp, ready, slowDown, speak, test } from "./support/page.mjs";
import { choose, turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";

const ON = organisation.as_of;
const LAST = "2027-04-30";
const goesOn = ({ from = "", until = "9999" }) => from <= ON && until >= LAST;
const coordinator = organisation.assignments.find((post) => post.role === "security_coordinator" && post.person && goesOn(post));
const person = organisation.people.find(({ id }) => id === coordinator.person);
const own = organisation.assignments.filter((post) => post.person === person.id && goesOn(post));
const name = (item) => item.name.sv ?? item.name;
const other = organisation.people.find(({ id, name: own }) =>
  id !== person.id && organisation.people.filter((item) => name(item) === (own.sv ?? own)).length === 1);
const form = (page) => page.locator(".leave");

const WORDS = {
  sv: { leaves: "Slutar …", last: "Sista dag", vacant: "Lämna vakant", other: "Någon annan", done: "Lägg in ändringarna", undo: /^Ångra/ },
  en: { leaves: "Leaving …", last: "Last day", vacant: "Leave vacant", other: "Someone else", done: "Make the changes", undo: /^Undo/ },
};

for (const [language, words] of Object.entries(WORDS)) {
  test(`whoever leaves is followed by whoever is chosen, and that is undone in one step: ${language}`, async ({ page }) => {
    await openApp(page, `#/people/${person.id}`);
    if (language === "en") await speak(page, "In English");
    await page.getByRole("button", { name: words.leaves }).click();
    await form(page).getByLabel(words.last).fill(LAST);
    const posts = form(page).locator(".leave-post:not(.leave-charge)");
    await expect(posts).toHaveCount(own.length);
    // Nobody is chosen for the reader.
    for (const post of await posts.all()) await expect(post.getByRole("radio", { name: words.vacant })).toBeChecked();
    await posts.first().getByRole("radio", { name: words.other }).check();
    await choose(posts.first(), words.other, name(other));
    await axe(page);
    await form(page).getByRole("button", { name: words.done }).click();
    await expect(form(page)).toHaveCount(0);
    await expect(page.getByRole("button", { name: words.leaves })).toBeFocused();
    await expect(page.getByText(language === "sv" ? /30\sapr(il)?\s2027/ : /30\sApr(il)?\s2027/).first()).toBeVisible();

    await turnTo(page, `#/people/${other.id}`);
    await expect(page.locator("main")).toContainText(language === "sv" ? /1\smaj\s2027/ : /1\sMay\s2027/);

    await turnTo(page, `#/people/${person.id}`);
    await page.getByRole("button", { name: words.undo }).first().click();
    await ready(page);
    await expect(page.locator("main")).not.toContainText(language === "sv" ? /30\sapr(il)?\s2027/ : /30\sApr(il)?\s2027/);
  });
}

test("nothing is carried out for a last day whose posts are not shown yet", async ({ page, context }) => {
  await slowDown(context, 1000);
  await openApp(page, `#/people/${person.id}`);
  await page.getByRole("button", { name: WORDS.sv.leaves }).click();
  const done = form(page).getByRole("button", { name: WORDS.sv.done });
  await expect(done).toBeVisible();
  await form(page).getByLabel(WORDS.sv.last).fill(LAST);
  await done.click();
  await ready(page);
  await expect(form(page)).toBeVisible();
  await expect(page.getByRole("region", { name: "Ändringar i filen" })).toHaveCount(0);
  await done.click();
  await expect(form(page)).toHaveCount(0);
  await expect(page.getByText(/30\sapr(il)?\s2027/).first()).toBeVisible();
});

const HANDED = {
  sv: { leaves: "Slutar …", last: "Sista dag", other: "Någon annan", nobody: "Ingen tills vidare", stays: "Låt det stå kvar", reports: /rapporterar till/, owned: /^\S+ åtgärd(er)? som .* ansvarar för$/, from: /Ändras från och med 1\smaj 2027\./, done: "Lägg in ändringarna", undo: /^Ångra/ },
  en: { leaves: "Leaving …", last: "Last day", other: "Someone else", nobody: "Nobody for now", stays: "Leave as it is", reports: /reports? to/, owned: /^\S+ measures? that .* answers for$/, from: /Changes on 1\sMay 2027\./, done: "Make the changes", undo: /^Undo/ },
};
/** Somebody to whom a post reports after the last day, and who answers for a measure that remains. */
const reports = organisation.assignments.filter(({ person, reports_to, until = "9999" }) => reports_to && person !== reports_to && until > LAST);
const remains = ({ status }) => status !== "done" && status !== "cancelled";
const [boss, theirs] = organisation.people
  .map((item) => [item, organisation.measures.filter((measure) => measure.owner === item.id && remains(measure))])
  .find(([{ id, marking }, owned]) => !marking && id !== other.id && owned.length > 0 && reports.some(({ reports_to }) => reports_to === id));

for (const [language, words] of Object.entries(HANDED)) {
  test(`what whoever leaves answers for is handed over in the same change: ${language}`, async ({ page }) => {
    await openApp(page, `#/people/${boss.id}`);
    if (language === "en") await speak(page, "In English");
    await page.getByRole("button", { name: words.leaves }).click();
    await form(page).getByLabel(words.last).fill(LAST);
    const group = (name) => form(page).getByRole("group", { name });
    await expect(group(words.reports)).toContainText(words.from);
    await expect(group(words.owned).getByRole("listitem")).toHaveCount(theirs.length);
    // Nothing is handed over that nobody has chosen to.
    for (const charge of await form(page).locator(".leave-charge").all()) await expect(charge.getByRole("radio", { name: words.stays })).toBeChecked();
    for (const charge of [words.reports, words.owned]) {
      await group(charge).getByRole("radio", { name: words.other }).check();
      await choose(group(charge), words.other, name(other));
    }
    await axe(page);
    await form(page).getByRole("button", { name: words.done }).click();
    await expect(form(page)).toHaveCount(0);
    await turnTo(page, `#/people/${other.id}`);
    for (const { title } of theirs) await expect(page.locator("main")).toContainText(title[language] ?? title.sv ?? title);
    await page.getByRole("button", { name: words.undo }).first().click();
    await ready(page);
    const [{ title }] = theirs;
    await expect(page.locator("main").getByText(title[language] ?? title.sv ?? title)).toHaveCount(0);
  });
}

test("the posts of a person stand along the years, with the day that is looked at", async ({ page }) => {
  await openApp(page, `#/people/${person.id}`);
  const bars = page.locator(".terms .terms-bar");
  expect(await bars.count()).toBeGreaterThan(0);
  await expect(page.locator(".terms-today")).toHaveText("i dag");
  await expect(page.locator(".terms")).toHaveAttribute("aria-label", /uppdrag längs åren/);
});

test("whoever answers for a measure leads to their own page", async ({ page }) => {
  const people = new Set(organisation.people.map(({ id }) => id));
  const owned = organisation.measures.find(({ owner }) => people.has(owner));
  expect(owned).toBeDefined();
  await openApp(page, "#/measures");
  const link = page.locator(`main td a[href="#/people/${owned.owner}"]`).first();
  await link.click();
  await ready(page);
  await expect(page.locator("main h1")).toContainText(organisation.people.find(({ id }) => id === owned.owner).name);
});

test("the contact page begins with whom to call when it is urgent", async ({ page }) => {
  await openApp(page, "#/contact");
  const first = page.locator("main .card").first();
  await expect(first.getByRole("heading")).toHaveText("När det är bråttom");
  await expect(first.getByRole("link", { name: "112" })).toHaveAttribute("href", "tel:112");
});

test("the matrix and the register answer to each other, and arrows wait until they are asked for", async ({ page }) => {
  await openApp(page, "#/risks");
  const arrows = page.locator(".picture-arrow:visible");
  await expect(arrows).toHaveCount(0);
  const row = page.locator("table.register tbody tr").first();
  await row.hover();
  await expect(page.locator(".picture-seat.active")).toHaveCount(1);
  const link = row.getByRole("link").first();
  await page.mouse.move(0, 0);
  await link.focus();
  await expect(row).toHaveClass(/active/);
  const mark = page.locator(".picture-seat a").nth(2);
  await mark.focus();
  await expect(page.locator(".picture-seat.active")).toHaveCount(1);
  await page.getByRole("button", { name: "Visa mål" }).click();
  expect(await arrows.count()).toBeGreaterThan(3);
});

const REMINDER = {
  sv: { write: "Skriv en påminnelse", mail: "Öppna ett mejl", alarm: "Påminn i kalendern", week: "7 dagar före", save: "Spara som kalenderfil (.ics)", ends: "uppdraget går ut" },
  en: { write: "Write a reminder", mail: "Open an email", alarm: "Remind in the calendar", week: "7 days before", save: "Save as a calendar file (.ics)", ends: "the post expires on" },
};

for (const [language, words] of Object.entries(REMINDER)) {
  test(`a person is reminded of what ends by a letter and by days with alarms: ${language}`, async ({ page }) => {
    const ends = organisation.assignments.find(({ person, until, marking }) => person && !marking && until > ON);
    const { id, email } = organisation.people.find(({ id }) => id === ends.person);
    await openApp(page, `#/people/${id}`);
    if (language === "en") await speak(page, "In English");
    await page.getByRole("button", { name: words.write }).press("Enter");
    const card = page.locator(".reminder");
    await expect(card.locator(".reminder-letter")).toContainText(words.ends);
    const letter = await card.getByRole("link", { name: words.mail }).getAttribute("href");
    expect(letter.startsWith(`mailto:${email ?? ""}?`)).toBe(true);
    expect(decodeURIComponent(letter)).toContain(words.ends);
    await axe(page);
    await card.getByLabel(words.alarm).selectOption(words.week);
    const [download] = await Promise.all([page.waitForEvent("download"), card.getByRole("button", { name: words.save }).press("Enter")]);
    expect(download.suggestedFilename()).toBe(`${id}.ics`);
    const days = readFileSync(await download.path(), "utf8");
    expect(days).toContain(`DTSTART;VALUE=DATE:${ends.until.replaceAll("-", "")}`);
    expect(days.match(/TRIGGER:-P7D/g)).toHaveLength(days.match(/BEGIN:VEVENT/g).length);
  });
}

test("of whom is marked secret no reminder leaves the page", async ({ page }) => {
  const ends = organisation.assignments.find(({ person, until }) => person && until > ON);
  const people = organisation.people.map((item) => (item.id === ends.person ? { ...item, marking: "secret:21:3" } : item));
  await page.route("**/example.json", (route) => route.fulfill({ json: { ...organisation, people } }));
  await openApp(page, `#/people/${ends.person}`);
  await page.getByRole("button", { name: "Skriv en påminnelse" }).click();
  await expect(page.locator(".reminder")).toContainText("märkt med sekretess");
  await expect(page.locator(".reminder a")).toHaveCount(0);
});
