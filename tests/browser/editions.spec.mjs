// Editions: an analysis is frozen, compared with the one before, and not changed after that.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";
import { turnTo } from "./support/edit.mjs";

const [edition] = organisation.editions;
const ids = (risks) => risks.map(({ id }) => id);
const before = ids(edition.content.risks);
const now = ids(organisation.risks);
const text = (label) => label.sv ?? label;
const row = (page, title) => page.locator("#changes tbody tr", { hasText: title });

test("the page says first what has changed since the last edition", async ({ page }) => {
  await openApp(page, "#/editions");
  await expect(page.locator("h1")).toContainText(`Sedan ${text(edition.name)}`);
  const come = now.filter((id) => !before.includes(id)).length;
  await expect(page.locator(".hero .sub")).toContainText(`${come} är nya`);
  await expect(page.locator("#editions")).toContainText("oförändrad sedan den frystes");
  await expect(page.locator("#editions")).toContainText(edition.sha256);
});

test("what is new, gone and moved is in the table, and what is as it was is not", async ({ page }) => {
  await openApp(page, "#/editions");
  const titleOf = (id, risks) => text(risks.find((risk) => risk.id === id).title);
  const come = now.find((id) => !before.includes(id));
  const gone = before.find((id) => !now.includes(id));
  await expect(row(page, titleOf(come, organisation.risks))).toContainText("Ny");
  await expect(row(page, titleOf(gone, edition.content.risks))).toContainText("Inte längre med");
  await expect(row(page, titleOf("elavbrott", organisation.risks))).toContainText(/Bedöms värre.*Sannolikhet: från 4 .* till 5 /);
});

test("two matrices stand beside each other, with an arrow for each risk that moved", async ({ page }) => {
  await openApp(page, "#/editions");
  await expect(page.locator("svg.picture")).toHaveCount(2);
  await expect(page.locator("svg.picture").first().locator(".picture-arrow")).toHaveCount(0);
  expect(await page.locator("svg.picture").last().locator(".picture-arrow").count()).toBeGreaterThan(3);
});

test("who adopted an edition, when and where it is minuted is noted with it", async ({ page }) => {
  await openApp(page, "#/editions");
  await page.getByRole("button", { name: /^Anteckna fastställande: / }).click();
  const dialog = page.getByRole("dialog", { name: "Anteckna att utgåvan är fastställd" });
  await dialog.getByLabel(/^Fastställd av/).fill("kommunfullmäktige");
  await dialog.getByLabel(/^Fastställd den/).fill("2024-03-14");
  await dialog.getByLabel("Protokoll").fill("§ 45");
  await axe(page);
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator("#editions li.edition")).toContainText(/Fastställd av kommunfullmäktige den 14\smars 2024, § 45/);
});

test("an analysis is frozen, compared with the one before, and taken back", async ({ page }) => {
  await openApp(page, "#/editions");
  await page.getByRole("button", { name: "Frys analysen som en utgåva" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel(/^Datum/)).toHaveValue(organisation.as_of);
  await dialog.getByLabel(/^Namn \(/).fill("RSA 2026");
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog).toHaveCount(0);
  const rows = page.locator("#editions li.edition");
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText("RSA 2026");
  await expect(rows.first()).toContainText("oförändrad sedan den frystes");
  await expect(page.locator("h1")).toContainText("Sedan RSA 2026 har ingen risk ändrats");

  await page.locator("form.fields select").nth(0).selectOption({ label: `${text(edition.name)} (${edition.date})` });
  await page.locator("form.fields select").nth(1).selectOption({ label: `RSA 2026 (${organisation.as_of})` });
  await expect(page).toHaveURL(/earlier=rsa-2023&later=rsa-2026/);
  await expect(page.locator("h1")).toContainText("till RSA 2026");

  await turnTo(page, "#/editions");
  await page.getByRole("button", { name: "Ta bort: RSA 2026" }).click();
  // What is frozen cannot be frozen once more: that is asked about.
  const question = page.getByRole("group", { name: /^En fryst utgåva/ });
  await question.getByRole("button", { name: "Behåll" }).click();
  await expect(question).toHaveCount(0);
  await page.getByRole("button", { name: "Ta bort: RSA 2026" }).click();
  await question.getByRole("button", { name: "Ta bort" }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("button", { name: /^Ångra/ }).click();
  await expect(rows).toHaveCount(2);
});

test("a file without editions says so and offers to freeze the analysis", async ({ page }) => {
  await page.route("**/example.json", async (route) => {
    const { editions: _, ...rest } = organisation;
    await route.fulfill({ json: rest });
  });
  await openApp(page, "#/editions");
  await expect(page.locator("h1")).toHaveText("Ingen utgåva är fryst än.");
  await expect(page.locator("svg.picture")).toHaveCount(0);
  await expect(page.getByRole("button", { name: "Frys analysen som en utgåva" })).toBeVisible();
  await axe(page);
});

test("an edition that was altered is told", async ({ page }) => {
  await page.route("**/example.json", async (route) => {
    const altered = structuredClone(organisation);
    altered.editions[0].content.risks[0].likelihood = 1;
    await route.fulfill({ json: altered });
  });
  await openApp(page, "#/editions");
  await ready(page);
  await expect(page.locator("#editions")).toContainText("ändrad efteråt");
});
