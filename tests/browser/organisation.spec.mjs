// The organisation: its verdict, the search, the tree, and a unit's own page.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { findings, organisation } from "./support/example.mjs";

const GAPS = ["missing", "broken"];

/** Findings missing or broken about a unit or one below it. */
function gapsAt(unit) {
  const parents = new Map(organisation.units.map(({ id, parent }) => [id, parent]));
  const isBelow = (id) => id !== undefined && (id === unit || isBelow(parents.get(id)));
  return findings.filter((finding) => GAPS.includes(finding.state) && isBelow(finding.unit));
}

const root = organisation.units.find(({ kind }) => kind === "municipality");
const departments = organisation.units.filter(({ kind }) => kind === "department");
const vacant = findings.find(({ rule, state }) => rule === "coordinator-per-department" && state === "missing");

test("the verdict counts the gaps of the whole organisation", async ({ page }) => {
  await openApp(page, "#/organisation");
  await expect(page.locator("h1")).toContainText(`${gapsAt(root.id).length} avvikelser`);
  await expect(page.locator("h1")).toContainText(root.name.sv ?? root.name);
});

test("the tree opens a department and shows its workplaces, by keyboard alone", async ({ page }) => {
  const department = departments.toSorted((a, b) => gapsAt(b.id).length - gapsAt(a.id).length)[0];
  const name = department.name.sv ?? department.name;
  await openApp(page, "#/organisation");
  const line = page.locator(".branch-line", { hasText: name });
  await expect(line).toContainText(`${gapsAt(department.id).length}\u00a0avvikelser`);
  const twist = page.getByRole("button", { name });
  await expect(twist).toHaveAttribute("aria-expanded", "false");
  await twist.focus();
  await page.keyboard.press("Enter");
  await expect(twist).toHaveAttribute("aria-expanded", "true");
  await ready(page);
  const under = organisation.units.filter(({ parent }) => parent === department.id).length;
  await expect(page.locator(".branch", { has: twist }).last().locator(".branch")).toHaveCount(under);
  await page.keyboard.press("Space");
  await expect(twist).toHaveAttribute("aria-expanded", "false");
});

test("a search finds units as one types, is in the address, and keeps the focus", async ({ page }) => {
  await openApp(page, "#/organisation");
  const box = page.getByRole("searchbox", { name: "Sök enhet" });
  await box.focus();
  await page.keyboard.type("eken");
  await ready(page);
  await expect(box).toBeFocused();
  await expect(page).toHaveURL(/find=eken/);
  const found = organisation.units.filter(({ name }) => (name.sv ?? name).toLowerCase().includes("eken"));
  await expect(page.locator(".unit-row")).toHaveCount(found.length);
  await expect(page.getByRole("status")).toContainText("”eken”");
  await box.fill("finns inte alls");
  await expect(page.getByRole("status")).toContainText("Ingen enhet");
  await openApp(page, "#/organisation?find=eken");
  await expect(page.locator(".unit-row")).toHaveCount(found.length);
});

test("a unit's page names what is missing, who holds what, and how to reach it", async ({ page }) => {
  const unit = organisation.units.find(({ id }) => id === vacant.unit);
  const name = unit.name.sv ?? unit.name;
  await openApp(page, "#/organisation");
  await page.getByRole("link", { name, exact: true }).click();
  await ready(page);
  await expect(page.locator("h1")).toHaveText(`${name} saknar säkerhetssamordnare.`);
  await expect(page.locator("h1")).toBeFocused();
  await expect(page.locator("main")).toContainText("Vakant");
  if (unit.contact?.email) {
    await expect(page.getByRole("link", { name: unit.contact.email })).toHaveAttribute("href", `mailto:${unit.contact.email}`);
  }
  await page.goBack();
  await ready(page);
  await expect(page.getByRole("searchbox")).toBeVisible();
});

test("an address of no unit says so", async ({ page }) => {
  await openApp(page, "#/organisation/finns-inte");
  await expect(page.locator("h1")).toBeVisible();
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing on the organisation's pages", async ({ page }) => {
      for (const hash of ["#/organisation", "#/organisation?find=sk", `#/organisation/${vacant.unit}`]) {
        await openApp(page, hash);
        await axe(page);
      }
    });
  });
}
