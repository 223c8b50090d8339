// The forecast: the chart and its twin, a day to stand on, what falls, and the list to work from.
import { execFileSync } from "node:child_process";
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { organisation, verdict, verdictOn } from "./support/example.mjs";

const command = ["run", "--quiet", "--locked", "--bin", "ombud", "--", "forecast", "public/example.json", "--json"];
const { steps } = JSON.parse(execFileSync("cargo", command, { encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] }));
const RULE = "representative-per-workplace";
/** What the rules of the example are about that are not about posts. */
const kinds = {
  "own-representative-trained": "training",
  "coordinator-duties": "recurring",
  "group-work": "recurring",
  "policies-reviewed": "recurring",
  "department-inventory": "recurring",
};
const figures = (step, id) => step.rules.find((rule) => rule.id === id);
const sum = (step, key) => step.rules.reduce((all, rule) => all + rule[key], 0);
const rows = (page) => page.locator(".twin tbody tr");
const scrubber = (page) => page.getByRole("slider", { name: "Välj datum" });
const after = (days) => new Date(Date.parse(verdict.as_of) + days * 86_400_000).toISOString().slice(0, 10);

/** The verdict of the last day of the year. */
const atLast = () => verdictOn(`${Number(verdict.as_of.slice(0, 4)) + 1}${verdict.as_of.slice(4)}`);
/** The gaps of some rules. */
const gaps = ({ rules }, of) => rules.filter(of).reduce((all, { missing, broken }) => all + missing + broken, 0);

/** The steps of one rule, or of all together, as the page counts them. */
function course(id) {
  const told = steps.map((step) => (id ? figures(step, id) : { met: sum(step, "met"), applicable: sum(step, "applicable") }));
  const changes = told.filter(({ met, applicable }, at) => at === 0 || met !== told[at - 1].met || applicable !== told[at - 1].applicable);
  return changes.map(({ met, applicable }) => `${met} av ${applicable}`);
}

test("the table twin has the steps that the command line gives, of all rules and of one", async ({ page }) => {
  await openApp(page, "#/forecast");
  await page.getByText("Samma sak som tabell").click();
  expect(course().length).toBeGreaterThan(5);
  await expect(rows(page).locator("td:nth-of-type(1)")).toHaveText(course());
  await page.getByRole("combobox", { name: "Regel" }).selectOption(RULE);
  await expect(page).toHaveURL(/rule=representative-per-workplace/);
  await ready(page);
  await expect(rows(page).locator("td:nth-of-type(1)")).toHaveText(course(RULE));
});

test("the chart counts gaps from zero, and says so in words", async ({ page }) => {
  await openApp(page, `#/forecast?rule=${RULE}`);
  const [first, last] = [verdict, atLast()].map(({ coverage }) => gaps(coverage, ({ id }) => id === RULE));
  await expect(page.getByRole("img", { name: `Avvikelser: ${first} i dag, ${last} den ` })).toBeVisible();
  await expect(page.locator(".ahead-scale span").first()).toHaveText("0");
  await expect(page.locator(".bands li")).toHaveCount(1);
});

test("of all rules the chart has a band for posts, training and what recurs, with their counts", async ({ page }) => {
  await openApp(page, "#/forecast");
  const last = atLast();
  const of = ({ coverage }, kind) => gaps(coverage, ({ id }) => (kinds[id] ?? "posts") === kind);
  const said = (kind) => `${of(verdict, kind)} → ${of(last, kind)}`;
  await expect(page.locator(".bands li span")).toHaveText([said("recurring"), said("training"), said("posts")]);
  // What most falls on is named, in the chart and as a list.
  await expect(page.locator(".falls-named li")).toHaveCount(5);
  await expect(page.locator(".fall-said").first()).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.locator(".fall-said").first()).toBeHidden();
  await expect(page.locator(".falls-named li").first()).toBeVisible();
});

test("the scrubber moves by keyboard, and the whole page stands on its day", async ({ page }) => {
  await openApp(page, `#/forecast?rule=${RULE}`);
  const slider = scrubber(page);
  await slider.focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(new RegExp(`as_of=${after(3)}`));
  await expect(slider).toBeFocused();
  await expect(page.locator("input[name=as_of]")).toHaveValue(after(3));
  const last = steps.at(-1);
  await page.keyboard.press("End");
  await ready(page);
  const { met, applicable } = figures(last, RULE);
  await expect(page.locator(".scrub-said")).toContainText(`${met} av ${applicable}`);
  await expect(slider).toHaveAttribute("aria-valuetext", new RegExp(`${met} av ${applicable}`));
  await page.keyboard.press("Home");
  await expect(page).not.toHaveURL(/as_of/);
});

test("the next drop is a day on which something falls, named with whose post it is", async ({ page }) => {
  await openApp(page, `#/forecast?rule=${RULE}`);
  // Another may be held again from the same day, so that no figure tells of it.
  const expiring = verdict.coverage.findings.filter(({ rule, state }) => rule === RULE && state === "expiring");
  const first = expiring.toSorted((a, b) => a.until.localeCompare(b.until))[0];
  const dayAfter = new Date(Date.parse(first.until) + 86_400_000).toISOString().slice(0, 10);
  await page.getByRole("button", { name: "Nästa", exact: true }).click();
  await expect(page).toHaveURL(new RegExp(`as_of=${dayAfter}`));
  const drop = page.locator(".day-falls");
  const ends = organisation.assignments.find(({ unit, until }) => unit === first.unit && until === first.until);
  const holder = organisation.people.find(({ id }) => id === ends.person);
  await expect(drop).toContainText(holder.name);
});

test("the list to work from has what expires, by 30, 90 and 180 days, and a post is prolonged there", async ({ page }) => {
  await openApp(page, `#/forecast?rule=${RULE}`);
  const expiring = verdict.coverage.findings.filter(({ rule, state }) => rule === RULE && state === "expiring");
  const list = page.locator("#work .finding");
  await expect(list).toHaveCount(Math.min(expiring.length, 16));
  await page.getByRole("radio", { name: /^180 dagar/ }).check();
  await expect(page.getByRole("radio", { name: /^180 dagar/ })).toBeChecked();
  await ready(page);
  const more = page.locator("#work").getByRole("button", { name: /^Visa fler/ });
  if (await more.count()) await more.click();
  await expect.poll(() => list.count()).toBeGreaterThan(expiring.length);
  const number = await list.count();
  await expect(page.locator("#work label", { has: page.getByRole("radio") }).last()).toContainText(`(${number})`);
  const first = list.first();
  await expect(first.getByRole("link").first()).toHaveAttribute("href", /#\/coverage\//);
  await first.getByRole("button", { name: "Ändra" }).first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Till och med").fill("2030-12-31");
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog).toHaveCount(0);
  await ready(page);
  await expect(list).toHaveCount(number - 1);
});

test("a day is told by its gaps, with what is unclear and accepted apart", async ({ page }) => {
  await openApp(page, "#/forecast");
  const count = (state) => verdict.coverage.findings.filter((finding) => finding.state === state).length;
  const told = [`${count("missing") + count("broken")} avvikelser`, `${count("unknown")} oklara`, `${count("accepted")} accepterad`];
  const [of, unknown, accepted] = told.map((part) => part.replace(" ", "\u00a0"));
  await expect(page.locator(".scrub-said")).toContainText(`${of}, ${unknown} och ${accepted}.`);
  await expect(page.locator("main")).toContainText(`I dag: ${of}.`);
  await expect(page.locator("main")).toContainText(`Därtill i dag ${unknown} och ${accepted}.`);
});

test("the chart looks back a year, as far as the file remembers, and says what that is worth", async ({ page }) => {
  await openApp(page, "#/forecast");
  const back = page.locator(".look-back");
  const last = `${Number(verdict.as_of.slice(0, 4)) - 1}${verdict.as_of.slice(4)}`;
  const then = verdictOn(last).coverage.rules;
  const figure = (state) => then.reduce((all, rule) => all + rule[state], 0);
  const gap = figure("missing") + figure("broken");
  await expect(back).toContainText(`Bakåt visas från den 22 november 2025: ${gap} avvikelser då, 47 i dag.`);
  // What nobody knows is neither good nor a gap.
  expect(figure("unknown")).toBeGreaterThan(0);
  await expect(back).toContainText(`För ${figure("unknown")} går det inte att avgöra hur det var då.`);
  await expect(back).toContainText("Det som har tagits bort eller skrivits över syns inte.");
  await expect(page.locator(".ahead-plot svg[role=img]")).toHaveAttribute("aria-label", new RegExp(`Den 22\\snovember\\s2025: ${gap}\\.$`));
  await expect(page.locator(".today-line")).toHaveCount(1);
  await expect(page.locator(".today-said")).toHaveText("i dag");
  // Words of a day close after today would stand over the days that have been: the list alone names it.
  await expect(page.locator(".falls-named li").first()).toContainText(/^1\sdecember/);
  await expect(page.locator(".fall-said").first()).toContainText(/^1\sfebruari/);
  // One stands on days to come alone.
  await expect(scrubber(page)).toHaveAttribute("min", "0");
});

test("a file that remembers less than a year says how far back it goes, and one that remembers nothing shows nothing", async ({ page }) => {
  const { as_of: on, assignments, completions, activities, risks, ...rest } = organisation;
  const lately = (months) => { const day = new Date(on); day.setMonth(day.getMonth() - months); return day.toISOString().slice(0, 10); };
  const bare = risks.map(({ reviewed, ...risk }) => risk);
  const posts = assignments.filter(({ until }) => !until || until >= on).map((post) => ({ ...post, from: post.from && post.from > on ? post.from : lately(20) }));
  const file = (posts) => ({ ...rest, as_of: on, assignments: posts, completions: [], activities: [], risks: bare });
  const ended = { ...posts.find(({ person }) => person), until: lately(3) };
  let served = file([...posts, ended]);
  await page.route("**/example.json", (route) => route.fulfill({ json: served }));
  await openApp(page, "#/forecast");
  await expect(page.locator(".look-back")).toContainText(/^Bakåt visas från den 22\saugusti\s2026: .* Längre tillbaka saknas uppgifter i filen\./);
  served = file(posts.map((post) => ({ ...post, from: post.from > on ? post.from : on })));
  await openApp(page, "#/forecast");
  await expect(page.locator(".look-back")).toHaveText("Dagarna före den 22 november 2026 visas inte: filen har inga uppgifter om hur det var då.");
  await expect(page.locator(".today-line")).toHaveCount(0);
});

test("the overview shows the year ahead and leads here", async ({ page }) => {
  await openApp(page);
  const card = page.locator(".card", { has: page.getByRole("heading", { name: "Så går det om ingen gör något" }) });
  await expect(card.locator(".ahead-steps li")).toHaveCount(2);
  await card.getByRole("link", { name: "Hela prognosen" }).click();
  await ready(page);
  await expect(page.locator("h1")).toContainText("Inom ett år tillkommer");
});

test("rules that stay as they are lie folded with their number, and the one that is chosen is seen", async ({ page }) => {
  await openApp(page, "#/forecast");
  const folded = page.locator(".courses-same");
  const same = folded.locator(".course");
  const summary = folded.locator("summary");
  await expect(summary).toHaveText(/reg(?:el|ler) ändras inte$/);
  await expect(same.first()).toBeHidden();
  expect(await page.locator(".course").count()).toBe(verdict.coverage.rules.length);
  await summary.click();
  await expect(same.first()).toBeVisible();
  for (const figures of await same.locator(".rule-count").allInnerTexts()) expect(figures).not.toContain("→");
  await openApp(page, "#/forecast?rule=group-exists");
  await expect(folded.locator("[aria-current]")).toBeVisible();
});

test("it is said when nothing falls", async ({ page }) => {
  await openApp(page, "#/forecast?rule=group-exists");
  await expect(page.locator("h1")).toHaveText("Inga nya avvikelser väntas inom ett år.");
  await expect(page.getByRole("button", { name: "Nästa", exact: true })).toBeDisabled();
  await expect(page.locator("#work")).toContainText("Inga nya avvikelser väntas under perioden.");
});

for (const [colorScheme, locale] of [["light", "sv-SE"], ["dark", "en-GB"]]) {
  test.describe(() => {
    test.use({ colorScheme, locale });

    test(`axe finds nothing, and nothing is wider than a small phone (${colorScheme}, ${locale})`, async ({ page }) => {
      await openApp(page, "#/forecast");
      await page.locator(".twin summary").click();
      await axe(page);
      await page.setViewportSize({ width: 320, height: 800 });
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      // Words of the chart are as large as elsewhere, and few enough not to run into each other.
      const months = await page.locator(".ahead-months span:visible").evaluateAll((spans) =>
        spans.map((span) => [span.getBoundingClientRect().left, span.getBoundingClientRect().right, parseFloat(getComputedStyle(span).fontSize)]),
      );
      for (const [at, [left, , size]] of months.entries()) {
        expect(size).toBeGreaterThanOrEqual(12);
        if (at > 0) expect(left).toBeGreaterThan(months[at - 1][1]);
      }
    });
  });
}
