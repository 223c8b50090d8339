// A view in a page of another site, made by the page's own element, and what they say to each other.
import assert from "node:assert/strict";
import { OTHER, ready } from "../page.mjs";

export const short = {
  "is shown in a page of another site, opens its file and is as high as what it shows": async (all) => {
    const { browser } = all;
    await show(all);
    const loaded = await ask(browser, "load", { organisation: JSON.stringify(OTHER), name: "ekby.json" });
    assert.deepEqual([loaded.name, loaded.problems], [OTHER.name, 0]);
    const { verdict } = await ask(browser, "get", { what: "verdict" });
    assert.deepEqual(verdict.coverage.findings.map(({ id }) => id), ["r:eken"]);
    await inside(browser, async () => {
      await ready(browser);
      assert.equal(await browser.run(() => document.querySelectorAll("header, footer, nav").length), 0);
    });
    await fits(browser);
    const before = await height(browser);
    await browser.run(() => document.querySelector("ombud-view").send("show", { unit: "eken" }));
    await browser.wait((before) => document.querySelector("ombud-view iframe").clientHeight !== before, before);
    await fits(browser);
  },
};

export const long = {
  "is told and heard in a page that is sent with Referrer-Policy: no-referrer": async (all) => {
    await show(all, { headers: { "Referrer-Policy": "no-referrer" } });
    await hearsAndTells(all);
  },

  "is told and heard in a frame that forbids referrers": async (all) => {
    await show(all, { attribute: 'referrerpolicy="no-referrer"' });
    await hearsAndTells(all);
  },

  "neither hears nor tells a site that is not named, whatever its referrer": async (all) => {
    for (const attribute of ["", 'referrerpolicy="no-referrer"']) {
      await show(all, { attribute, embedders: ["https://intranet.example.se"], until: false });
      const { browser } = all;
      await inside(browser, async () => {
        await browser.wait(() => Boolean(document.querySelector(".embed-waits")));
        await browser.run(() => addEventListener("message", ({ data }) => data === "the last" && (window.hasHeardLast = true)));
      });
      await browser.run((organisation) => {
        const view = document.querySelector("iframe").contentWindow;
        view.postMessage({ ombud: 1, type: "load", organisation }, "*");
        view.postMessage("the last", "*");
      }, JSON.stringify(OTHER));
      await inside(browser, () => browser.wait(() => window.hasHeardLast));
      // A file would be under way by now.
      await inside(browser, () => browser.wait(() => Boolean(document.querySelector(".embed-waits"))));
      assert.deepEqual(await browser.run(() => window.told), []);
    }
  },

  "works in a sandbox without an origin": async (all) => {
    if (all.name === "WebKit") return "this one has nothing match 'self' there (WebKit's bug 316847)";
    await show(all, { attribute: 'sandbox="allow-scripts"' });
    await hearsAndTells(all);
  },

  "follows its address, given late or changed": async (all) => {
    const { browser } = all;
    await show(all, { isLate: true });
    const turn = async (what) => {
      await browser.run((what) => {
        window.told.length = 0;
        const view = document.querySelector("ombud-view");
        view.setAttribute("src", `${view.dataset.src}${what}`);
      }, what);
      await browser.wait(() => window.told.some(({ type }) => type === "ready"));
      await inside(browser, () => ready(browser));
    };
    await turn("?embed=overview");
    await turn("?embed=group");
    await inside(browser, () => browser.wait(() => document.location.search === "?embed=group"));
  },

  "refuses what it cannot read": async (all) => {
    const { browser } = all;
    await show(all);
    await browser.run(() => {
      const program = new WebAssembly.Module(new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]));
      document.querySelector("iframe").contentWindow.postMessage({ ombud: 1, type: "show", view: program }, "*");
    });
    await browser.wait(() => window.told.some(({ type, code }) => type === "error" && code === "malformed"));
  },
};

/** Puts a view into the page of another site; `told` gathers what it says. With an attribute, it is a plain frame; where it
 * is late, it has no address yet. */
async function show({ browser, sites }, { headers, attribute, embedders, isLate = false, until = !isLate } = {}) {
  const app = await sites.page();
  const src = `${app.url}?embed=overview&amp;from=host`;
  // By the element as it is told in docs/embedding.md; a frame is heard by the page itself.
  const view = attribute === undefined
    ? `<script type="module" src="${app.url}embed.js"></script><ombud-view ${isLate ? `data-src="${app.url}"` : `src="${src}"`}></ombud-view>`
    : `<iframe src="${src}" ${attribute}></iframe>`;
  const hears = "<script>window.told = []; addEventListener('message', ({ data }) => told.push(data));</script>";
  const origin = await sites.around(`${hears}${view}`, headers);
  app.sent.set("config.json", JSON.stringify({ embedders: embedders ?? [origin] }));
  await browser.open(origin);
  if (until) await browser.wait(() => window.told.some(({ type }) => type === "ready"));
}

/** The view has told that it is ready; it hears, and answers. */
async function hearsAndTells({ browser }) {
  await browser.run((organisation) => {
    document.querySelector("iframe").contentWindow.postMessage({ ombud: 1, type: "load", id: "a", organisation }, "*");
  }, JSON.stringify(OTHER));
  const loaded = await browser.wait(() => window.told.find(({ id }) => id === "a"));
  assert.deepEqual([loaded.type, loaded.name], ["loaded", OTHER.name]);
  assert.equal(await browser.run(() => window.told.filter(({ type }) => type === "ready").length), 1);
}

/** Asks the view something. */
function ask(browser, type, fields) {
  return browser.promised((type, fields) => document.querySelector("ombud-view").ask(type, fields), type, fields);
}

function height(browser) {
  return browser.run(() => document.querySelector("ombud-view iframe").clientHeight);
}

/** Waits until the frame is as high as what it shows, and no higher than it needs: not what it is before it is told. */
async function fits(browser) {
  await inside(browser, () =>
    browser.wait(() => {
      const high = document.body.getBoundingClientRect().height;
      return high > 0 && Math.abs(innerHeight - high) <= 1;
    }),
  );
}

/** Does something inside the frame. */
async function inside(browser, walk) {
  await browser.frame("iframe");
  await walk();
  await browser.frame(null);
}
