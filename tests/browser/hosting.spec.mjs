// dist/ behind Debian's nginx, with the very configuration that docs/hosting.md shows.
import { execFileSync, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer as createHttpServer } from "node:http";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, ready, test as base } from "./support/page.mjs";

const BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

const test = base.extend({
  // The site around is another origin on purpose, and the browser says that it keeps the view from the one not named.
  expectedFaults: [[/^request to another origin: http:\/\/(127\.0\.0\.1|localhost):\d+\/\?/, /frame-ancestors/], { option: true }],
  /** Another site, whose pages hold what their addresses say. It has a second name, which no header has. */
  intranet: [
    async ({}, use) => {
      const server = createHttpServer((request, reply) => {
        reply.writeHead(200, { "content-type": "text/html; charset=utf-8" });
        reply.end(`<!doctype html><title>Intranät</title><link rel="icon" href="data:,">${decodeURIComponent(request.url.slice(2))}`);
      });
      await new Promise((done) => server.listen(0, "127.0.0.1", done));
      await use(`http://127.0.0.1:${server.address().port}`);
      await new Promise((done) => server.close(done).closeAllConnections());
    },
    { scope: "worker" },
  ],
  nginx: [
    async ({ intranet }, use) => {
      const port = await freePort();
      const dir = mkdtempSync(join(tmpdir(), "ombud-nginx-"));
      writeFileSync(join(dir, "nginx.conf"), configuration(dir, port, intranet));
      const server = spawn("nginx", ["-p", dir, "-c", "nginx.conf", "-e", join(dir, "error.log")], { stdio: "ignore" });
      const url = `http://localhost:${port}/trygghet/`;
      await expect.poll(() => fetch(url).then((reply) => reply.status, () => 0), { timeout: 10_000 }).toBe(200);
      await use(url);
      server.kill();
      rmSync(dir, { recursive: true, force: true });
    },
    { scope: "worker" },
  ],
  baseURL: async ({ nginx }, use) => use(nginx),
});

/** What the documentation shows, on this port and this machine, for this intranet. */
function configuration(dir, port, intranet) {
  const [, documented] = readFileSync("docs/hosting.md", "utf8").match(/```nginx\n([^]*?)```/);
  const own = documented
    .replace("https://intranet.example.se", intranet)
    .replace("listen 80;", `listen 127.0.0.1:${port};`)
    .replace("/srv/ombud/", `${resolve("dist")}/`)
    .replace("brotli_static on;", existsSync(BROTLI) ? "brotli_static on;" : "");
  const kept = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${dir}/${name};`);
  return `
${existsSync(BROTLI) ? `load_module ${BROTLI};` : ""}
${process.getuid() === 0 ? "user root;" : ""}
daemon off;
pid ${dir}/nginx.pid;
events {}
http {
access_log off;
${kept.join("\n")}
${own}
}`;
}

async function freePort() {
  const server = createServer();
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address();
  await new Promise((done) => server.close(done));
  return port;
}

test("under a sub-path of nginx the page shows its data, and goes to its other pages", async ({ page }) => {
  await page.goto("./");
  await ready(page);
  await page.goto("./#/coverage");
  await ready(page);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
});

test("the address without its last stroke leads to the page", async ({ nginx }) => {
  const reply = await fetch(nginx.slice(0, -1), { redirect: "manual" });
  expect([reply.status, reply.headers.get("location")]).toEqual([301, "/trygghet/"]);
});

test("every file has its type, its policy and its time to be kept", async ({ nginx, intranet }) => {
  const types = {
    css: "text/css; charset=utf-8",
    html: "text/html; charset=utf-8",
    js: "text/javascript; charset=utf-8",
    json: "application/json; charset=utf-8",
    svg: "image/svg+xml",
    wasm: "application/wasm",
    webmanifest: "application/manifest+json; charset=utf-8",
  };
  for (const file of readdirSync("dist").filter((name) => !/\.(br|gz)$/.test(name))) {
    const reply = await fetch(nginx + file);
    expect(reply.status, file).toBe(200);
    expect(reply.headers.get("content-type"), file).toBe(types[file.split(".").at(-1)]);
    expect(reply.headers.get("content-security-policy"), file).toContain(`frame-ancestors 'self' ${intranet}`);
    expect(reply.headers.get("x-content-type-options"), file).toBe("nosniff");
    // The template of a portable copy is HTML, which the server has asked for anew whatever it is called.
    const isHashed = /-[0-9a-f]{12}\.(?!html$)/.test(file);
    expect(reply.headers.get("cache-control"), file).toBe(isHashed ? "public, max-age=31536000, immutable" : "no-cache");
    const isForStrangers = /\.(?:css|js|wasm)$|^config\.json$/.test(file);
    expect(reply.headers.get("access-control-allow-origin"), file).toBe(isForStrangers ? "*" : null);
  }
});

test("a file is sent packed to a browser that unpacks it", async ({ nginx }) => {
  const packed = readdirSync("dist").filter((name) => name.endsWith(".gz"));
  test.skip(packed.length === 0, "a development build packs nothing");
  const unpack = { br: brotliDecompressSync, gzip: gunzipSync };
  for (const [encoding, open] of Object.entries(unpack).filter(([name]) => name !== "br" || existsSync(BROTLI))) {
    for (const file of ["index.html", packed.find((name) => name.endsWith(".wasm.gz")).slice(0, -3)]) {
      // Plain fetch would unpack it.
      const bytes = execFileSync("curl", ["-s", "-H", `Accept-Encoding: ${encoding}`, nginx + file], { maxBuffer: 1e8 });
      expect(open(bytes).equals(readFileSync(join("dist", file))), `${encoding} ${file}`).toBe(true);
    }
  }
});

test("what is not there is not there", async ({ nginx }) => {
  for (const path of ["nothing.wasm", "../etc/passwd", "%2e%2e/%2e%2e/etc/passwd"]) {
    expect((await fetch(nginx + path)).status, path).toBeGreaterThanOrEqual(400);
  }
});

test("the policy of the documentation is that of the page, but for who may show it", () => {
  const inPage = readFileSync("index.html", "utf8").match(/Content-Security-Policy" content="([^"]*)"/)[1];
  const documented = [...readFileSync("docs/hosting.md", "utf8").matchAll(/default-src 'none';[^"]*/g)].map(([policy]) => policy);
  expect(documented).toHaveLength(3);
  for (const policy of documented) expect(policy.replace(/; frame-ancestors .*/, "")).toBe(inPage);
});

test("in a page of the site that the headers name it is shown, twice and in a sandbox, and in no other", async ({ page, nginx, intranet }) => {
  const frame = (view, more = "") => `<iframe src="${nginx}?embed=${view}" width="900" height="600"${more}></iframe>`;
  const show = (site, frames) => page.goto(`${site}/?${encodeURIComponent(frames)}`);
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
