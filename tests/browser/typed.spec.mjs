// What is typed into a form and not carried out is there again after a reload, in every form by itself.
import { edit, expect, openApp, ready, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";

const held = organisation.assignments.find(({ role, person, until }) => person && role === "security_coordinator" && !until);
const button = (page, name) => page.getByRole("button", { name, exact: true }).first();
const main = (page) => page.locator("main");

/** Loads the program anew. */
async function again(page) {
  await page.reload();
  await ready(page);
}

test("two forms that were left half filled in are both offered, each with what was typed into it", async ({ page }) => {
  await openApp(page, "#/risks");
  const dialog = page.getByRole("dialog");
  const title = dialog.getByLabel("Rubrik (måste anges)", { exact: true });
  await button(page, "Ny risk").click();
  await title.fill("Takras i idrottshallen");
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  await turnTo(page, "#/measures");
  await button(page, "Lägg till åtgärd").click();
  await title.fill("Laga taket");
  await again(page);
  const offered = page.locator(".notice", { hasText: "påbörjad inmatning" });
  await expect(offered).toHaveCount(2);
  await offered.filter({ hasText: "risk" }).getByRole("button", { name: "Fortsätt" }).click();
  await expect(title).toHaveValue("Takras i idrottshallen");
  await page.goBack();
  await expect(dialog).toHaveCount(0);
  // The button that opens a form opens it as it was left, and says so; one can begin anew.
  await button(page, "Lägg till åtgärd").click();
  await expect(title).toHaveValue("Laga taket");
  await dialog.getByRole("button", { name: "Börja om" }).click();
  await expect(title).toHaveValue("");
  await expect(dialog.getByRole("button", { name: "Börja om" })).toHaveCount(0);
  await dialog.getByRole("button", { name: "Avbryt" }).click();
  await expect(offered).toHaveCount(1);
});

test("a new round stays as it was filled in, until it is put away", async ({ page }) => {
  await openApp(page, "#/round");
  const name = main(page).getByLabel("Namn", { exact: true });
  const begin = button(page, "Ny avstämning");
  if (await begin.count()) await begin.click();
  await name.fill("Vårens avstämning");
  await main(page).getByLabel("Hälsning i mejlet").fill("Hej!");
  await main(page).locator("#receivers").getByRole("checkbox").first().uncheck();
  await again(page);
  await expect(name).toHaveValue("Vårens avstämning");
  await expect(main(page).getByLabel("Hälsning i mejlet")).toHaveValue("Hej!");
  await expect(main(page).locator("#receivers").getByRole("checkbox").first()).not.toBeChecked();
});

test("somebody's last day stays as it was chosen, with who goes on", async ({ page }) => {
  await openApp(page, `#/people/${held.person}`);
  const form = page.locator(".leave");
  await page.locator("#leave").click();
  await form.getByLabel("Sista dag").fill("2027-01-15");
  await form.getByLabel("Sista dag").dispatchEvent("change");
  await form.getByRole("radio").nth(1).check();
  const chosen = await form.getByRole("radio").nth(1).getAttribute("value");
  await again(page);
  await expect(form.getByLabel("Sista dag")).toHaveValue("2027-01-15");
  await expect(form.locator(`input[value="${chosen}"]`).first()).toBeChecked();
  await form.getByRole("button", { name: "Avbryt" }).click();
  await again(page);
  await expect(form).toHaveCount(0);
});

test("terms that are ticked to be prolonged stay so, with their new last day, until they are", async ({ page }) => {
  await openApp(page, "#/forecast");
  await edit(page);
  const work = page.locator("#work");
  const ticks = work.getByRole("checkbox", { name: /^Förläng: / });
  await work.getByRole("radio", { name: /^180 dagar/ }).check();
  await ready(page);
  await ticks.last().check();
  await work.getByLabel("Nytt slutdatum").fill("2031-12-31");
  const count = await ticks.count();
  await again(page);
  await expect(work.getByRole("radio", { name: /^180 dagar/ })).toBeChecked();
  await expect(ticks).toHaveCount(count);
  await expect(ticks.last()).toBeChecked();
  await expect(work.getByLabel("Nytt slutdatum")).toHaveValue("2031-12-31");
  await work.getByRole("button", { name: /^Förläng (ett|1) / }).click();
  await ready(page);
  await again(page);
  await expect(work.getByLabel("Nytt slutdatum")).toHaveValue("");
});

test("the form of the method stays as it was filled in, until it is put away", async ({ page }) => {
  await openApp(page, "#/method");
  const name = page.locator("#method-form").getByLabel("Namn", { exact: true }).first();
  await button(page, "Ändra metoden").click();
  await name.fill("Vår egen matris");
  await again(page);
  await expect(name).toHaveValue("Vår egen matris");
  await page.locator("#method-form").getByRole("button", { name: "Avbryt" }).click();
  await again(page);
  await expect(page.locator("#method-form")).toHaveCount(0);
});

test("what is written under a heading of the report stays, and so do headings that are pasted", async ({ page }) => {
  await openApp(page, "#/report");
  await page.locator("summary#report-headings").click();
  await button(page, "Gör en egen mall av den här").click();
  await expect(page).toHaveURL(/profile=own-1/);
  const one = page.locator(".report-heading-list > li").first();
  await one.locator("summary").click();
  await one.getByLabel("Egen text", { exact: true }).fill("Kommunen ligger vid havet.");
  await page.locator("summary", { hasText: "Klistra in rubriker" }).click();
  await page.locator("#headings-pasted").fill("1. Inledning");
  // Leaving the page and coming back draws the forms anew.
  await turnTo(page, "#/editions");
  await turnTo(page, "#/report?profile=own-1");
  await expect(one.locator("textarea[name=text]")).toHaveValue("Kommunen ligger vid havet.");
  await expect(page.locator("#headings-pasted")).toHaveValue("1. Inledning");
  await one.getByRole("button", { name: "Spara", exact: true }).click();
  await expect(main(page)).toContainText("Kommunen ligger vid havet.");
  await turnTo(page, "#/editions");
  await turnTo(page, "#/report?profile=own-1");
  await expect(page.locator(".report-heading-list details[open]")).toHaveCount(0);
});

test("a note that is being changed stays as it was typed, and so does a new one", async ({ page }) => {
  await openApp(page, "#/event?risk=elavbrott");
  const note = page.locator("#log .note-form textarea").first();
  await note.fill("Ringde rektorn");
  await button(page, "Skriv i loggen").click();
  await page.locator("#log .log").getByRole("button", { name: "Ändra" }).click();
  const change = page.locator("#log .log .note-form textarea");
  await change.fill("Ringde rektorn på Vipan");
  await note.fill("Väntar på svar");
  await again(page);
  await expect(change).toHaveValue("Ringde rektorn på Vipan");
  await expect(note).toHaveValue("Väntar på svar");
  await page.locator("#log .log").getByRole("button", { name: "Spara" }).click();
  await again(page);
  await expect(change).toHaveCount(0);
  await expect(page.locator("#log .log")).toContainText("Ringde rektorn på Vipan");
});

test("a sheet that is pasted stays until it has been imported", async ({ page }) => {
  await openApp(page, "#/import");
  const pasted = page.locator("textarea[name=pasted]");
  await page.locator("summary", { hasText: "klistra in från ett kalkylblad" }).click();
  await pasted.fill("Namn\tE-post\nAda Al\tada@example.se");
  await again(page);
  await expect(pasted).toHaveValue("Namn\tE-post\nAda Al\tada@example.se");
  await pasted.fill("");
  await again(page);
  await expect(pasted).toBeHidden();
});

test("a plan and a unit in it stay as they were begun", async ({ page }) => {
  await openApp(page, "#/plan");
  const name = page.locator("#new-plan").getByLabel("Planens namn");
  await name.fill("Ny förvaltning 2027");
  await again(page);
  await expect(name).toHaveValue("Ny förvaltning 2027");
});
