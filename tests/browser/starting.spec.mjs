// Starting from nothing: a name and some parts become a file, and sheets are pasted into it.
import { axe, expect, openApp, ready, speak, test } from "./support/page.mjs";

test("a municipality is made, workplaces are pasted, and the verdict is about them", async ({ page }) => {
  await openApp(page, "#/start");
  await axe(page);
  await page.getByLabel("Kommunens namn (måste anges)").fill("Påhittade kommun");
  await page.getByLabel("Förvaltningar, en per rad").fill("Skolförvaltningen\nSocialförvaltningen");
  await page.getByRole("button", { name: "Skapa filen" }).click();
  await expect(page.locator("header")).toContainText("Påhittade kommun");
  await ready(page);
  // The municipality, its security unit, two departments, the group and two parties.
  await expect(page.locator("main")).toContainText("Filen har 7 enheter");

  await page.getByRole("link", { name: "Till importen" }).first().click();
  await ready(page);
  await page.getByText("… eller klistra in från ett kalkylblad").click();
  await page.getByLabel(/^Markera raderna/).fill("Arbetsplats\tFörvaltning\tOmbud\nEkskolan\tSkolförvaltningen\tÅsa Påhittad\nBokskolan\tSkolförvaltningen\t");
  await page.getByRole("button", { name: "Läs det inklistrade" }).click();
  await page.getByRole("button", { name: /^Importera \d poster$/ }).click();
  // Leads to the verdict once it is done.
  await expect(page).toHaveURL(/#\/$/);
  await expect(page.locator(".notices")).toContainText("Importen är klar.");
  await ready(page);

  await page.evaluate(() => (location.hash = "#/organisation?find=skolan"));
  await ready(page);
  await expect(page.locator(".unit-row")).toHaveCount(2);
  await expect(page.getByRole("region", { name: "Ändringar i filen" })).toContainText("ändringar är inte sparade");
});

test("what is half typed survives another page, another language and a reload, until it has become a file", async ({ page }) => {
  await openApp(page, "#/start");
  await page.getByLabel("Kommunens namn (måste anges)").fill("Påhittade kommun");
  await page.getByLabel("Förvaltningar, en per rad").fill("Skolförvaltningen\nVård");
  await speak(page, "In English");
  await expect(page.locator("[name=name]")).toHaveValue("Påhittade kommun");
  await page.evaluate(() => (location.hash = "#/about"));
  await openApp(page, "#/start");
  await expect(page.locator("[name=name]")).toHaveValue("Påhittade kommun");
  await expect(page.locator("[name=departments]")).toHaveValue("Skolförvaltningen\nVård");
  await page.locator(".start-form [type=submit]").click();
  await expect(page.locator("header")).toContainText("Påhittade kommun");
  await openApp(page, "#/start");
  await expect(page.locator("[name=name]")).toHaveValue("");
});

test("the file that was begun is kept and listed after a reload", async ({ page }) => {
  await openApp(page, "#/start");
  await page.getByLabel("Kommunens namn (måste anges)").fill("Påhittade kommun");
  await page.getByRole("button", { name: "Skapa filen" }).click();
  await expect(page.locator("header")).toContainText("Påhittade kommun");
  await page.evaluate(() => (location.hash = "#/data"));
  await expect(page.locator(".kept-line").first()).toContainText("Sparat i webbläsaren");
  await openApp(page, "#/data");
  await expect(page.locator("main")).toContainText("Påhittade-kommun.json");
});

test("the example leads to a file of one's own, before anything is imported into it", async ({ page }) => {
  await openApp(page);
  await page.getByRole("link", { name: "Använd det för din kommun" }).click();
  await ready(page);
  await expect(page).toHaveURL(/#\/start/);
  await openApp(page, "#/import");
  await expect(page.locator(".import-example")).toContainText("Filen som är öppen är exemplet.");
  await page.locator(".import-example").getByRole("link", { name: "Skapa en egen fil först" }).click();
  await page.getByLabel("Kommunens namn (måste anges)").fill("Påhittade kommun");
  await page.getByRole("button", { name: "Skapa filen" }).click();
  await expect(page.locator("header")).toContainText("Påhittade kommun");
  await page.evaluate(() => (location.hash = "#/import"));
  await ready(page);
  await expect(page.locator("main input[type=file]").first()).toBeAttached();
  await expect(page.locator(".import-example")).toHaveCount(0);
});

test("a file of one's own is offered above the example on the next visit, and opened", async ({ page }) => {
  await openApp(page, "#/start");
  await page.getByLabel("Kommunens namn (måste anges)").fill("Påhittade kommun");
  await page.getByRole("button", { name: "Skapa filen" }).click();
  await expect(page.locator("header")).toContainText("Påhittade kommun");
  await page.evaluate(() => (location.hash = "#/data"));
  await expect(page.locator(".kept-line").first()).toContainText("Sparat i webbläsaren");
  await openApp(page);
  await expect(page.locator(".notices")).toContainText("Din egen fil Påhittade-kommun.json");
  await page.locator(".notices").getByRole("button", { name: "Öppna din fil" }).click();
  await expect(page.locator("header")).toContainText("Påhittade kommun");
});
