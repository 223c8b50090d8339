// The first visit: what it needs is asked for at once, nothing twice, and what it does not need comes after.
import { readdirSync, readFileSync } from "node:fs";
import { serve } from "../../scripts/serve.mjs";
import { ENGINE, plain } from "./support/arriving.mjs";
import { expect, hold, ready, test as base } from "./support/page.mjs";
import { pages } from "./support/pages.mjs";

const EXAMPLE = readFileSync("public/example.json", "utf8");
const PROGRAM = /\/page_bg[^/]*\.wasm$/;

const test = base.extend({
  /** What the server sends in place of its files, by path. */
  hosted: async ({}, use) => use(new Map()),
  /** The files that have been asked for, in that order, by their plain names. */
  asked: async ({}, use) => use([]),
  baseURL: async ({ hosted, asked }, use) => {
    const onRequest = (file) => asked.push(plain(file));
    const server = await serve({ base: "/some/deep/path/", override: hosted, onRequest });
    await use(server.url);
    await server.close();
  },
  // What is fetched to be kept for a visit without a network is another matter.
  serviceWorkers: "block",
});

/** Expects that all these have been asked for. */
async function expectAsked(asked, names) {
  await expect.poll(() => names.filter((name) => !asked.includes(name)), { timeout: 20_000 }).toEqual([]);
}

/** The questions that the engine can be asked, by their places: for each the family whose code answers it. */
function questions() {
  const source = readFileSync("src/engine/request.rs", "utf8");
  const list = source.slice(source.indexOf("questions! {\n    first {"));
  let section;
  let family;
  const found = [];
  for (const line of list.split("\n")) {
    section = /^    (\w+) \{$/.exec(line)?.[1] ?? section;
    if (section === "pages" && /^        \w+ \{$/.test(line)) family = line.trim().split(" ")[0].toLowerCase();
    const inside = section === "pages" ? "            " : "        ";
    if (new RegExp(`^${inside}[A-Z]\\w*(?:\\(.*\\))?(?: as .*)?(?: \\{|;)$`).test(line)) {
      found.push(section === "first" ? "first" : section === "pages" ? family : "more");
    }
  }
  return found;
}

/** Opens the page with its program held back until what is to be asked for beside it has been. */
async function visit(page, asked, address, names) {
  const deliver = await hold(page, PROGRAM);
  await page.goto(`./${address}`);
  await expectAsked(asked, ["boot.js", "page.js", "engine-worker.js", "engine.js", "engine_bg.wasm", ...names]);
  deliver();
  await ready(page);
  // All that comes by itself afterwards.
  await expectAsked(asked, [...ENGINE, "page-keep.wasm", "versions.js"]);
  expect(asked.filter((name, place) => asked.indexOf(name) !== place), "asked for twice").toEqual([]);
}

test("engine and data are asked for beside the program, and nothing twice", async ({ page, asked }) => {
  await visit(page, asked, "", ["config.json", "example.json"]);
  expect(asked.filter((name) => /^page-.*\.wasm$/.test(name) && !/^page-(?:keep|outlook|shared_)/.test(name))).toEqual([]);
  await expect(page.locator("h1")).not.toBeEmpty();
});

test("so is the file that the address names, and the example is not fetched in vain", async ({ page, asked, hosted }) => {
  hosted.set("other.json", EXAMPLE);
  await visit(page, asked, "?data=other.json", ["other.json"]);
  expect(asked).not.toContain("example.json");
});

test("so is the file that the configuration names", async ({ page, asked, hosted }) => {
  hosted.set("config.json", JSON.stringify({ data: "own.json" })).set("own.json", EXAMPLE);
  await visit(page, asked, "", ["own.json"]);
  expect(asked).not.toContain("example.json");
});

test("so is the code of the page that the address names", async ({ page, asked }) => {
  await visit(page, asked, "#/risks", ["page-risks.wasm", "pages.css", "engine-risks.wasm"]);
});

test("what a page asks of the engine is what boot.js has it fetch beside the program", async ({ page }) => {
  test.slow();
  const families = questions();
  const [, table] = /^const ASKED = (\{.*?\});$/ms.exec(readFileSync("public/boot.js", "utf8"));
  const told = Object.fromEntries([...table.matchAll(/(\w+): \[(.*?)\]/g)].map(([, part, of]) => [part, of.match(/\w+/g)]));
  const asking = [];
  await page.exposeFunction("ombudAsks", (place) => asking.push(families[place]));
  await page.addInitScript(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      const [low, high] = (Array.isArray(message) && message[1] instanceof Uint8Array && message[1]) || [];
      if (low !== undefined) window.ombudAsks(low < 128 ? low : (low & 127) + high * 128);
      return post.call(this, message, ...rest);
    };
  });
  const asked = new Map();
  const single = { organisation: "unit", coverage: "finding", risks: "risk", people: "person" };
  for (const { hash } of pages) {
    const [, named, item] = /^#\/([\w-]+)(\/[^?])?/.exec(hash) ?? [];
    if (!named) continue;
    const part = ((item && single[named]) || named).replace("-", "_");
    asking.length = 0;
    await page.goto("about:blank");
    await page.goto(`./${hash}`);
    await ready(page);
    const wanted = asking.filter((family) => family && family !== "first");
    asked.set(part, new Set([...(asked.get(part) ?? []), ...wanted]));
  }
  // A page may ask one thing or another, as its address says.
  const all = (of) => [...asked.keys()].map((part) => [part, [...of(part)].sort()]);
  expect(all((part) => asked.get(part))).toEqual(all((part) => (told[part] ?? [part]).filter((family) => families.includes(family))));
});

test("what changes the file is not waited for, and comes once the page stands", async ({ page, asked }) => {
  const deliver = await hold(page, /\/engine-more[^/]*\.wasm$/);
  await page.goto("./#/risks");
  await ready(page);
  await expect(page.getByRole("table").first()).toBeVisible();
  deliver();
  await expectAsked(asked, ["engine-more.wasm"]);
});

test("so is the code of a page of one item", async ({ page, asked }) => {
  await visit(page, asked, "#/organisation/avc", ["page-unit.wasm", "pages.css", "engine-units.wasm"]);
  expect(asked).not.toContain("page-organisation.wasm");
});

for (const [address, names] of [
  ["?embed=overview", ["page-embed.wasm"]],
  ["?embed=unit&unit=avc", ["page-embed.wasm", "page-unit.wasm", "engine-units.wasm"]],
  ["?embed=matrix", ["page-embed.wasm", "page-risks.wasm", "engine-risks.wasm"]],
]) {
  test(`so is the code of a view in a page of others, and of the page that it shows: ${address}`, async ({ page, asked }) => {
    const deliver = await hold(page, PROGRAM);
    await page.goto(`./${address}`);
    await expectAsked(asked, ["page.js", ...names]);
    deliver();
    await ready(page);
    // The view reads the configuration once more, for the sites it may speak with.
    const code = asked.filter((name) => /\.(?:wasm|css|js)$/.test(name));
    expect(code.filter((name, place) => code.indexOf(name) !== place), "asked for twice").toEqual([]);
  });
}

test("the page of every view in a page of others is known", async () => {
  const [, list] = /enum EmbeddedView \{(.*?)\n    \}/s.exec(readFileSync("src/exchange/host/mod.rs", "utf8"));
  const [, known] = /^const VIEWS = \{(.*?)\};$/m.exec(readFileSync("public/boot.js", "utf8"));
  const views = [...list.matchAll(/= "(\w+)"/g)].map(([, word]) => word);
  expect([...known.matchAll(/(\w+):/g)].map(([, word]) => word)).toEqual(views.filter((word) => word !== "overview"));
});

test("every page that an address names has its code asked for", async () => {
  const addresses = pages.flatMap(({ address = ":" }) => (address.includes(":") ? [] : [address.slice("#/".length)]));
  const named = addresses.filter((name) => name && name !== "not-found");
  expect(named.length).toBeGreaterThan(20);
  const files = readdirSync("dist").map(plain);
  for (const name of named) expect(files).toContain(`page-${name.replace("-", "_")}.wasm`);
});

test("what keeps the reader's work is not waited for", async ({ page, asked }) => {
  const deliver = await hold(page, /\/page-keep[^/]*\.wasm$/);
  await page.goto("./");
  await ready(page);
  deliver();
  await expectAsked(asked, ["page-keep.wasm"]);
});

test("a page that is to be handed its file fetches none", async ({ page, asked }) => {
  await page.goto("./?embed=overview&from=host");
  await expect(page.locator(".embed-waits")).toBeVisible();
  // What the engine was told by then it has heard, and what it has asked for because of that comes before this.
  const [engine] = page.workers();
  await engine.evaluate(() => new Promise((done) => setTimeout(done)));
  await engine.evaluate(() => fetch("changes.schema.json").then((reply) => reply.text()));
  await expectAsked(asked, ["engine_bg.wasm", "changes.schema.json"]);
  expect(asked).not.toContain("example.json");
});

test.describe("an engine that does not come", () => {
  test.use({ expectedFaults: [[/404/, /engine/, /module/i], { option: true }] });

  test("is told, and asked for again", async ({ page, hosted, asked }) => {
    const script = readdirSync("dist").find((name) => plain(name) === "engine.js");
    hosted.set(script, null);
    await page.goto("./");
    const again = page.getByRole("button", { name: "Försök igen" });
    await expect(again).toBeVisible({ timeout: 20_000 });
    hosted.delete(script);
    await again.click();
    await ready(page);
    expect(asked).toContain("engine.js");
  });
});
