// Opening files and reading what they say.
import assert from "node:assert/strict";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { OTHER, heading, open, turnTo } from "../page.mjs";

export const short = {
  "opens, and shows its verdict": async ({ browser, app }) => {
    await browser.open(app.url);
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
    await turnTo(browser, "#/coverage");
    await browser.wait(() => document.querySelector("main[data-ready] #findings summary"));
    await browser.click("#findings summary");
    await browser.click('#findings details[open] a[href*="#/coverage/"]');
    await browser.wait(() => location.hash.startsWith("#/coverage/"));
    assert.match(await heading(browser), /\S/);
  },

  "opens a file of the reader's": async ({ browser, saved }) => {
    const file = join(saved, "..", "ekby.json");
    writeFileSync(file, JSON.stringify(OTHER));
    await turnTo(browser, "#/data");
    await browser.wait(() => document.querySelector("main[data-ready] input[type=file]"));
    await browser.pick("main input[type=file]", file);
    await browser.wait((name) => document.title.includes(name), OTHER.name);
  },

  "reads a portable copy from the disk": async ({ browser, saved }) => {
    const template = readdirSync("dist").find((name) => /^portable[^.]*\.html$/.test(name));
    const data = `<script type="application/json" id="extract" data-name="ekby.json">${JSON.stringify(OTHER)}</script>\n`;
    const copy = join(saved, "..", "ekby.html");
    writeFileSync(copy, readFileSync(join("dist", template)) + data);
    await browser.open(pathToFileURL(copy).href);
    await browser.wait((name) => document.title.includes(name), OTHER.name);
    await turnTo(browser, "#/organisation");
    await browser.wait((name) => document.querySelector("main[data-ready]")?.textContent.includes(name), OTHER.units[0].name);
  },
};

export const long = {
  "says so when its engine ends before it has answered": async ({ browser, sites }) => {
    const app = await sites.page();
    const script = readdirSync("dist").find((name) => /^engine-worker[^.]*\.js$/.test(name));
    // It gets no program, and ends without a word once it is watched.
    const end = async () => {
      self.fetch = () => new Promise(() => {});
      while (!(await navigator.locks.query()).held.some(({ name }) => name === self.name)) await new Promise((later) => setTimeout(later, 50));
      setTimeout(close, 300);
    };
    app.sent.set(script, `(${end})();\n${readFileSync(join("dist", script))}`);
    await browser.open(app.url);
    await browser.wait(() => /Beräkningen har stannat|The calculation has stopped/.test(document.querySelector("main")?.textContent));
    app.sent.clear();
    await open(browser, app.url);
    assert.match(await heading(browser), /\S/);
  },
};
