// The same visit in three engines: Chromium, Firefox (Gecko) and MiniBrowser (WebKit). `make engines` runs it.
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { BROWSER_ARGS, findBrowser } from "../../scripts/browser.mjs";
import { serve } from "../../scripts/serve.mjs";
import { start, until } from "./webdriver.mjs";

const DISPLAY = ":97";
const folder = mkdtempSync(join(tmpdir(), "ombud-engines-"));
// Where what is saved arrives.
const saved = join(folder, "Downloads");
const OTHER = { format: 1, name: "Ekby kommun", as_of: "2026-11-22", units: [{ id: "eken", name: "Förskolan Eken", kind: "workplace" }] };
// A unit of the example, and the address it is given.
const UNIT = "avc";
const WRITTEN = "Provgatan 1";

const ENGINES = {
  Chromium: {
    driver: "chromedriver",
    args: ["--port=PORT"],
    capabilities: {
      "goog:chromeOptions": {
        binary: findBrowser(),
        args: ["--headless=new", ...BROWSER_ARGS],
        prefs: { "download.default_directory": saved },
      },
    },
  },
  Firefox: {
    driver: "geckodriver",
    args: ["--port", "PORT"],
    capabilities: {
      "moz:firefoxOptions": { args: ["-headless"], prefs: { "browser.download.folderList": 2, "browser.download.dir": saved } },
    },
  },
  WebKit: {
    driver: "WebKitWebDriver",
    args: ["--port=PORT"],
    // As root it has no sandbox of its own to be in. What it saves it puts where its user is at home.
    env: { DISPLAY, HOME: saved, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
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
    await browser.click("header .mark");
    await browser.click("header button[lang]");
    const after = await browser.wait((before) => document.documentElement.lang !== before && document.documentElement.lang, before);
    assert.deepEqual([before, after].toSorted(), ["en", "sv"]);
    // The menu gives way.
    await browser.click("main h1");
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

  "opens a file of the reader's": async ({ browser }) => {
    const file = join(folder, "ekby.json");
    writeFileSync(file, JSON.stringify(OTHER));
    await browser.run(() => void (location.hash = "#/data"));
    await browser.wait(() => document.querySelector("main[data-ready] input[type=file]"));
    await browser.pick("main input[type=file]", file);
    await browser.wait((name) => document.title.includes(name), OTHER.name);
  },

  "keeps a change over a reload": async ({ browser, app }) => {
    await afresh(browser, `${app}#/organisation/${UNIT}`);
    await browser.click("main .edit-switch[aria-pressed=false]");
    await browser.click(named("Ändra enheten", "Edit the unit"));
    await browser.type("//dialog//label[starts-with(., 'Adress') or starts-with(., 'Address')]//input", WRITTEN);
    await browser.click(named("Spara ändringen", "Save the change"));
    await browser.wait(() => !document.querySelector("dialog[open]"));
    await toData(browser);
    await browser.reload();
    await browser.run((unit) => void (location.hash = `#/organisation/${unit}`), UNIT);
    await browser.wait((written) => document.querySelector("main[data-ready]")?.textContent.includes(written), WRITTEN);
  },

  "saves the file with the change": async ({ browser }) => {
    // As in a browser that writes no files itself.
    await browser.run(() => void delete window.showSaveFilePicker);
    await toData(browser);
    await browser.click(`//main${named("Spara filen", "Save the file")}`);
    await browser.type("//dialog[@open]//input", "Anna Ek");
    await browser.click(`//dialog[@open]${named("Spara filen", "Save the file")}`);
    await until(() => readdirSync(saved).some((name) => name.endsWith(".json") && readFileSync(join(saved, name), "utf8").includes(WRITTEN)), "the file");
  },

  "reads a portable copy from the disk": async ({ browser }) => {
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

  "opens again when its server is gone": async ({ browser, app, gone }) => {
    await browser.open(app);
    await ready(browser);
    await browser.run(() => void navigator.serviceWorker.ready.then(() => (document.documentElement.dataset.kept = "yes")));
    await browser.wait(() => document.documentElement.dataset.kept);
    await gone();
    // Not by the driver's reload: that of Firefox asks the server, whatever is kept.
    await browser.open(app);
    await ready(browser);
    await browser.wait(() => /Servern går inte att nå|The server cannot be reached/.test(document.querySelector(".notices")?.textContent));
    await browser.run(() => void (location.hash = "#/risks"));
    await browser.wait(() => document.querySelector("main[data-ready] table"));
  },
};

const only = process.argv.slice(2);
mkdirSync(saved);
const screen = spawn("Xvfb", [DISPLAY, "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: "ignore" });
let failed = 0;
try {
  for (const [name, engine] of Object.entries(ENGINES).filter(([name]) => only.length === 0 || only.includes(name))) {
    failed += await take(name, engine);
  }
} finally {
  screen.kill();
  rmSync(folder, { recursive: true });
}
process.exitCode = failed;

/** Takes every step in one engine, with servers of its own; gives how many failed, after which the rest are left out. */
async function take(name, engine) {
  const app = await serve({ base: "/some/deep/path/", ancestors: ["http://127.0.0.1:*"] });
  // Another site: by its number, where the page goes by its name.
  const around = createServer((_, reply) => {
    reply.writeHead(200, { "content-type": "text/html; charset=utf-8" });
    reply.end(`<!doctype html><title>Intranet</title><iframe src="${app.url}?embed=overview" width="900" height="700"></iframe>`);
  }).listen(0, "127.0.0.1");
  await once(around, "listening");
  let closed;
  const gone = () => (closed ??= app.close());
  const { browser, stop } = await start(engine);
  try {
    const all = { browser, app: app.url, host: `http://127.0.0.1:${around.address().port}/`, gone };
    for (const [step, walk] of Object.entries(STEPS)) {
      await walk(all);
      console.log(`${name} ${step}`);
    }
    return 0;
  } catch (error) {
    console.error(`${name}:`, error);
    return 1;
  } finally {
    await stop();
    around.close();
    around.closeAllConnections();
    await gone();
    rmSync(saved, { recursive: true, force: true });
    mkdirSync(saved);
  }
}

/** The button of that name, in either language. */
function named(sv, en) {
  return `//button[normalize-space()='${sv}' or normalize-space()='${en}']`;
}

/** Goes to the page of the file, and waits until the browser has the change. */
async function toData(browser) {
  await browser.run(() => void (location.hash = "#/data"));
  await browser.wait(() => /Sparat i webbläsaren den|Kept in this browser on/.test(document.querySelector("main[data-ready] .kept-line")?.textContent));
}

/** Opens an address as a visit of its own, where only its part after # differs too. */
async function afresh(browser, url) {
  await browser.open("about:blank");
  await browser.open(url);
}

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
