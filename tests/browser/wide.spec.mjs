// A file may hold words without an end. No page is wider than its window for them.
import { readFileSync } from "node:fs";
import { serve } from "../../scripts/serve.mjs";
import { expect, ready, test as base } from "./support/page.mjs";
import { pages } from "./support/pages.mjs";
import { expectAnswers, expectFits } from "./support/walk.mjs";

const ENDLESS = "Ö".repeat(3000);
/** What is written out on pages, wherever in the file it stands. */
const SHOWN = ["name", "title", "text", "note", "reason", "why", "address"];

/** The same file with an endless word in every text that pages show. */
function stretched(value, isShown = false) {
  if (typeof value === "string") return isShown ? value + ENDLESS : value;
  if (Array.isArray(value)) return value.map((item) => stretched(item));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, stretched(inner, SHOWN.includes(key) || (isShown && ["sv", "en"].includes(key)))]),
  );
}

const FILE = JSON.stringify(stretched(JSON.parse(readFileSync("public/example.json", "utf8"))));
const PAGES = [
  "", "organisation", "organisation/avc", "coverage", "risks", "measures", "map", "forecast", "rules", "method", "training", "year",
  "report", "editions", "vulnerability", "event", "contact", "group", "security-unit", "coordinators", "representatives", "data", "share",
];

const test = base.extend({
  baseURL: async ({}, use) => {
    const server = await serve({ base: "/stretched/", override: new Map([["example.json", FILE]]) });
    await use(server.url);
    await server.close();
  },
});

/** A word that no browser breaks: a unit, a person and a risk are called so. */
const MEGABYTE = "Å".repeat(1_000_000);
const example = JSON.parse(readFileSync("public/example.json", "utf8"));
const named = (list, field) => list.map((item, nth) => (nth === list.length - 1 ? { ...item, [field]: MEGABYTE } : item));
const HUGE = JSON.stringify({
  ...example,
  units: named(example.units, "name"),
  people: named(example.people, "name"),
  risks: named(example.risks, "title"),
});

test.describe("a name of a megabyte", () => {
  test.use({
    baseURL: async ({}, use) => {
      const server = await serve({ base: "/huge/", override: new Map([["example.json", HUGE]]) });
      await use(server.url);
      await server.close();
    },
  });

  test("fault 8: makes the pages of what is called so no wider than their window, and each answers", async ({ page }) => {
    test.slow();
    await page.goto("./");
    for (const list of ["units", "people", "risks"]) {
      const name = { units: "organisation" }[list] ?? list;
      const hash = `#/${name}/${example[list].at(-1).id}`;
      await page.evaluate((hash) => (location.hash = hash), hash);
      await ready(page);
      await expect(page.locator("main h1"), list).toContainText("ÅÅÅ");
      await expectFits(page, hash);
      await expectAnswers(page, hash);
    }
  });

  test("fault 8: makes no page of all there are wider than its window, and each answers", async ({ page }) => {
    test.slow();
    await page.goto("./");
    await ready(page);
    for (const { hash } of pages) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await ready(page);
      await expectFits(page, hash);
      await expectAnswers(page, hash);
    }
  });

  test("fault 8: is found by the search, which fits its window and is put away again", async ({ page }) => {
    test.slow();
    await page.goto("./");
    await ready(page);
    await page.keyboard.press("/");
    await page.getByRole("combobox", { name: "Sök" }).fill("ååå");
    const found = page.locator("dialog.search").getByRole("option");
    await expect(found.first()).toContainText("ÅÅÅ");
    await expectFits(page, "the search");
    await page.keyboard.press("Escape");
    await expect(page.locator("dialog.search")).toBeHidden();
    await expectAnswers(page, "the overview");
  });
});

test("the page of somebody who answers for a measure with a day is no wider than a phone", async ({ page }) => {
  const { owner } = example.measures.find(({ owner, due, status }) => due && status !== "done" && example.people.some(({ id }) => id === owner));
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto(`./#/people/${owner}`);
  await ready(page);
  await expect(page.locator("main .finding-aside").last()).toBeVisible();
  expect(await page.evaluate(() => document.scrollingElement.scrollWidth)).toBeLessThanOrEqual(390);
});

for (const width of [390, 1280]) {
  // Fault 8 of docs/faults.md.
  test(`words without an end make no page wider than a window of ${width}`, async ({ page }) => {
    test.slow();
    await page.setViewportSize({ width, height: 900 });
    await page.goto("./");
    for (const name of PAGES) {
      await page.evaluate((hash) => (location.hash = hash), `#/${name}`);
      await ready(page);
      await expect.poll(() => page.evaluate(() => document.scrollingElement.scrollWidth), name).toBeLessThanOrEqual(width);
    }
  });
}
