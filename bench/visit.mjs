// What a reader meets: a page that stays responsive while a file opens, and a first view of few bytes.
import { spawnSync } from "node:child_process";

/** A task longer than this is felt. */
const LONG = 50;

/** The pages that are looked at once the file is open. */
const PAGES = ["#/", "#/organisation", "#/coverage", "#/risks", "#/data"];

const READY = "main[data-ready=true]";

/** Opens a file in the real page as a reader does, by picking it, and tells how the page's thread fared. */
export async function loading(browser, url, size, { path, name, bytes }) {
  console.log(`\nOpening ${size}, ${(bytes / 1e6).toFixed(1)} MB, in the page by picking the file`);
  // What is fetched ahead is not to be counted.
  const context = await browser.newContext({ serviceWorkers: "block" });
  try {
    const page = await context.newPage();
    await page.addInitScript(() => {
      globalThis.longTasks = [];
      const keep = (list) => globalThis.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
      new PerformanceObserver(keep).observe({ type: "longtask", buffered: true });
    });
    await page.goto(`${url}app/#/data`);
    await page.locator(READY).waitFor({ timeout: 60_000 });
    const input = page.locator("input[type=file]").first();
    if (!(await input.count())) return console.log("  Not measured: the page offers no file to pick.");
    // What starting the page took is not counted here.
    await page.waitForTimeout(500);
    const start = await page.evaluate(() => performance.now());
    await input.setInputFiles(path);
    await page.getByText(name).filter({ visible: true }).first().waitFor({ timeout: 300_000 });
    const shown = await page.evaluate(() => performance.now());
    // Then its pages, one by one: told apart, for they draw what the engine found.
    const stages = [["while it opened", start]];
    for (const route of PAGES) {
      stages.push([route, await page.evaluate(() => performance.now())]);
      await page.evaluate((route) => (location.hash = route), route);
      await page.waitForTimeout(700);
    }
    const tasks = await page.evaluate(() => globalThis.longTasks);
    const long = stages.map(([stage, from], nth) => {
      const until = stages[nth + 1]?.[1] ?? Infinity;
      return [stage, tasks.filter(({ startTime }) => startTime >= from && startTime < until)];
    });
    console.log(`  Shown after ${Math.round(shown - start)} ms`);
    console.log(`  Tasks over ${LONG} ms on the page's thread:`);
    for (const [stage, list] of long) console.log(`    ${stage.padEnd(18)}${list.map(({ duration }) => `${Math.round(duration)} ms`).join(", ") || "none"}`);
    const until = long[0][1];
    console.log(`  Target: none while it opens: ${until.length ? "MISSED" : "holds"}`);
  } finally {
    await context.close();
  }
}

/** The bytes of the first view. */
export function firstView(root) {
  console.log("\nFirst view");
  const { stdout, stderr } = spawnSync("node", ["scripts/budget.mjs"], { cwd: root, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => /^(Sum|Target|Ceiling)/.test(line));
  for (const line of lines) console.log(`  ${line.replace(/\s{2,}/, ": ")} bytes as brotli`);
  if (!lines.length) console.log(`  Bytes not counted: ${stderr.trim().split("\n").at(-1)}`);
}
