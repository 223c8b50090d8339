// Coverage: the verdict, the rules, the filters, findings that explain themselves, and a finding's own page.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { findings, organisation, verdict } from "./support/example.mjs";

const gaps = (rule) => rule.missing + rule.broken;
const rules = verdict.coverage.rules;
const failing = rules.filter((rule) => gaps(rule) > 0);
const broken = findings.filter(({ state }) => state === "broken");
const heading = (page) => page.locator("#findings h2.results");
// The heading goes on with the parts of the list.
const counted = (number) => new RegExp(`^${number}\\srad${number === 1 ? "" : "er"}:`);

test("the verdict counts the rules that do not hold and their gaps", async ({ page }) => {
  await openApp(page, "#/coverage");
  const all = rules.reduce((sum, rule) => sum + gaps(rule), 0);
  await expect(page.locator("h1")).toContainText(`av ${rules.length}\u00a0regler är inte uppfyllda`);
  await expect(page.locator("h1")).toContainText(`${all} avvikelser`);
  await expect(heading(page)).toHaveText(counted(findings.length));
  await expect(page.locator(".rule")).toHaveCount(rules.length);
});

test("each rule shows its count and leads to its findings", async ({ page }) => {
  const worst = failing.toSorted((a, b) => gaps(b) - gaps(a))[0];
  await openApp(page, "#/coverage");
  const rule = page.locator(".rule", { has: page.locator(`a[href*="rule=${worst.id}"]`) });
  await expect(rule).toContainText(`${worst.met + worst.expiring} av ${worst.applicable}`);
  await rule.getByRole("link").click();
  await ready(page);
  await expect(rule.getByRole("link")).toHaveAttribute("aria-current", "true");
  await expect(heading(page)).toHaveText(counted(findings.filter((finding) => finding.rule === worst.id).length));
});

test("on a phone the findings of a rule come into view when it is chosen", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await openApp(page, "#/coverage");
  await expect(heading(page)).not.toBeInViewport();
  await page.locator(".rule a").first().click();
  await expect(heading(page)).toBeInViewport();
  await expect(page.locator("#findings .finding").first()).toBeInViewport();
});

test("the filters work by keyboard alone, are in the address, and the way back undoes them", async ({ page }) => {
  await openApp(page, "#/coverage");
  const state = page.getByRole("combobox", { name: "Läge" });
  await state.focus();
  await page.keyboard.type("Stämmer");
  await expect(page).toHaveURL(/state=broken/);
  await ready(page);
  await expect(state).toBeFocused();
  await expect(heading(page)).toHaveText(counted(broken.length));
  const severity = page.getByRole("combobox", { name: "Krav" });
  await severity.selectOption("should");
  await expect(page).toHaveURL(/severity=should/);
  await expect(heading(page)).toHaveText(counted(broken.filter((finding) => finding.severity === "should").length));
  await page.goBack();
  await expect(heading(page)).toHaveText(counted(broken.length));
  await expect(severity).toHaveValue("");
  await page.getByRole("link", { name: "Visa alla" }).click();
  await expect(heading(page)).toHaveText(counted(findings.length));
  await expect(state).toHaveValue("");
});

test("a department filters to itself and what is below it", async ({ page }) => {
  const parents = new Map(organisation.units.map(({ id, parent }) => [id, parent]));
  const isBelow = (id, above) => id !== undefined && (id === above || isBelow(parents.get(id), above));
  const department = organisation.units.find(({ kind }) => kind === "department").id;
  await openApp(page, `#/coverage?unit=${department}`);
  await expect(heading(page)).toHaveText(counted(findings.filter(({ unit }) => isBelow(unit, department)).length));
  // The part is chosen in one place; a link that narrows the list alone says so beside the number.
  await expect(page.getByRole("combobox", { name: "Förvaltning eller bolag" })).toHaveCount(0);
  const { name } = organisation.units.find(({ id }) => id === department);
  await expect(page.locator("#findings .narrowed-to, .results-line .narrowed-to").first()).toHaveText(`bara ${name.sv ?? name}`);
});

test("a finding opens to explain itself, by keyboard alone", async ({ page }) => {
  await openApp(page, "#/coverage?state=missing");
  const first = page.locator("#findings details").first();
  await first.locator("summary").focus();
  await page.keyboard.press("Enter");
  await expect(first.getByRole("heading", { name: "Regelns text" })).toBeVisible();
  await expect(first.getByRole("heading", { name: "Vad som granskades" })).toBeVisible();
  await expect(first.getByRole("heading", { name: "Vad som skulle ändra det" })).toBeVisible();
  await first.getByRole("link", { name: "Öppna för sig" }).click();
  await ready(page);
  await expect(page.locator("blockquote")).toBeVisible();
  await page.goBack();
  await ready(page);
  await expect(page).toHaveURL(/state=missing/);
});

test("each kind of finding has a page that quotes its rule's source and says what was looked at", async ({ page }) => {
  // One of each reason in each state.
  const ids = new Map(findings.map((finding) => [`${finding.because.kind} ${finding.state}`, finding.id]));
  await openApp(page, "#/coverage");
  for (const id of ids.values()) {
    const before = await page.locator("h1").textContent();
    await page.goto(`./#/coverage/${encodeURIComponent(id)}`);
    await expect(page.locator("h1"), id).not.toHaveText(before);
    await expect(page.locator(".seen li").first(), id).not.toBeEmpty();
    await expect(page.locator("blockquote, .empty").first(), id).toBeVisible();
  }
});

test("long lists come a window at a time", async ({ page }) => {
  test.skip(findings.length <= 50, "the example fits in one window");
  await openApp(page, "#/coverage");
  await expect(page.locator("#findings details")).toHaveCount(50);
  await page.getByRole("link", { name: "Nästa" }).click();
  await expect(page).toHaveURL(/from=50/);
  await expect(page.locator("#findings details")).toHaveCount(Math.min(50, findings.length - 50));
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing on the coverage pages", async ({ page }) => {
      await openApp(page, "#/coverage");
      await page.locator("#findings summary").first().click();
      await axe(page);
      await openApp(page, `#/coverage/${encodeURIComponent(broken[0].id)}`);
      await axe(page);
    });
  });
}

test("a file without rules that apply is not said to be well", async ({ page }) => {
  const errors = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  const units = [
    { id: "k", name: "Lilla kommun", kind: "municipality" },
    { id: "d", name: "Förvaltning A", kind: "department", parent: "k" },
    { id: "w", name: "Arbetsplats a", kind: "workplace", parent: "d" },
  ];
  const file = { format: 1, name: "Lilla kommun", as_of: "2026-11-28", packs: ["tyreso_2016"], units };
  await openApp(page, "#/data");
  await page.locator('input[type="file"]').first().setInputFiles({
    name: "lilla.json",
    mimeType: "application/json",
    buffer: Buffer.from(JSON.stringify(file)),
  });
  await expect(page.getByRole("button", { name: "Lilla kommun" })).toBeVisible();
  await turnTo(page, "#/coverage");
  await expect(page.locator("h1")).toContainText("Inga regler tillämpas");
  const main = page.locator("main");
  await expect(main).not.toContainText("Alla regler är uppfyllda");
  await turnTo(page, "#/organisation");
  await expect(page.locator("h1")).toContainText("Inga regler tillämpas");
  await expect(main.getByText("Förvaltning A")).toBeVisible();
  await expect(main.locator(".unit-row [data-state]")).toHaveCount(0);
  await turnTo(page, "#/");
  await expect(page.locator(".when")).toContainText("regelpaketet ”tyreso_2016” finns inte");
  await expect(page.locator(".overview-map")).toContainText("Ingen regel gäller arbetsplatserna här.");
  await expect(page.locator(".square")).toHaveCount(0);
  await turnTo(page, "#/forecast");
  await expect(page.locator("h1")).toContainText("Inga regler tillämpas");
  await expect(page.locator(".year-ahead")).toHaveCount(0);
  expect(errors).toEqual([]);
});
