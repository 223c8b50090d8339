// Risks: the verdict, the matrix as a picture, what stands beside it, the register, and a risk's own page.
import { axe, expect, openApp, ready, test } from "./support/page.mjs";
import { readFileSync } from "node:fs";
import { numbers, organisation, verdict } from "./support/example.mjs";

const { cells, beside, risks } = verdict.risk;
const matrix = organisation.matrices.find(({ id }) => id === verdict.risk.matrix);
const results = (page) => page.locator("#register .results");
const counted = (number) => `${number}\u00a0risk${number === 1 ? "" : "er"}`;
const text = (label) => label.sv ?? label;
const titleOf = (id) => text(organisation.risks.find((risk) => risk.id === id).title);
const first = risks.filter(({ rank }) => rank === 1).toSorted((a, b) => (a.id < b.id ? -1 : 1))[0];

/** Likelihood and consequence of each cell, from 1, and its count. */
const counts = cells.flatMap((row, l) => row.map((count, c) => ({ likelihood: l + 1, consequence: c + 1, count })));

const form = (page, name) => page.getByRole("group", { name: "Visa" }).getByRole("button", { name, exact: true });
const inMatrix = risks.filter((risk) => (organisation.risks.find(({ id }) => id === risk.id).matrix ?? matrix.id) === matrix.id);

test("the matrix has the verdict's count and class in every cell", async ({ page }) => {
  await openApp(page, "#/risks");
  await form(page, "Antal").click();
  for (const { likelihood, consequence, count } of counts) {
    const cell = page.locator(`svg.picture a[href*="cell=${likelihood},${consequence}"]`);
    if (count === 0) {
      await expect(cell).toHaveCount(0);
      continue;
    }
    const { letter, name } = matrix.classes[matrix.grid[likelihood - 1][consequence - 1]];
    await expect(cell).toContainText(String(count));
    await expect(cell).toHaveAccessibleName(new RegExp(`risk(er)?: .*klass ${letter} ${text(name)}$`));
  }
});

test("every risk in the matrix is a bubble, a name and a line of the list, and leads to its page", async ({ page }) => {
  await openApp(page, "#/risks");
  const spots = page.locator("svg.picture .picture-seat a");
  for (const name of ["Bubblor", "Namn"]) {
    await form(page, name).click();
    await expect(form(page, name)).toHaveAttribute("aria-pressed", "true");
    await expect(spots).toHaveCount(inMatrix.length);
    for (const { id, likelihood, consequence } of inMatrix) {
      const spot = page.locator(`svg.picture .picture-seat a[href$="#/risks/${encodeURIComponent(id)}"]`);
      await expect(spot).toHaveAccessibleName(
        new RegExp(`${titleOf(id)}: sannolikhet ${likelihood}, konsekvens ${consequence}, klass`),
      );
    }
  }
  await form(page, "Lista").click();
  await expect(spots).toHaveCount(0);
  await expect(page.locator(".picture-list li")).toHaveCount(inMatrix.length);
  await page.locator(".picture-list").getByRole("link", { name: titleOf(first.id) }).click();
  await expect(page.locator("h1")).toContainText(titleOf(first.id));
});

test("a bubble is reached by keyboard and opens its risk", async ({ page }) => {
  await openApp(page, "#/risks");
  const spot = page.locator(`svg.picture a[href$="#/risks/${encodeURIComponent(first.id)}"]`);
  await spot.focus();
  await page.keyboard.press("Enter");
  await ready(page);
  await expect(page.locator("h1")).toContainText(titleOf(first.id));
});

test("the picture is by one dimension, for one department and of one kind, by address", async ({ page }) => {
  await openApp(page, "#/risks");
  const spots = page.locator("svg.picture .picture-seat");
  await page.getByLabel("Konsekvens för").selectOption("environment");
  await expect(page).toHaveURL(/dimension=environment/);
  const judged = inMatrix.filter(({ id }) => organisation.risks.find((risk) => risk.id === id).consequence.environment);
  await expect(spots).toHaveCount(judged.length);
  await page.getByLabel("Konsekvens för").selectOption("");
  await page.getByLabel("Händelsetyp").selectOption({ label: "Brand" });
  await expect(page).toHaveURL(/scenario=brand-avc/);
  const fires = inMatrix.filter(({ id }) => organisation.risks.find((risk) => risk.id === id).scenario === "brand");
  await expect(spots).toHaveCount(fires.length);
  await page.goBack();
  await expect(spots).toHaveCount(inMatrix.length);
});

test("the caution is in the picture itself, on screen and on paper", async ({ page }) => {
  await openApp(page, "#/risks");
  const caution = page.locator("svg.picture text", { hasText: "inte ett underlag för att fördela resurser" });
  await expect(caution).toBeVisible();
  await page.emulateMedia({ media: "print" });
  await expect(caution).toBeVisible();
});

test("the picture is saved as it is shown, as a file of its own", async ({ page }) => {
  await openApp(page, "#/risks");
  const save = async (name) => {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name }).click()]);
    return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
  };
  const svg = await save("Spara som SVG");
  expect(svg.name).toBe(`riskmatris-${organisation.as_of}.svg`);
  const drawn = svg.bytes.toString("utf8");
  for (const there of ["inte ett underlag för att fördela resurser", verdict.input_sha256, "sans-serif", text(matrix.name)]) {
    expect(drawn).toContain(there);
  }
  for (const foreign of ["var(", "url(", "href", "<style"]) expect(drawn).not.toContain(foreign);
  const png = await save("Spara som PNG");
  expect(png.name).toBe(`riskmatris-${organisation.as_of}.png`);
  expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
  // Width and height stand in the header; the picture is drawn at twice its size.
  expect(png.bytes.readUInt32BE(16)).toBeGreaterThan(1000);
});

test("the verdict counts the worst class", async ({ page }) => {
  const inClass = (at) => counts.filter((cell) => matrix.grid[cell.likelihood - 1][cell.consequence - 1] === at);
  const sums = matrix.classes.map((_, at) => inClass(at).reduce((sum, { count }) => sum + count, 0));
  const worst = sums.findLastIndex((sum) => sum > 0);
  await openApp(page, "#/risks");
  await expect(page.locator("h1")).toContainText(`i klassen ${text(matrix.classes[worst].name)}`);
  await expect(page.locator("main")).toContainText("inte ett underlag för att fördela resurser");
});

test("a cell leads to its risks, by keyboard alone, and back again", async ({ page }) => {
  const most = counts.toSorted((a, b) => b.count - a.count)[0];
  await openApp(page, "#/risks");
  await form(page, "Antal").click();
  const link = page.locator(`svg.picture a[href*="cell=${most.likelihood},${most.consequence}"]`);
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

test("the register is in the verdict's order, each risk by its one number", async ({ page }) => {
  await openApp(page, "#/risks");
  const ranked = risks
    .filter(({ rank }) => rank !== undefined && rank !== null)
    .toSorted((a, b) => a.rank - b.rank || (a.id < b.id ? -1 : 1));
  const shown = await page.locator("#register tbody th a").allTextContents();
  expect(shown.slice(0, ranked.length)).toEqual(ranked.map(({ id }) => titleOf(id)).slice(0, shown.length));
  const places = await page.locator("#register tbody .place").allTextContents();
  expect(places.slice(0, ranked.length).map((place) => place.trim())).toEqual(numbers(ranked).slice(0, places.length));
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
  const fact = (label) => page.locator(".fact").filter({ hasText: label }).last();
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
