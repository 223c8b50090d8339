// The overview: five rules and the matrix beside each other, where to start with a step for each, what is ahead, the map,
// and what comes next. Its order follows the width there is.
import { expect, hold, openApp, ready, speak, test } from "./support/page.mjs";
import { findings, organisation, verdict } from "./support/example.mjs";

const card = (page, name) => page.locator(`.overview-${name}`);
const place = async (page, name) => card(page, name).boundingBox();
const gaps = findings.filter(({ state }) => state === "missing" || state === "broken").length;

test("the five worst rules are shown in full, all others behind one line", async ({ page }) => {
  await openApp(page);
  const rules = card(page, "rules");
  await expect(rules.locator(".rules > .rule")).toHaveCount(5);
  const failing = verdict.coverage.rules.filter(({ missing, broken }) => missing + broken > 0).length;
  await expect(rules.locator(".lead")).toContainText(`av ${failing} som inte är uppfyllda`);
  const summary = rules.locator("details > summary");
  await expect(summary).toContainText(`${failing - 5} regler till är inte uppfyllda`);
  await summary.click();
  await expect(rules.locator(".rule")).toHaveCount(verdict.coverage.rules.length);
  await expect(rules.locator("details .rule").first()).toBeVisible();
});

test("the axes of the matrix carry words, and the first risks are named", async ({ page }) => {
  await openApp(page);
  const risks = card(page, "risks");
  for (const head of await risks.locator("thead .level-name, tbody .level-name").all()) await expect(head).toBeVisible();
  await expect(risks.locator(".level-number").first()).toBeHidden();
  const first = organisation.risks.find(({ id }) => id === verdict.risk.risks.find(({ rank }) => rank === 1).id);
  const named = risks.locator(".first-risks li");
  await expect(named).toHaveCount(3);
  await expect(named.first()).toContainText("1");
  await expect(named.first()).toContainText(first.title.sv ?? first.title);
});

for (const [language, step] of [["sv", "Utse någon"], ["en", "Appoint"]]) {
  test(`each finding to start with has a step that leads to it: ${language}`, async ({ page }) => {
    await openApp(page);
    if (language === "en") await speak(page, "In English");
    const urgent = card(page, "urgent");
    await expect(urgent.locator(".start:visible")).toHaveCount(5);
    await expect(urgent.locator(".start:visible .start-step")).toHaveCount(5);
    await expect(urgent.locator(".card-head a")).toContainText(String(gaps));
    const first = urgent.locator(".start-step").first();
    await expect(first).toHaveText(step);
    const subject = await urgent.locator(".start-subject").first().textContent();
    await first.click();
    await ready(page);
    await expect(page.locator("main h1")).toContainText(subject);
  });
}

test("what is ahead is counted from zero, and what comes next leads on", async ({ page }) => {
  await openApp(page);
  await expect(card(page, "ahead").locator(".ahead-scale span").first()).toHaveText("0");
  await expect(card(page, "ahead").locator("svg[role=img]")).toHaveAttribute("aria-label", /^Avvikelser: \d+ i dag, \d+ den /);
  const leads = page.locator(".leads li");
  await expect(leads).toHaveCount(4);
  await expect(leads.nth(1)).toContainText("försena");
  for (const [at, hash] of [[0, "#/group"], [1, "#/measures"], [2, "#/training"], [3, "#/report"]]) {
    await expect(leads.nth(at).getByRole("link")).toHaveAttribute("href", hash);
  }
});

test("on a phone where to start comes first, then the risks, the rules, what is ahead and the map", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openApp(page);
  const tops = [];
  for (const name of ["urgent", "risks", "rules", "ahead", "map"]) tops.push((await place(page, name)).y);
  expect(tops).toEqual(tops.toSorted((a, b) => a - b));
  await expect(page.locator("header .top-row")).toHaveJSProperty("offsetHeight", 57);
});

test("on a desk the rules stand beside the risks, and where to start beside what is ahead", async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1800 });
  await openApp(page);
  const [rules, risks, urgent, ahead] = await Promise.all(["rules", "risks", "urgent", "ahead"].map((name) => place(page, name)));
  expect(risks.y).toBe(rules.y);
  expect(risks.x).toBeGreaterThan(rules.x);
  expect(ahead.y).toBe(urgent.y);
  expect(urgent.y).toBeGreaterThan(rules.y);
  const leads = await page.locator(".leads").boundingBox();
  expect(leads.y + leads.height, "all of it is visible").toBeLessThanOrEqual(1800);
});

test("where there is much room there are three columns", async ({ page }) => {
  await page.setViewportSize({ width: 1680, height: 1050 });
  await openApp(page);
  const [rules, urgent, risks] = await Promise.all(["rules", "urgent", "risks"].map((name) => place(page, name)));
  expect([urgent.y, risks.y]).toEqual([rules.y, rules.y]);
  expect(rules.x < urgent.x && urgent.x < risks.x).toBe(true);
  await expect(card(page, "urgent").locator(".start:visible")).toHaveCount(7);
});

test("the rest of it comes after the verdict", async ({ page }) => {
  const deliver = await hold(page, /\/page-outlook[^/]*\.wasm$/);
  await page.goto("./");
  await expect(card(page, "rules").locator(".rule").first()).toBeVisible({ timeout: 30_000 });
  await expect(card(page, "map")).toHaveCount(1);
  await expect(page.locator(".square")).toHaveCount(0);
  deliver();
  await ready(page);
  await expect(page.locator(".square").first()).toBeVisible();
});
