// The page of extracts: who can get one, what leaves and what stays, and the file that is saved.
import { readFileSync } from "node:fs";
import { expect, openApp, ready, slowDown, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";

const saved = async (page) => {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Spara utdraget" }).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
};

test("every party, department and company of the file can get an extract, and so can all", async ({ page }) => {
  await openApp(page, "#/share");
  const kinds = ["party", "department", "company"];
  const units = organisation.units.filter(({ kind }) => kinds.includes(kind));
  await expect(page.getByLabel("Mottagare").locator("option")).toHaveCount(units.length + 2);
});

test("the extract of the public is saved, and holds nobody's name", async ({ page }) => {
  await openApp(page, "#/share");
  await expect(page.locator("main h1")).toContainText("utelämnas");
  const { name, text } = await saved(page);
  expect(name).toMatch(/^utdrag-allmanheten-\d{4}-\d\d-\d\d\.json$/);
  const extract = JSON.parse(text);
  expect(extract.extract.for).toBe("public");
  for (const { id, name } of organisation.people) {
    expect(text).not.toContain(`"${name}"`);
    expect(text).not.toContain(`"${id}"`);
  }
  expect(extract.units.length).toBe(organisation.units.length);
});

test("a browser that reads a download after the click gets all of it", async ({ page }) => {
  await page.addInitScript(() => {
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = function () {
      setTimeout(() => click.call(this), 3000);
    };
  });
  await openApp(page, "#/share");
  const { text } = await saved(page);
  expect(JSON.parse(text).extract.for).toBe("public");
});

test("another receiver is chosen, and the address says which", async ({ page }) => {
  const party = organisation.units.find(({ kind }) => kind === "party");
  await openApp(page, "#/share");
  await page.getByLabel("Mottagare").selectOption(`party:${party.id}`);
  await ready(page);
  expect(await page.evaluate(() => location.hash)).toBe(`#/share?for=party:${party.id}`);
  const { text } = await saved(page);
  expect(JSON.parse(text).extract.for).toBe(`party:${party.id}`);
});

test("what is saved before the page shows another receiver is for that receiver, and not for the one before", async ({ page, context }) => {
  const party = organisation.units.find(({ kind }) => kind === "party");
  await slowDown(context, 1000);
  await openApp(page, `#/share?for=party:${party.id}`);
  await page.getByLabel("Mottagare").selectOption("public");
  const { name, text } = await saved(page);
  expect(name).toMatch(/^utdrag-allmanheten-/);
  expect(JSON.parse(text).extract.for).toBe("public");
});

test("it is told item by item what stays, and of what leaves which fields do", async ({ page }) => {
  await openApp(page, "#/share");
  await page.getByLabel("Vad som händer").selectOption("shortened");
  await ready(page);
  await expect(page.getByRole("row").filter({ hasText: "Personer" }).first()).toContainText("namn");
  await page.getByLabel("Vad som händer").selectOption("leaves");
  await ready(page);
  await expect(page.getByRole("row").filter({ hasText: "Enheter" }).first()).toBeVisible();
});

test("the saved extract is opened on the page", async ({ page }) => {
  await openApp(page, "#/share");
  const { name, text } = await saved(page);
  await page.goto("#/data");
  await page.locator('input[type="file"]').first().setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await ready(page);
  await expect(page.locator(".lists-card")).toContainText(name);
  await expect(page.locator(".problems-card")).toHaveCount(0);
});
