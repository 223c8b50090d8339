// The pages of roles: the security unit, the coordinators, the representatives with their contact cards, and contact.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { findings, organisation, verdict } from "./support/example.mjs";

const said = (label) => label.sv ?? label;
const of = (kind) => organisation.units.filter((unit) => unit.kind === kind);
const person = (id) => organisation.people.find((person) => person.id === id);
const isCurrent = ({ person, from = "", until = "9999", substitute_for }) =>
  person && !substitute_for && from <= organisation.as_of && organisation.as_of <= until;
const holders = (role, unit) =>
  organisation.assignments.filter((post) => post.role === role && post.unit === unit && isCurrent(post));
const tally = (id) => verdict.coverage.rules.find((rule) => rule.id === id);
const number = (count) => `${count}\u00a0arbetsplatser`;

const unit = of("security_unit")[0];
const vacant = findings.find(({ rule, state }) => rule === "coordinator-per-department" && state === "missing");
const broken = findings.find(({ rule, state }) => rule === "coordinator-reports-to-head" && state === "broken");
const department = of("department").find(({ id }) => id === "buf");
const below = of("workplace").filter(({ parent }) => parent === department.id);
const hole = findings.find(({ rule, state }) => rule === "representative-per-workplace" && state === "missing");
const held = below.find(({ id }) => holders("security_representative", id).length === 1);
const card = (page, id) => page.locator(".coordination", { has: page.locator(`a[href*="/${id}"]`) });

test("the security unit shows its people, its documents, and through whom each department is supported", async ({ page }) => {
  await openApp(page, "#/security-unit");
  await expect(page.locator("h1")).toContainText("styrdokument");
  await expect(page.locator("main")).toContainText(person(holders("head_of_security", unit.id)[0].person).name);
  const guiding = organisation.documents.filter(({ kind, owner }) => ["policy", "guideline"].includes(kind) || owner === unit.id);
  await expect(page.locator("table.list tbody tr")).toHaveCount(guiding.length);
  for (const { id } of findings.filter(({ rule }) => rule === "policies-reviewed")) {
    await expect(page.locator(`table.list a[href$="${encodeURIComponent(id).replaceAll("%3A", ":")}"]`)).toHaveCount(1);
  }
  const supported = page.locator(".held-by", { has: page.locator(`a[href$="/${vacant.unit}"]`) });
  await expect(supported).toContainText("Ingen säkerhetssamordnare");
  await expect(page.locator(".activity")).toHaveCount(organisation.activities.filter((activity) => activity.unit === unit.id).length);
});

test("a document is added for the security unit, and is there", async ({ page }) => {
  await openApp(page, "#/security-unit");
  const rows = page.locator("table.list tbody tr");
  const before = await rows.count();
  await page.getByRole("button", { name: "Nytt dokument" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Rubrik (måste anges)").fill("Riktlinje för prov");
  await dialog.getByLabel("Typ (måste anges)").selectOption("guideline");
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(rows).toHaveCount(before + 1);
  await expect(page.locator("table.list")).toContainText("Riktlinje för prov");
});

test("each department shows its coordinators, how they report, and the six duties", async ({ page }) => {
  await openApp(page, "#/coordinators");
  await expect(page.locator("h1")).toHaveText("En förvaltning saknar säkerhetssamordnare.");
  await expect(page.locator(".coordination")).toHaveCount(of("department").length + of("company").length);
  await expect(card(page, vacant.unit)).toContainText("Ingen säkerhetssamordnare");
  const marked = card(page, broken.unit).locator(`a[href$="${broken.id}"]`);
  await expect(marked).toContainText("stämmer inte");
  await expect(card(page, department.id).locator(".duty")).toHaveCount(6);
  const undone = findings.filter(({ rule, state, unit }) => rule === "coordinator-duties" && state === "missing" && unit === vacant.unit);
  await expect(card(page, vacant.unit).locator('.duty [data-state="missing"]')).toHaveCount(undone.length);
  await marked.click();
  await ready(page);
  await expect(page).toHaveURL(new RegExp(`#/coverage/${broken.id}`));
});

test("a duty that was not done is noted by keyboard alone, and its mark is filled", async ({ page }) => {
  await openApp(page, "#/coordinators");
  const holes = card(page, vacant.unit).locator('.duty [data-state="missing"]');
  const before = await holes.count();
  expect(before).toBeGreaterThan(0);
  const note = card(page, vacant.unit).getByRole("button", { name: "Notera en aktivitet" });
  await note.focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog");
  await expect(dialog).toBeVisible();
  await dialog.getByRole("button", { name: "Spara ändringen" }).press("Enter");
  await expect(dialog).toHaveCount(0);
  await expect(holes).toHaveCount(before - 1);
});

test("the representatives come by department, and those missing are the ones the rule counts", async ({ page }) => {
  const rule = tally("representative-per-workplace");
  await openApp(page, "#/representatives");
  await expect(page.locator("h1")).toHaveText(`${rule.missing} arbetsplatser saknar säkerhetsombud.`);
  await expect(page.locator("#workplaces h2")).toHaveText(number(of("workplace").length));
  await page.getByRole("combobox", { name: "Visa", exact: true }).selectOption("missing");
  await ready(page);
  await expect(page.locator("#workplaces h2")).toHaveText(number(rule.missing));
  await expect(page).toHaveURL(/state=missing/);
  await expect(page.locator("#workplaces .held-by")).toHaveCount(Math.min(rule.missing, 50));
  await expect(page.locator("#workplaces .held-by").first()).toContainText("Inget ombud");
});

test("a representative is found by the name of who it is, as one types", async ({ page }) => {
  const { name } = person(holders("security_representative", held.id)[0].person);
  await openApp(page, "#/representatives");
  const box = page.getByRole("searchbox");
  await box.focus();
  await page.keyboard.type(name);
  await ready(page);
  await expect(box).toBeFocused();
  await expect(page.locator("#workplaces")).toContainText(said(held.name));
  await box.fill("ingen heter så här");
  await expect(page.locator("#workplaces")).toContainText("Ingen arbetsplats stämmer");
});

test("a department sees its own workplaces, coordinator and documents only", async ({ page }) => {
  await openApp(page, `#/representatives?within=${department.id}`);
  await expect(page.locator("#workplaces h2")).toHaveText(number(below.length));
  await page.locator("nav.pages").getByRole("link", { name: "Samordnare" }).click();
  await ready(page);
  await expect(page.locator(".coordination")).toHaveCount(1);
  await expect(card(page, department.id)).toHaveCount(1);
  await page.locator("nav.pages").getByRole("link", { name: "Säkerhetsenheten" }).click();
  await ready(page);
  const own = organisation.documents.filter(({ owner }) => owner === department.id);
  await expect(page.locator("table.list tbody tr")).toHaveCount(own.length);
});

test("a unit's page narrows everything to its part, and back", async ({ page }) => {
  await openApp(page, `#/organisation/${department.id}`);
  await page.getByRole("link", { name: "Visa bara den här delen" }).click();
  await ready(page);
  await expect(page).toHaveURL(new RegExp(`#/\\?within=${department.id}$`));
  await expect(page.locator(".when")).toContainText(number(below.length));
  await openApp(page, `#/organisation/${department.id}?within=${department.id}`);
  await page.getByRole("link", { name: "Visa hela kommunen" }).click();
  await ready(page);
  await expect(page).not.toHaveURL(/within/);
});

test("a workplace's contact card says whom to call, and is all that is printed", async ({ page }) => {
  await openApp(page, `#/organisation/${held.id}`);
  await page.getByRole("link", { name: "Skriv ut kontaktkort" }).click();
  await ready(page);
  const drawn = page.locator(".contact-card");
  await expect(drawn).toHaveCount(1);
  await expect(page.locator("h1")).toBeFocused();
  await expect(drawn).toContainText(said(held.name));
  await expect(drawn).toContainText(held.address);
  const representative = person(holders("security_representative", held.id)[0].person);
  await expect(drawn).toContainText(representative.email);
  await expect(drawn).toContainText(person(holders("security_coordinator", department.id)[0].person).name);
  await expect(drawn.getByRole("link", { name: unit.contact.phone })).toHaveAttribute("href", /^tel:/);
  await axe(page);
  // For a wall that anyone passes: what the file keeps to the municipality's own is left out.
  await page.getByLabel("Bara uppgifter som är öppna för alla").check();
  await expect(drawn).not.toContainText(representative.email);
  await expect(drawn).not.toContainText(representative.name);
  await page.emulateMedia({ media: "print" });
  await expect(drawn).toBeVisible();
  for (const chrome of [page.locator("header.top"), page.locator("h1"), page.locator("main input"), page.locator("main button")]) {
    await expect(chrome.filter({ visible: true })).toHaveCount(0);
  }
});

test("the cards of a choice are printed but for those that are unticked, and fit a phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  await openApp(page, `#/representatives/cards?state=missing&within=${department.id}`);
  const missing = findings.filter(({ rule, state, unit }) => rule === hole.rule && state === "missing" && below.some(({ id }) => id === unit));
  const drawn = page.locator(".contact-card");
  await expect(drawn).toHaveCount(missing.length);
  await expect(drawn.first()).toContainText("Inget ombud");
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
  await drawn.first().getByLabel("Skriv ut det här kortet").uncheck();
  await page.emulateMedia({ media: "print" });
  await expect(drawn.filter({ visible: true })).toHaveCount(missing.length - 1);
});

test("the contact page tells a resident whom to turn to, and no name that the file does not open", async ({ page }) => {
  await openApp(page, "#/contact");
  await expect(page.locator("h1")).toContainText(unit.contact.phone.replaceAll(" ", "\u00a0"));
  await expect(page.locator("main")).toContainText(person(holders("head_of_security", unit.id)[0].person).name);
  await expect(page.locator("main")).toContainText("Politiskt ansvar");
  await expect(page.locator("main")).toContainText("112");
  const open = new Set(organisation.roles.filter(({ contact }) => contact === "open").map(({ id }) => id));
  const officers = holders("crime_prevention_officer", unit.id).filter((post) => !open.has(post.role));
  expect(officers.length).toBeGreaterThan(0);
  for (const post of officers) await expect(page.locator("main")).not.toContainText(person(post.person).name);
});

test("the feedback link goes where the configuration says", async ({ page }) => {
  await openApp(page, "#/contact");
  await expect(page.getByRole("link", { name: "Tyck till om sidan" })).toHaveAttribute("href", "mailto:kommun@example.se");
});

for (const [what, set] of [
  ["an address that may mislead", { feedback: { url: "javascript:alert(1)", label: "Tyck till om sidan" } }],
  ["no feedback", {}],
]) {
  test(`a configuration with ${what} gives no link`, async ({ page }) => {
    await page.route("**/config.json", (route) => route.fulfill({ json: set }));
    await openApp(page, "#/contact");
    await expect(page.locator("h1")).toContainText(said(unit.name));
    await expect(page.getByRole("heading", { name: "Tyck till" })).toHaveCount(0);
  });
}

test("a configuration that is no JSON, or is much too large, is as none", async ({ page }) => {
  for (const body of ["{", `{"feedback": {"url": "https://www.example.se/"}, "x": "${"x".repeat(70_000)}"}`]) {
    await page.route("**/config.json", (route) => route.fulfill({ body, contentType: "application/json" }));
    await openApp(page, "#/contact");
    await expect(page.getByRole("heading", { name: "Tyck till" })).toHaveCount(0);
    await page.unroute("**/config.json");
  }
});
