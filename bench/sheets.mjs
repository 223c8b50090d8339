// Takes a list of a city's people in as a reader does, as CSV and as a workbook, and tells how the page's thread fared.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32, deflateRawSync } from "node:zlib";

/** A task longer than this is felt. */
const LONG = 50;

/** People in the list. */
const ROWS = 45_000;

const READY = "main[data-ready=true]";

/** A family name for a number. With its ending it is no word that means something else. */
const family = (n) =>
  `A${n.toString(26).padStart(4, "0").replace(/./g, (digit) => String.fromCharCode(97 + parseInt(digit, 26)))}sson`;

/** Imports both files in the real page and prints the long tasks of each step. */
export async function sheets(browser, url) {
  const rows = [["Namn", "E-post"], ...Array.from({ length: ROWS }, (_, n) => [`Ada ${family(n)}`, `p${n}@example.org`])];
  const files = [
    ["people.csv", Buffer.from(rows.map((row) => row.join(";")).join("\r\n"))],
    ["people.xlsx", workbook(rows)],
  ];
  // From the disk, as a reader's file comes: bytes handed over by the driver are unpacked on the page's thread.
  const folder = mkdtempSync(join(tmpdir(), "ombud-sheets-"));
  try {
    for (const [name, bytes] of files) {
      console.log(`\nImporting ${ROWS} rows, ${name}, ${(bytes.length / 1e6).toFixed(1)} MB`);
      writeFileSync(join(folder, name), bytes);
      const context = await browser.newContext({ locale: "sv-SE", serviceWorkers: "block" });
      try {
        await taken(await context.newPage(), url, join(folder, name));
      } finally {
        await context.close();
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Waits until an element with a text is there, looking seldom and at little: a driver that looks for roles all the time is itself a long task. */
async function there(page, selector, text) {
  const handle = () => page.evaluateHandle(([selector, text]) => [...document.querySelectorAll(selector)].find((element) => element.textContent.replace(/\s/g, " ").includes(text)), [selector, text]);
  for (const until = Date.now() + 300_000; Date.now() < until; await page.waitForTimeout(200)) {
    const element = (await handle()).asElement();
    if (element) return element;
  }
  throw new Error(`No ${selector} says ${text}.`);
}

/** Presses an element without the driver's own look at whether it can be pressed. */
const press = (element) => element.evaluate((element) => element.click());

async function taken(page, url, file) {
  await page.addInitScript(() => {
    globalThis.longTasks = [];
    const keep = (list) => globalThis.longTasks.push(...list.getEntries().map(({ startTime, duration }) => ({ startTime, duration })));
    new PerformanceObserver(keep).observe({ type: "longtask", buffered: true });
  });
  await page.goto(`${url}app/#/import`);
  await page.locator(READY).waitFor({ timeout: 60_000 });
  // What starting the page took is not counted here.
  await page.waitForTimeout(1_000);
  const stages = [];
  const begin = async (stage) => stages.push([stage, await page.evaluate(() => performance.now())]);
  await begin("read and shown");
  await page.locator("main input[type=file]").first().setInputFiles(file);
  const button = await there(page, "main button", "Importera 45 000 poster");
  await page.waitForTimeout(500);
  await begin("imported");
  await press(button);
  const shown = await there(page, "a", "Visa det importerade");
  await page.waitForTimeout(500);
  await begin("what was imported");
  await press(shown);
  await page.locator("#changes").waitFor({ timeout: 300_000 });
  await page.waitForTimeout(500);
  await begin("end");
  const tasks = await page.evaluate(() => globalThis.longTasks);
  for (const [nth, [stage, from]] of stages.slice(0, -1).entries()) {
    const until = stages[nth + 1][1];
    const long = tasks.filter(({ startTime }) => startTime >= from && startTime < until);
    const said = long.map(({ duration }) => `${Math.round(duration)} ms`).join(", ") || "none";
    console.log(`  ${stage.padEnd(20)}${Math.round(until - from)} ms; tasks over ${LONG} ms: ${said}`);
  }
}

/** The rows as a workbook: texts in the cells themselves. */
function workbook(rows) {
  const namespace = "http://schemas.openxmlformats.org";
  const relations = (type, target) =>
    `<Relationships xmlns="${namespace}/package/2006/relationships"><Relationship Id="rId1" Type="${namespace}/officeDocument/2006/relationships/${type}" Target="${target}"/></Relationships>`;
  const cell = (text) => `<c t="inlineStr"><is><t>${text}</t></is></c>`;
  const body = rows.map((row, nth) => `<row r="${nth + 1}">${row.map((text, at) => cell(text).replace("<c ", `<c r="${"AB"[at]}${nth + 1}" `)).join("")}</row>`);
  const parts = [
    ["[Content_Types].xml", `<Types xmlns="${namespace}/package/2006/content-types"/>`],
    ["_rels/.rels", relations("officeDocument", "xl/workbook.xml")],
    ["xl/workbook.xml", `<workbook xmlns="${namespace}/spreadsheetml/2006/main" xmlns:r="${namespace}/officeDocument/2006/relationships"><sheets><sheet name="Personer" sheetId="1" r:id="rId1"/></sheets></workbook>`],
    ["xl/_rels/workbook.xml.rels", relations("worksheet", "worksheets/sheet1.xml")],
    ["xl/worksheets/sheet1.xml", `<worksheet xmlns="${namespace}/spreadsheetml/2006/main"><sheetData>${body.join("")}</sheetData></worksheet>`],
  ];
  return zip(parts.map(([name, text]) => [name, Buffer.from(text)]));
}

/** An archive of these parts. */
function zip(parts) {
  const [locals, directory] = [[], []];
  let at = 0;
  for (const [name, bytes] of parts) {
    const packed = deflateRawSync(bytes);
    // Version, flags, method, time and day, check sum, sizes, the length of the name.
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), common, Buffer.from(name), packed]);
    directory.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\u0000"), common, place, Buffer.from(name)]));
    locals.push(local);
    at += local.length;
  }
  const central = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(central.length, 8);
  end.writeUInt32LE(at, 12);
  return Buffer.concat([...locals, central, Buffer.from("PK\u0005\u0006"), end]);
}
