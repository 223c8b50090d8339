// Views in pages of other sites: one that may, one that may not, and what they say to each other.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { expect, test as base } from "@playwright/test";
import { serve } from "../../scripts/serve.mjs";
import { organisation, publicVerdict } from "./support/example.mjs";
import { makeAnEdit, turnTo } from "./support/edit.mjs";
import { openMenu, ready } from "./support/page.mjs";
import { pages } from "./support/pages.mjs";
import { sealed } from "./support/sealed.mjs";

const SMALL = {
  format: 1,
  name: "Ekby",
  as_of: "2026-11-22",
  units: [{ id: "eken", name: "Förskolan Eken", kind: "workplace" }],
  rules: [{ id: "r", holders: { of: "security_representative", in: { kind: "workplace" } } }],
};

const test = base.extend({
  /** The site that may talk with the view, one that may only show it, and the page itself. */
  sites: [
    async ({}, use) => {
      const [friend, stranger] = [await empty(), await empty()];
      const config = { embedders: [friend.url], tokens: { accent: "#7a1f5c", "accent-soft": "url(//example.se)" } };
      const override = new Map([["config.json", JSON.stringify(config)]]);
      const app = await serve({ base: "/deep/", override, ancestors: [friend.url, stranger.url] });
      await use({ friend: friend.url, stranger: stranger.url, app: app.url });
      await Promise.all([friend, stranger, app].map((server) => server.close()));
    },
    { scope: "worker" },
  ],
  /** Faults that a test provokes on purpose. */
  expectedFaults: [[], { option: true }],
  /** Nothing else may complain, neither the page nor the one around it. */
  page: async ({ page, expectedFaults }, use) => {
    const faults = [];
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    page.on("pageerror", (error) => faults.push(String(error)));
    await use(page);
    expect(faults.filter((fault) => !expectedFaults.some((pattern) => pattern.test(fault)))).toEqual([]);
  },
});

// Each opens the page two or three times.
test.describe.configure({ timeout: 120_000 });

/** A site with one empty page. */
async function empty() {
  const server = createServer((_, reply) => {
    reply.writeHead(200, { "Content-Type": "text/html; charset=utf-8" });
    reply.end('<!doctype html><html lang="sv"><title>Intranät</title><link rel="icon" href="data:,"><body></body></html>');
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return {
    url: `http://localhost:${server.address().port}`,
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}

/** Puts a view into the page of a site and waits until it is ready; `told` gathers what it says. */
async function show(page, sites, query, { site = sites.friend, sandbox, until = "ready" } = {}) {
  await page.goto(site);
  await add(page, sites, query, sandbox);
  if (until) await page.waitForFunction((type) => window.told[0].some((message) => message.type === type), until, { timeout: 60_000 });
}

async function add(page, sites, query, sandbox) {
  await page.evaluate(
    async ([script, src, sandbox]) => {
      await import(script);
      window.told ??= [];
      window.views ??= [];
      const view = document.createElement("ombud-view");
      view.setAttribute("src", src);
      if (sandbox !== undefined) view.setAttribute("sandbox", sandbox);
      const told = [];
      window.told.push(told);
      window.views.push(view);
      addEventListener("message", ({ source, data }) => source === view.firstChild?.contentWindow && told.push(data));
      document.body.append(view);
    },
    [`${sites.app}embed.js`, `${sites.app}${query}`, sandbox],
  );
}

const ask = (page, type, fields, at = 0) =>
  page.evaluate(([at, type, fields]) => window.views[at].ask(type, fields).catch((error) => error.message), [at, type, fields]);
const heading = (page, at = 0) => page.frameLocator("iframe").nth(at).locator("main h1");
const of = (page, type) => page.evaluate((type) => window.told[0].filter((message) => message.type === type), type);

test("a view stands alone: no navigation, no footer, nothing to edit", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  const frame = page.frameLocator("iframe");
  await expect(heading(page)).toBeVisible();
  await expect(frame.locator("header, footer, nav")).toHaveCount(0);
  await expect(frame.getByRole("link", { name: /Ombud/ })).toHaveAttribute("target", "_blank");
  await page.evaluate(() => window.views[0].send("show", { view: "group" }));
  await expect(heading(page)).toBeVisible();
  await expect(frame.getByRole("button", { name: /Ändra|Lägg till|Rätta/ })).toHaveCount(0);
});

test("each view shows what its name says", async ({ page, sites }) => {
  await show(page, sites, "?embed=unit&unit=eken-is-not-here");
  const unit = organisation.units.find(({ kind }) => kind === "department");
  for (const [fields, locator] of [
    [{ view: "map" }, "canvas"],
    [{ view: "matrix" }, "svg.picture"],
    [{ view: "group" }, "main h1"],
    [{ view: "unit", unit: unit.id }, `main h1:has-text("${unit.name.sv ?? unit.name}")`],
    [{ view: "card" }, "main h1"],
    [{ view: "overview" }, ".overview"],
  ]) {
    await page.evaluate((fields) => window.views[0].send("show", fields), fields);
    const shown = page.frameLocator("iframe").locator(locator).first();
    await expect(shown, JSON.stringify(fields)).toBeVisible({ timeout: 15_000 });
  }
});

test("the page around chooses language, theme and day, and is given the verdict", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  await page.evaluate(() => window.views[0].send("configure", { language: "en", theme: "dark" }));
  const root = page.frameLocator("iframe").locator("html");
  await expect(root).toHaveAttribute("lang", "en");
  await expect(root).toHaveAttribute("data-theme", "dark");
  const given = await ask(page, "get", { what: "verdict" });
  expect(given.verdict.coverage).toEqual(publicVerdict.coverage);
  await page.evaluate(() => window.views[0].send("show", { date: "2027-06-30" }));
  await expect.poll(() => of(page, "selected")).not.toEqual([]);
  expect((await ask(page, "get", { what: "verdict" })).verdict.as_of).toBe("2027-06-30");
});

test("the page around is told which page the reader went to, and not whose", async ({ page, sites }) => {
  await show(page, sites, "?embed=page#/organisation");
  const view = page.frameLocator("iframe");
  await view.locator("main a[href*='#/organisation/']").first().click();
  await expect.poll(async () => (await of(page, "selected")).map(({ address }) => address)).toEqual(["#/organisation/:unit"]);
});

test("the page around is given the extract for the public, and nobody's name", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  const { extract } = await ask(page, "get", { what: "extract", for: "internal" });
  expect(extract.extract.for).toBe("public");
  expect(extract.units).toHaveLength(organisation.units.length);
  const text = JSON.stringify(extract);
  for (const { name, email } of organisation.people) {
    expect(text).not.toContain(name);
    if (email) expect(text).not.toContain(email);
  }
});

test("the configuration's colours are taken, and nothing that reaches out", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  const value = (name) =>
    page.frameLocator("iframe").locator("html").evaluate((root, name) => getComputedStyle(root).getPropertyValue(name), name);
  expect(await value("--accent")).toBe("#7a1f5c");
  expect(await value("--accent-soft")).not.toContain("url");
});

test("the frame is as high as what it shows, and follows it", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  const frame = page.frameLocator("iframe").locator("html");
  const fits = () => frame.evaluate((root) => root.scrollHeight - root.clientHeight);
  await expect.poll(fits).toBeLessThanOrEqual(1);
  const high = await page.locator("iframe").evaluate((it) => it.clientHeight);
  await page.evaluate(() => window.views[0].send("show", { view: "matrix" }));
  await expect.poll(() => page.locator("iframe").evaluate((it) => it.clientHeight)).not.toBe(high);
  await expect.poll(fits).toBeLessThanOrEqual(1);
});

test("a file of the page around is opened, as a text, as an object and as bytes", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview&from=host");
  await expect(page.frameLocator("iframe").getByRole("status")).toContainText("Väntar");
  for (const form of ["text", "object", "bytes"]) {
    const loaded = await page.evaluate(
      ([small, form]) => {
        const text = JSON.stringify(small);
        const organisation = { text, object: small, bytes: new TextEncoder().encode(text) }[form];
        return window.views[0].ask("load", { organisation, name: "ekby.json" });
      },
      [SMALL, form],
    );
    expect(loaded, form).toMatchObject({ type: "loaded", name: "Ekby", problems: 0 });
    await expect(heading(page)).toBeVisible();
  }
  const { verdict } = await ask(page, "get", { what: "verdict" });
  expect(verdict.coverage.findings.map(({ id }) => id)).toEqual(["r:eken"]);
  expect(await ask(page, "load", { organisation: "{" })).toBe("unreadable");
  // It could be opened by who has its passphrase; a view does not ask for it.
  const encrypted = await page.evaluate((bytes) => {
    return window.views[0].ask("load", { organisation: new Uint8Array(bytes) }).catch((error) => error.message);
  }, [...sealed(JSON.stringify(SMALL))]);
  expect(encrypted).toBe("unreadable");
  expect((await ask(page, "get", { what: "verdict" })).verdict.coverage.findings, "what was open stays").toHaveLength(1);
});

test("files handed over at once are each told their own end, and the last that can be read stays open", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview&from=host");
  const ends = await page.evaluate((small) => {
    const named = (name) => ({ ...small, name });
    const files = ["{", named("Ekby"), "{", named("Alby"), "["];
    const load = (organisation) =>
      window.views[0].ask("load", { organisation }).then(({ name }) => name, (error) => error.message);
    return Promise.all(files.map(load));
  }, SMALL);
  expect(ends).toEqual(["unreadable", "Ekby", "unreadable", "Alby", "unreadable"]);
  expect((await ask(page, "get", { what: "extract" })).extract.name).toBe("Alby");
});

// Fault 23 of docs/faults.md.
test("in a sandbox without an origin the view works and remembers nothing", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview&from=host", { sandbox: "allow-scripts" });
  await ask(page, "load", { organisation });
  await expect(heading(page)).toBeVisible();
  expect((await ask(page, "get", { what: "verdict" })).verdict.coverage).toEqual(publicVerdict.coverage);
  await page.evaluate(() => window.views[0].send("configure", { language: "en", theme: "dark" }));
  const root = page.frameLocator("iframe").locator("html");
  await expect(root).toHaveAttribute("lang", "en");
  // There is no storage that it could use,
  const stores = await root.evaluate(async () => {
    const tried = (open) => Promise.resolve().then(open).then(() => "open", (error) => error.name);
    return [origin, await tried(() => localStorage), await tried(() => sessionStorage), await tried(() => document.cookie), await tried(() => new Promise((done, failed) => Object.assign(indexedDB.open("ombud"), { onsuccess: done, onerror: ({ target }) => failed(target.error) })))];
  });
  expect(stores).toEqual(["null", "SecurityError", "SecurityError", "SecurityError", "SecurityError"]);
  // nor has it used that of the site it comes from,
  const site = await page.context().newPage();
  await site.goto(`${sites.app}icon.svg`);
  const traces = await site.evaluate(async () => [localStorage.length, sessionStorage.length, (await indexedDB.databases()).length, (await caches.keys()).length, (await navigator.serviceWorker.getRegistrations()).length]);
  expect(traces).toEqual([0, 0, 0, 0, 0]);
  // and the next visit begins as the first did.
  await show(page, sites, "?embed=overview&from=host", { sandbox: "allow-scripts" });
  await expect(page.frameLocator("iframe").getByRole("status")).toContainText("Väntar");
  await expect(root).toHaveAttribute("lang", "sv");
});

test.describe("the page around a view", () => {
  test.use({ expectedFaults: [[/CORS policy/, /Failed to load resource/], { option: true }] });

  test("cannot read the file that the view shows", async ({ page, sites }) => {
    await page.goto(sites.friend);
    const read = (file) => page.evaluate((url) => fetch(url).then(() => "read", () => "refused"), sites.app + file);
    expect(await read("config.json")).toBe("read");
    expect(await read("example.json")).toBe("refused");
  });
});

test("a view follows its address, given late or changed", async ({ page, sites }) => {
  await page.goto(sites.friend);
  await page.evaluate(async (script) => {
    await import(script);
    document.body.append(document.createElement("ombud-view"));
  }, `${sites.app}embed.js`);
  await expect(page.locator("iframe")).toHaveCount(0);
  const turn = (query) => page.evaluate((src) => document.querySelector("ombud-view").setAttribute("src", src), sites.app + query);
  await turn("?embed=overview");
  await expect(page.frameLocator("iframe").locator(".overview")).toBeVisible({ timeout: 60_000 });
  await turn("?embed=group");
  await expect(page.frameLocator("iframe").locator("main[data-ready=true]:not(.overview) h1")).toBeVisible({ timeout: 60_000 });
  await expect(page.locator("iframe")).toHaveCount(1);
});

test("what is asked always ends: with an answer, a refusal, or none in time", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  // In a second in which nothing has been said yet.
  await page.waitForTimeout(1100);
  const many = await page.evaluate(() =>
    Promise.all(Array.from({ length: 100 }, () => window.views[0].ask("get", { what: "verdict" }).then(() => "answered", ({ message }) => message))),
  );
  // What is heard is answered, and the rest refused.
  expect(many).toEqual(Array.from({ length: 100 }, (_, place) => (place < 20 ? "answered" : "too_many")));
  const silent = page.evaluate(async () => {
    const view = document.createElement("ombud-view");
    view.setAttribute("src", location.href);
    document.body.append(view);
    await new Promise((loaded) => (view.firstChild.onload = loaded));
    return view.ask("get", { what: "verdict" }, { seconds: 0.2 }).catch(({ message }) => message);
  });
  expect(await silent).toBe("no_answer");
  const gone = page.evaluate(() => {
    const asked = window.views[0].ask("get", { what: "verdict" }).catch(({ message }) => message);
    window.views[0].remove();
    return asked;
  });
  expect(await gone).toBe("gone");
});

test("a view says once that it is ready, however many files it is handed", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview&from=host");
  for (const organisation of [SMALL, { ...SMALL, name: "Askby" }, SMALL]) {
    await ask(page, "load", { organisation });
    await expect(page.frameLocator("iframe").locator("main[data-ready=true]")).toBeVisible();
    // What it says of itself comes before the answer.
    await ask(page, "get", { what: "verdict" });
  }
  expect(await of(page, "loaded")).toHaveLength(3);
  expect(await of(page, "ready")).toHaveLength(1);
});

test("two views on one page are told apart", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  await add(page, sites, "?embed=overview&from=host");
  await page.waitForFunction(() => window.told[1].some(({ type }) => type === "ready"));
  expect((await ask(page, "load", { organisation: SMALL }, 1)).name).toBe("Ekby");
  expect((await ask(page, "get", { what: "verdict" }, 0)).verdict.coverage).toEqual(publicVerdict.coverage);
  expect((await ask(page, "get", { what: "verdict" }, 1)).verdict.coverage.findings).toHaveLength(1);
});

// Fault 22 of docs/faults.md.
test("a site that is not named is neither heard nor told", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview", { site: sites.stranger, until: "" });
  await expect(page.frameLocator("iframe").locator(".overview")).toBeVisible({ timeout: 60_000 });
  const frame = page.frames().find((frame) => frame !== page.mainFrame());
  await frame.evaluate(() => addEventListener("message", ({ data }) => data === "the last" && (window.hasHeardLast = true)));
  await page.evaluate((small) => {
    for (const fields of [{ language: "en" }, { theme: "dark" }]) window.views[0].send("configure", fields);
    window.views[0].send("load", { organisation: small });
    window.views[0].send("get", { what: "verdict" });
    window.views[0].send("show", { view: "group" });
    window.views[0].firstChild.contentWindow.postMessage("the last", "*");
  }, SMALL);
  await frame.waitForFunction(() => window.hasHeardLast);
  // What the view asks its engine now is answered after whatever it was asked before.
  await frame.evaluate(() => (location.hash = "#/?as_of=2027-06-30"));
  await expect(page.frameLocator("iframe").locator(".when")).toContainText("30 juni 2027");
  expect(await page.evaluate(() => window.told[0])).toEqual([]);
  await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("lang", "sv");
  await expect(page.frameLocator("iframe").locator(".overview")).toBeVisible();
});

test("what is no message is refused and why", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  const post = (message) => page.evaluate((message) => window.views[0].firstChild.contentWindow.postMessage(message, "*"), message);
  for (const [message, code] of [
    ["hello", "malformed"],
    [null, "malformed"],
    [{ ombud: 2, type: "get" }, "malformed"],
    [{ ombud: 1 }, "malformed"],
    [{ ombud: 1, type: "explode" }, "unknown"],
    [{ ombud: 1, type: "get", what: "people" }, "unknown"],
    [{ ombud: 1, type: "show", unit: "x".repeat(5000) }, "too_large"],
  ]) {
    const before = (await of(page, "error")).length;
    await post(message);
    await expect.poll(async () => (await of(page, "error")).slice(before).map(({ code }) => code)).toEqual([code]);
  }
  await expect(page.frameLocator("iframe").locator(".overview")).toBeVisible();
});

test("what the browser cannot unpack is refused, and a question that holds it ends", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  const end = await page.evaluate(() => {
    // It may not leave the site that has compiled it, which is found out where it arrives.
    const program = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
    return window.views[0].ask("show", { unit: program }, { seconds: 0.5 }).catch(({ message }) => message);
  });
  // Whose question it was cannot be read either.
  expect(end).toBe("no_answer");
  await expect.poll(async () => (await of(page, "error")).map(({ code, id }) => [code, id])).toEqual([["malformed", undefined]]);
  expect((await ask(page, "get", { what: "verdict" })).verdict.coverage).toEqual(publicVerdict.coverage);
});

test("a site that is named is told and heard also where the browser hides which site it is", async ({ page, sites }) => {
  await page.addInitScript(() => {
    const { get } = Reflect;
    Reflect.get = (of, name) => (name === "ancestorOrigins" ? undefined : get(of, name));
  });
  await page.goto(sites.friend);
  await page.evaluate(() => document.head.append(Object.assign(document.createElement("meta"), { name: "referrer", content: "no-referrer" })));
  await add(page, sites, "?embed=overview&from=host");
  await page.waitForFunction(() => window.told[0].some(({ type }) => type === "ready"), undefined, { timeout: 60_000 });
  expect((await ask(page, "load", { organisation: SMALL })).name).toBe("Ekby");
  expect(await of(page, "ready")).toHaveLength(1);
});

test("a hundred megabytes are refused", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  const code = await page.evaluate(() =>
    window.views[0].ask("load", { organisation: "x".repeat(100e6) }).catch((error) => error.message),
  );
  expect(code).toBe("too_large");
  expect((await ask(page, "get", { what: "verdict" })).verdict.coverage).toEqual(publicVerdict.coverage);
});

test("a flood is refused once, and the view answers again afterwards", async ({ page, sites }) => {
  await show(page, sites, "?embed=overview");
  await page.waitForTimeout(1100);
  await page.evaluate(() => {
    for (let sent = 0; sent < 500; sent++) window.views[0].send("configure", { theme: "dark" });
  });
  await expect.poll(async () => (await of(page, "error")).map(({ code }) => code)).toContain("too_many");
  // What is sent in the rest of that second is passed over without a word: there is no sign to wait for.
  await page.waitForTimeout(1100);
  expect((await of(page, "error")).length).toBeLessThanOrEqual(3);
  expect((await ask(page, "get", { what: "verdict" })).verdict.coverage).toEqual(publicVerdict.coverage);
});

test("what is asked before the view is ready is refused", async ({ page, sites }) => {
  let deliver;
  const held = new Promise((resolve) => (deliver = resolve));
  await page.route(/example\.json/, async (route) => {
    await held;
    await route.continue();
  });
  await show(page, sites, "?embed=overview", { until: "height" });
  expect(await ask(page, "load", { organisation: SMALL })).toBe("not_ready");
  deliver();
  await page.waitForFunction(() => window.told[0].some(({ type }) => type === "ready"));
  expect((await ask(page, "get", { what: "verdict" })).verdict.coverage).toEqual(publicVerdict.coverage);
});

test("what the page writes for another site works there", async ({ page, sites }) => {
  await page.goto(`${sites.app}#/risks`);
  await expect(page.locator("main[data-ready=true]")).toBeVisible({ timeout: 30_000 });
  await openMenu(page);
  await page.getByRole("link", { name: "Visa på en annan webbplats" }).click();
  const element = await page.getByRole("textbox", { name: "Som element" }).inputValue();
  const frame = await page.getByRole("textbox", { name: "Som ram" }).inputValue();
  expect(element).toContain("?embed=page#/risks");
  for (const snippet of [element, frame]) {
    await page.goto(sites.friend);
    // As a parser would: a script that is set as text does not run.
    await page.evaluate((snippet) => {
      const range = document.createRange();
      document.body.append(range.createContextualFragment(snippet));
    }, snippet);
    await expect(page.frameLocator("iframe").locator(".picture-frame")).toBeVisible({ timeout: 30_000 });
  }
});

/** Shows a page of the product in a frame that anyone can make, and gives the frame. */
async function framed(page, site, src) {
  await page.goto(site);
  await page.evaluate((src) => document.body.append(Object.assign(document.createElement("iframe"), { src, width: 1200, height: 900 })), src);
  return page.frameLocator("iframe");
}

test("in a frame of another site nothing can be changed, and the page says so", async ({ page, sites }) => {
  const unit = `#/organisation/${organisation.units.find(({ kind }) => kind === "workplace").id}`;
  const strange = await framed(page, sites.stranger, sites.app + unit);
  await expect(strange.locator("main[data-ready=true] h1")).toBeVisible();
  // Neither what changes the file nor what brings that out.
  await expect(strange.getByRole("button", { name: /^(Ändra|Redigera)/ })).toHaveCount(0);
  const about = await framed(page, sites.stranger, `${sites.app}#/about`);
  await expect(about.getByText("Sidan visas just nu i en ram på en annan webbplats.")).toBeVisible();
  // A page of the same site may frame it as it likes.
  await page.route("**/frame.html", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><title>Intranät</title>" }));
  const own = await framed(page, `${sites.app}frame.html`, sites.app + unit);
  await own.getByRole("button", { name: "Redigera" }).click();
  await expect(own.getByRole("button", { name: /^Ändra/ }).first()).toBeVisible();
});

// What buttons begin with that change the file.
const CHANGES =
  /^(?:Ändra|Redigera|Lägg till|Lyft|Ny\b(?! lösenfras)|Nytt\b|Ta bort|Ta in|Tillsätt|Utse|Byt|Gör|Acceptera|Flytta|Förläng|Slutar|Ångra|Återställ|Släng|Börja|Frys|Importera|Genomförd|Klar\b|Ställ en fråga|Egen|Rubrikerna|Skapa (?:filen|en ny)|Spara (?:ändring|uppdraget|rubrik)|För in|Avsluta)/;

test("in a frame of another site no page has anything that changes the file", async ({ page, sites }) => {
  test.setTimeout(300_000);
  await framed(page, sites.stranger, sites.app);
  const frame = page.frames().find((frame) => frame !== page.mainFrame());
  await ready(frame);
  // Also for a reader who edits elsewhere.
  await frame.evaluate(() => sessionStorage.setItem("ombud.edits", "on"));
  const [all, found] = [new Set(), []];
  for (const { name, hash } of pages) {
    await turnTo(frame, hash);
    const presses = await frame.evaluate(() => {
      // Whether it is seen or not: what is under a fold can be brought out.
      const all = document.querySelectorAll("button, summary, [role=button], input:is([type=submit], [type=button])");
      return [...all].map((it) => (it.getAttribute("aria-label") ?? it.textContent ?? "").trim().replace(/\s+/g, " "));
    });
    for (const said of presses) {
      all.add(said);
      if (CHANGES.test(said)) found.push(`${name}: ${said}`);
    }
    // A cell for what changes its row holds nothing to press.
    await expect(frame.locator(".edit-switch, .edit-only:not(td, th), td.edit-only :is(a, button, input, select, textarea), .draft-bar, dialog"), name).toHaveCount(0);
    await expect(frame.locator("[role=switch]:enabled, input[name=post]:enabled"), name).toHaveCount(0);
    await expect(frame.locator(":is(a:not(.skip), area):is([href*='#/import'], [href*='#/start'], [href*='#/round'], [href*='#/plan'])"), name).toHaveCount(0);
    if (["Import", "Start", "Round", "Plan"].includes(name)) {
      await expect(frame.locator("main h1"), name).toHaveText("Sidan finns inte");
      await expect(frame.locator("main :is(form, input, select, textarea)"), name).toHaveCount(0);
    }
  }
  expect(found).toEqual([]);
  // Buttons of reading were there to be looked at.
  expect([...all]).toEqual(expect.arrayContaining(["Exportera som CSV", "Skriv i loggen", "Spara utdraget"]));
});

test("in a frame of another site, kept work is neither brought out nor held, and nothing of it can be thrown away", async ({ page, sites }) => {
  await page.goto(sites.app);
  await ready(page);
  await makeAnEdit(page);
  await turnTo(page, "#/data");
  await expect(page.locator(".kept-line")).toContainText("Sparat i webbläsaren den");
  for (const src of [`${sites.app}#/data`, `${sites.app}?embed=page#/data`]) {
    await framed(page, sites.stranger, src);
    const frame = page.frames().find((frame) => frame !== page.mainFrame());
    await ready(frame);
    // What lists kept work comes behind the page.
    await frame.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => /page-keep[^/]*\.wasm$/.test(name)));
    const own = await page.context().newPage();
    await own.goto(sites.app);
    await expect(own.locator(".notices")).toContainText("är tillbaka");
    await expect(frame.locator(".draft-bar, .notice, #changes, .kept-draft")).toHaveCount(0);
    await own.close();
  }
});

test("the example of the documentation does what it says", async ({ page, sites }) => {
  const told = readFileSync("docs/embedding.md", "utf8").match(/```html\n(<!doctype html>.*?)```/s)[1];
  const body = told.replaceAll("https://kommun.example.se/trygghet/", sites.app);
  await page.route(`${sites.friend}/organisation.json`, (route) => route.fulfill({ json: SMALL }));
  const went = page.waitForEvent("console", (message) => message.text().startsWith("The reader went to #/"));
  // Written into a page that was really served: a browser lets no other speak with this machine.
  await page.goto(sites.friend);
  await page.setContent(body);
  await expect(page.getByRole("status")).toHaveText("1 gaps on 2026-11-22");
  await expect(page.frameLocator("iframe").locator("html")).toHaveAttribute("lang", "en");
  await page.frameLocator("iframe").locator("main a").first().click();
  await went;
});
