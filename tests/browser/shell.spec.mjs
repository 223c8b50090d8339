// What a reader sees before the program has arrived, and when it cannot.
import { readdirSync, readFileSync } from "node:fs";
import { extname, join } from "node:path";
import { chromium } from "@playwright/test";
import { axe, expect, hold, openApp, openMenu, test } from "./support/page.mjs";

const PROGRAM = /\/page_bg.*\.wasm$/;

test("the shell is painted before the program arrives", async ({ page }) => {
  const deliver = await hold(page, PROGRAM);
  await page.goto("./", { waitUntil: "commit" });
  await expect(page.getByText("Ombud", { exact: true })).toBeVisible();
  await expect(page.getByText("Läser in …")).toBeVisible();
  await expect(page.locator("[lang=en]", { hasText: "Loading …" })).toBeVisible();
  const painted = () => page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length);
  await expect.poll(painted).toBe(1);
  await axe(page);
  deliver();
  await expect(page.getByText("Läser in …")).toBeHidden();
});

test("the menu of the file is put away by whoever goes somewhere from it", async ({ page }) => {
  await openApp(page);
  await openMenu(page);
  await page.locator('.file-panel a[href="#/about"]').click();
  await expect(page.locator(".file-panel")).toBeHidden();
  await expect(page.locator("main h1")).toBeVisible();
});

test("under a deep path, the page shows its data", async ({ page }) => {
  await openApp(page);
});

// Fault 19 of docs/faults.md.
test("without WebAssembly, the page says so in both languages", async ({ baseURL, launchOptions }) => {
  const browser = await chromium.launch({ ...launchOptions, args: [...launchOptions.args, "--js-flags=--jitless"] });
  try {
    const page = await browser.newPage();
    await page.goto(baseURL);
    await explains(page, /kan inte köra WebAssembly/, /cannot run WebAssembly/);
  } finally {
    await browser.close();
  }
});

test("without JavaScript, the page says so in both languages", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(baseURL);
  const notice = page.locator("noscript p");
  await expect(notice.first()).toBeVisible();
  await expect(notice.first()).toContainText("Sidan behöver JavaScript.");
  await expect(notice.last()).toContainText("This page needs JavaScript.");
  await context.close();
});

test.describe("when something is wrong with the delivery", () => {
  test.use({ expectedFaults: [[/Ombud did not start/, /Failed to load (resource|module script)/], { option: true }] });

  test("a program answered as a web page", async ({ page }) => {
    await page.route(PROGRAM, (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html><p>Hej" }));
    await page.goto("./");
    await explains(page, /svarade med en webbsida/, /answered with a web page/);
    await axe(page);
  });

  test("a program that is something else", async ({ page }) => {
    await page.route(PROGRAM, (route) => route.fulfill({ contentType: "text/plain", body: "version https://example" }));
    await page.goto("./");
    await explains(page, /application\/wasm/, /application\/wasm/);
  });

  test("a program that is not there, and then is", async ({ page }) => {
    await page.route(PROGRAM, (route) => route.fulfill({ status: 404 }));
    await page.goto("./");
    await explains(page, /kunde inte hämtas/, /could not be fetched/);
    await page.unroute(PROGRAM);
    await page.getByRole("button", { name: "Ladda om sidan / Reload the page" }).click();
    await expect(page.locator("main[data-ready=true]")).toBeVisible({ timeout: 30_000 });
  });

  test("a script answered as a web page", async ({ page }) => {
    await page.route(/\/page[^/]*\.js$/, (route) => route.fulfill({ contentType: "text/html", body: "<p>Hej" }));
    await page.goto("./");
    await explains(page, /svarade med en webbsida/, /answered with a web page/);
  });

  test("a policy that forbids WebAssembly", async ({ browser, baseURL }) => {
    // In a context of its own: here the broken policy is the point.
    const context = await browser.newContext({ locale: "sv-SE" });
    const page = await context.newPage();
    await page.route(baseURL, async (route) => {
      const response = await route.fetch();
      const strict = (text) => text.replace(" 'wasm-unsafe-eval'", "");
      const headers = { ...response.headers() };
      headers["content-security-policy"] = strict(headers["content-security-policy"]);
      await route.fulfill({ response, headers, body: strict(await response.text()) });
    });
    await page.goto(baseURL);
    await explains(page, /säkerhetspolicy hindrar/, /security policy blocks/);
    await context.close();
  });
});

test("a program of the wrong type still runs", async ({ page }) => {
  await page.route(PROGRAM, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await openApp(page);
});

test("what is served holds no inline script or style and names no other origin", () => {
  const files = readdirSync("dist", { recursive: true })
    .map(String)
    .filter((file) => [".css", ".html", ".js", ".mjs", ".svg", ".webmanifest"].includes(extname(file)));
  expect(files.length).toBeGreaterThan(5);
  for (const file of files) {
    const text = withoutComments(readFileSync(join("dist", file), "utf8"), extname(file));
    // A namespace is a name, not an address.
    const addresses = (text.match(/\b(?:https?|wss?):\/\/[^\s"'`)<>]*/g) ?? []).filter(
      (address) => !address.startsWith("http://www.w3.org/"),
    );
    expect(addresses, file).toEqual([]);
    // The template of a portable copy is one file on purpose; its policy names what it holds by hash.
    if (extname(file) === ".html" && !file.startsWith("portable")) {
      expect(text.match(/<script(?![^>]*\ssrc=)[^>]*>/gi), `${file}: inline script`).toBeNull();
      expect(text.match(/<style\b/gi), `${file}: inline style`).toBeNull();
      expect(text.match(/\sstyle\s*=/gi), `${file}: style attribute`).toBeNull();
      expect(text.match(/<[^>]*\son[a-z]+\s*=/gi), `${file}: event attribute`).toBeNull();
      expect(text.match(/(?:src|href)="\/[^"]*"/gi), `${file}: path from the root`).toBeNull();
    }
  }
});

/** Expects the notice that stands in the shell in place of the page. */
async function explains(page, swedish, english) {
  const notice = page.getByRole("alert");
  await expect(notice).toContainText(swedish);
  await expect(notice.locator("[lang=en]")).toContainText(english);
  await expect(notice.getByRole("button", { name: "Ladda om sidan / Reload the page" })).toBeVisible();
}

/** Comments of generated scripts point to manuals; nothing follows them. */
function withoutComments(text, kind) {
  if (kind === ".html" || kind === ".svg") return text;
  return text.replace(/\/\*[^]*?\*\//g, "").replace(/^\s*\/\/.*$/gm, "");
}
