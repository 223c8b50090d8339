// The servers of a visit: the page as a municipality has it, and pages of others around it.
import { createServer } from "node:http";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { worker } from "../../scripts/offline.mjs";
import { serve } from "../../scripts/serve.mjs";

/** What is served until the visit ends. */
export class Sites {
  #servers = [];

  /**
   * The page on a server of its own, and so with a storage of its own: its `url`; `sent`, what goes in place of its files,
   * by name; `types`, what these are said to be; `forbidden`, the files that may not be stored; `failing`, the status in place
   * of a file, which may be long in coming; `close`, after which it is gone.
   */
  async page({ base = "/some/deep/path/", redirects } = {}) {
    const [sent, types, forbidden, failing] = [new Map(), new Map(), new Set(), new Map()];
    const headers = (file) => ({
      ...(forbidden.has(file) && { "Cache-Control": "private, no-store" }),
      ...(types.has(file) && { "Content-Type": types.get(file) }),
    });
    const fails = (file) => failing.get(file);
    const server = await serve({ base, redirects, override: sent, headers, fails, ancestors: ["http://127.0.0.1:*"] });
    let closed;
    const close = () => (closed ??= server.close());
    this.#servers.push(close);
    return { url: server.url, sent, types, forbidden, failing, close };
  }

  /** A page of another site, by its number where this page goes by its name: its origin. */
  async around(body, headers = {}) {
    const server = createServer((_, reply) => {
      reply.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers });
      reply.end(`<!doctype html><title>Intranet</title><link rel="icon" href="data:,">${body}`);
    }).listen(0, "127.0.0.1");
    await once(server, "listening");
    this.#servers.push(() => new Promise((done) => server.close(done).closeAllConnections()));
    return `http://127.0.0.1:${server.address().port}`;
  }

  close() {
    return Promise.all(this.#servers.map((close) => close()));
  }
}

/** Puts a newer version of the page up, which says its number. */
export function publish({ sent }, number) {
  const names = readdirSync("dist").filter((name) => /\.(?!br$|gz$)\w+$/.test(name));
  const files = new Map(names.map((name) => [name, readFileSync(`dist/${name}`)]));
  const index = `${files.get("index.html")}`.replace("<body>", `<body data-number="${number}">`);
  if (!index.includes("data-number")) throw new Error("index.html has no place for the number");
  files.set("index.html", index);
  sent.set("index.html", index);
  sent.set("offline.js", worker(files, readFileSync("public/offline.js", "utf8")));
}
