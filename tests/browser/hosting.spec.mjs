// dist/ behind the servers of docs/hosting.md, with the very configuration that stands there.
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { serve } from "../../scripts/serve.mjs";
import { HOSTS, sendsBrotli, shown, start } from "./support/hosts.mjs";
import { expect, ready, test as base } from "./support/page.mjs";

const test = base.extend({
  // The site around is another origin on purpose, and the browser says that it keeps the view from the one not named.
  expectedFaults: [[/^request to another origin: http:\/\/(127\.0\.0\.1|localhost):\d+\//, /frame-ancestors/], { option: true }],
  host: ["nginx", { option: true }],
  /** Another site, whose pages hold what their addresses say. It has a second name, which no header has. */
  intranet: [
    async ({}, use) => {
      const server = createServer((request, reply) => {
        reply.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        reply.end(`<!doctype html><title>Intranät</title><link rel="icon" href="data:,">${decodeURIComponent(request.url.slice(2))}`);
      });
      await new Promise((done) => server.listen(0, "127.0.0.1", done));
      await use(`http://127.0.0.1:${server.address().port}`);
      await new Promise((done) => server.close(done).closeAllConnections());
    },
    { scope: "worker" },
  ],
  /** The servers that have been started, each when it is first wanted. */
  servers: [
    async ({ intranet }, use) => {
      const started = new Map();
      await use((host) => started.get(host) ?? started.set(host, start(host, intranet)).get(host));
      for (const server of started.values()) await (await server).stop();
    },
    { scope: "worker" },
  ],
  site: async ({ host, servers }, use) => use((await servers(host)).url),
  baseURL: async ({ site }, use) => use(site),
});

for (const host of HOSTS) {
  test.describe(host, () => {
    test.use({ host });

    test("under a sub-path the page shows its data, and goes to its other pages", async ({ page }) => {
      await page.goto("./");
      await ready(page);
      await page.goto("./#/coverage");
      await ready(page);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    });

    test("the address without its last stroke leads to the page", async ({ site }) => {
      const reply = await fetch(site.slice(0, -1), { redirect: "manual" });
      expect([reply.status, new URL(reply.headers.get("location"), site).href]).toEqual([301, site]);
    });

    test("every file has its type, its policy and its time to be kept", async ({ site, intranet }) => {
      const types = {
        css: /^text\/css; charset=utf-8$/,
        html: /^text\/html; charset=utf-8$/,
        js: /^text\/javascript; charset=utf-8$/,
        // JSON is UTF-8 whatever is said.
        json: /^application\/json(; charset=utf-8)?$/,
        svg: /^image\/svg\+xml$/,
        wasm: /^application\/wasm$/,
        webmanifest: /^application\/manifest\+json(; charset=utf-8)?$/,
      };
      for (const file of readdirSync("dist").filter((name) => !/\.(br|gz)$/.test(name))) {
        const reply = await fetch(site + file);
        const told = (name) => reply.headers.get(name)?.toLowerCase() ?? null;
        expect(reply.status, file).toBe(200);
        expect(told("content-type"), file).toMatch(types[file.split(".").at(-1)]);
        expect(told("content-security-policy"), file).toContain(`frame-ancestors 'self' ${intranet}`);
        expect(told("x-content-type-options"), file).toBe("nosniff");
        expect(told("referrer-policy"), file).toBe("no-referrer");
        // The template of a portable copy is HTML, which the server has asked for anew whatever it is called.
        const isHashed = /-[0-9a-f]{8}\.(?!html$)/.test(file);
        expect(told("cache-control"), file).toBe(isHashed ? "public, max-age=31536000, immutable" : "no-cache");
        const isForStrangers = /\.(?:css|js|wasm)$|^config\.json$/.test(file);
        expect(told("access-control-allow-origin"), file).toBe(isForStrangers ? "*" : null);
      }
    });

    test("a file is sent packed to a browser that unpacks it", async ({ site }) => {
      const packed = readdirSync("dist").filter((name) => name.endsWith(".gz"));
      test.skip(packed.length === 0, "a development build packs nothing");
      const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
      for (const [encoding, open] of Object.entries(unpack).filter(([name]) => name !== "br" || sendsBrotli(host))) {
        for (const file of ["index.html", packed.find((name) => name.endsWith(".wasm.gz")).slice(0, -3)]) {
          // Plain fetch would unpack it.
          const bytes = execFileSync("curl", ["-s", "-H", `Accept-Encoding: ${encoding}`, site + file], { maxBuffer: 1e8 });
          expect(open(bytes).equals(readFileSync(join("dist", file))), `${encoding} ${file}`).toBe(true);
        }
      }
    });

    test("what is not there is not there", async ({ site }) => {
      for (const path of ["nothing.wasm", "../etc/passwd", "%2e%2e/%2e%2e/etc/passwd"]) {
        expect((await fetch(site + path)).status, path).toBeGreaterThanOrEqual(400);
      }
    });

    test.describe("seen from another site", () => {
      // The browser says what it keeps from the other site.
      test.use({ expectedFaults: [[/^request to another origin: http:/, /CORS policy/, /ERR_FAILED/], { option: true }] });
      test("a page of another site cannot read the data file", async ({ page, site, intranet }) => {
        await page.goto(intranet);
        const read = (file) => page.evaluate((url) => fetch(url).then((reply) => reply.text().then((text) => text.length > 0), () => false), site + file);
        expect(await read("example.json"), "data").toBe(false);
        expect(await read("config.json"), "what a frame of its own asks as a stranger").toBe(true);
      });
    });
  });
}

test("IIS's configuration is XML that names the types of all that is served and the headers of the others", async ({ page }) => {
  const told = await page.evaluate((text) => {
    const file = new DOMParser().parseFromString(text, "application/xml");
    const all = (selector, ...names) =>
      [...file.querySelectorAll(selector)].map((element) => names.map((name) => element.getAttribute(name)));
    return {
      faults: file.querySelectorAll("parsererror").length,
      root: file.documentElement.nodeName,
      types: all("mimeMap", "fileExtension", "mimeType"),
      headers: all("customHeaders add", "name", "value"),
    };
  }, shown("xml"));
  expect([told.faults, told.root]).toEqual([0, "configuration"]);
  const types = { ".wasm": "application/wasm", ".js": "text/javascript", ".json": "application/json", ".webmanifest": "application/manifest+json" };
  expect(Object.fromEntries(told.types)).toEqual(types);
  const headers = Object.fromEntries(told.headers);
  expect(Object.keys(headers).sort()).toEqual(["Content-Security-Policy", "Referrer-Policy", "X-Content-Type-Options"]);
  // On data it must never stand, and IIS tells no file from another.
  expect(shown("xml")).not.toContain("Access-Control");
});

test("the policy of the documentation is that of the page, but for who may show it", () => {
  const inPage = readFileSync("index.html", "utf8").match(/Content-Security-Policy" content="([^"]*)"/)[1];
  const documented = [...readFileSync("docs/hosting.md", "utf8").matchAll(/default-src 'none';[^"]*/g)].map(([policy]) => policy);
  expect(documented).toHaveLength(4);
  for (const policy of documented) expect(policy.replace(/; frame-ancestors .*/, "")).toBe(inPage);
});

test("in a page of the site that the headers name it is shown, twice and in a sandbox, and in no other", async ({ page, site, intranet }) => {
  const frame = (view, more = "") => `<iframe src="${site}?embed=${view}" width="900" height="600"${more}></iframe>`;
  const show = (around, frames) => page.goto(`${around}/?${encodeURIComponent(frames)}`);
  await show(intranet, frame("overview") + frame("matrix") + frame("matrix&from=host", ' sandbox="allow-scripts"'));
  const shown = (place) => page.frameLocator("iframe").nth(place).locator("main[data-ready=true]");
  for (const place of [0, 1]) await expect(shown(place)).toBeVisible({ timeout: 30_000 });
  // What is out of sight of the page around is not drawn.
  await page.locator("iframe").nth(1).scrollIntoViewIfNeeded();
  await expect(page.frameLocator("iframe").nth(1).locator("svg.picture")).toBeVisible();
  await expect(page.frameLocator("iframe").nth(2).locator(".embed-waits")).toBeVisible({ timeout: 30_000 });

  const refused = page.waitForEvent("console", (message) => message.text().includes("frame-ancestors"));
  await show(intranet.replace("127.0.0.1", "localhost"), frame("overview"));
  await refused;
  await expect(page.frameLocator("iframe").locator("main")).toHaveCount(0);
});

test.describe("About the page", () => {
  const anyone = /^Vilken webbplats som helst kan visa sidan i en ram/;
  const about = async (page, url) => {
    await page.goto(`${url}#/about`);
    await ready(page);
    return page.locator("main").getByText(anyone);
  };

  test("it is said that any site may show it, where no header says who may", async ({ page }) => {
    const policy = readFileSync("index.html", "utf8").match(/Content-Security-Policy" content="([^"]*)"/)[1];
    const server = await serve({ headers: () => ({ "Content-Security-Policy": policy }) });
    await expect(await about(page, server.url)).toBeVisible();
    await server.close();
  });

  test("it is not said where a header says who may", async ({ page, site }) => {
    // Once the page has been given the answer, and has done with it what it does.
    await page.addInitScript(() => {
      const ask = window.fetch;
      window.fetch = async (...what) => {
        const reply = await ask(...what);
        const isHead = what[0] instanceof Request && what[0].method === "HEAD";
        if (isHead) setTimeout(() => (document.documentElement.dataset.answered = reply.url));
        return reply;
      };
    });
    const told = await about(page, site);
    await expect(page.locator("html")).toHaveAttribute("data-answered", site);
    await expect(told).toHaveCount(0);
  });
});
