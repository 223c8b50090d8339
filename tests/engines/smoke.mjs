// The same visit in three engines: Chromium, Firefox (Gecko) and MiniBrowser (WebKit). `make engines` runs it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BROWSER_ARGS, findBrowser } from "../../scripts/browser.mjs";
import { serve } from "../../scripts/serve.mjs";
import { start } from "./webdriver.mjs";

const DISPLAY = ":97";
const OTHER = { format: 1, name: "Ekby kommun", as_of: "2026-11-22", units: [{ id: "eken", name: "Förskolan Eken", kind: "workplace" }] };

const ENGINES = {
  Chromium: {
    driver: "chromedriver",
    args: ["--port=PORT"],
    capabilities: { "goog:chromeOptions": { binary: findBrowser(), args: ["--headless=new", ...BROWSER_ARGS] } },
  },
  Firefox: {
    driver: "geckodriver",
    args: ["--port", "PORT"],
    capabilities: { "moz:firefoxOptions": { args: ["-headless"] } },
  },
  WebKit: {
    driver: "WebKitWebDriver",
    args: ["--port=PORT"],
    // As root it has no sandbox of its own to be in.
    env: { DISPLAY, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
    capabilities: { "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } },
  },
};

const STEPS = {
  "opens, and shows its verdict": async ({ browser, app }) => {
    await browser.open(app);
    assert.match(await heading(browser), /\S/);
  },

  "switches language and day": async ({ browser }) => {
    const before = await browser.run(() => document.documentElement.lang);
    await browser.click("header button[lang]");
    const after = await browser.wait((before) => document.documentElement.lang !== before && document.documentElement.lang, before);
    assert.deepEqual([before, after].toSorted(), ["en", "sv"]);
    await ready(browser);
    const verdict = await heading(browser);
    await browser.run(() => {
      const day = document.querySelector("header input[type=date]");
      day.value = "2029-01-01";
      day.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await browser.wait(() => location.hash.includes("as_of=2029-01-01"));
    await browser.wait((verdict) => document.querySelector("main[data-ready] h1")?.textContent !== verdict, verdict);
  },

  "leads from a finding to its page": async ({ browser }) => {
    await browser.run(() => void (location.hash = "#/coverage"));
    await browser.wait(() => document.querySelector('main[data-ready] #findings summary'));
    await browser.click("#findings summary");
    await browser.click('#findings details[open] a[href*="#/coverage/"]');
    await browser.wait(() => location.hash.startsWith("#/coverage/"));
    assert.match(await heading(browser), /\S/);
  },

  "opens a file of the reader's": async ({ browser, folder }) => {
    const file = join(folder, "ekby.json");
    writeFileSync(file, JSON.stringify(OTHER));
    await browser.run(() => void (location.hash = "#/data"));
    await browser.wait(() => document.querySelector("main[data-ready] input[type=file]"));
    await browser.pick("main input[type=file]", file);
    await browser.wait((name) => document.title.includes(name), OTHER.name);
  },

  "reads a portable copy from the disk": async ({ browser, folder }) => {
    const template = readdirSync("dist").find((name) => /^portable[^.]*\.html$/.test(name));
    const data = `<script type="application/json" id="extract" data-name="ekby.json">${JSON.stringify(OTHER)}</script>\n`;
    const copy = join(folder, "ekby.html");
    writeFileSync(copy, readFileSync(join("dist", template)) + data);
    await browser.open(pathToFileURL(copy).href);
    await browser.wait((name) => document.title.includes(name), OTHER.name);
    await browser.run(() => void (location.hash = "#/organisation"));
    await browser.wait((name) => document.querySelector("main[data-ready]")?.textContent.includes(name), OTHER.units[0].name);
  },

  "is shown in a page of another site": async ({ browser, host }) => {
    await browser.open(host);
    await browser.frame("iframe");
    await ready(browser);
    assert.equal(await browser.run(() => document.querySelectorAll("nav.sections").length), 0);
    await browser.frame(null);
    const height = await browser.wait(() => document.querySelector("ombud-view, iframe").getBoundingClientRect().height);
    assert(height > 0);
  },
};

const only = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "ombud-engines-"));
const app = await serve({ base: "/some/deep/path/", ancestors: ["http://127.0.0.1:*"] });
// Another site: by its number, where the page goes by its name.
const around = createServer((_, reply) => {
  reply.writeHead(200, { "content-type": "text/html; charset=utf-8" });
  reply.end(`<!doctype html><title>Intranet</title><iframe src="${app.url}?embed=overview" width="900" height="700"></iframe>`);
}).listen(0, "127.0.0.1");
await once(around, "listening");
const screen = spawn("Xvfb", [DISPLAY, "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: "ignore" });
let failed = 0;
try {
  for (const [name, engine] of Object.entries(ENGINES).filter(([name]) => only.length === 0 || only.includes(name))) {
    const { browser, stop } = await start(engine);
    try {
      const all = { browser, folder, app: app.url, host: `http://127.0.0.1:${around.address().port}/` };
      for (const [step, take] of Object.entries(STEPS)) {
        await take(all);
        console.log(`${name} ${step}`);
      }
    } catch (error) {
      failed += 1;
      console.error(`${name}:`, error);
    } finally {
      await stop();
    }
  }
} finally {
  screen.kill();
  around.close();
  around.closeAllConnections();
  await app.close();
  rmSync(folder, { recursive: true });
}
process.exitCode = failed;

/** Waits until the page shows its data. */
function ready(browser) {
  return browser.wait(() => Boolean(document.querySelector("main[data-ready=true]")));
}

async function heading(browser) {
  await ready(browser);
  return browser.wait(() => document.querySelector("main h1")?.textContent);
}

function miniBrowser() {
  const places = readdirSync("/usr/lib").flatMap((of) => ["4.1", "4.0"].map((version) => `/usr/lib/${of}/webkit2gtk-${version}/MiniBrowser`));
  return places.find((place) => existsSync(place));
}
