// Verifying a file: its hashes, those inside it, who made it, and the verdict judged anew; what is open stays.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { axe, expect, openApp, speak, test } from "./support/page.mjs";
import { organisation } from "./support/example.mjs";

const EXAMPLE = readFileSync("public/example.json");
const sha256 = (bytes) => createHash("sha256").update(bytes).digest("hex");

const pick = (page, bytes, name = "fil.json") =>
  page.locator("main input[type=file]").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(bytes) });

test("a file is told by its hash, and judged anew, and what is open stays", async ({ page }) => {
  await openApp(page);
  const judged = await page.locator("h1").textContent();
  await openApp(page, "#/verify");
  await expect(page.locator("h1")).toHaveText("Släpp en fil här för att kontrollera den.");
  await pick(page, EXAMPLE, "exempel.json");
  await expect(page.locator("h1")).toContainText("exempel.json");
  await expect(page.locator("main")).toContainText(sha256(EXAMPLE));
  await expect(page.locator("main")).toContainText("byte för byte som Ombud skriver den");
  await expect(page.locator(".hero .sub")).toContainText(judged.replaceAll("\u00a0", " ").trim().split(" ").slice(0, 2).join(" "));
  await expect(page).toHaveTitle(new RegExp(organisation.name));
  await axe(page);
});

test("a hash that came by another way is compared", async ({ page }) => {
  await openApp(page, "#/verify");
  await pick(page, EXAMPLE);
  const field = page.getByLabel("Kontrollsumma (SHA-256) på annan väg");
  await field.fill(sha256(EXAMPLE).toUpperCase());
  await expect(page.getByText("Stämmer: det är filen som avsändaren hade.")).toBeVisible();
  await field.fill(sha256("annat"));
  await expect(page.getByText("Stämmer inte: det är en annan fil")).toBeVisible();
});

test("an edition that was changed after it was frozen is told first", async ({ page }) => {
  const content = { format: 1 };
  const edition = (id, sha) => ({ id, name: id, date: "2023-10-01", sha256: sha, content });
  const editions = [edition("hel", sha256('{\n"format": 1\n}\n')), edition("ändrad", "0".repeat(64))];
  await openApp(page, "#/verify");
  await pick(page, JSON.stringify({ format: 1, editions }));
  await expect(page.locator("h1")).toContainText("1 av 2 utgåvor");
  await expect(page.getByRole("row").filter({ hasText: "hel" })).toContainText("stämmer");
  await expect(page.getByRole("row").filter({ hasText: "ändrad" })).toContainText("stämmer inte");
});

test("an extract says for whom and by which version it was made", async ({ page }) => {
  const extract = { for: "public", date: "2026-07-02", version: "0.1.0", rules: 1, left_out: { internal: 3 } };
  await openApp(page, "#/verify");
  await pick(page, JSON.stringify({ format: 1, extract }));
  await expect(page.locator("main")).toContainText("Ombud 0.1.0, som utdrag för allmänheten den 2\u00a0juli 2026; 3 poster");
});

test("a report is made again of the open file, and told from one that was changed or is of another file", async ({ page }) => {
  await openApp(page, "#/report?for=public");
  const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Spara som HTML" }).click()]);
  const report = readFileSync(await download.path(), "utf8");
  // Said in the language that it was made in, whatever the reader's.
  await speak(page, "In English");
  await openApp(page, "#/verify");
  const dropped = async (html, verdict) => {
    await pick(page, html, "rapport.html");
    await expect(page.locator("h1")).toHaveText(verdict);
  };
  await dropped(report, "The report is byte by byte what Ombud makes of the open file.");
  await expect(page.locator("main")).toContainText(sha256(EXAMPLE));
  await axe(page);
  await dropped(report.replace("Exempelkommun", "Exempelkommum"), "The report has been changed since it was made.");
  await dropped(report.replace(` ${sha256(EXAMPLE)} `, ` ${"0".repeat(64)} `), "The report was not made of the open file.");
  await dropped(report.replace(/ \d+\.\d+\.\d+ (?=[0-9a-f]{64})/, " 0.0.9 "), "The report was made by another version of Ombud.");
  await dropped(report.replace(` ${sha256(EXAMPLE)} `, " unsaved "), "The report was made of changes that are not saved in any file.");
});

test("a file that cannot be read is told so, dropped as well as picked", async ({ page }) => {
  await openApp(page, "#/verify");
  const data = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(["{"], "trasig.json"));
    return data;
  });
  await page.dispatchEvent("body", "drop", { dataTransfer: data });
  await expect(page.locator("h1")).not.toHaveText("Släpp en fil här för att kontrollera den.");
  await expect(page.locator("h1")).toContainText("1");
  await expect(page).toHaveTitle(new RegExp(organisation.name));
  await expect(page).toHaveURL(/#\/verify/);
});
