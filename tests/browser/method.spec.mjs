// The method: what to mind about the matrix is shown in it, and nothing of a change is taken before it has been seen.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";

const bar = (page) => page.getByRole("region", { name: "Ändringar i filen" });
const undo = (page) => bar(page).getByRole("button", { name: /^Ångra/ });
const change = (page) => page.locator("#method-change");
const matrix = organisation.matrices[0];
const said = (label) => label.sv ?? label;

const LIBRARY = `
urn: urn:example:risk:library:three
locale: sv
ref_id: tre
name: Tre gånger två
version: 1
objects:
  risk_matrix:
  - ref_id: tre
    name: Tre gånger två
    probability: [{name: Sällan}, {name: Ibland}, {name: Ofta}]
    impact: [{name: Liten}, {name: Stor}]
    risk: [{name: Grön, abbreviation: G}, {name: Röd, abbreviation: R}]
    grid: [[0, 0], [0, 1], [1, 1]]
`;

test("the page begins with what risks are judged by and shows every scale", async ({ page }) => {
  await openApp(page, "#/method");
  await expect(page.locator("main h1")).toContainText(said(matrix.name));
  for (const id of matrix.consequence) {
    const scale = organisation.scales.find((scale) => scale.id === id);
    await expect(page.getByRole("heading", { name: said(scale.name), exact: true })).toBeVisible();
  }
});

test("a change of method is seen before it is taken, taken as one, and undone as one", async ({ page }) => {
  await openApp(page, "#/method");
  await page.getByLabel("Färdiga metoder").selectOption({ label: "Omvänd matris, utan sannolikhet" });
  await page.getByRole("button", { name: "I stället för den som visas" }).click();
  await expect(change(page)).toBeFocused();
  await expect(change(page).getByRole("status")).toContainText("kan inte placeras");
  await expect(bar(page)).toHaveCount(0);
  await axe(page);
  // Said what one dimension becomes: fewer lose it.
  const before = await change(page).getByRole("status").textContent();
  await change(page).getByLabel(/Hanterbarhet tar sina nivåer från/).selectOption({ index: 1 });
  await change(page).getByLabel(/1 .* blir/).first().selectOption({ index: 1 });
  await expect(change(page).getByRole("status")).not.toHaveText(before);
  await change(page).getByRole("button", { name: "Byt metod" }).click();
  await expect(page.locator("main h1")).toContainText("Omvänd matris");
  await expect(change(page)).toHaveCount(0);
  await undo(page).click();
  await ready(page);
  await expect(page.locator("main h1")).toContainText(said(matrix.name));
});

test("a class of a cell is changed in the form and the risks of the cell are told", async ({ page }) => {
  await openApp(page, "#/method");
  await page.getByRole("button", { name: "Ändra metoden" }).click();
  for (let likelihood = 1; likelihood <= matrix.grid.length; likelihood += 1) {
    for (let consequence = 1; consequence <= matrix.grid[0].length; consequence += 1) {
      await page.getByLabel(`Klass vid sannolikhet ${likelihood}, konsekvens ${consequence}`, { exact: true }).selectOption("0");
    }
  }
  await axe(page);
  await page.getByRole("button", { name: "Se vad det ändrar" }).click();
  await expect(change(page).getByRole("status")).toContainText("byter klass");
  await change(page).getByRole("button", { name: "Byt metod" }).click();
  await expect(page.getByText("En klass används inte")).toBeVisible();
});

test("a library is opened, taken beside the others, and saved again", async ({ page }) => {
  await openApp(page, "#/method");
  const file = { name: "tre.yaml", mimeType: "application/yaml", buffer: Buffer.from(LIBRARY) };
  await page.getByLabel("Öppna ett bibliotek …").setInputFiles(file);
  await expect(page.getByText("tre.yaml har en matris.")).toBeVisible();
  await page.getByRole("button", { name: "Utöver de som finns" }).last().click();
  await change(page).getByRole("button", { name: "Byt metod" }).click();
  await page.getByRole("link", { name: "Tre gånger två" }).click();
  await expect(page.getByRole("heading", { name: "Tre gånger två" })).toBeVisible();
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spara den som visas som bibliotek" }).click();
  expect((await download).suggestedFilename()).toBe("tre.yaml");
});

test("a library that cannot be read says where", async ({ page }) => {
  await openApp(page, "#/method");
  const broken = LIBRARY.replace("[1, 1]]", "[1]]");
  const file = { name: "fel.yaml", mimeType: "application/yaml", buffer: Buffer.from(broken) };
  await page.getByLabel("Öppna ett bibliotek …").setInputFiles(file);
  await expect(page.getByRole("alert")).toContainText("rad 14: objects.risk_matrix[0].grid[2]");
});
