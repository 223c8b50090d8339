// Counts what a first visit costs over the wire: every file that the page fetches until its data is
// shown and its verdict stands, each as brotli at its best. Fails when the sum is above the ceiling in budget.json, which only ever comes
// down, and says how far it is to the target. What the page fetches after that is listed apart.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import { chromium } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./browser.mjs";
import { serve } from "./serve.mjs";

const { target, ceiling } = JSON.parse(readFileSync("budget.json", "utf8")).first_view_brotli_bytes;

// A headless browser asks for neither, a reader's does.
const asked = new Map([["icon.svg", 0], ["manifest.webmanifest", 0]]);
let shown;
const server = await serve({ base: "/some/deep/path/", onRequest: (file) => asked.has(file) || asked.set(file, Date.now()) });
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
try {
  // What the worker fetches ahead comes once the first view is shown.
  const page = await browser.newPage({ serviceWorkers: "block" });
  await page.addInitScript(() => {
    const look = () => document.querySelector("main .overview-urgent h2") && (window.shown ??= Date.now());
    new MutationObserver(look).observe(document, { subtree: true, childList: true });
  });
  await page.goto(server.url);
  await page.locator("main[data-ready=true]").waitFor({ timeout: 60_000 });
  await page.waitForLoadState("networkidle");
  shown = await page.evaluate(() => window.shown);
} finally {
  await browser.close();
  await server.close();
}

const rows = [...asked.keys()].sort().map((file) => {
  const bytes = readFileSync(join("dist", file));
  const best = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
  return { file, bytes: bytes.length, brotli: brotliCompressSync(bytes, { params: best }).length };
});
const isLate = ({ file }) => asked.get(file) > shown;
const first = rows.filter((row) => !isLate(row));
const total = first.reduce((sum, row) => sum + row.brotli, 0);

const number = (n) => n.toLocaleString("en").padStart(10);
console.log(`${"First view".padEnd(36)}${"bytes".padStart(10)}${"brotli".padStart(10)}`);
const list = (rows) => rows.forEach((row) => console.log(`${row.file.padEnd(36)}${number(row.bytes)}${number(row.brotli)}`));
list(first);
console.log(`${"Sum".padEnd(46)}${number(total)}`);
console.log(`${"Target".padEnd(46)}${number(target)}`);
console.log(`${"Ceiling".padEnd(46)}${number(ceiling)}`);
console.log("Fetched once that is shown");
list(rows.filter(isLate));
if (total > target) console.log(`The first view is ${(total - target).toLocaleString("en")} bytes above its target.`);
if (total > ceiling) {
  console.error(`The first view is ${(total - ceiling).toLocaleString("en")} bytes above its ceiling.`);
  process.exit(1);
}
