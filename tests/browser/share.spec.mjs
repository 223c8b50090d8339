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

test.describe("what is marked is in no file that is made to be handed on", () => {
  const label = (sv) => ({ id: sv.toLowerCase().replace(/[^a-z]/g, "-"), name: sv });
  const unit = (name, fields) => ({ ...label(name), kind: "workplace", parent: "skola", ...fields });
  const post = (unit, person, fields) => ({ role: "security_representative", unit: label(unit).id, person: label(person).id, ...fields });
  const SECRET = "secret:18:13";
  const hidden = ["Aldrig Alm", "Sekretess Sten", "Dolda förskolan", "Dold i enheten", "Dold roll", "Dold i rollen", "Dold i uppdraget"];
  const hiddenReasons = ["Skäl som aldrig följer med", "Skäl om en dold enhet", "Aldrig en plan", "Sekretess en plan"];
  const file = {
    format: 1,
    name: "Provkommun",
    as_of: "2026-11-22",
    units: [
      { id: "kommun", name: "Provkommun", kind: "municipality" },
      { id: "skola", name: "Skolförvaltningen", kind: "department", parent: "kommun" },
      unit("Boken"),
      unit("Linden"),
      unit("Dolda förskolan", { marking: SECRET }),
    ],
    roles: [{ ...label("Dold roll"), marking: SECRET }],
    people: [
      label("Öppna Öberg"),
      { ...label("Intern Ivarsson"), marking: "internal" },
      { ...label("Aldrig Alm"), marking: "never" },
      { ...label("Sekretess Sten"), marking: SECRET },
      label("Dold i enheten"),
      label("Dold i rollen"),
      label("Dold i uppdraget"),
    ],
    assignments: [
      post("Boken", "Öppna Öberg"),
      post("Boken", "Intern Ivarsson"),
      post("Boken", "Aldrig Alm"),
      post("Boken", "Sekretess Sten"),
      post("Dolda förskolan", "Dold i enheten"),
      post("Boken", "Dold i rollen", { role: label("Dold roll").id }),
      post("Boken", "Dold i uppdraget", { marking: "never" }),
    ],
    rules: [{ id: "chef", holders: { of: "head", in: { kind: "workplace" } } }],
    exceptions: [
      { finding: "chef:boken", reason: "Rekrytering pågår", until: "2027-02-01" },
      { finding: "chef:linden", reason: "Skäl som aldrig följer med", until: "2027-03-01", marking: "never" },
      { finding: `chef:${label("Dolda förskolan").id}`, reason: "Skäl om en dold enhet", until: "2027-04-01" },
    ],
    documents: [
      { id: "d1", kind: "policy", title: "Öppen plan", review_by: "2027-05-01" },
      { id: "d2", kind: "policy", title: "Aldrig en plan", review_by: "2027-06-01", marking: "never" },
      { id: "d3", kind: "policy", title: "Sekretess en plan", review_by: "2027-07-01", marking: SECRET },
    ],
  };

  test.beforeEach(({ page }) => page.route("**/example.json", (route) => route.fulfill({ json: file })));

  async function downloaded(page, name) {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    // Lines that were folded are whole again.
    return readFileSync(await download.path(), "utf8").replaceAll("\r\n ", "");
  }

  test("the contacts as vCard", async ({ page }) => {
    await openApp(page, "#/data");
    await expect(page.locator("main")).toContainText("Kalkylblad och den krypterade filen innehåller allt");
    await page.getByRole("combobox", { name: /^Vad/ }).selectOption("Kontakterna (vCard)");
    const cards = await downloaded(page, "Exportera som CSV");
    expect(cards.match(/^FN:.*/gm).map((line) => line.trim())).toEqual(["FN:Intern Ivarsson", "FN:Öppna Öberg"]);
    for (const name of hidden) {
      expect(cards, name).not.toContain(name);
      expect(cards, name).not.toContain(label(name).id);
    }
  });

  test("the year as a calendar", async ({ page }) => {
    await openApp(page, "#/year");
    for (const text of hiddenReasons) await expect(page.locator("#duties")).toContainText(text);
    const calendar = await downloaded(page, "Spara som kalenderfil (.ics)");
    for (const text of ["Rekrytering pågår", "Öppen plan"]) expect(calendar).toContain(text);
    for (const text of [...hiddenReasons, ...hidden]) expect(calendar, text).not.toContain(text);
  });
});
