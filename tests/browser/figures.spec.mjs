// Figures agree: whatever a page says of a thing, every other page says of it too, and the command line: of the whole and
// of a part, on the file's own day and on another, on screen and on paper.
import { readFileSync } from "node:fs";
import { expect, openApp, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { numbers, organisation, verdict, verdictOn } from "./support/example.mjs";
import { countedOn } from "./support/figures.mjs";
import { pages } from "./support/pages.mjs";

const DEPARTMENT = "buf";
// A workplace that most lists have nothing of.
const WORKPLACE = "gb-vipan";
// Past the year that the forecast of the file goes through: there it begins on the day that is looked at.
const OTHER_DAY = "2028-03-01";
const SPELLED = ["ingen|inga|noll", "en|ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
const NUMBER = String.raw`(\d[\d\u00a0\u202f]*|${SPELLED.join("|")})`;
const OF = String.raw`(\d[\d\u00a0]* av \d[\d\u00a0]*)`;

/** The number that stands for a text of digits or a word. */
function number(text) {
  const word = text.toLowerCase();
  const spelled = SPELLED.findIndex((words) => words.split("|").includes(word));
  return spelled < 0 ? Number(text.replace(/\D/g, "")) : spelled;
}

const plain = (label) => label.sv ?? label;
const quoted = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
const departments = organisation.units.filter(({ kind }) => kind === "department" || kind === "company");

/**
 * What is counted: how it is said; the pages that speak of just that, where others say the same of something less; the
 * pages that must say it of the whole; and what the file and the command line say, where that is easily told.
 */
const THINGS = {
  gaps: {
    said: [`Det ger ${NUMBER} avvikelser? att åtgärda`, `${NUMBER} avvikelser? tillsammans`, `^Alla ${NUMBER} avvikelser`, `I dag: ${NUMBER} avvikelser?`],
    must: ["Overview", "Coverage", "Organisation", "Forecast"],
    truth: ({ coverage }) => count(coverage, "missing", "broken"),
  },
  "gaps to come": {
    said: [`Inom 90 dagar slutar ${NUMBER} krav att vara uppfyll(?:t|da) om inget görs`],
    only: ["Overview", "Coverage", "Organisation"],
    must: ["Overview", "Coverage", "Organisation"],
    truth: ({ coverage }) => count(coverage, "expiring"),
  },
  "gaps within a year": {
    said: [`Inom ett år tillkommer ${NUMBER} avvikelser?`, `${NUMBER} tillkommer,`],
    must: ["Overview", "Forecast"],
  },
  "workplaces without a representative": {
    said: [`^${NUMBER} arbetsplats(?:er)? saknar säkerhetsombud\\.`, String.raw`Saknar ombud \((\d+)\)`],
    only: ["Overview", "Representatives"],
    must: ["Overview", "Representatives"],
    truth: ({ coverage }) => coverage.rules.find(({ id }) => id === "representative-per-workplace").missing,
  },
  units: { said: [String.raw`\bEnheter ${NUMBER} Personer`], must: ["Organisation", "People", "Map"], truth: () => organisation.units.length },
  people: {
    said: [String.raw`\bPersoner ${NUMBER} Säkerhetsenheten`, `^${NUMBER} personer$`],
    must: ["Organisation", "People"],
    truth: () => organisation.people.length,
  },
  "people who can be reached": {
    said: [`${NUMBER} personer har telefonnummer eller e-post`],
    must: ["People"],
    truth: () => organisation.people.filter(({ phone, email }) => phone || email).length,
  },
  "people without a post": {
    said: [`${NUMBER} har inget uppdrag den här dagen`],
    must: ["People"],
    truth: ({ as_of }) => organisation.people.filter(({ id }) => !organisation.assignments.some((post) => post.person === id && holds(post, as_of))).length,
  },
  workplaces: {
    said: [`· ${NUMBER} arbetsplatser`, `^${NUMBER} arbetsplatser$`, String.raw`av ${NUMBER} arbetsplatser uppfyller inte`, String.raw`\d av ${NUMBER} uppfyllda\.`],
    only: ["Overview", "Representatives", "Map"],
    must: ["Overview", "Representatives", "Map"],
    truth: () => organisation.units.filter(({ kind }) => kind === "workplace").length,
  },
  risks: {
    said: [`^${NUMBER} risker?$`, String.raw`\bRisker ${NUMBER} Åtgärder`],
    // Elsewhere the risks of a kind, and those of a list, are counted.
    only: ["Risks", "Measures", "Method", "Vulnerability"],
    must: ["Risks", "Measures", "Method"],
    truth: () => organisation.risks.length,
  },
  "risks in the matrix": {
    said: [`${NUMBER} risker? är i matrisen`],
    // The report leaves out what its reader may not see.
    only: ["Overview", "Risks", "Method"],
    must: ["Overview", "Risks", "Method"],
    truth: ({ risk }) => risk.cells.flat().reduce((sum, number) => sum + number),
  },
  "risks outside": {
    said: [`är i matrisen, ${NUMBER} utanför`, `^${NUMBER} risker? står utanför matrisen`],
    only: ["Overview", "Risks"],
    must: ["Overview", "Risks"],
    truth: ({ risk }) => Object.values(risk.beside).reduce((sum, number) => sum + number),
  },
  "risks in the worst class": {
    said: [`${NUMBER} risker? är i klassen`],
    must: ["Overview", "Risks"],
    truth: ({ risk }) => risk.risks.filter(({ class: of }) => of === risk.risks.find(({ rank }) => rank === 1).class).length,
  },
  measures: {
    said: [`Åtgärder ${NUMBER} Sårbarhet`, `^${NUMBER} åtgärder?$`],
    // The overview has those that are late alone on a line.
    only: ["Risks", "Measures", "Method", "Vulnerability"],
    must: ["Risks", "Measures"],
    truth: () => organisation.measures.length,
  },
  "late measures": {
    said: [`${NUMBER} åtgärder skulle ha varit klara`, `${NUMBER} åtgärder är försenade`, `^${NUMBER} åtgärder\\s+är försenade`],
    must: ["Overview", "Measures", "Report"],
    truth: ({ as_of }) => late(as_of).length,
  },
};

const count = ({ findings }, ...states) => findings.filter(({ state }) => states.includes(state)).length;
const holds = ({ from = "", until = "9999" }, day) => from <= day && day <= until;
const late = (day) => organisation.measures.filter(({ due, status }) => due < day && !["done", "cancelled"].includes(status));

/** What a page says of all this, of every rule that it counts, and of every part that it divides what is held by. */
async function figures(page, { name, hash }, whole, hasTabs) {
  await turnTo(page, hash);
  // What is on the tabs comes a little later than the page; a part has none, and paper no tabs.
  if (hasTabs && ["Risks", "Organisation"].includes(name)) await expect(page.locator("header nav", { hasText: /(?:Risker|Enheter)\s*\d/ })).toHaveCount(1);
  const { main, tabs } = await page.evaluate(() => ({
    // What remains of measures is told by time on a strip, whose parts are held below.
    main: document.querySelector("main").innerText.replace(document.querySelector(".due-strip")?.innerText ?? "", ""),
    tabs: [...document.querySelectorAll("header nav")].map((nav) => nav.innerText.replace(/\s+/g, " ")).join("\n"),
  }));
  // Words keep together, figures of a number do.
  const text = `${main.replaceAll("\u00ad", "")}\n${tabs}`.replace(/\u00a0(?!\d)/g, " ");
  const found = [];
  const say = (thing, figure) => found.push({ thing, figure, name });
  for (const [thing, { said, only }] of Object.entries(THINGS)) {
    // The report and the method are always of the whole.
    if ((only && !only.includes(name)) || (["Report", "Method"].includes(name) && !whole)) continue;
    for (const pattern of said) {
      for (const match of text.matchAll(new RegExp(pattern, "gim"))) say(thing, number(match[1]));
    }
  }
  if (!whole) {
    const none = /(?:Filen har (?:inga|inget|ingen)|Ingen är med i gruppen ännu|Alla platser är besatta).*/.exec(main);
    if (none && !["Report", "Method"].includes(name)) say("of the file", none[0]);
  }
  // The organisation counts its units, and what is about something else beside them.
  if (name === "Organisation") {
    const of = new RegExp(`har ${NUMBER} avvikelser? i sin säkerhetsorganisation`).exec(main);
    const beside = new RegExp(`Dessutom gäller ${NUMBER} avvikelser? annat`).exec(main);
    if (of) say("gaps", number(of[1]) + (beside ? number(beside[1]) : 0));
  }
  for (const [id, stated] of rules) {
    // What is missing and what ends soon may stand between what a rule says and how it is met.
    const counted = new RegExp(`^${quoted(stated)}\\n(?:([^\\n]*)\\n)?${OF}`, "m").exec(text);
    if (counted) say(`rule ${id}`, counted[2]);
    const gaps = new RegExp(`^${quoted(stated)}\\s+[^\\n]*ger ${NUMBER} avvikelser? i`, "m").exec(text);
    if (gaps && whole) say(`gaps of rule ${id}`, number(gaps[1]));
  }
  // How the workplaces of each part stand: of all rules on the overview and the map, of one rule on the page of its role.
  if (name === "Overview" || name === "Map") {
    const seen = await countedOn(page, name);
    for (const { thing, figure } of seen.filter(({ thing }) => thing.startsWith("workplaces "))) say(thing, figure);
  }
  if (name === "Representatives") {
    for (const unit of departments) {
      const held = new RegExp(`^${quoted(plain(unit.name))}\\n${OF}`, "m").exec(text);
      if (held) say(`held within ${unit.id}`, held[1]);
    }
  }
  // A training that a rule asks for is counted as the rule is.
  if (name === "Training") {
    for (const rule of organisation.rules.filter((rule) => rule.trained)) {
      const training = plain(organisation.trainings.find(({ id }) => id === rule.trained.training).name);
      const taken = new RegExp(`^${quoted(training)}\\n${OF}`, "m").exec(text);
      if (taken) say(`rule ${rule.id}`, taken[1]);
    }
  }
  return found;
}

/** What each rule says, as the page of the rules has it. */
let rules;

async function readRules(page) {
  await openApp(page, "#/rules");
  await expect(page.locator(".rule-entry")).toHaveCount(verdict.coverage.rules.length);
  rules = await page.evaluate(() =>
    [...document.querySelectorAll(".rule-entry")].map((entry) => [
      entry.id.replace(/^rule-/, ""),
      entry.querySelector(".rule-entry-text").innerText.trim(),
    ]),
  );
}

/** Every page but those about one item, of a part and on a day. */
function looking(within, day) {
  const lens = [within && `within=${within}`, day && `as_of=${day}`].filter(Boolean).join("&");
  const of = ({ name, hash }) => ({ name, hash: lens ? `${hash}${hash.includes("?") ? "&" : "?"}${lens}` : hash });
  return pages.filter(({ title, name }) => title && !["Unit", "Person", "Finding", "Risk"].includes(name)).map(of);
}

for (const media of ["screen", "print"]) {
  for (const [within, day] of [[], [DEPARTMENT], [WORKPLACE], [undefined, OTHER_DAY], [DEPARTMENT, OTHER_DAY]]) {
    test(`every page says the same on ${media}: ${within ?? "the whole"}, ${day ?? "the day of the file"}`, async ({ page }) => {
      test.setTimeout(180_000);
      await readRules(page);
      await page.emulateMedia({ media });
      const found = [];
      for (const each of looking(within, day)) found.push(...(await figures(page, each, !within, !within && media === "screen")));
      const by = (thing) => found.filter((one) => one.thing === thing);
      const things = [...new Set(found.map(({ thing }) => thing))];
      const differ = things.filter((thing) => thing !== "of the file").filter((thing) => new Set(by(thing).map(({ figure }) => figure)).size > 1);
      expect(differ.map((thing) => [thing, ...by(thing).map(({ figure, name }) => `${name}: ${figure}`)])).toEqual([]);
      // A part speaks of itself: that the file has none is for the whole file to say.
      if (within) {
        expect(found.filter(({ thing }) => thing === "of the file").map(({ name, figure }) => `${name}: ${figure}`)).toEqual([]);
        return;
      }
      const truth = day ? verdictOn(day) : verdict;
      for (const [thing, { must, truth: of }] of Object.entries(THINGS)) {
        if (media === "screen") expect(by(thing).map(({ name }) => name), thing).toEqual(expect.arrayContaining(must));
        for (const { figure, name } of by(thing)) if (of) expect(figure, `${thing} on ${name}`).toBe(of(truth));
      }
      for (const { id, applicable, met, expiring, missing, broken } of truth.coverage.rules) {
        for (const { figure, name } of by(`rule ${id}`)) expect(figure, `${id} on ${name}`).toBe(`${met + expiring} av ${applicable}`);
        for (const { figure, name } of by(`gaps of rule ${id}`)) expect(figure, `${id} on ${name}`).toBe(missing + broken);
      }
      expect(found.filter(({ thing }) => thing.startsWith("rule ")).map(({ name }) => name)).toEqual(
        expect.arrayContaining(["Overview", "Coverage", "Representatives", "Coordinators", "SecurityUnit", "Training"]),
      );
      expect(found.filter(({ thing }) => thing.startsWith("gaps of rule "))).toHaveLength(rules.length);
      for (const { id } of departments) {
        expect(by(`held within ${id}`), id).toHaveLength(1);
        expect(by(`workplaces that meet all within ${id}`).map(({ name }) => name), id).toEqual(["Overview", "Map"]);
      }
    });
  }
}

test("a list counts what it shows, and so does the exported result", async ({ page }) => {
  const { findings } = verdict.coverage;
  await openApp(page, "#/coverage");
  const parts = [
    `${count(verdict.coverage, "missing", "broken")}\u00a0avvikelser`,
    `${count(verdict.coverage, "expiring")}\u00a0går ut`,
    `${count(verdict.coverage, "unknown")}\u00a0oklara`,
    `${count(verdict.coverage, "accepted")}\u00a0accepterad`,
  ];
  await expect(page.locator(".results")).toHaveText(`${findings.length} rader: ${parts.join(", ")}`);
  await turnTo(page, "#/data");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spara resultatet (JSON)" }).click();
  const exported = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
  expect(exported.coverage.findings).toHaveLength(findings.length);
  expect(exported.coverage.rules).toEqual(verdict.coverage.rules);
});

test("late is late on every page: the plan, the report and the pages of those who answer for it", async ({ page }) => {
  await openApp(page, "#/measures");
  const measures = late(organisation.as_of);
  const remaining = organisation.measures.filter(({ status }) => !["done", "cancelled"].includes(status));
  const parts = (await page.locator(".due-strip").innerText()).replaceAll("\u00a0", " ").matchAll(new RegExp(`^${NUMBER} åtgärd(?:er)?$`, "gm"));
  const told = [...parts].map(([, figure]) => number(figure));
  expect([told[0], told.reduce((sum, part) => sum + part)]).toEqual([measures.length, remaining.length]);
  const text = () => page.locator("main").innerText();
  expect((await text()).match(/Försenad(?!e)/g)).toHaveLength(measures.length);
  await turnTo(page, "#/report");
  expect((await text()).match(/, försenad/g)).toHaveLength(measures.length);
  for (const owner of new Set(measures.map(({ owner }) => owner))) {
    if (!organisation.people.some(({ id }) => id === owner)) continue;
    await turnTo(page, `#/people/${owner}`);
    expect((await text()).match(/[Ff]örsenad/g) ?? [], owner).not.toHaveLength(0);
  }
});

test("a risk goes by one number: in the matrix, the register, on its own page and in the report of all", async ({ page }) => {
  const ranked = verdict.risk.risks.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const titles = ranked.map(({ id }) => plain(organisation.risks.find((risk) => risk.id === id).title));
  const named = numbers(ranked);
  expect(named).toContain("K1");
  const inMatrix = titles.filter((_, at) => /^\d/.test(named[at]));
  await openApp(page, "#/risks");
  const places = await page.locator("#register tbody .place").allInnerTexts();
  expect(places.slice(0, ranked.length).map((place) => place.trim())).toEqual(named);
  const spots = await page.locator("li", { has: page.locator(".picture-number") }).evaluateAll((all) =>
    all.map((spot) => [spot.querySelector(".picture-number").textContent, spot.querySelector(".picture-what").textContent]),
  );
  expect(spots.length).toBeGreaterThan(20);
  for (const [at, what] of spots) expect(what).toContain(inMatrix[Number(at) - 1]);
  await turnTo(page, "#/");
  const first = await page.locator(".overview-risks .risk-rank").allInnerTexts();
  expect(first).toEqual(first.map((_, at) => `${at + 1}`));
  expect(first.length).toBeGreaterThan(2);
  const tied = ranked.findIndex(({ rank }, at) => rank === ranked[at - 1]?.rank && /^\d/.test(named[at]) && /^\d/.test(named[at - 1]));
  await turnTo(page, `#/risks/${ranked[tied].id}`);
  await expect(page.locator("main")).toContainText(new RegExp(`Nr ${named[tied]} · delad ${number(named[tied]) - 1}:`));
  await turnTo(page, "#/report?for=all");
  const rows = await page.locator("main table", { hasText: titles[0] }).first().locator("tbody tr").allInnerTexts();
  expect(rows.slice(0, ranked.length).map((row) => row.split("\t").slice(0, 2))).toEqual(titles.map((title, at) => [named[at], title]));
});
