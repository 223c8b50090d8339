// The map: every workplace a cell that is named, opened, pointed out and gone through; the same as figures and as a
// list; and a country of a hundred thousand.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { findings, organisation, verdict } from "./support/example.mjs";

const RULE = "representative-per-workplace";
const rule = verdict.coverage.rules.find(({ id }) => id === RULE);
const units = new Map(organisation.units.map((unit) => [unit.id, unit]));
const workplaces = organisation.units.filter(({ kind }) => kind === "workplace");
const called = ({ name }) => name.sv ?? name;
const department = (unit) => (["department", "company"].includes(unit.kind) ? unit : department(units.get(unit.parent)));
const departments = organisation.units
  .filter(({ kind }) => ["department", "company"].includes(kind))
  .map((unit) => [unit, workplaces.filter((workplace) => department(workplace) === unit)])
  .map(([unit, own]) => [unit, own.toSorted((a, b) => called(a).localeCompare(called(b), "sv"))])
  .toSorted(([, a], [, b]) => b.length - a.length);
const [[largest, first], [, second]] = departments;
const unitsIn = (state) => findings.filter((finding) => finding.rule === RULE && finding.state === state).map(({ unit }) => unit);

const map = (page) => page.locator("canvas.map-canvas");
const here = (page) => page.locator(".map-here");
const list = (page) => page.locator("#workplaces .finding-subject");
const pressed = (page, state) => page.getByRole("group", { name: "Peka ut" }).getByRole("button", { name: state });

/** How many pixels of the map have the background of a mark on the page. */
const painted = (page, state) =>
  page.evaluate((state) => {
    const mark = document.querySelector(`.map-states [data-state=${state}]`);
    const colour = getComputedStyle(mark).backgroundColor.match(/\d+/g).slice(0, 3).join();
    const { width, height } = document.querySelector("canvas");
    const { data } = document.querySelector("canvas").getContext("2d").getImageData(0, 0, width, height);
    let count = 0;
    for (let at = 0; at < data.length; at += 4) if (data.slice(at, at + 3).join() === colour) count++;
    return count;
  }, state);

test("the verdict, the figures and the list tell of the rule that is chosen", async ({ page }) => {
  await openApp(page, `#/map?rule=${RULE}`);
  await expect(page.locator(".map-verdict")).toContainText(`${rule.missing} arbetsplatser saknar säkerhetsombud`);
  await expect(map(page)).toHaveAttribute("aria-label", `Karta över ${workplaces.length}\u00a0arbetsplatser i ${departments.length} grupper`);
  await expect(pressed(page, "saknas")).toContainText(String(rule.missing));
  await expect(pressed(page, "uppfyllt")).toContainText(String(rule.met));
  await expect(page.locator(".map-table tbody tr")).toHaveCount(departments.length);
  const amiss = rule.applicable - rule.met;
  await expect(page.locator("#workplaces h2")).toHaveText(`${amiss}\u00a0arbetsplatser att se över`);
  const worst = await page.locator("#workplaces .finding .state-sign").first().getAttribute("data-state");
  expect(worst).toBe("missing");
});

test("without a rule a cell tells of the one that is worst, and a rule is chosen by keyboard", async ({ page }) => {
  await openApp(page, "#/map");
  const choice = page.getByRole("combobox", { name: "Rutorna visar" });
  const about = new Set(findings.filter(({ unit }) => units.get(unit)?.kind === "workplace").map((finding) => finding.rule));
  for (const id of about) await expect(choice.locator(`option[value="${id}"]`)).toHaveCount(1);
  await expect(choice.locator('option[value="security-unit-exists"]')).toHaveCount(0);
  const before = await page.locator(".map-verdict").textContent();
  await choice.focus();
  await page.keyboard.type("Varje arbetsplats");
  await expect(page).toHaveURL(new RegExp(`rule=${RULE}`));
  await expect(page.locator(".map-verdict")).not.toHaveText(before);
  await expect(choice).toBeFocused();
});

test("a cell that is pointed at says its name, its department and why, and a click opens it", async ({ page }) => {
  await openApp(page, `#/map?rule=${RULE}`);
  await expect.poll(() => painted(page, "met")).toBeGreaterThan(0);
  await map(page).hover({ position: { x: 12, y: 62 } });
  await expect(here(page)).toContainText(called(first[0]));
  await expect(here(page)).toContainText(called(largest));
  await expect(page.locator(".map-tip")).toContainText(called(first[0]));
  await map(page).click({ position: { x: 12, y: 62 } });
  await expect(page).toHaveURL(new RegExp(`#/organisation/${first[0].id}`));
});

test("the name of a department opens it", async ({ page }) => {
  await openApp(page, "#/map");
  await map(page).click({ position: { x: 30, y: 14 } });
  await expect(page).toHaveURL(new RegExp(`#/organisation/${largest.id}`));
});

test("the keyboard goes from cell to cell, names each and opens it", async ({ page }) => {
  await openApp(page, `#/map?rule=${RULE}`);
  await map(page).focus();
  await expect(here(page)).toContainText(called(first[0]));
  const after = async (key, workplace) => {
    await page.keyboard.press(key);
    await expect(here(page), key).toContainText(called(workplace));
  };
  await after("Home", first[0]);
  await after("ArrowRight", first[1]);
  await after("ArrowLeft", first[0]);
  await after("End", first.at(-1));
  await after("ArrowRight", second[0]);
  await after("PageUp", first[0]);
  await after("PageDown", second[0]);
  await page.keyboard.press("ArrowDown");
  await expect(here(page)).not.toContainText(called(second[0]));
  await after("ArrowUp", second[0]);
  const missing = first.findIndex(({ id }) => unitsIn("missing").includes(id));
  await page.keyboard.press("PageUp");
  for (let step = 0; step < missing; step++) await page.keyboard.press("ArrowRight");
  await expect(here(page)).toContainText(called(first[missing]));
  await expect(here(page)).toContainText("inget säkerhetsombud");
  await page.keyboard.press("Escape");
  await expect(here(page)).toBeEmpty();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`#/organisation/${first[0].id}`));
  await ready(page);
  await page.goBack();
  await expect(map(page)).toBeVisible();
});

test("a state that is pointed out leaves the others faint, and lists its workplaces", async ({ page }) => {
  await openApp(page, `#/map?rule=${RULE}`);
  await expect.poll(() => painted(page, "met")).toBeGreaterThan(1000);
  await pressed(page, "saknas").click();
  await expect(page).toHaveURL(/state=missing/);
  await expect(pressed(page, "saknas")).toHaveAttribute("aria-pressed", "true");
  await expect.poll(() => painted(page, "met")).toBe(0);
  await expect(list(page)).toHaveCount(Math.min(50, rule.missing));
  const names = unitsIn("missing").map((id) => called(units.get(id)));
  for (const name of await list(page).allTextContents()) expect(names).toContain(name);
  await pressed(page, "saknas").click();
  await expect(page).not.toHaveURL(/state=/);
  await expect.poll(() => painted(page, "met")).toBeGreaterThan(1000);
});

test("each figure opens the list of what it counts", async ({ page }) => {
  await openApp(page, `#/map?rule=${RULE}`);
  const own = first.filter(({ id }) => unitsIn("missing").includes(id));
  const figure = page.getByRole("link", { name: `${called(largest)}: ${own.length} saknas` });
  await figure.click();
  await expect(page).toHaveURL(new RegExp(`within=${largest.id}`));
  await expect(list(page)).toHaveCount(own.length);
  await expect(map(page)).toHaveAttribute("aria-label", `Karta över ${first.length}\u00a0arbetsplatser`);
});

test("within a department there are its workplaces only", async ({ page }) => {
  await openApp(page, `#/map?rule=${RULE}&within=${largest.id}`);
  await expect(map(page)).toHaveAttribute("aria-label", `Karta över ${first.length}\u00a0arbetsplatser`);
  await expect(page.locator(".map-table tbody tr")).toHaveCount(1);
});

test("another day is another map", async ({ page }) => {
  await openApp(page, `#/map?rule=${RULE}`);
  const before = await page.locator(".map-verdict").textContent();
  await openApp(page, `#/map?rule=${RULE}&as_of=2030-01-01`);
  await expect(page.locator(".map-verdict")).not.toHaveText(before);
});

for (const colorScheme of ["light", "dark"]) {
  test(`it is drawn in the colours of the page: ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: colorScheme === "light" ? "dark" : "light" });
    await openApp(page, `#/map?rule=${RULE}`);
    await expect.poll(() => painted(page, "met")).toBeGreaterThan(1000);
    // And follows them.
    await page.emulateMedia({ colorScheme });
    await expect.poll(() => painted(page, "met")).toBeGreaterThan(1000);
    await axe(page);
  });
}

test("on paper the map is there with what its marks mean", async ({ page }) => {
  await openApp(page, "#/map");
  await page.emulateMedia({ media: "print" });
  await expect(map(page)).toBeVisible();
  await expect(page.locator(".map-legend .legend")).toBeVisible();
  await expect(page.locator(".map-table")).toBeVisible();
});

test("it is made for a phone anew, and a tap names before it opens", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL, viewport: { width: 320, height: 700 }, hasTouch: true, locale: "sv-SE" });
  const page = await context.newPage();
  await openApp(page, "#/map");
  const box = await map(page).boundingBox();
  expect(box.width).toBeLessThanOrEqual(320);
  expect(box.height).toBeGreaterThan(box.width);
  await map(page).tap({ position: { x: 10, y: 48 } });
  await expect(here(page)).toContainText(called(first[0]));
  await map(page).tap({ position: { x: 10, y: 48 } });
  await expect(page).toHaveURL(new RegExp(`#/organisation/${first[0].id}`));
  await context.close();
});

test("the small map of the overview leads to it", async ({ page }) => {
  await openApp(page, "#/");
  await page.getByRole("link", { name: "Öppna kartan" }).click();
  await expect(map(page)).toBeVisible();
});

test.describe("a country of 100 000 workplaces", () => {
  /** Every tenth is without a representative. */
  function country() {
    const units = [{ id: "rike", name: "Riket", kind: "municipality" }];
    const assignments = [];
    for (let n = 0; n < 40; n++) units.push({ id: `d${n}`, name: `Förvaltning ${n + 10}`, kind: "department", parent: "rike" });
    for (let n = 0; n < 100_000; n++) {
      units.push({ id: `w${n}`, name: `Arbetsplats ${100_000 + n}`, kind: "workplace", parent: `d${Math.floor(n / 2_500)}` });
      if (n % 10) assignments.push({ role: "security_representative", unit: `w${n}`, person: "p" });
    }
    const file = { format: 1, name: "Riket", as_of: "2026-11-22", packs: ["tyreso-2016"], people: [{ id: "p", name: "P" }], units, assignments };
    return { name: "riket.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) };
  }

  test("opens, comes closer, is moved, and names the cell that is where it should be", async ({ page }) => {
    test.setTimeout(120_000);
    await openApp(page, "#/data");
    await page.locator("main input[type=file]").first().setInputFiles(country());
    await expect(page.getByText("riket.json").filter({ visible: true }).first()).toBeVisible({ timeout: 60_000 });
    await page.evaluate(() => (location.hash = "#/map?rule=representative-per-workplace"));
    await expect(map(page)).toHaveAttribute("aria-label", "Karta över 100\u00a0000\u00a0arbetsplatser i 40 grupper", { timeout: 30_000 });
    await expect(page.locator(".map-verdict")).toContainText("10\u00a0000 arbetsplatser saknar säkerhetsombud");
    await ready(page);

    await map(page).scrollIntoViewIfNeeded();
    await map(page).focus();
    await page.keyboard.press("Home");
    await expect(here(page)).toContainText("Arbetsplats 100000");
    for (let step = 0; step < 11; step++) await page.keyboard.press("+");
    const box = await map(page).boundingBox();
    const point = (x, y) => page.mouse.move(box.x + x, box.y + y);
    const named = here(page).locator("a");
    await point(500, 300);
    await expect(named).not.toContainText("100000");
    const before = await named.textContent();
    expect(before).toContain("Arbetsplats");
    await page.mouse.down();
    await page.mouse.move(box.x + 450, box.y + 280, { steps: 5 });
    await page.mouse.move(box.x + 300, box.y + 200, { steps: 5 });
    await page.mouse.up();
    expect(page.url()).toContain("#/map");
    await point(500, 300);
    await expect(named).not.toHaveText(before);
    await point(300, 200);
    await expect(named).toHaveText(before);

    await page.getByRole("button", { name: "Visa allt" }).click();
    await expect(page.getByRole("button", { name: "Visa allt" })).toBeDisabled();
    await page.emulateMedia({ media: "print" });
    await expect(map(page)).toBeHidden();
    await expect(page.locator(".map-table tbody tr")).toHaveCount(25);
    // On paper no button says how many departments there are.
    await expect(page.locator(".more-rows").getByText(/^De första 25 av \d+ visas\.$/)).toBeVisible();
  });
});
