// First visits on a line that all requests share, next to what the line needs for the same bytes.
import { existsSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "../scripts/browser.mjs";
import { line } from "./line.mjs";
import { median } from "./report.mjs";

/** The most that a verdict may take, as a share of what the line needs. */
const LINES = [
  { name: "1.6 Mbit/s, 150 ms", rate: 1.6e6, delay: 150, target: 1.15 },
  { name: "10 Mbit/s, 40 ms", rate: 10e6, delay: 40, target: 1.5 },
];

/** How much later than the overview any other page may show its verdict, in milliseconds. */
const LATER = 300;

/** Where a page says what is so. */
const VERDICT = "main .hero h1";

/** The pages of the product that need no item, beside the overview. */
const PAGES = JSON.parse(readFileSync(new URL("../tests/browser/support/pages.json", import.meta.url), "utf8")).filter(
  ({ address }) => address !== "#/" && !address.includes(":"),
);

/** First visits of the overview on each line, and of every page that needs no item, against the overview in turn. */
export async function firstVisits(server, asked, dist, { repetitions, withPages }) {
  console.log("\nFirst visits, each in a browser of its own, on one line that all requests share, workers' too");
  for (const setting of LINES) {
    const shared = await line(new URL(server.url).port, setting);
    try {
      await overview(shared.url, setting, asked, dist, repetitions);
      if (withPages) await others(shared.url);
    } finally {
      await shared.close();
    }
  }
}

async function overview(url, { name, target, rate, delay }, asked, dist, repetitions) {
  const runs = [];
  let files;
  for (let turn = 0; turn < repetitions; turn++) {
    asked.clear();
    const seen = await visit(`${url}app/`);
    // What came in time for the verdict had been asked for at least once there and back before it.
    files = [...asked].filter(([, at]) => at <= seen.readyDate - delay).map(([file]) => file);
    runs.push({ ...seen, alone: await alone(url, files) });
  }
  const bytes = files.reduce((sum, file) => sum + onTheLine(join(dist, file.slice("app/".length))), 0);
  const of = (field) => runs.map((run) => run[field]);
  const ratios = runs.map(({ ready, alone }) => ready / alone);
  const ratio = median(ratios);
  console.log(`  ${name}, ${repetitions} visits`);
  console.log(`    verdict               ${times(of("ready"))}, painted ${times(of("paint"))}, layout shift at most ${Math.max(...of("shift")).toFixed(3)}`);
  console.log(`    the line alone        ${times(of("alone"))}: an empty page asks for the same ${files.length} files at once`);
  console.log(`    calculated            ${Math.round((bytes * 8000) / rate + 3 * delay)} ms: ${bytes} bytes, and three times there and back`);
  console.log(`    verdict / line alone  ${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)}–${Math.max(...ratios).toFixed(2)}), target ${target}: ${ratio <= target ? "holds" : `MISSED by ${(ratio - target).toFixed(2)}`}`);
}

async function others(url) {
  console.log("    other pages: how much later than the overview beside them, and the layout shift");
  let worst = 0;
  for (const { page, address } of PAGES) {
    const [first, other] = [await visit(`${url}app/`), await visit(`${url}app/${address}`)];
    const later = other.ready - first.ready;
    worst = Math.max(worst, later);
    console.log(`      ${page.padEnd(18)} ${Math.round(later).toString().padStart(6)} ms   ${other.shift.toFixed(3)}`);
  }
  console.log(`      target: at most ${LATER} ms: ${worst <= LATER ? "holds" : `MISSED by ${Math.round(worst - LATER)} ms`}`);
}

/** One first visit: when the verdict stood and the page was painted, and how much had moved. */
function visit(url) {
  return inFreshBrowser(async (page) => {
    await page.addInitScript((verdict) => {
      globalThis.shift = 0;
      const add = (list) => list.getEntries().forEach((entry) => (globalThis.shift += entry.hadRecentInput ? 0 : entry.value));
      new PerformanceObserver(add).observe({ type: "layout-shift", buffered: true });
      const look = () => {
        if (document.querySelector(verdict)) Object.assign(globalThis, { readyAt: performance.now(), readyDate: Date.now() });
        else requestAnimationFrame(look);
      };
      requestAnimationFrame(look);
    }, VERDICT);
    await page.goto(url, { waitUntil: "commit" });
    await page.waitForFunction(() => globalThis.readyAt, undefined, { timeout: 120_000 });
    // What moves afterwards counts as well.
    await page.waitForTimeout(1500);
    return await page.evaluate(() => {
      const [painted] = performance.getEntriesByName("first-contentful-paint");
      return { ready: globalThis.readyAt, readyDate: globalThis.readyDate, paint: painted?.startTime ?? NaN, shift: globalThis.shift };
    });
  });
}

/** When an empty page that asks for these files at once has all of them. */
function alone(url, files) {
  const wanted = files.filter((file) => file !== "app/index.html").map((file) => `/${file}`);
  return inFreshBrowser(async (page) => {
    await page.goto(`${url}bench/empty.html`, { waitUntil: "commit" });
    return await page.evaluate(async (wanted) => {
      await Promise.all(wanted.map((file) => fetch(file).then((reply) => reply.arrayBuffer())));
      return performance.now();
    }, wanted);
  });
}

async function inFreshBrowser(look) {
  const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
  try {
    return await look(await browser.newPage({ viewport: { width: 1280, height: 900 } }));
  } finally {
    await browser.close();
  }
}

/** The bytes that a file is on the line: as the build has packed it, or as it is. */
function onTheLine(file) {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}

function times(list) {
  return `${Math.round(median(list))} ms (${Math.round(Math.min(...list))}–${Math.round(Math.max(...list))})`;
}
