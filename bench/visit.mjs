// What a reader meets: a page that stays responsive while a file opens, and a first view that comes soon.
import { spawnSync } from "node:child_process";

/** A task longer than this is felt. */
const LONG = 50;

/** A slow mobile line, so that what is fetched first shows. */
const LINE = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 0.75e6 / 8 };

const READY = "main[data-ready=true]";

/** Opens a file in the real page as a reader does, by picking it, and tells how the page's thread fared. */
export async function loading(browser, url, size, { path, name, bytes }) {
  console.log(`\nOpening ${size}, ${(bytes / 1e6).toFixed(1)} MB, in the page by picking the file`);
  const context = await browser.newContext();
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
    // Further pages over the open file, then what they left behind.
    for (const route of ["#/", "#/tackning", "#/risker", "#/data"]) {
      await page.evaluate((route) => (location.hash = route), route);
      await page.waitForTimeout(500);
    }
    const tasks = await page.evaluate((start) => globalThis.longTasks.filter(({ startTime }) => startTime >= start), start);
    const split = (test) => tasks.filter(test).map(({ duration }) => Math.round(duration));
    const until = split(({ startTime }) => startTime < shown);
    const after = split(({ startTime }) => startTime >= shown);
    const tell = (list) => (list.length ? `${list.length}, of ${list.join(", ")} ms` : "none");
    console.log(`  Shown after ${Math.round(shown - start)} ms`);
    console.log(`  Tasks over ${LONG} ms on the page's thread: while it opened ${tell(until)}; looking around in it ${tell(after)}`);
    console.log(`  Target: none while it opens: ${until.length ? "MISSED" : "holds"}`);
  } finally {
    await context.close();
  }
}

/** The bytes of the first view, and when it shows something on a slow line. */
export async function firstView(browser, url, root) {
  console.log("\nFirst view");
  const { stdout, stderr } = spawnSync("node", ["scripts/budget.mjs"], { cwd: root, encoding: "utf8" });
  const lines = stdout.split("\n").filter((line) => /^(Sum|Limit)/.test(line));
  for (const line of lines) console.log(`  ${line.replace(/\s{2,}/, ": ")} bytes as brotli`);
  if (!lines.length) console.log(`  Bytes not counted: ${stderr.trim().split("\n").at(-1)}`);

  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    const line = await context.newCDPSession(page);
    await line.send("Network.enable");
    await line.send("Network.emulateNetworkConditions", LINE);
    await page.goto(`${url}app/`, { waitUntil: "commit" });
    await page.locator(READY).waitFor({ timeout: 120_000 });
    const times = await page.evaluate(() => ({
      ready: performance.now(),
      paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
      program: performance.getEntriesByType("resource").filter(({ name }) => /page[^/]*\.wasm$/.test(name)).at(-1)?.responseEnd,
    }));
    const at = (time) => (time === undefined ? "not seen" : `${Math.round(time)} ms`);
    console.log(`  At 1.6 Mbit/s and 150 ms: shell painted ${at(times.paint)}, program there ${at(times.program)}, data shown ${at(times.ready)}`);
  } finally {
    await context.close();
  }
}
