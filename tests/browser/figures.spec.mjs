// Figures agree: what the pages count is what the command line does, and what is late is late on every page.
import { readFileSync } from "node:fs";
import { expect, openApp, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation, verdict } from "./support/example.mjs";

const SPELLED = ["ingen|inga|noll", "en|ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"];
const NUMBER = String.raw`(\d[\d\u00a0\u202f]*|${SPELLED.join("|")})`;

/** The number that stands for a text of digits or a word. */
function number(text) {
  const word = text.toLowerCase();
  const spelled = SPELLED.findIndex((words) => words.split("|").includes(word));
  return spelled < 0 ? Number(text.replace(/\D/g, "")) : spelled;
}

test("the pages say what the command line does, and so does the exported result", async ({ page }) => {
  const { findings } = verdict.coverage;
  const count = (...states) => findings.filter(({ state }) => states.includes(state)).length;
  const said = async (pattern) => number(new RegExp(pattern).exec(await page.locator("main").innerText())[1]);
  await openApp(page, "#/coverage");
  expect(await said(`Det ger ${NUMBER} avvikelser? att åtgärda`)).toBe(count("missing", "broken"));
  expect(await said(`Inom 90 dagar tillkommer ${NUMBER} avvikelser? om inget görs`)).toBe(count("expiring"));
  await expect(page.locator(".results")).toHaveText(`${findings.length} rader`);
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
