// The page and the command line say the same: of the example's own day, and of another.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, openApp, openLens, ready, test } from "./support/page.mjs";
import { organisation, verdict } from "./support/example.mjs";

const FILE = "public/example.json";
const OTHER_DAY = "2028-03-01";

/** What `ombud check` prints of the example, byte for byte. */
function printed(day) {
  const command = ["run", "--quiet", "--locked", "--bin", "ombud", "--", "check", FILE, "--as-of", day, "--json"];
  try {
    return execFileSync("cargo", command, { maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    // It exits 1 of a file with gaps.
    if (error.status === 1 && error.stdout.length > 0) return error.stdout;
    throw error;
  }
}

/** The name and the bytes of what a button of the page saves. */
async function saved(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: button }).click()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

const SAVE_VERDICT = "Spara resultatet (JSON)";
const SAVE_FILE = "Spara filen i bestämd ordning";

test("the verdict saved on the Data page is the one that the command line prints", async ({ page }) => {
  await openApp(page, "#/data");
  const { name, bytes } = await saved(page, SAVE_VERDICT);
  expect(name).toBe(`verdict-${organisation.as_of}.json`);
  expect(JSON.parse(bytes).coverage.findings.length).toBeGreaterThan(0);
  expect(bytes.equals(printed(organisation.as_of)), "byte for byte").toBe(true);
});

test("of another day, chosen in the header or by a link, it is so as well", async ({ page }) => {
  const expected = printed(OTHER_DAY);
  expect(JSON.parse(expected).coverage).not.toEqual(verdict.coverage);

  await openApp(page, "#/data");
  await openLens(page);
  await page.getByLabel("Läget den").fill(OTHER_DAY);
  await expect(page).toHaveURL(new RegExp(`as_of=${OTHER_DAY}$`));
  await ready(page);
  const chosen = await saved(page, SAVE_VERDICT);
  expect(chosen.name).toBe(`verdict-${OTHER_DAY}.json`);
  expect(chosen.bytes.equals(expected), "byte for byte, chosen in the header").toBe(true);

  await openApp(page, `#/data?as_of=${OTHER_DAY}`);
  await expect(page.getByLabel("Läget den")).toHaveValue(OTHER_DAY);
  const linked = await saved(page, SAVE_VERDICT);
  expect(linked.bytes.equals(expected), "byte for byte, by a link").toBe(true);
});

test("a verdict names the day and the bytes that it judges", async ({ page }) => {
  await openApp(page, "#/data");
  const { bytes } = await saved(page, SAVE_VERDICT);
  const { as_of, input_sha256 } = JSON.parse(bytes);
  expect(as_of).toBe(organisation.as_of);
  await expect(page.locator("dl.facts code")).toHaveText(input_sha256);
});

test("the example saved in canonical form is the example", async ({ page }) => {
  await openApp(page, "#/data");
  const { name, bytes } = await saved(page, SAVE_FILE);
  expect(name).toBe("example.json");
  expect(bytes.equals(readFileSync(FILE)), "byte for byte").toBe(true);
});

for (const day of [organisation.as_of, OTHER_DAY]) {
  test(`the overview of ${day} shows the verdict's figures`, async ({ page }) => {
    const { as_of, coverage, risk } = JSON.parse(printed(day));
    expect(as_of).toBe(day);
    await openApp(page, `#/?as_of=${day}`);

    const shown = page.locator("li.rule");
    await expect(shown).toHaveCount(coverage.rules.length);
    for (const rule of coverage.rules) {
      const row = shown.filter({ has: page.locator(`a[href="#/coverage?rule=${rule.id}&as_of=${day}"]`) });
      await expect(row.locator(".rule-count"), rule.id).toHaveText(`${rule.met + rule.expiring} av ${rule.applicable}`);
    }

    // Drawn with the highest likelihood uppermost.
    const cells = risk.cells.toReversed().map((row) => row.map((count) => (count > 0 ? String(count) : "")));
    expect(cells.flat().filter(Boolean).length).toBeGreaterThan(0);
    const rows = page.locator("table.matrix tbody tr");
    await expect(rows).toHaveCount(cells.length);
    const drawn = await rows.evaluateAll((rows) =>
      rows.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.querySelector("a")?.textContent ?? "")),
    );
    expect(drawn).toEqual(cells);
  });
}
