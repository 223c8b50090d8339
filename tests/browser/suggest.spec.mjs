// Who could take a post: told with the reason, appointed with one press, and for a whole department as a proposal.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { findings, organisation } from "./support/example.mjs";

const ROLE = "security_representative";
const name = (item) => item.name.sv ?? item.name;
const vacant = findings.filter(({ rule, state }) => rule === "representative-per-workplace" && state === "missing");
const unitOf = (finding) => organisation.units.find(({ id }) => id === finding.unit);
const isTrained = ({ id }) =>
  organisation.completions.some(({ training, person, date }) => training === "ombud-intro" && person === id && date > "2024");
const peopleAt = (unit) => organisation.people.filter((person) => person.unit === unit);

// A vacancy whose own person has the training, and one of whose own has not.
const fillable = vacant.find(({ unit }) => peopleAt(unit).some(isTrained));
const able = peopleAt(fillable.unit).find(isTrained);
const untrained = vacant.find(({ unit }) => peopleAt(unit).length === 1 && !isTrained(peopleAt(unit)[0]));
const department = unitOf(fillable).parent;
const inDepartment = vacant.filter((finding) => unitOf(finding).parent === department);

const who = (page) => page.locator("#who");
const bar = (page) => page.getByRole("region", { name: "Ändringar i filen" });
const findingOf = ({ id }) => `#/coverage/${encodeURIComponent(id)}`;
const proposalOf = (unit) => `#/proposal/${unit}?role=${ROLE}`;

test("a vacancy names who could take it and who could not, with the reason", async ({ page }) => {
  await openApp(page, findingOf(fillable));
  await expect(who(page).getByRole("heading", { name: "Vem kan ta uppdraget?" })).toBeVisible();
  const candidate = who(page).locator(".candidate", { hasText: able.name });
  await expect(candidate).toContainText("Arbetar här");
  await expect(candidate).toContainText("har gått Introduktion för säkerhetsombud");
  await openApp(page, findingOf(untrained));
  const other = who(page).locator(".candidate", { hasText: peopleAt(untrained.unit)[0].name });
  await expect(other).toContainText("har inte gått ”Introduktion för säkerhetsombud”");
  // A training can be taken afterwards, and what is lacking is said.
  await expect(who(page).getByRole("heading", { name: "Kan utses, men saknar utbildning" })).toBeVisible();
  await expect(other.getByRole("button", { name: /^Utse / })).toBeVisible();
});

test("appointing with the keyboard makes the rule met, and undoing brings the finding back", async ({ page }) => {
  await openApp(page, findingOf(fillable));
  const give = who(page).getByRole("button", { name: `Utse ${able.name}` });
  await give.focus();
  await page.keyboard.press("Enter");
  await expect(page.locator("h1")).toHaveText(`${name(unitOf(fillable))}: ingen avvikelse.`);
  await expect(bar(page)).toContainText("1 ändring är inte sparad");
  await bar(page).getByRole("button", { name: /^Ångra/ }).click();
  await expect(page.locator("h1")).toContainText("inget säkerhetsombud");
  await expect(give).toBeVisible();
});

test("a department's proposal is found from its page, carried out as one change, and undone as one", async ({ page }) => {
  await openApp(page, `#/organisation/${department}`);
  await page.getByRole("link", { name: /^Visa ett förslag ?: Säkerhetsombud/ }).click();
  await expect(page.locator("h1")).toContainText("tillsättas");
  await ready(page);
  const boxes = page.getByRole("checkbox");
  const count = await boxes.count();
  expect(count).toBeGreaterThan(1);
  const rest = page.locator("section", { has: page.getByRole("heading", { name: "Det här kan inte tillsättas" }) });
  await expect(rest.locator(".candidate")).toHaveCount(inDepartment.length - count);
  await expect(rest.locator(".candidate").first()).toContainText("Introduktion för säkerhetsombud");
  const verdict = await page.locator("h1").textContent();
  await page.getByRole("button", { name: "Utse de markerade" }).click();
  await expect(bar(page)).toContainText(`${count} ändringar är inte sparade`);
  await expect(page.locator("h1")).toContainText("tillsättas nu");
  await expect(boxes).toHaveCount(0);
  await openHere(page, `#/coverage?unit=${department}&rule=representative-per-workplace&state=missing`);
  await expect(page.locator("#findings h2").first()).toContainText(`${inDepartment.length - count}\u00a0`);
  await openHere(page, proposalOf(department));
  await bar(page).getByRole("button", { name: /^Ångra/ }).click();
  await expect(page.locator("h1")).toHaveText(verdict);
  await expect(boxes).toHaveCount(count);
});

test("only what is ticked is carried out, and nothing where nothing is", async ({ page }) => {
  await openApp(page, proposalOf(department));
  const boxes = page.getByRole("checkbox");
  const count = await boxes.count();
  for (const box of await boxes.all()) await box.uncheck();
  const button = page.getByRole("button", { name: "Utse de markerade" });
  await button.click();
  await expect(page.getByRole("alert")).toHaveText("Kryssa för minst en rad.");
  await expect(bar(page)).toHaveCount(0);
  await boxes.first().focus();
  await page.keyboard.press("Space");
  await button.focus();
  await page.keyboard.press("Enter");
  await expect(bar(page)).toContainText("1 ändring är inte sparad");
  await expect(boxes).toHaveCount(count - 1);
});

test("findings of a department lead to its proposals", async ({ page }) => {
  await openApp(page, `#/coverage?unit=${department}`);
  await page.getByRole("link", { name: /^Visa ett förslag ?: Säkerhetsombud/ }).click();
  await expect(page).toHaveURL(new RegExp(`#/proposal/${department}\\?role=${ROLE}$`));
});

test("a proposal for a unit that is not there is no page", async ({ page }) => {
  await openApp(page, proposalOf("nowhere"));
  await expect(page.locator("h1")).toContainText("finns inte");
});

for (const colorScheme of ["light", "dark"]) {
  test(`axe finds nothing, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    for (const hash of [findingOf(fillable), proposalOf(department)]) {
      await openApp(page, hash);
      await axe(page);
    }
  });
}

test.describe("in English, on a screen of 320 pixels", () => {
  test.use({ locale: "en-GB", viewport: { width: 320, height: 640 } });

  test("it all fits and is said in English", async ({ page }) => {
    for (const [hash, said] of [
      [findingOf(fillable), "Who could take the post?"],
      [proposalOf(department), "What can be filled"],
      [`#/organisation/${department}`, "Vacant posts in this part"],
    ]) {
      await openApp(page, hash);
      await expect(page.getByRole("heading", { name: said })).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
    }
  });
});

/** Goes to another page of what is open. */
async function openHere(page, hash) {
  await page.evaluate((to) => (location.hash = to), hash);
  await ready(page);
}
