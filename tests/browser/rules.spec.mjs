// Rules chosen and changed, and findings accepted: what they find is seen at once, and every step is undone.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { choose, turnTo } from "./support/edit.mjs";
import { findings, organisation, verdict } from "./support/example.mjs";

const dialog = (page) => page.getByRole("dialog");
const bar = (page) => page.getByRole("region", { name: "Ändringar i filen" });
const undo = (page) => bar(page).getByRole("button", { name: /^Ångra/ });
const pack = (page, name) => page.getByRole("switch", { name });
const entry = (page, id) => page.locator(`[id="rule-${id}"]`);
const rules = verdict.coverage.rules;
const missing = findings.find(({ rule, state }) => rule === "representative-per-workplace" && state === "missing");

test("a pack that is switched on has its rules among those that apply, and is undone", async ({ page }) => {
  await openApp(page, "#/rules");
  await expect(pack(page, "Tyresö 2016")).toBeChecked();
  const protection = page.getByRole("listitem").filter({ has: pack(page, "Säkerhetsskydd 2018") });
  const would = (await protection.textContent()).match(/skulle ge (\S+)\savvikelse/)[1];
  await pack(page, "Säkerhetsskydd 2018").click();
  await expect(pack(page, "Säkerhetsskydd 2018")).toBeChecked();
  await expect(protection).toContainText(`ger ${would} avvikelse`);
  await expect(entry(page, "security-protection-chief")).toBeVisible();
  await expect(pack(page, "Säkerhetsskydd 2018")).toBeFocused();
  await axe(page);
  await undo(page).click();
  await expect(pack(page, "Säkerhetsskydd 2018")).not.toBeChecked();
  await expect(entry(page, "security-protection-chief")).toHaveCount(0);
});

test("the last pack that is switched off stays off", async ({ page }) => {
  await openApp(page, "#/rules");
  await pack(page, "Tyresö 2016").press("Space");
  await page.getByRole("button", { name: "Stäng av paketet men behåll undantagen" }).click();
  await expect(pack(page, "Tyresö 2016")).not.toBeChecked();
  await expect(entry(page, "head-of-security")).toHaveCount(0);
  await pack(page, "Tyresö 2016").press("Space");
  await expect(entry(page, "head-of-security")).toBeVisible();
});

test("while a rule is changed it says what it would find, and then it finds that", async ({ page }) => {
  const workplaces = organisation.units.filter(({ kind }) => kind === "workplace").length;
  const companies = organisation.units.filter(({ kind }) => kind === "company").length;
  await openApp(page, "#/rules");
  await entry(page, "representative-per-workplace").getByRole("button", { name: /^Ändra/ }).click();
  const says = dialog(page).getByRole("status");
  await expect(says).toContainText(`i ${workplaces} kontroller`);
  await dialog(page).getByLabel("Enheter av typen").selectOption("company");
  await expect(says).toContainText(`i ${companies} kontroller`);
  await dialog(page).getByLabel("Minst så många", { exact: true }).fill("0");
  await expect(says).toContainText("Kan aldrig ge någon avvikelse");
  await axe(page);
  await dialog(page).getByLabel("Minst så många", { exact: true }).fill("1");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(entry(page, "representative-per-workplace")).toContainText("ändrad i filen");
  await expect(entry(page, "representative-per-workplace")).toContainText(`i ${companies} kontroller`);
  await entry(page, "representative-per-workplace").getByRole("button", { name: /^Återställ/ }).click();
  await expect(entry(page, "representative-per-workplace")).toContainText(`i ${workplaces} kontroller`);
  await expect(entry(page, "representative-per-workplace")).not.toContainText("ändrad i filen");
});

test("a new rule of another shape is written by keyboard, found on the coverage page, and taken out", async ({ page }) => {
  await openApp(page, "#/rules");
  await page.getByRole("button", { name: "Ny regel" }).focus();
  await page.keyboard.press("Enter");
  await dialog(page).getByLabel("Vad kontrolleras").selectOption("exists");
  await dialog(page).getByLabel(/^Typ av enhet/).selectOption("company");
  await expect(dialog(page).getByRole("status")).toContainText("inga avvikelser i 1");
  await dialog(page).getByLabel(/^Vad som ska gälla \(måste/).fill("Kommunen har ett bolag.");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).press("Enter");
  await expect(dialog(page)).toHaveCount(0);
  const own = entry(page, "kommunen-har-ett-bolag");
  await expect(own).toContainText("inga avvikelser i 1");
  await own.getByRole("link", { name: /avvikelser/ }).click();
  await expect(page).toHaveURL(/rule=kommunen-har-ett-bolag/);
  await turnTo(page, "#/rules?rule=kommunen-har-ett-bolag");
  await expect(own).toHaveAttribute("aria-current", "true");
  await own.getByRole("button", { name: /^Ta bort/ }).click();
  await expect(own).toHaveCount(0);
});

test("a finding is accepted with reason, person and day, counted apart, edited, and taken back", async ({ page }) => {
  const tally = rules.find(({ id }) => id === missing.rule);
  const person = organisation.people[0];
  await openApp(page, `#/coverage/${encodeURIComponent(missing.id)}`);
  await page.getByRole("button", { name: "Acceptera avvikelsen" }).click();
  await dialog(page).getByLabel(/^Varför \(måste/).fill("Enheten flyttar i vår.");
  await choose(dialog(page), /^Beslutat av/, person.name);
  await dialog(page).getByLabel("Till och med").fill("2027-04-30");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(page.locator("main")).toContainText("Accepteras till och med 30 april 2027.");
  await axe(page);
  await turnTo(page, `#/coverage?rule=${missing.rule}&state=accepted`);
  await expect(page.locator(".results")).toHaveText(new RegExp(`^${tally.accepted + 1}\\s`));
  const list = page.locator("#exceptions li").filter({ hasText: "Enheten flyttar i vår." });
  await expect(list).toContainText(person.name);
  // What it accepts counts again without it: that is asked about.
  await list.getByRole("button", { name: /^Ta bort: / }).click();
  const question = list.getByRole("group", { name: /^Utan undantaget räknas avvikelsen igen/ });
  await expect(question.getByRole("button", { name: "Ta bort" })).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(question).toHaveCount(0);
  await expect(list.getByRole("button", { name: /^Ta bort: / })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(question.getByRole("button", { name: "Ta bort" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(list).toHaveCount(0);
  await undo(page).click();
  await expect(list).toHaveCount(1);
  await undo(page).click();
  await expect(list).toHaveCount(0);
});

test("an exception that accepts nothing any longer comes first and says why", async ({ page }) => {
  const [stale] = verdict.coverage.stale_exceptions;
  const exception = organisation.exceptions.find(({ finding }) => finding === stale.finding);
  await openApp(page, "#/coverage");
  const first = page.locator("#exceptions li").first();
  await expect(first).toHaveAttribute("data-stale", "true");
  await expect(first).toContainText(exception.reason.sv);
  await first.getByRole("button", { name: "Ta bort" }).click();
  await expect(page.locator("#exceptions [data-stale]")).toHaveCount(verdict.coverage.stale_exceptions.length - 1);
});

test("before a rule goes, or its pack is switched off, what becomes of its exceptions is asked", async ({ page }) => {
  const isGap = ({ rule, state }) => ["missing", "broken"].includes(state) && organisation.rules.some(({ id }) => id === rule);
  const finding = findings.find(isGap);
  await openApp(page, `#/coverage/${encodeURIComponent(finding.id)}`);
  await page.getByRole("button", { name: "Acceptera avvikelsen" }).click();
  await dialog(page).getByLabel(/^Varför \(måste/).fill("Ses över i vår.");
  if (finding.severity === "must") await choose(dialog(page), /^Beslutat av/, organisation.people[0].name);
  await dialog(page).getByLabel(/^Till och med/).fill("2027-04-30");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog(page)).toHaveCount(0);
  const exceptions = page.locator("#exceptions li");

  await turnTo(page, "#/rules");
  await entry(page, finding.rule).getByRole("button", { name: /^Ta bort/ }).click();
  const ofRule = page.getByRole("group", { name: "Filen har ett undantag från regeln. Vad ska hända med det?" });
  await ofRule.getByRole("button", { name: "Behåll", exact: true }).click();
  await expect(ofRule).toHaveCount(0);
  await expect(entry(page, finding.rule).getByRole("button", { name: /^Ta bort/ })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(ofRule).toBeVisible();
  await axe(page);
  await ofRule.getByRole("button", { name: "Ta bort regeln och undantagen" }).press("Enter");
  await expect(entry(page, finding.rule)).toHaveCount(0);
  await turnTo(page, "#/coverage");
  await expect(exceptions).toHaveCount(organisation.exceptions.length);

  await turnTo(page, "#/rules");
  const pressed = pack(page, "Tyresö 2016");
  await pressed.focus();
  await page.keyboard.press("Space");
  const ofPack = page.getByRole("group", { name: /^Filen har .* från paketets regler/ });
  await expect(ofPack.getByRole("button").first()).toBeFocused();
  await expect(pressed).toBeChecked();
  await page.keyboard.press("Escape");
  await expect(ofPack).toHaveCount(0);
  await expect(pressed).toBeFocused();
  await page.keyboard.press("Space");
  await ofPack.getByRole("button", { name: "Stäng av paketet men behåll undantagen" }).press("Enter");
  await expect(pressed).not.toBeChecked();
  await turnTo(page, "#/coverage");
  await expect(exceptions).toHaveCount(organisation.exceptions.length);
  await expect(page.locator("#exceptions [data-stale]")).toHaveCount(organisation.exceptions.length);
});

test("the form of a rule that is half filled in is offered again, with its shape", async ({ page }) => {
  await openApp(page, "#/rules");
  await page.getByRole("button", { name: "Ny regel" }).click();
  await dialog(page).getByLabel("Vad kontrolleras").selectOption("exists");
  await dialog(page).getByLabel(/^Typ av enhet/).selectOption("company");
  await dialog(page).getByLabel(/^Vad som ska gälla \(måste/).fill("Kommunen har ett bolag.");
  await page.reload();
  await ready(page);
  const offer = page.getByRole("region", { name: "En påbörjad inmatning" });
  await offer.getByRole("button", { name: "Fortsätt" }).click();
  await expect(dialog(page).getByLabel("Vad kontrolleras")).toHaveValue("exists");
  await expect(dialog(page).getByLabel(/^Typ av enhet/)).toHaveValue("company");
  await expect(dialog(page).getByLabel(/^Vad som ska gälla \(måste/)).toHaveValue("Kommunen har ett bolag.");
  await expect(dialog(page).locator(".rule-tried")).toContainText("inga avvikelser i 1");
  await dialog(page).getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(offer).toHaveCount(0);
  await expect(entry(page, "kommunen-har-ett-bolag")).toContainText("inga avvikelser i 1");
});

for (const locale of ["sv-SE", "en-GB"]) {
  test.describe(`in ${locale}`, () => {
    test.use({ locale, viewport: { width: 320, height: 800 } });

    test("the page and its form fit a narrow screen and pass axe", async ({ page }) => {
      await openApp(page, "#/rules");
      const wide = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(await wide()).toBeLessThanOrEqual(0);
      await axe(page);
      await page.getByRole("button", { name: /^(Ny regel|New rule)$/ }).click();
      await ready(page);
      await expect(dialog(page).getByRole("status")).toContainText(/ i \d+\skontroll| in \d+\scheck/);
      expect(await wide()).toBeLessThanOrEqual(0);
      await axe(page);
    });
  });
}
