// The page without its server, and in a newer version: kept by the browser, offered, never mixed.
import assert from "node:assert/strict";
import { EXAMPLE, edit, edited, kept, named, noticed, open, ready, turnTo } from "../page.mjs";
import { publish } from "../sites.mjs";

export const short = {
  "opens again when its server is gone": async ({ browser, app }) => {
    await open(browser, app.url);
    await isKept(browser);
    await app.close();
    // Not by the driver's reload: that of Firefox asks the server, whatever is kept.
    await open(browser, app.url);
    await noticed(browser, /Servern går inte att nå|The server cannot be reached/);
    await turnTo(browser, "#/risks");
    await browser.wait(() => document.querySelector("main[data-ready] table"));
  },
};

export const long = {
  "opens a second time, and without its server, where that leads on to index.html": async ({ browser, sites }) => {
    const app = await sites.page({ redirects: new Map([["", "index.html"]]) });
    await visitTwice(browser, app);
    await open(browser, `${app.url}index.html`);
    await app.close();
    for (const address of [app.url, `${app.url}index.html`]) await open(browser, address);
  },

  "leaves to the server what another program at the root of the site asks for": async ({ browser, sites }) => {
    const app = await sites.page({ base: "/" });
    app.sent.set("annat/index.html", '<!doctype html><title>Annat</title><link rel="icon" href="data:,">');
    app.sent.set("annat/now.json", "1");
    await visitTwice(browser, app);
    await browser.open(`${app.url}annat/index.html`);
    await browser.wait(() => document.title === "Annat");
    assert(await browser.run(() => Boolean(navigator.serviceWorker.controller)), "nobody stands between that program and the server");
    const now = () => browser.promised(async () => (await fetch("now.json")).text());
    assert.equal(await now(), "1");
    app.sent.set("annat/now.json", "2");
    assert.equal(await now(), "2");
    app.sent.set("annat/now.json", null);
    // Not the page's own data either.
    app.sent.set("example.json", null);
    for (const address of ["now.json", "/example.json"]) {
      assert.equal(await browser.promised(async (address) => (await fetch(address)).status, address), 404, address);
    }
    assert.deepEqual(await keptFiles(browser), ["config.json", "example.json"]);
  },

  "offers a newer version, and takes it with the reader's work": async ({ browser, sites }) => {
    const app = await sites.page();
    await visitTwice(browser, app);
    publish(app, 2);
    await open(browser, app.url);
    await noticed(browser, /En ny version av sidan finns|There is a new version of the page/);
    assert.equal(await number(browser), null);
    await edit(browser);
    await kept(browser);
    await browser.click(named("Byt till den nya versionen", "Switch to the new version"));
    await browser.wait(() => document.body.dataset.number === "2");
    await ready(browser);
    await edited(browser);
    // It is the one that the browser has, whether or not the server is there.
    await app.close();
    await open(browser, app.url);
    assert.equal(await number(browser), "2");
  },

  "lets go of a file that the server forbids to store": async ({ browser, sites }) => {
    const app = await sites.page();
    app.forbidden.add("example.json");
    await visitTwice(browser, app);
    assert.deepEqual(await keptFiles(browser), ["config.json"]);
    app.forbidden.clear();
    await open(browser, app.url);
    await keeps(browser, ["config.json", "example.json"]);
    app.forbidden.add("example.json");
    await open(browser, app.url);
    await keeps(browser, ["config.json"]);
    await app.close();
    await browser.open("about:blank");
    await browser.open(app.url);
    await browser.wait(() => /Det gick inte att nå filen|The file could not be reached/.test(document.querySelector("main")?.textContent));
    assert(!(await browser.run((name) => document.body.textContent.includes(name), EXAMPLE.name.sv ?? EXAMPLE.name)));
  },
};

/** Waits until the browser has all of the page. */
function isKept(browser) {
  return browser.promised(async () => Boolean(await navigator.serviceWorker.ready));
}

/** The browser has the page, and what is open is what the browser has. */
async function visitTwice(browser, { url }) {
  await open(browser, url);
  await isKept(browser);
  await open(browser, url);
  assert(await browser.run(() => Boolean(navigator.serviceWorker.controller)), "the second visit is not of what the browser has");
}

/** The number of the version that is open; none for the first. */
function number(browser) {
  return browser.run(() => document.body.dataset.number ?? null);
}

/** The files of the site that the browser keeps. */
function keptFiles(browser) {
  return browser.promised(async () => {
    const name = (await caches.keys()).find((name) => name.endsWith(" data"));
    const requests = await (await caches.open(name)).keys();
    return requests.map(({ url }) => url.split("/").at(-1)).sort();
  });
}

/** Waits until these are the files that the browser keeps. */
async function keeps(browser, names) {
  for (let tries = 0; tries < 100; tries++) {
    if (`${await keptFiles(browser)}` === `${names}`) return;
    await new Promise((later) => setTimeout(later, 100));
  }
  assert.deepEqual(await keptFiles(browser), names);
}
