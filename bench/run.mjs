// Measures the built page against JSON.parse, in one run of one headless browser. docs/bench.md says
// what is measured, and why so.
//
//   node bench/run.mjs [--size city|country] [--repetitions N] [--only bytes|page|first|pages|map|sheets] [--dist DIR] [--without-product]
import { cpSync, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { cpus } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "../scripts/browser.mjs";
import { serve } from "../scripts/serve.mjs";
import { firstVisits } from "./first.mjs";
import { DATA, generate } from "./generate.mjs";
import { map } from "./map.mjs";
import { AS_OF } from "./model.mjs";
import { differences, show } from "./report.mjs";
import { sheets } from "./sheets.mjs";
import { firstView, loading } from "./visit.mjs";

const REPETITIONS = { city: 12, country: 3 };

const { values } = parseArgs({
  options: {
    size: { type: "string", multiple: true, default: Object.keys(REPETITIONS) },
    repetitions: { type: "string" },
    only: { type: "string" },
    dist: { type: "string" },
    "without-product": { type: "boolean", default: false },
  },
});
const root = fileURLToPath(new URL("../", import.meta.url));
const dist = values.dist ?? join(root, "dist");
if (!existsSync(join(dist, "index.html"))) fail(`There is no page in ${dist}: build the page first, or run \`make bench\`.`);

const files = await generate({ sizes: values.size });
// When each file was first asked for.
const asked = new Map();
const server = await serve({ dir: site(), onRequest: (file) => asked.has(file) || asked.set(file, Date.now()) });
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
let wrong = 0;
try {
  const [{ model }] = cpus();
  console.log(`\nChromium ${browser.version()}, ${cpus().length} cores of ${model}, ${new Date().toISOString().slice(0, 10)}`);
  const does = (part) => [undefined, part].includes(values.only);
  if (does("bytes")) for (const size of values.size) await bytesToVerdict(size, files[size]);
  if (does("page") && !values["without-product"]) {
    for (const size of values.size) await loading(browser, server.url, size, files[size]);
    firstView(root);
  }
  if ((does("first") || values.only === "pages") && !values["without-product"]) {
    await firstVisits(server, asked, dist, { repetitions: Number(values.repetitions ?? 5), withPages: values.only === "pages" });
  }
  if (does("map") && !values["without-product"]) for (const size of values.size) await map(browser, server.url, size, files[size]);
  if (does("sheets") && !values["without-product"]) await sheets(browser, server.url);
} finally {
  await browser.close();
  await server.close();
}
if (wrong) fail("The product and the peer do not count the same: one of them is wrong, and no time above means anything.");

/** Every method once per repetition, each time in another order, in a browser process without a past. */
async function bytesToVerdict(size, { path, bytes }) {
  const methods = values["without-product"] ? ["parse", "peer"] : ["product", "parse", "peer"];
  const times = Object.fromEntries(methods.map((method) => [method, []]));
  const repetitions = Number(values.repetitions ?? REPETITIONS[size]);
  let found = [];
  for (let turn = 0; turn < repetitions; turn++) {
    const context = await browser.newContext();
    const page = await context.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(`${server.url}bench/page.html`);
    await page.locator("input").setInputFiles(path);
    await page.evaluate(async () => (await import("./page.mjs")).take());
    const engine = await page.evaluate(async () => (await import("./page.mjs")).engineOf("../app/"));
    if (!engine && methods.includes("product")) fail("dist/index.html names no engine (#boot, data-engine).");
    const counts = {};
    for (let nth = 0; nth < methods.length; nth++) {
      const method = methods[(nth + turn) % methods.length];
      const result = await page.evaluate(async ([method, setting]) => (await import("./page.mjs")).measure(method, setting), [method, { on: AS_OF, engine }]);
      times[method].push(result.times);
      counts[method] = result.counts;
    }
    if (counts.product && turn === 0) found = differences(counts.product, counts.peer);
    await context.close();
  }
  show(size, bytes, times);
  for (const difference of found) console.error(`  DIFFERENT: ${difference}`);
  if (!found.length && times.product) console.log("  The product and the peer count the same.");
  wrong += found.length;
}

/** The built page and the bench's own, under one origin: a page may only start workers of its own. */
function site() {
  const dir = join(DATA, "site");
  rmSync(dir, { recursive: true, force: true });
  cpSync(dist, join(dir, "app"), { recursive: true });
  mkdirSync(join(dir, "bench"));
  const own = fileURLToPath(new URL("./", import.meta.url));
  for (const file of readdirSync(own)) if (/^(empty|page|peer.*|worker)\.(html|mjs)$/.test(file)) cpSync(join(own, file), join(dir, "bench", file));
  return dir;
}

function fail(why) {
  console.error(why);
  process.exit(1);
}
