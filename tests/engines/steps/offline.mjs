// The page without its server, and in a newer version: kept by the browser, offered, never mixed.
import assert from "node:assert/strict";
import { EXAMPLE, WRITTEN, edit, edited, kept, named, noticed, open, ready, turnTo } from "../page.mjs";
import { publish } from "../sites.mjs";

const UNREACHED = /Servern går inte att nå|The server cannot be reached/;
const NEWER = /En ny version av sidan finns|There is a new version of the page/;

export const short = {
  "shows the file that it has where a page for signing in comes in its place": async ({ browser, app }) => {
    await visitTwice(browser, app);
    app.sent.set("example.json", "<!doctype html><title>Logga in</title>");
    app.types.set("example.json", "text/html");
    // A second time: the first has not taken the file's place.
    for (let visit = 0; visit < 2; visit++) {
      await open(browser, app.url);
      await noticed(browser, UNREACHED);
    }
    assert.deepEqual(await keptFiles(browser), ["config.json", "example.json"]);
    app.sent.clear();
    app.types.clear();
  },

  "opens again when its server is gone": async ({ browser, app }) => {
    await open(browser, app.url);
    await isKept(browser);
    await app.close();
    // Not by the driver's reload: that of Firefox asks the server, whatever is kept.
    await open(browser, app.url);
    await noticed(browser, UNREACHED);
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
    await noticed(browser, NEWER);
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

  "does not take a newer version that is not whole": async ({ browser, sites }) => {
    const app = await sites.page();
    await visitTwice(browser, app);
    publish(app, 2);
    app.sent.set("index.html", `${app.sent.get("index.html")} `);
    const refused = await browser.promised(async () => {
      const registration = await navigator.serviceWorker.ready;
      const next = new Promise((found) => registration.addEventListener("updatefound", () => found(registration.installing)));
      registration.update().catch(() => {});
      const worker = await next;
      while (worker.state === "installing") await new Promise((later) => setTimeout(later, 50));
      return worker.state;
    });
    assert.equal(refused, "redundant");
    await open(browser, app.url);
    assert.equal(await number(browser), null);
    publish(app, 3);
    await open(browser, app.url);
    await noticed(browser, NEWER);
  },

  "shows the file that it has where the server fails, and where it takes too long": async ({ browser, sites }) => {
    const app = await sites.page();
    await visitTwice(browser, app);
    app.failing.set("example.json", 503);
    // As pages about failures say of themselves.
    app.forbidden.add("example.json");
    await open(browser, app.url);
    await noticed(browser, UNREACHED);
    app.forbidden.clear();
    let deliver;
    app.failing.set("example.json", new Promise((done) => (deliver = done)));
    await open(browser, app.url);
    await noticed(browser, UNREACHED);
    app.failing.clear();
    deliver();
    assert.deepEqual(await keptFiles(browser), ["config.json", "example.json"]);
  },

  "keeps two municipalities of one host apart, one in a folder of the other's": async ({ browser, sites }) => {
    const app = await sites.page({ base: ["/", "/alby/"] });
    const inner = `${app.url}alby/`;
    app.sent.set("/alby/example.json", JSON.stringify({ ...EXAMPLE, name: "Alby" }));
    await visitTwice(browser, app);
    await edit(browser);
    await kept(browser);
    await visitTwice(browser, { url: inner });
    assert(!(await browser.run((text) => document.body.textContent.includes(text), WRITTEN)));
    await app.close();
    await open(browser, inner);
    await browser.wait(() => document.title.includes("Alby"));
    await open(browser, app.url);
    await browser.wait((name) => document.title.includes(name), EXAMPLE.name.sv ?? EXAMPLE.name);
    await edited(browser);
  },

  "keeps nothing any longer where config.json says so": async ({ browser, sites }) => {
    const app = await sites.page();
    await visitTwice(browser, app);
    app.sent.set("config.json", '{"offline": false}');
    await open(browser, app.url);
    await browser.promised(async () => {
      const left = async () => (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length;
      while (await left()) await new Promise((later) => setTimeout(later, 50));
    });
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

/** Waits until the browser has all of the page; another of a folder around it may have it too, and is not meant. */
function isKept(browser) {
  return browser.promised(async () => {
    const here = new URL("./", location.href).href;
    const isKept = async () => (await navigator.serviceWorker.getRegistrations()).some(({ scope, active }) => scope === here && active);
    while (!(await isKept())) await new Promise((later) => setTimeout(later, 50));
  });
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
