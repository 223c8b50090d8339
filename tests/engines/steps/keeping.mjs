// Work that is kept, whatever becomes of the tab and the browser.
import assert from "node:assert/strict";
import { EXAMPLE, UNIT, edit, edited, kept, noticed, open, ready, turnTo } from "../page.mjs";

// A second unit of the example, and the address that another tab gives it.
const OTHER_UNIT = "bibl-bollmora";
const OTHERS = "Deras gata 2";
const BACK = /är tillbaka|are back/;

export const short = {
  "keeps a change over a reload": async ({ browser, app }) => {
    await open(browser, app.url);
    await edit(browser);
    await kept(browser);
    await browser.reload();
    await edited(browser);
  },
};

export const long = {
  "brings a change back in another tab, where its own is closed": async ({ browser, sites }) => {
    const app = await sites.page();
    await open(browser, app.url);
    await edit(browser);
    await kept(browser);
    const own = await browser.handle();
    const other = await browser.tab();
    await browser.turnTo(own);
    await browser.close();
    await browser.turnTo(other);
    await open(browser, app.url);
    await noticed(browser, BACK);
    await edited(browser);
  },

  "tells two tabs of each other, and neither writes over the other": async ({ browser, sites }) => {
    const app = await sites.page();
    await open(browser, app.url);
    await edit(browser);
    await kept(browser);
    const own = await browser.handle();
    await browser.tab();
    await open(browser, app.url);
    await noticed(browser, /öppen i en annan flik|open in another tab/);
    await turnTo(browser, `#/organisation/${UNIT}`);
    await ready(browser);
    const { address } = EXAMPLE.units.find(({ id }) => id === UNIT);
    assert(address && (await browser.run((address) => document.querySelector("main").textContent.includes(address), address)), "the other tab's change shows");
    await edit(browser, OTHER_UNIT, OTHERS);
    await kept(browser);
    await browser.click("//*[contains(@class, 'notices')]//button[starts-with(normalize-space(), 'Ta in den andra flikens') or starts-with(normalize-space(), 'Take in the other tab')]");
    await noticed(browser, /Ändringarna är sammanförda|changes have been brought together/);
    await edited(browser);
    await edited(browser, OTHER_UNIT, OTHERS);
    await kept(browser);
    await browser.close();
    await browser.turnTo(own);
    await edited(browser);
  },

  "brings a change back where the browser is killed": async ({ name, browser, sites, killed }) => {
    if (name === "WebKit") return "under its driver it keeps nothing from one start to the next";
    const app = await sites.page();
    await open(browser, app.url);
    await edit(browser);
    await kept(browser);
    const anew = await killed();
    await open(anew, app.url);
    await noticed(anew, BACK);
    await edited(anew);
  },
};
