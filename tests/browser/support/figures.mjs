// What the pages count, each where the same stands on another, in both languages. Whoever has acted asks for it, and it is
// expected to agree.
import { expect, openApp } from "./page.mjs";
import { turnTo } from "./edit.mjs";
import { findings, organisation } from "./example.mjs";

/** The rule of which there is most, and a workplace and the department of a gap of it. */
export const RULE = "representative-per-workplace";
const parentOf = (id) => organisation.units.find((unit) => unit.id === id)?.parent;
const kindOf = (id) => organisation.units.find((unit) => unit.id === id)?.kind;
export const departmentOf = (id) => (kindOf(parentOf(id)) === "municipality" ? id : departmentOf(parentOf(id)));
const WORKPLACE = findings.find(({ rule, state }) => rule === RULE && state === "missing").unit;
const DEPARTMENT = departmentOf(WORKPLACE);
/** A risk that concerns the whole municipality. */
const EVERYWHERE = organisation.risks.find(({ units, scenario }) => scenario && units.some((id) => kindOf(id) === "municipality")).id;
const owner = organisation.measures.find(({ due, status }) => due < organisation.as_of && !["done", "cancelled"].includes(status)).risks[0];

/** What the figure on a tab is of. */
const OF_TAB = { "#/coverage": "gaps", "#/risks": "risks", "#/people": "people", "#/organisation": "units", "#/measures": "measures" };

const SPELLED = [
  "ingen|inga|inget|no|none|zero", "en|ett|one", "två|two", "tre|three", "fyra|four", "fem|five", "sex|six", "sju|seven",
  "åtta|eight", "nio|nine", "tio|ten", "elva|eleven", "tolv|twelve",
];
const N = String.raw`(\d[\d ]*|${SPELLED.join("|")})`;

/** The number that digits or a word stand for. */
function number(text) {
  const word = text.toLowerCase().trim();
  const spelled = SPELLED.findIndex((words) => words.split("|").includes(word));
  return spelled < 0 ? Number(text.replace(/\D/g, "")) : spelled;
}

/** How a thing is said, wherever a page says it. */
const SAID = {
  gaps: [`I dag: ${N} avvikelser?`, `Today: ${N} gaps?`, `Det ger ${N} avvikelser? att åtgärda`, `leaving ${N} gaps? to address`, `${N} avvikelser? tillsammans`, `${N} gaps? in all`, `^Alla ${N} avvikelser`, `^All ${N} gaps`],
  "gaps to come": [`Inom 90 dagar slutar ${N} krav att vara uppfyll(?:t|da) om inget görs`, `^${N} requirements? will stop being met within 90 days`, `Within 90 days ${N} requirements? will stop being met`],
  "late measures": [`^${N} åtgärd(?:er)? skulle ha varit klara?`, `^${N} measures? should have been done`, `${N} åtgärd(?:er)?\\s+är försenade?[,.]`, `${N} measures?\\s+(?:is|are) late`, `${N} åtgärder är försenade \\d`, `${N} measures are overdue on`],
  "risks in the matrix": [`${N} risk(?:er)? är i matrisen`, `${N} risks? (?:is|are) in the matrix`],
  "risks outside": [`i matrisen, ${N} utanför`, `in the matrix, ${N} outside`, `^${N} risker? står utanför matrisen`, `^${N} risks? stands? outside the matrix`],
  people: [`^${N} personer$`, `^${N} people$`, `^${N} personer har telefonnummer`, `^${N} people have a phone`],
  "risks in the worst class": [`^${N} risk(?:er)? är i klassen`, `^${N} risks? (?:is|are) in the class`],
};

/** The pages, each with what is said there of something smaller or something else, and not of the whole. */
const PAGES = {
  Overview: { hash: "#/" },
  Coverage: { hash: "#/coverage" },
  Organisation: { hash: "#/organisation" },
  Map: { hash: "#/map" },
  Representatives: { hash: "#/representatives", but: ["gaps to come"] },
  Rules: { hash: "#/rules" },
  Forecast: { hash: "#/forecast" },
  Risks: { hash: "#/risks" },
  Measures: { hash: "#/measures" },
  Report: { hash: "#/report", but: ["risks in the matrix", "risks outside", "risks in the worst class"] },
  Editions: { hash: "#/editions", but: ["risks in the matrix", "risks outside", "risks in the worst class"] },
  People: { hash: "#/people" },
  Event: { hash: `#/event?risk=${encodeURIComponent(owner)}` },
  "the event of all": { hash: `#/event?risk=${encodeURIComponent(EVERYWHERE)}` },
  "the department in the list": { hash: `#/coverage?unit=${DEPARTMENT}`, but: Object.keys(SAID) },
  "the workplace in the list": { hash: `#/coverage?unit=${WORKPLACE}`, but: Object.keys(SAID) },
  "the page of the workplace": { hash: `#/organisation/${WORKPLACE}` },
};

/** What of a page is counted by its elements: one look at it, for all pages alike. */
function look() {
  const plain = (text) => text.replaceAll("\u00ad", "").replace(/[\u00a0\u202f]/g, " ");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const digits = (element) => Number(element.innerText.replace(/\D/g, ""));
  const idIn = (element, pattern) => decodeURIComponent(pattern.exec(element.querySelector("a[href]")?.getAttribute("href") ?? "")?.[1] ?? "");
  const strip = document.querySelector(".due-strip")?.innerText;
  return {
    text: plain(strip ? document.querySelector("main").innerText.replace(strip, "") : document.querySelector("main").innerText),
    rules: all("main .rule:has(.rule-count)").map((rule) => [idIn(rule, /coverage\?rule=([^&]+)/), plain(rule.querySelector(".rule-count").innerText).trim()]),
    entries: all("main .rule-entry").map((entry) => [entry.id.replace(/^rule-/, ""), plain(entry.innerText)]),
    matrix: all("main table.matrix").slice(0, 1).map((table) => [...table.querySelectorAll(".cell-count")].map(digits).reduce((sum, each) => sum + each, 0))[0],
    groups: all("main .map-group").map((group) => [idIn(group, /organisation\/([^?]+)/), plain(group.querySelector(".map-held").innerText).trim()]),
    squares: all("main .square").map((square) => square.dataset.state),
    states: all("main .map-state").map((chip) => [chip.querySelector("[data-state]").dataset.state, digits(chip.querySelector("strong"))]),
    lines: all("main .map-table tbody tr").map((row) => [idIn(row, /organisation\/([^?]+)/), [...row.querySelectorAll("td")].map(digits)]),
    tabs: all("header nav.pages a").map((link) => [link.getAttribute("href").split("?")[0], digits(link.querySelector(".tab-count") ?? link)]).filter(([, count]) => count > 0),
    branches: all("main .branch-line").map((line) => [idIn(line, /organisation\/([^?]+)/), plain(line.innerText)]),
    results: plain(document.querySelector("main .results")?.innerText ?? ""),
    findings: all("main .finding").length,
    editions: all("#editions li.edition").length,
    calls: all("main .call-section").map((part) => {
      const own = [...part.querySelectorAll(".call")];
      const folded = part.querySelector(".call-workplaces");
      return {
        rows: own.length,
        silent: own.filter((call) => !call.querySelector(".call-phone")).length,
        heading: plain(part.querySelector("h3").innerText).match(/\d[\d ]*/g)?.map((figure) => Number(figure.replace(/\D/g, ""))) ?? [],
        folded: folded && [digits(folded.querySelector("summary")), folded.querySelectorAll(".call").length],
      };
    }),
    head: plain(document.querySelector("main h1")?.innerText ?? ""),
    register: all("main table.register tbody tr").map((row) => [
      row.querySelector(".place").innerText.trim(),
      row.querySelector(".class-cell") && plain(row.querySelector(".class-cell").innerText).trim().split("\n")[0],
    ]),
  };
}

/** What stands in the pages as they are: pairs of a thing and its figure, with the page that says it. */
async function said(page) {
  const found = [];
  for (const [name, { hash, but = [] }] of Object.entries(PAGES)) {
    await turnTo(page, hash);
    if (["Overview", "Forecast"].includes(name)) await expect(page.locator("main")).toContainText(/I dag:|Today:/);
    if (name === "Overview") await expect(page.locator(".square").first()).toBeVisible();
    if (["Risks", "Organisation"].includes(name)) await expect(page.locator("header nav.pages .tab-count").first()).toHaveText(/\d/);
    found.push(...counted(name, await page.evaluate(look), but));
  }
  return found;
}

function counted(name, seen, but) {
  const found = [];
  const say = (thing, figure) => found.push({ thing, figure, name });
  const gapsIn = (text) => number(new RegExp(`${N}\\s(?:avvikelser?|gaps?)`, "i").exec(text)?.[1] ?? "0");
  for (const [thing, patterns] of Object.entries(SAID)) {
    if (but.includes(thing)) continue;
    for (const pattern of patterns) {
      for (const match of seen.text.matchAll(new RegExp(pattern, "gim"))) say(thing, number(match[1]));
    }
  }
  for (const [id, held] of seen.rules) {
    // What is folded says nothing, and elsewhere it is only told how much a rule asks about.
    const [, met, asked] = /^(\d[\d ]*) (?:av|of) (\d[\d ]*)$/.exec(held) ?? [];
    if (met && id && !but.includes("gaps")) say(`held of rule ${id}`, `${number(met)}/${number(asked)}`);
  }
  for (const [id, text] of seen.entries) {
    const gaps = new RegExp(`(?:ger|finds) ${N} (?:avvikelser?|gaps?)`, "i").exec(text);
    if (gaps) say(`gaps of rule ${id}`, number(gaps[1]));
  }
  if (seen.matrix !== undefined && ["Overview", "Risks"].includes(name)) say("risks in the matrix", seen.matrix);
  for (const [id, held] of seen.groups) say(`workplaces that meet all within ${id}`, held.replace(/\D+/, "/").replace(/\s/g, ""));
  for (const [hash, count] of seen.tabs) say(OF_TAB[hash] ?? `of the file: ${hash}`, count);
  const states = new Map(seen.states);
  const isMet = (state) => ["met", "expiring"].includes(state);
  if (seen.squares.length) {
    say("workplaces that rules are about", seen.squares.filter((state) => state !== "none").length);
    say("workplaces that meet all", seen.squares.filter(isMet).length);
    say("workplaces with a gap", seen.squares.filter((state) => ["missing", "broken"].includes(state)).length);
  }
  if (states.size) {
    const sum = (wanted) => [...states].filter(([state]) => wanted(state)).reduce((all, [, count]) => all + count, 0);
    say("workplaces that rules are about", sum(() => true));
    say("workplaces that meet all", sum(isMet));
    say("workplaces with a gap", sum((state) => ["missing", "broken"].includes(state)));
    // What the head of the page says in words.
    const head = new RegExp(`${N} (?:av|of) ${N}(?: arbetsplatser uppfyller inte| workplaces do not)`, "i").exec(seen.text);
    if (head) say("workplaces with a gap", number(head[1]));
    const held = new RegExp(`(\\d+) (?:av|of) (\\d+) (?:uppfyllda|met)\\.`).exec(seen.text);
    if (held) say("workplaces that meet all", number(held[1]));
    // A line of the table has its states in the order of its heading, which is that of the buttons with something in them.
    const shown = [...states].filter(([, count]) => count > 0).map(([state]) => state);
    for (const [id, [all, ...counts]] of seen.lines) {
      say(`workplaces that meet all within ${id}`, `${counts.filter((_, at) => isMet(shown[at])).reduce((sum, each) => sum + each, 0)}/${all}`);
    }
  }
  if (name === "Coverage") {
    const parts = [...seen.results.matchAll(/(\d+)\s([^\d,]+)/g)].map(([, count]) => Number(count));
    const [rows, ...kinds] = parts;
    say("findings", rows);
    say("findings", kinds.reduce((sum, each) => sum + each, 0));
    say("gaps", gapsIn(seen.results));
  }
  if (name === "Organisation") {
    const of = new RegExp(`(?:har|has) ${N} (?:avvikelser?|gaps?) (?:i sin|in its)`, "i").exec(seen.text);
    const beside = new RegExp(`(?:Dessutom gäller|In addition,) ${N} (?:avvikelser?|gaps?)`, "i").exec(seen.text);
    const outside = new RegExp(`(?:Enheter utanför|Units outside) .+ (?:har|have) ${N} (?:avvikelser?|gaps?)`, "i").exec(seen.text);
    if (outside) say("gaps outside the municipality", number(outside[1]));
    if (of) say("gaps", [of, beside, outside].reduce((sum, match) => sum + (match ? number(match[1]) : 0), 0));
    const line = seen.branches.find(([id]) => id === DEPARTMENT);
    if (line) say("gaps within the department", gapsIn(line[1]));
  }
  if (name === "the department in the list") say("gaps within the department", gapsIn(seen.results));
  if (name === "the workplace in the list") say("findings of the workplace", Number(/^\d+/.exec(seen.results)?.[0] ?? 0));
  if (name === "the page of the workplace") say("findings of the workplace", seen.findings);
  if (name === "Editions") say("of the file: #/editions", seen.editions);
  if (name === "Risks" && seen.register.length) {
    // A place in figures is one in the matrix, one with a letter in another, and a dash none at all.
    const is = (pattern) => seen.register.filter(([place]) => pattern.test(place));
    say("risks", seen.register.length);
    say("risks", number(/\d+/.exec(seen.results)[0]));
    say("risks in the matrix", is(/^\d+$/).length);
    say("risks outside", is(/^\D$/).length);
    const first = is(/^1$/)[0];
    say("risks in the worst class", is(/^\d+$/).filter(([, of]) => of === first[1]).length);
  }
  if (seen.calls.length) {
    const sum = (of) => seen.calls.map(of).reduce((all, each) => all + each, 0);
    const those = (what) => `${what}: ${name}`;
    const reached = new RegExp(`${N} (?:av|of) ${N}(?= )`, "i").exec(seen.results);
    say(those("to call"), number(reached[2]));
    say(those("to call"), sum(({ rows }) => rows));
    say(those("to call"), number(new RegExp(`${N} (?:att nå|to reach)`).exec(seen.head)[1]));
    say(those("without a number"), sum(({ silent }) => silent));
    const silent = new RegExp(`saknas till ${N}|${N} have no phone`).exec(seen.head);
    if (silent) say(those("without a number"), number(silent[1] ?? silent[2]));
    for (const [at, { rows, silent, heading, folded }] of seen.calls.entries()) {
      if (heading.length > 1) {
        say(`${those("to call")}, part ${at}`, rows);
        say(`${those("to call")}, part ${at}`, heading[1]);
        say(`${those("without a number")}, part ${at}`, silent);
        say(`${those("without a number")}, part ${at}`, heading[2] ?? 0);
      }
      if (folded) for (const figure of folded) say(`${those("at the workplaces")}, part ${at}`, figure);
    }
    const concerned = new RegExp(`^${N} (?:arbetsplatser? berörs|workplaces? (?:is|are) concerned)`, "im").exec(seen.text);
    if (concerned && name === "the event of all") say("workplaces that rules are about", number(concerned[1]));
  }
  return found;
}

/** What the page that is shown counts by its elements and in words, under the name of the page. */
export const countedOn = async (page, name) => counted(name, await page.evaluate(look), []);

/** Expects that all pages count the same, and gives what they count. */
export async function figures(page) {
  const all = await said(page);
  // An event in the whole municipality does not concern what stands beside it.
  const isBeside = all.some(({ thing }) => thing === "gaps outside the municipality");
  const isAlike = ({ thing, name }) => !isBeside || thing !== "workplaces that rules are about" || name !== "the event of all";
  const found = all.filter(isAlike);
  const things = [...new Set(found.map(({ thing }) => thing))].toSorted();
  const of = (thing) => found.filter((one) => one.thing === thing);
  const differ = things.filter((thing) => new Set(of(thing).map(({ figure }) => figure)).size > 1);
  expect(differ.map((thing) => [thing, ...of(thing).map(({ figure, name }) => `${name}: ${figure}`)])).toEqual([]);
  // Nothing agrees with itself alone: these are said by several pages, or in several ways.
  const SEVERAL = ["gaps", "risks", "risks in the matrix", "risks outside", "people", "to call: the event of all", "without a number: the event of all"];
  for (const thing of SEVERAL) expect(of(thing).length, thing).toBeGreaterThan(1);
  // What is printed is what is on screen.
  for (const name of ["Overview", "Coverage", "Risks", "People", "the event of all"]) {
    await turnTo(page, PAGES[name].hash);
    await page.emulateMedia({ media: "print" });
    const printed = counted(name, await page.evaluate(look), PAGES[name].but ?? []);
    await page.emulateMedia({ media: null });
    for (const { thing, figure } of printed.filter(isAlike)) {
      const known = of(thing)[0];
      if (known) expect(figure, `${thing} on paper`).toBe(known.figure);
    }
  }
  return Object.fromEntries(things.map((thing) => [thing, of(thing)[0].figure]));
}

/** What the pages count of the example as it is, asked for once by each worker: what a change that is undone leads back to. */
const before = new Map();

export async function figuresBefore(page, language) {
  if (!before.has(language)) {
    await openApp(page);
    before.set(language, await figures(page));
  }
  return before.get(language);
}
