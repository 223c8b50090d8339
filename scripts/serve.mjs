// A small static server for dist/, with the headers a host is advised to send.
//
//   node scripts/serve.mjs [--port N] [--base /some/path/] [--dir dist]
//
// Also a module: `await serve({...})` gives `{ url, close }`.
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs, promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";

const TYPES = {
  ".css": "text/css; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json; charset=utf-8",
};

const HEADERS = {
  "Content-Security-Policy":
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
  "Cache-Control": "no-cache",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
};

// What a frame in a sandbox fetches as a stranger: the program and its configuration, never data.
const FOR_STRANGERS = /\.(?:css|js|wasm)$|^config\.json$/;

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/**
 * Serves `dir` on 127.0.0.1 under `base`, or under each of several. Port 0 takes any free one; a list of ports, the first
 * that is free. `onRequest(path)` hears of each file that is asked for, by its path inside `dir`; `override` holds texts by
 * such paths, sent in place of the files, or null for a file that is gone, and before these by paths of the whole site,
 * which begin with a stroke; `fails(path)` gives, or promises, a status to send in place of a file, once it is there;
 * `headers(path)` gives headers in place of the usual; `ancestors` are the sites that may show the page in a frame;
 * `redirects` says where paths below `base` lead instead.
 */
export async function serve({ dir = "dist", port = 0, base = "/", onRequest = () => {}, fails = () => {}, override = new Map(), headers: own = () => ({}), ancestors = [], redirects = new Map() } = {}) {
  const common = withAncestors(ancestors);
  const root = resolve(dir);
  // The innermost first.
  const prefixes = [base].flat().map((base) => `/${base}/`.replace(/\/+/g, "/")).sort((a, b) => b.length - a.length);
  const cache = new Map();
  const server = createServer((request, reply) => {
    answer(request, reply).catch(() => {
      if (!reply.headersSent) reply.writeHead(500, common);
      reply.end();
    });
  });

  async function answer(request, reply) {
    const refuse = (status, headers = {}) => reply.writeHead(status, { ...common, ...headers }).end();
    if (request.method !== "GET" && request.method !== "HEAD") return refuse(405, { Allow: "GET, HEAD" });
    const [path] = request.url.split(/[?#]/);
    if (prefixes.includes(`${path}/`)) return refuse(301, { Location: `${path}/` });
    const prefix = prefixes.find((prefix) => path.startsWith(prefix));
    const elsewhere = prefix && redirects.get(path.slice(prefix.length));
    if (elsewhere) return refuse(302, { Location: elsewhere });
    const file = prefix && inside(root, path.slice(prefix.length));
    const inDir = file?.slice(root.length + 1);
    const other = override.has(path) ? override.get(path) : override.get(inDir);
    const found = file && (await stat(file).catch(() => undefined));
    if (other === null || (other === undefined && !found?.isFile())) return refuse(404);

    const type = TYPES[extname(file)] ?? "application/octet-stream";
    const accepted = request.headers["accept-encoding"] ?? "";
    const encoding = !packable(type) ? "" : /\bbr\b/.test(accepted) ? "br" : /\bgzip\b/.test(accepted) ? "gzip" : "";
    const key = `${file} ${found?.mtimeMs} ${found?.size} ${encoding} ${other ?? ""}`;
    if (!cache.has(key)) cache.set(key, pack(other === undefined ? readFile(file) : Buffer.from(other), encoding, other === undefined && packed(file, found, encoding)));
    const { body, etag } = await cache.get(key);
    onRequest(inDir);
    const failure = await fails(inDir);
    if (failure) return refuse(failure, own(inDir));
    const headers = { "Content-Type": type, ETag: etag, Vary: "Accept-Encoding" };
    if (request.headers["if-none-match"] === etag) return refuse(304, { ...headers, ...own(inDir) });
    if (encoding) headers["Content-Encoding"] = encoding;
    if (FOR_STRANGERS.test(inDir)) headers["Access-Control-Allow-Origin"] = "*";
    reply.writeHead(200, { ...common, ...headers, ...own(inDir), "Content-Length": body.length });
    reply.end(request.method === "HEAD" ? undefined : body);
  }

  const ports = [port].flat();
  for (const [at, candidate] of ports.entries()) {
    try {
      await new Promise((done, failed) => {
        server.once("error", failed);
        server.listen(candidate, "127.0.0.1", () => {
          server.off("error", failed);
          done();
        });
      });
      break;
    } catch (error) {
      if (error.code !== "EADDRINUSE" || at === ports.length - 1) throw error;
    }
  }
  return {
    // Under the outermost.
    url: `http://localhost:${server.address().port}${prefixes.at(-1)}`,
    close: () => new Promise((done) => server.close(done).closeAllConnections()),
  };
}

/** The headers, the policy naming who may show the page in a frame. */
function withAncestors(ancestors) {
  const policy = [HEADERS["Content-Security-Policy"], ...ancestors].join(" ");
  return { ...HEADERS, "Content-Security-Policy": policy };
}

/** The file that a path of the URL names, or undefined when it would lead out of `root`. */
function inside(root, path) {
  let decoded;
  try {
    decoded = decodeURIComponent(path);
  } catch {
    return undefined;
  }
  if (/[\0\\]/.test(decoded) || decoded.split("/").includes("..")) return undefined;
  const file = resolve(join(root, decoded === "" || decoded.endsWith("/") ? `${decoded}index.html` : decoded));
  return file.startsWith(root + sep) ? file : undefined;
}

function packable(type) {
  return /^text\/|json|wasm|svg/.test(type);
}

/** What the build has packed beside a file, where that is no older than the file. */
async function packed(file, { mtimeMs }, encoding) {
  const beside = `${file}.${{ br: "br", gzip: "gz" }[encoding]}`;
  const found = encoding && (await stat(beside).catch(() => undefined));
  return found?.mtimeMs >= mtimeMs ? readFile(beside) : undefined;
}

async function pack(content, encoding, already) {
  const plain = await content;
  const quality = { [constants.BROTLI_PARAM_QUALITY]: plain.length > 4e6 ? 4 : 9 };
  const body = (await already) || (encoding === "br" ? await brotli(plain, { params: quality }) : encoding === "gzip" ? await zip(plain) : plain);
  const etag = `"${createHash("sha256").update(plain).digest("hex").slice(0, 20)}${encoding && `-${encoding}`}"`;
  return { body, etag };
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const { values } = parseArgs({
    options: { port: { type: "string" }, base: { type: "string", default: "/" }, dir: { type: "string", default: "dist" } },
  });
  const port = values.port ? Number(values.port) : Array.from({ length: 20 }, (_, n) => 8080 + n);
  try {
    const { url } = await serve({ ...values, port });
    console.log(`Ombud is at ${url} (Ctrl+C stops it)`);
  } catch (error) {
    console.error(error.code === "EADDRINUSE" ? `Port ${values.port ?? "8080 to 8099"} is taken: choose another with --port` : error);
    process.exit(1);
  }
}
