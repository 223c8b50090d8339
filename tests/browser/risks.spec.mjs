// Risks: the verdict, the matrix with its counts, what stands beside it, the register, and a risk's own page.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { organisation, verdict } from "./support/example.mjs";

const { cells, beside, risks } = verdict.risk;
const matrix = organisation.matrices.find(({ id }) => id === verdict.risk.matrix);
const results = (page) => page.locator("#register .results");
const counted = (number) => `${number}\u00a0risk${number === 1 ? "" : "er"}`;
const text = (label) => label.sv ?? label;
const titleOf = (id) => text(organisation.risks.find((risk) => risk.id === id).title);
const first = risks.filter(({ rank }) => rank === 1).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];

/** Likelihood and consequence of each cell, from 1, and its count. */
const counts = cells.flatMap((row, l) => row.map((count, c) => ({ likelihood: l + 1, consequence: c + 1, count })));

test("the matrix has the verdict's count and class in every cell", async ({ page }) => {
  await openApp(page, "#/risks");
  const rows = page.locator("table.matrix tbody tr");
  await expect(rows).toHaveCount(cells.length);
  for (const { likelihood, consequence, count } of counts) {
    const cell = rows.nth(cells.length - likelihood).locator("td").nth(consequence - 1);
    const letter = matrix.classes[matrix.grid[likelihood - 1][consequence - 1]].letter;
    await expect(cell.locator(".cell-letter")).toHaveText(letter);
    if (count > 0) await expect(cell.getByRole("link")).toHaveText(String(count));
    else await expect(cell.getByRole("link")).toHaveCount(0);
  }
});

test("the verdict counts the worst class", async ({ page }) => {
  const inClass = (at) => counts.filter((cell) => matrix.grid[cell.likelihood - 1][cell.consequence - 1] === at);
  const sums = matrix.classes.map((_, at) => inClass(at).reduce((sum, { count }) => sum + count, 0));
  const worst = sums.findLastIndex((sum) => sum > 0);
  await openApp(page, "#/risks");
  await expect(page.locator("h1")).toContainText(`i klassen ${text(matrix.classes[worst].name)}`);
  await expect(page.locator("main")).toContainText("inte underlag för att fördela resurser");
});

test("a cell leads to its risks, by keyboard alone, and back again", async ({ page }) => {
  const most = counts.toSorted((a, b) => b.count - a.count)[0];
  await openApp(page, "#/risks");
  const link = page.locator(`table.matrix a[href*="cell=${most.likelihood}%2C${most.consequence}"], table.matrix a[href*="cell=${most.likelihood},${most.consequence}"]`);
  await link.focus();
  await page.keyboard.press("Enter");
  await expect(results(page)).toHaveText(counted(most.count));
  await expect(page.locator("#register tbody tr")).toHaveCount(most.count);
  await expect(link).toHaveAttribute("aria-current", "true");
  await page.goBack();
  await expect(results(page)).toHaveText(counted(organisation.risks.length));
});

test("what stands beside the matrix is counted, and leads to its risks", async ({ page }) => {
  const reasons = { not_rated: "inte bedömda", not_assessable: "går inte att bedöma", antagonistic: "antagonistiska" };
  for (const [reason, said] of Object.entries(reasons)) {
    await openApp(page, "#/risks");
    await page.getByRole("link", { name: `${beside[reason]} ${said}` }).click();
    await expect(page).toHaveURL(new RegExp(`beside=${reason}`));
    await expect(results(page)).toHaveText(counted(beside[reason]));
  }
});

test("the register is in the verdict's order, with shared places said", async ({ page }) => {
  await openApp(page, "#/risks");
  const ranked = risks
    .filter(({ rank }) => rank !== undefined && rank !== null)
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const shown = await page.locator("#register tbody th a").allTextContents();
  expect(shown.slice(0, ranked.length)).toEqual(ranked.map(({ id }) => titleOf(id)).slice(0, shown.length));
  const places = await page.locator("#register tbody .place").allTextContents();
  for (const [at, { rank }] of ranked.slice(0, places.length).entries()) {
    const shared = ranked.filter((risk) => risk.rank === rank).length > 1;
    expect(places[at]).toMatch(shared ? new RegExp(`^delad ${rank}:[ae]$`) : new RegExp(`^${rank}$`));
  }
});

test("the register is searched as one types, and the focus stays", async ({ page }) => {
  await openApp(page, "#/risks");
  const box = page.getByRole("searchbox", { name: "Sök risk" });
  await box.focus();
  await page.keyboard.type("avbrott");
  const found = organisation.risks.filter(({ title }) => text(title).toLowerCase().includes("avbrott"));
  await expect(results(page)).toHaveText(counted(found.length));
  await expect(box).toBeFocused();
  await expect(page).toHaveURL(/find=avbrott/);
});

test("a risk's page says how its class came about", async ({ page }) => {
  await openApp(page, "#/risks");
  await page.locator("#register").getByRole("link", { name: titleOf(first.id) }).click();
  await ready(page);
  await expect(page.locator("h1")).toContainText(titleOf(first.id));
  const { letter } = matrix.classes.find(({ id }) => id === first.class);
  const said = `sannolikhet ${first.likelihood} och konsekvens ${first.consequence} har klassen ${letter}`;
  await expect(page.locator("main")).toContainText(said);
  await expect(page.locator(".decides")).toHaveCount(1);
  await expect(page.locator("td.pinned").first()).toBeVisible();
});

test("a risk's page says where it stands and why, and what it can be expected to cost", async ({ page }) => {
  await openApp(page, "#/risks/brand-aldreboende");
  const fact = (label) => page.locator(".fact").filter({ hasText: label });
  await expect(fact("Bedömd")).toContainText("Sannolikhet 3, konsekvens 4.");
  await expect(fact("Nu, med det som är gjort")).toContainText("Angivet i filen.");
  await expect(fact("Mål")).toContainText("Det som återstår");
  await expect(page.locator("main")).toContainText("sannolikhet låg, konsekvens hög");
  await expect(page.locator("main")).toContainText("Förväntad skada per år");
});

test("the neighbours of a risk say why they are there and how sure that is", async ({ page }) => {
  const placed = risks.toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  await openApp(page, `#/risks/${placed[1].id}`);
  const card = page.locator("section").filter({ has: page.getByRole("heading", { name: "Närmast i registret" }) });
  await expect(card).toContainText(titleOf(placed[0].id));
  await expect(card).toContainText(titleOf(placed[2].id));
  await expect(card).toContainText(/Kommer före|Delar plats/);
});

test("uncertainty is stated of each axis, a level with its motive, and both can be undone", async ({ page }) => {
  await openApp(page, "#/risks/legionella");
  await page.getByRole("button", { name: "Ändra risken" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Osäkerhet i sannolikheten").selectOption({ label: "Hög" });
  await dialog.getByText("Varför just den nivån?").first().click();
  await dialog.getByLabel("På svenska").first().fill("Två fall på tio år");
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.locator("main")).toContainText("sannolikhet hög, konsekvens inte angiven");
  await expect(page.locator(".levels")).toContainText("Två fall på tio år");
  await page.getByRole("button", { name: /^Ångra/ }).click();
  await expect(page.locator(".levels")).not.toContainText("Två fall på tio år");
});

test("every risk has a page", async ({ page }) => {
  await openApp(page, "#/risks");
  for (const { id } of organisation.risks) {
    await page.goto(`./#/risks/${encodeURIComponent(id)}`);
    await expect(page.locator("h1")).toContainText(titleOf(id));
  }
});

for (const colorScheme of ["light", "dark"]) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test("axe finds nothing on the risk pages", async ({ page }) => {
      for (const hash of ["#/risks", `#/risks/${first.id}`]) {
        await openApp(page, hash);
        await axe(page);
      }
    });
  });
}

test("at 320 pixels nothing of these pages is wider than the screen", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const hash of ["#/risks", `#/risks/${first.id}`, "#/coverage", "#/organisation", "#/organisation?find=sk"]) {
    await openApp(page, hash);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    expect(wider, hash).toBeLessThanOrEqual(0);
  }
});
