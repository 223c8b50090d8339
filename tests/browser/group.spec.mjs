// The risk management group, the trainings and the year: what they show of the example, edited where it is shown.
import { readFileSync } from "node:fs";
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { choose } from "./support/edit.mjs";
import { findings, organisation } from "./support/example.mjs";

const said = (text) => text.sv ?? text;
const dialog = (page) => page.getByRole("dialog");
const bar = (page) => page.getByRole("region", { name: "Ändringar i filen" });
const save = (page) => dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
const undo = (page) => bar(page).getByRole("button", { name: /^Ångra/ }).click();
const card = (page, name) => page.locator("main section").filter({ has: page.getByRole("heading", { name, exact: true }) });
const on = organisation.as_of;

const group = organisation.units.find(({ kind }) => kind === "group");
const missing = findings.filter(({ rule, state }) => rule.startsWith("group-has-") && state === "missing");

test.describe("the group", () => {
  test("shows every member by whom they represent, and a hole for each who is missing", async ({ page }) => {
    await openApp(page, "#/group");
    await expect(page.locator("h1")).toContainText(said(group.name));
    await expect(page.locator(".seat [data-state=missing]")).toHaveCount(missing.length);
    expect(missing.length).toBeGreaterThan(0);
    for (const { id } of missing) {
      const link = page.locator(`.seat a[href="#/coverage/${encodeURIComponent(id).replaceAll("%3A", ":")}"]`);
      await expect(link).toHaveCount(1);
    }
    const held = ({ role, unit, from = "", until = "9999" }) =>
      role === "member" && unit === group.id && from <= on && on <= until;
    for (const { person } of organisation.assignments.filter(held)) {
      await expect(page.locator(".seats")).toContainText(organisation.people.find(({ id }) => id === person).name);
    }
  });

  test("an empty seat is filled where it is seen, and that is undone", async ({ page }) => {
    const party = missing.find(({ rule }) => rule === "group-has-parties");
    const name = said(organisation.units.find(({ id }) => party.id.endsWith(`:${id}`)).name);
    await openApp(page, "#/group");
    const before = await page.locator("h1").textContent();
    await page.getByRole("button", { name: `Lägg till medlem: ${name}` }).click();
    await choose(dialog(page), /^Person/, organisation.people[1].name);
    await save(page);
    await expect(page.getByRole("button", { name: `Lägg till medlem: ${name}` })).toHaveCount(0);
    await expect(page.locator("h1")).not.toHaveText(before);
    await undo(page);
    await expect(page.locator("h1")).toHaveText(before);
  });

  test("meetings are planned, and who took part is ticked by name", async ({ page }) => {
    await openApp(page, "#/group");
    const meetings = card(page, "Möten");
    await meetings.getByRole("button", { name: "Lägg till möte" }).click();
    await dialog(page).getByLabel("Datum").fill("2027-01-28");
    const person = organisation.people[0];
    await dialog(page).getByRole("combobox", { name: "Lägg till: Deltog" }).fill(person.name);
    await dialog(page).getByRole("option", { name: person.name }).click();
    await expect(dialog(page).getByRole("checkbox", { name: person.name })).toBeChecked();
    await save(page);
    await expect(meetings).toContainText("28\u00a0januari 2027");
    const planned = meetings.getByRole("listitem").filter({ hasText: "28\u00a0januari 2027" });
    await planned.getByText("1 deltog").click();
    await expect(planned.getByText(person.name)).toBeVisible();
    await axe(page);
    await undo(page);
    await expect(meetings).not.toContainText("28\u00a0januari 2027");
  });

  test("each kind of work says what was done, and what was not leads to its finding", async ({ page }) => {
    await openApp(page, "#/group");
    const work = card(page, "Gruppens arbete");
    const undone = findings.filter(({ rule, state }) => rule === "group-work" && state !== "accepted");
    for (const { id, state } of undone) {
      const row = work.locator("li.work").filter({ has: page.locator(`a[href*="${id}"]`) });
      await expect(row.locator(`[data-state=${state}]`)).toHaveCount(1);
    }
    await expect(work.locator("li.work")).toHaveCount(6);
    await work.getByRole("button", { name: "Lägg till: Föreläsning" }).click();
    await expect(dialog(page).getByLabel("Datum")).toHaveValue(on);
    await save(page);
    const lecture = work.locator("li.work").filter({ hasText: "Föreläsning" }).first();
    await expect(lecture.locator("[data-state=met]")).toHaveCount(1);
  });

  test("questions stand by phase and status, are raised and are answered", async ({ page }) => {
    await openApp(page, "#/group");
    const questions = page.locator("#questions");
    for (const { about } of organisation.questions) await expect(questions).toContainText(said(about));
    await expect(questions.locator("li[data-status=raised]")).toHaveCount(
      organisation.questions.filter(({ status }) => status === "raised").length,
    );
    await questions.getByRole("button", { name: "Lyft en fråga" }).click();
    await dialog(page).getByLabel("Frågan (måste anges)").fill("Var samlas vi om huset är stängt?");
    await dialog(page).getByLabel("Skede").selectOption("before");
    await save(page);
    const row = questions.locator("li.question").filter({ hasText: "Var samlas vi" });
    await expect(row).toContainText("Väntar på svar");
    await row.getByRole("button", { name: /^Ändra/ }).click();
    await dialog(page).getByLabel("Status").selectOption("answered");
    await save(page);
    await expect(row).toContainText("Besvarad");
    await undo(page);
    await expect(row).toContainText("Väntar på svar");
    await undo(page);
    await expect(row).toHaveCount(0);
  });

  test("a department sees its own members only", async ({ page }) => {
    await openApp(page, "#/group?within=buf");
    await expect(page.locator(".seat")).toHaveCount(1);
    await expect(card(page, "Gruppens arbete")).toHaveCount(0);
  });
});

test.describe("the trainings", () => {
  const rule = organisation.rules.find(({ trained }) => trained);
  const lacking = findings.filter((finding) => finding.rule === rule.id && finding.state === "missing");

  test("those who lack one are listed with the finding, and recorded as having taken it", async ({ page }) => {
    await openApp(page, `#/training?training=${rule.trained.training}&state=missing`);
    await expect(page.locator("#trainees").getByRole("status")).toContainText(`${lacking.length} rader`);
    const rows = page.locator("table.trainees tbody tr");
    await expect(rows).toHaveCount(Math.min(lacking.length, 50));
    await expect(rows.first().locator("td a[href^='#/coverage/']")).toHaveCount(1);
    const name = await rows.first().locator("th").textContent();
    await rows.first().getByRole("button", { name: `Genomförd: ${name}` }).click();
    await expect(dialog(page).getByLabel("Datum")).toHaveValue(on);
    await save(page);
    await expect(page.locator("#trainees").getByRole("status")).toContainText(`${lacking.length - 1} rader`);
    await undo(page);
    await expect(page.locator("#trainees").getByRole("status")).toContainText(`${lacking.length} rader`);
  });

  test("choices are in the address, and a department leads to its own", async ({ page }) => {
    await openApp(page, "#/training");
    await page.getByRole("combobox", { name: "Läge" }).selectOption("expiring");
    await expect(page).toHaveURL(/#\/training\?state=expiring$/);
    await ready(page);
    await expect(page.locator("table.trainees tbody [data-state=expiring]").first()).toBeVisible();
    await expect(page.locator("table.trainees tbody [data-state=missing]")).toHaveCount(0);
    const department = organisation.units.find(({ id }) => id === "soc");
    await card(page, "Per förvaltning").getByRole("link", { name: said(department.name), exact: true }).click();
    await expect(page).toHaveURL(/state=expiring&unit=soc/);
    await expect(page.locator("#trainees .narrowed-to")).toContainText(said(department.name));
  });

  test("a cell of the matrix leads to those of a department who should have a training", async ({ page }) => {
    await openApp(page, "#/training");
    await expect(page.locator("table.trainees")).toHaveCount(0);
    await expect(page.locator("table.training-matrix thead th")).toHaveCount(organisation.trainings.length + 1);
    const row = page.locator("table.training-matrix tbody tr").filter({ hasText: said(organisation.units.find(({ id }) => id === "soc").name) });
    const cell = row.locator("a.training-cell").first();
    const [, all] = /(\d+) av (\d+)/.exec((await cell.textContent()).replaceAll("\u00a0", " ")).slice(1);
    await cell.click();
    await expect(page).toHaveURL(/training=.*unit=soc/);
    await expect(page.locator("#trainees").getByRole("status")).toContainText(`${all} rad`);
    await expect(page.locator("table.trainees tbody tr").first()).toBeVisible();
  });

  test("a training is added for a role, and counts those who lack it", async ({ page }) => {
    await openApp(page, "#/training");
    await page.getByRole("button", { name: "Lägg till utbildning" }).click();
    await dialog(page).getByLabel("Namn (måste anges)").fill("Krisstöd");
    await dialog(page).getByRole("checkbox", { name: "Säkerhetschef" }).check();
    await save(page);
    const training = page.locator("li.training").filter({ hasText: "Krisstöd" });
    await expect(training).toContainText("0 av 1");
    await training.getByRole("button", { name: "Ändra: Krisstöd" }).click();
    await dialog(page).getByRole("checkbox", { name: "Säkerhetschef" }).uncheck();
    await save(page);
    await expect(training).toContainText("Krävs inte för någon roll");
  });

  test("a workplace sees its own only", async ({ page }) => {
    await openApp(page, "#/training?within=avc");
    const units = page.locator("table.trainees tbody td[data-label='Där rollen innehas']");
    const name = said(organisation.units.find(({ id }) => id === "avc").name);
    expect(new Set(await units.allTextContents())).toEqual(new Set([name]));
  });
});

test.describe("the year", () => {
  test("the strip counts what the list holds, month by month and kind by kind", async ({ page }) => {
    await openApp(page, "#/year");
    const said = page.locator(".year-strip .year-month .visually-hidden");
    await expect(said).toHaveCount(12);
    const counts = (await said.allTextContents()).map((text) => Number(/(\d+)\s\S+$/.exec(text)[1]));
    const months = page.locator("section.month h3 .muted");
    expect((await months.allTextContents()).map(Number)).toEqual(counts.filter((count) => count > 0));
    const kinds = await page.locator(".year-strip tbody tr").evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll("td")].map((cell) => Number(cell.textContent.replace("–", "0")))));
    expect(kinds).toHaveLength(5);
    expect(kinds[0].map((_, month) => kinds.reduce((all, row) => all + row[month], 0))).toEqual(counts);
  });

  test("a month lists its duties strictly by day", async ({ page }) => {
    await openApp(page, "#/year");
    for (const month of await page.locator("section.month").all()) {
      const days = (await month.locator(".duties > li > .duty-day").allTextContents()).map((day) => parseInt(day, 10));
      expect(days).toEqual(days.toSorted((a, b) => a - b));
    }
  });

  test("a month is opened from the strip by keyboard, and all of the year comes back", async ({ page }) => {
    await openApp(page, "#/year?year=2027");
    const october = page.locator("a.year-month").nth(9);
    await october.focus();
    await page.keyboard.press("Enter");
    await expect(page).toHaveURL(/#\/year\?year=2027&month=10$/);
    await expect(page.locator("section.month")).toHaveCount(1);
    await expect(page.locator("section.month")).toContainText("Risk- och sårbarhetsanalysen ska vara sammanställd");
    await expect(page.locator("section.month")).toContainText("2006:544");
    await page.getByRole("link", { name: "Visa hela året" }).click();
    await expect(page.locator("section.month").nth(1)).toBeVisible();
  });

  test("what is planned is added in the list, and a measure done is there no more", async ({ page }) => {
    await openApp(page, "#/year?month=1");
    const list = page.locator("#duties");
    await list.getByRole("button", { name: "Lägg till aktivitet" }).click();
    await dialog(page).getByLabel("Typ").selectOption("exercise");
    await dialog(page).getByLabel("Datum").fill("2027-01-14");
    await save(page);
    await expect(list).toContainText("Övning");
    await undo(page);
    await expect(list).not.toContainText("Övning");
  });

  test("the calendar file has an event a line of the list, whole days in the reader's language", async ({ page }) => {
    await openApp(page, "#/year");
    // A calendar is made to be shared: what is marked secret is not in it.
    const secret = organisation.documents.filter(({ marking }) => marking?.startsWith("secret:"));
    const hidden = secret.map(({ title }) => page.locator("li.duty", { hasText: said(title) }).count());
    const duties = (await page.locator("li.duty").count()) - (await Promise.all(hidden)).reduce((a, b) => a + b, 0);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Spara som kalenderfil (.ics)" }).click(),
    ]);
    expect(download.suggestedFilename()).toBe("årshjul.ics");
    const events = parse(readFileSync(await download.path(), "utf8"));
    expect(events).toHaveLength(duties);
    for (const { title } of secret) expect(events.map(({ SUMMARY }) => SUMMARY).join("\n")).not.toContain(said(title));
    expect(new Set(events.map(({ UID }) => UID)).size).toBe(duties);
    const followUp = events.find(({ UID }) => UID.startsWith("statutory/rsa-follow-up/2027"));
    expect(followUp["DTSTART;VALUE=DATE"]).toBe("20270215");
    expect(followUp.DTSTAMP).toBe(`${on.replaceAll("-", "")}T000000Z`);
    expect(followUp.SUMMARY).toContain("Uppföljningen av risk- och sårbarhetsanalysen");
    const policy = organisation.documents.find(({ id }) => id === "policy-krishantering");
    const review = events.find(({ UID }) => UID.startsWith("review/policy-krishantering"));
    expect(review["DTSTART;VALUE=DATE"]).toBe(policy.review_by.replaceAll("-", ""));
    expect(review.SUMMARY).toBe(`Se över ${said(policy.title)}`);
  });

  test("on a phone the twelve months fit, and their figures can be read", async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 800 });
    await openApp(page, "#/year");
    await expect(page.locator("a.year-month").last()).toBeInViewport({ ratio: 1 });
    const { height } = await page.locator(".year-strip tbody td").first().boundingBox();
    expect(height).toBeGreaterThanOrEqual(24);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  });

  test("a department sees its own duties, and none that the law asks of the municipality", async ({ page }) => {
    await openApp(page, "#/year?within=buf");
    await expect(page.locator("#duties")).not.toContainText("2006:544");
    await expect(page.locator("li.duty").first()).toBeVisible();
  });
});

/** The events of a calendar, each its properties by name; fails where the text is not as RFC 5545 has it. */
function parse(text) {
  expect(text.endsWith("\r\n")).toBe(true);
  const physical = text.slice(0, -2).split("\r\n");
  for (const line of physical) expect(Buffer.byteLength(line), line).toBeLessThanOrEqual(75);
  const lines = physical.join("\r\n").replaceAll("\r\n ", "").split("\r\n");
  expect([lines[0], lines[1], lines.at(-1)]).toEqual(["BEGIN:VCALENDAR", "VERSION:2.0", "END:VCALENDAR"]);
  const events = [];
  for (const line of lines) {
    const [, name, value] = /^([A-Z-]+(?:;[A-Z]+=[A-Z]+)*):(.*)$/.exec(line);
    if (line === "BEGIN:VEVENT") events.push({});
    else if (events.length > 0) events.at(-1)[name] = value.replace(/\\([,;\\])/g, "$1").replaceAll("\\n", "\n");
  }
  return events;
}
