// Figures agree: whatever a page says of a thing, every other page says of it too, of the whole and of a part, on the
// file's own day and on another, on screen and on paper. A page that says nothing of a thing is passed over.
import { readFileSync } from "node:fs";
import { expect, openApp, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation, verdict } from "./support/example.mjs";

const listed = JSON.parse(readFileSync(new URL("support/pages.json", import.meta.url), "utf8"));
const risk = organisation.risks.find(({ id }) => id === verdict.risk.risks.find(({ rank }) => rank === 1).id);
const pages = listed.filter(({ address }) => !address.includes(":")).map(({ page, address }) => [page, address]);
pages.push(["a call list", `#/event?risk=${encodeURIComponent(risk.id)}`]);

const SPELLED = ["ingen|inga|noll", "en|ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
const NUMBER = String.raw`(\d[\d\u00a0\u202f]*|${SPELLED.join("|")})`;

/** The number that stands for a text of digits or a word. */
function number(text) {
  const word = text.toLowerCase();
  const spelled = SPELLED.findIndex((words) => words.split("|").includes(word));
  return spelled < 0 ? Number(text.replace(/\D/g, "")) : spelled;
}

/** What is counted: how it is said, and the pages that must say it. */
const THINGS = {
  gaps: {
    said: [`Det ger ${NUMBER} avvikelser? att åtgärda`, `Visa alla ${NUMBER} avvikelser`],
    on: ["Overview", "Coverage", "Organisation"],
  },
  "ending soon": {
    said: [`Inom 90 dagar tillkommer ${NUMBER} avvikelser? om inget görs`],
    on: ["Overview", "Coverage", "Organisation"],
    // The pages of roles speak of their own rules.
    only: ["Overview", "Coverage", "Organisation"],
  },
  risks: { said: [`^${NUMBER} risker?$`, String.raw`\bRisker ${NUMBER} Åtgärder`], on: ["Risks", "Measures", "Method"] },
  "risks in the matrix": { said: [`${NUMBER} risker? är i matrisen`], on: ["Overview", "Risks"] },
  "risks outside": { said: [`är i matrisen, ${NUMBER} utanför`], on: ["Overview", "Risks"] },
  measures: {
    said: [String.raw`\bÅtgärder ${NUMBER} Sårbarhet`, `^${NUMBER} åtgärder?$`],
    on: ["Risks", "Measures", "Method"],
  },
  units: { said: [String.raw`\bEnheter ${NUMBER} Personer`], on: ["Organisation", "People", "Map"] },
};

/** What a page says of every thing, and of every rule that it counts. */
async function figures(page, name, hash, whole) {
  await turnTo(page, hash);
  const { main, tabs } = await page.evaluate(() => ({
    main: document.querySelector("main").innerText,
    tabs: [...document.querySelectorAll("header nav")].map((nav) => nav.innerText.replace(/\s+/g, " ")).join("\n"),
  }));
  const text = `${main}\n${tabs}`;
  const found = [];
  for (const [thing, { said, only }] of Object.entries(THINGS)) {
    if (only && !only.includes(name)) continue;
    for (const pattern of said) {
      for (const match of text.matchAll(new RegExp(pattern, "gim"))) found.push([thing, number(match[1]), name]);
    }
  }
  // The organisation counts its units and what is about something else apart.
  if (name === "Organisation") {
    const of = new RegExp(`har ${NUMBER} avvikelser? i sin säkerhetsorganisation`).exec(main);
    const beside = new RegExp(`Dessutom gäller ${NUMBER} avvikelser? annat`).exec(main);
    if (of) found.push(["gaps", number(of[1]) + (beside ? number(beside[1]) : 0), name]);
  }
  for (const rule of verdict.coverage.rules) {
    const stated = ruleText(rule.id);
    const at = main.indexOf(`${stated}\n`);
    const counted = at < 0 ? undefined : /^\s*(\d[\d\u00a0]* av \d[\d\u00a0]*)/.exec(main.slice(at + stated.length));
    // The rules are those of the whole organisation, whatever is looked at.
    if (counted && (name !== "Rules" || whole)) found.push([`rule ${rule.id}`, counted[1], name]);
  }
  return found;
}

let texts;
/** What a rule says, as the page has it. */
const ruleText = (id) => texts[id] ?? "\u0000";

/** Reads what each rule is called from the page of the rules. */
async function readRules(page) {
  await openApp(page, "#/rules");
  texts = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll(".rule-entry")].map((entry) => [
        entry.id.replace(/^rule-/, ""),
        entry.querySelector(".rule-entry-text").innerText.trim(),
      ]),
    ),
  );
  expect(Object.keys(texts)).toHaveLength(verdict.coverage.rules.length);
}

/** The address of a page with a part and a day. */
const looking = (address, lens) => (lens ? `${address}${address.includes("?") ? "&" : "?"}${lens}` : address);

for (const media of ["screen", "print"]) {
  for (const lens of ["", "within=buf", "as_of=2027-07-02", "as_of=2027-07-02&within=buf"]) {
    test(`every page says the same on ${media}: ${lens || "the whole"}`, async ({ page }) => {
      test.setTimeout(180_000);
      await readRules(page);
      await page.emulateMedia({ media });
      const found = [];
      for (const [name, address] of pages) found.push(...(await figures(page, name, looking(address, lens), !lens.includes("within"))));
      for (const thing of new Set(found.map(([thing]) => thing))) {
        const said = found.filter(([of]) => of === thing);
        expect(new Set(said.map(([, count]) => count)).size, `${thing}: ${JSON.stringify(said)}`).toBe(1);
      }
      if (media === "print") return;
      for (const [thing, { on }] of Object.entries(THINGS)) {
        const pages = found.filter(([of]) => of === thing).map(([, , name]) => name);
        expect(pages, thing).toEqual(expect.arrayContaining(on));
      }
      const rules = found.filter(([of]) => of.startsWith("rule ")).map(([, , name]) => name);
      expect(rules).toEqual(expect.arrayContaining(["Overview", "Coverage"]));
    });
  }
}

test("the pages say what the command line does, and so does the exported result", async ({ page }) => {
  await readRules(page);
  const { findings } = verdict.coverage;
  const count = (...states) => findings.filter(({ state }) => states.includes(state)).length;
  const of = async (name, hash) => new Map((await figures(page, name, hash, true)).map(([thing, figure]) => [thing, figure]));
  const coverage = await of("Coverage", "#/coverage");
  expect(coverage.get("gaps")).toBe(count("missing", "broken"));
  expect(coverage.get("ending soon")).toBe(count("expiring"));
  await expect(page.locator(".results")).toHaveText(`${findings.length} rader`);
  const risks = await of("Risks", "#/risks");
  expect(risks.get("risks")).toBe(organisation.risks.length);
  await turnTo(page, "#/data");
  const coming = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spara resultatet (JSON)" }).click();
  const exported = JSON.parse(readFileSync(await (await coming).path(), "utf8"));
  expect(exported.coverage.findings).toHaveLength(findings.length);
  expect(exported.coverage.rules).toEqual(verdict.coverage.rules);
});

test("late is late on every page: the plan, the report and the pages of those who answer for it", async ({ page }) => {
  await openApp(page, "#/measures");
  const late = organisation.measures.filter(
    ({ due, status }) => due < organisation.as_of && !["done", "cancelled"].includes(status),
  );
  const text = () => page.locator("main").innerText();
  const count = number(new RegExp(`^${NUMBER} åtgärder skulle ha varit klara`, "im").exec(await text())[1]);
  expect(count).toBe(late.length);
  expect((await text()).match(/Försenad/g)).toHaveLength(count);
  await turnTo(page, "#/report");
  const report = await text();
  expect(number(new RegExp(`${NUMBER} åtgärder är försenade`, "i").exec(report)[1])).toBe(count);
  expect(report.match(/, försenad/g)).toHaveLength(count);
  for (const owner of new Set(late.map(({ owner }) => owner))) {
    if (!organisation.people.some(({ id }) => id === owner)) continue;
    await turnTo(page, `#/people/${owner}`);
    expect((await text()).match(/[Ff]örsenad/g) ?? [], owner).not.toHaveLength(0);
  }
});
