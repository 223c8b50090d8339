// Tells the worker that keeps the page (public/offline.js) which files its version consists of.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

// Itself, what belongs to whoever runs the site, what only pages of others fetch, and what portable copies are made from:
// all of the page once more, for those who make one.
const APART = /^(?:offline\.js|config\.json|example\.json|embed\.js|portable.*\.html)$/;

/** Fills in the worker in a folder that is to be served. */
export function offline(dir) {
  const names = readdirSync(dir, { withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => entry.name);
  const files = new Map(names.map((name) => [name, readFileSync(join(dir, name))]));
  writeFileSync(join(dir, "offline.js"), worker(files, readFileSync(join(dir, "offline.js"), "utf8")));
}

/** The worker for files, by name. Its version is another whenever one of them or its own code is. */
export function worker(files, code) {
  const hash = (content, encoding) => createHash("sha256").update(content).digest(encoding);
  const own = [...files].filter(([name]) => !APART.test(name)).sort(([a], [b]) => (a < b ? -1 : 1));
  // The page itself is asked for by the name of its folder.
  const hashes = own.map(([name, content]) => [name === "index.html" ? "" : name, `sha256-${hash(content, "base64")}`]);
  const list = JSON.stringify(Object.fromEntries(hashes), null, 2);
  const version = hash(list + code, "hex").slice(0, 12);
  return `const VERSION = "${version}";\nconst FILES = ${list};\n\n${code}`;
}
