// Pictures of every page of what lies in dist/, at three widths, in light and dark and in both languages, a contact
// sheet of each, and every page on paper, as PDF: `make pictures`, or
//
//   node scripts/pictures.mjs [--to target/pictures] [--dir dist] [--only People,Person] [--widths 390,1280,1920]
//     [--colours light,dark,forced] [--languages sv,en] [--media screen,paper]
//
// The pages are those that the tests in a browser walk, and some of them as they look once something has been chosen or
// brought out; the file is the example.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./browser.mjs";
import { serve } from "./serve.mjs";

const { values } = parseArgs({
  options: {
    to: { type: "string", default: "target/pictures" },
    only: { type: "string", default: "" },
    widths: { type: "string", default: "390,1280,1920" },
    colours: { type: "string", default: "light,dark" },
    languages: { type: "string", default: "sv,en" },
    media: { type: "string", default: "screen,paper" },
    dir: { type: "string", default: "dist" },
  },
});
const list = (text) => text.split(",").filter(Boolean);
const only = list(values.only);
const media = list(values.media);
const HEIGHTS = { 390: 844, 1280: 900, 1920: 1080 };

const organisation = JSON.parse(readFileSync("public/example.json", "utf8"));
const current = ({ role, person, until }) => role === "security_coordinator" && person && (until ?? "9") > organisation.as_of;
const workplace = organisation.units.find(({ kind }) => kind === "workplace").id;
const ITEMS = {
  unit: workplace,
  department: organisation.units.find(({ kind }) => kind === "department").id,
  role: "security_representative",
  person: organisation.assignments.find(current).person,
  risk: organisation.risks[0].id,
  finding: "",
};

/** Pages as they look once something has been chosen or brought out. */
const BROUGHT_OUT = [
  { page: "EventChosen", address: "#/event?risk=:risk" },
  { page: "CoverageOfRule", address: "#/coverage?rule=representative-per-workplace" },
  { page: "UnitEdited", address: "#/organisation/:unit", bring: (page) => page.locator(".edit-switch").click() },
  { page: "Search", address: "#/", bring: (page) => page.keyboard.press("/") },
  { page: "Menu", address: "#/", bring: (page) => page.locator("button.menu-button:visible, button.mark").last().click() },
];
const pages = [...JSON.parse(readFileSync("tests/browser/support/pages.json", "utf8")), ...BROUGHT_OUT].filter(
  ({ page }) => only.length === 0 || only.includes(page),
);
mkdirSync(values.to, { recursive: true });
const server = await serve({ dir: values.dir });
const browser = await chromium.launch({ executablePath: findBrowser(), args: BROWSER_ARGS });
try {
  ITEMS.finding = await firstFinding();
  for (const width of media.includes("screen") ? list(values.widths).map(Number) : []) {
    for (const colorScheme of list(values.colours)) {
      for (const language of list(values.languages)) await series(width, colorScheme, language);
    }
  }
  if (media.includes("paper")) for (const language of list(values.languages)) await paper(language);
} finally {
  await browser.close();
  await server.close();
}

/** Every page in one width, colour and language, and the contact sheet of them. */
async function series(width, colorScheme, language) {
  const name = `${width}-${colorScheme}-${language}`;
  const viewport = { width, height: HEIGHTS[width] ?? 900 };
  const colour = colorScheme === "forced" ? { forcedColors: "active" } : { colorScheme };
  const context = await browser.newContext({ viewport, ...colour, locale: locale(language), reducedMotion: "reduce" });
  const page = await context.newPage();
  const taken = [];
  for (const { page: kind, address, bring } of pages) {
    await show(page, address);
    if (bring) {
      await bring(page);
      await page.waitForTimeout(500);
    }
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    if (wider > 0) console.log(`${name} ${kind}: ${wider} pixels wider than the window`);
    const to = join(values.to, `${kind}-${name}.png`);
    await page.screenshot({ path: to, fullPage: true });
    taken.push({ kind, to });
  }
  const figures = taken.map(({ kind, to }) => `<figure><img src="${basename(to)}"><figcaption>${kind}</figcaption></figure>`);
  const sheet = join(values.to, `sheet-${name}.html`);
  const style = "body{margin:16px;background:#888;font:14px sans-serif;display:grid;grid-template-columns:repeat(6,1fr);gap:16px}figure{margin:0}img{width:100%;max-height:640px;object-fit:cover;object-position:top}";
  writeFileSync(sheet, `<!doctype html><meta charset="utf-8"><title>${name}</title><style>${style}</style>${figures.join("")}`);
  const board = await browser.newPage({ viewport: { width: 1800, height: 1000 } });
  await board.goto(pathToFileURL(resolve(sheet)).href);
  await board.screenshot({ path: join(values.to, `sheet-${name}.png`), fullPage: true });
  await board.close();
  await context.close();
  console.log(`${join(values.to, `sheet-${name}.png`)}: ${taken.length} pages`);
}

/** Every page as it is printed. */
async function paper(language) {
  const context = await browser.newContext({ locale: locale(language) });
  const page = await context.newPage();
  for (const { page: kind, address } of pages.filter(({ bring }) => !bring)) {
    await show(page, address);
    await page.pdf({ path: join(values.to, `${kind}-paper-${language}.pdf`), preferCSSPageSize: true });
  }
  await context.close();
  console.log(`${join(values.to, `*-paper-${language}.pdf`)}: on paper`);
}

/** Opens a page of the example, anew. */
async function show(page, address) {
  const hash = address.replace(/:([a-z]+)/g, (_, item) => encodeURIComponent(ITEMS[item]));
  await page.goto("about:blank");
  await page.goto(`${server.url}${hash}`);
  await page.waitForSelector("main[data-ready=true]", { timeout: 60_000 });
}

function locale(language) {
  return language === "sv" ? "sv-SE" : "en-GB";
}

/** The id of the first finding that the page lists. */
async function firstFinding() {
  const page = await browser.newPage();
  await show(page, "#/coverage");
  const href = await page.locator('main a[href^="#/coverage/"]').first().getAttribute("href");
  await page.close();
  return decodeURIComponent(href.slice("#/coverage/".length).split("?")[0]);
}
