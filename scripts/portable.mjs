// Writes portable.html: the page in one file that needs no server, from the files of a finished build. A copy is this
// file and an extract after it (src/exchange/portable.rs). Opened from a disk a page can fetch nothing and import
// nothing, so scripts and styles stand in it, programs lie in it packed, and the engine's worker is made of a blob.
//
// The scripts are those of the page, changed as little as can be. What is changed is looked for by its text, and a build
// stops where that is not found exactly as expected.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";

/** Pages that have no use in a copy: it imports nothing, begins nothing, asks nobody and is shown on no other site. */
const LEFT_OUT = ["import", "start", "embed", "embedding", "round", "plan"].map((page) => `page-${page}.wasm`);

/** The last of the file: src/exchange/portable.rs knows the template by it. */
const END = "<!-- The extract follows. -->\n";

/** Writes the file. `named` gives the name that a file of the build has by now, `whole` has scripts as they were before
 * they were made smaller. */
export function portable(dir, named, whole) {
  const read = (file) => whole.get(file) ?? readFileSync(join(dir, named(file)), "utf8");
  const inside = readFileSync("src/bin/inside.js", "utf8");
  const programs = readdirSync(dir).filter((file) => /^(page|engine)[-_].*\.wasm$/.test(file)).sort();
  const left = LEFT_OUT.map(named);
  const engine = programs.filter((file) => file.startsWith("engine"));
  const page = programs.filter((file) => file.startsWith("page") && !left.includes(file));

  const files = JSON.stringify(Object.fromEntries(engine.map((file) => [file, packed(dir, file)])));
  // Its failure is told as an error, as a module's is.
  const worker = `(async () => {
const FILES = ${files};
const packed = (name) => FILES[name];
${inside}
const init = (() => {
${plain(read("engine.js"))}
return __wbg_init;
})();
${once(once(read("engine-worker.js"), /^const \{ default: init \} = .*$/m, ""), "import.meta.url", '"copy:/"')}
})().catch((error) => setTimeout(() => { throw error; }));`;

  // A part's stylesheet is in the page from the start.
  const pages = named("pages.css");
  const script = plain(read("page.js"));
  let boot = once(read("boot.js"), `"${pages}"`, '""');
  boot = once(boot, "(await import(address)).default", "init");
  boot = once(boot, /if \(typeof WebAssembly !== "object"\) throw new Refusal\("missing"\);/, '$&\n  if (typeof DecompressionStream !== "function") throw new Refusal("old");');
  const starter = `(() => {
const packed = (name) => document.getElementById(name)?.textContent;
${inside}
const init = (() => {
${script}
return __wbg_init;
})();
addEventListener("DOMContentLoaded", async () => {
${once(boot, 'const tag = document.getElementById("boot");', `$&
tag.dataset.engine = URL.createObjectURL(new Blob([packed("engine")], { type: "text/javascript" }));`)}
});
})();`;

  const styles = ["page.css", "pages.css", "print.css"].map(read).map(within("style"));
  if (/url\((?!["']?(?:data:|#))/.test(styles.join(""))) throw new Error("A stylesheet names a file beside it");
  const policy = [
    "default-src 'none'",
    `script-src 'sha256-${hash(within("script")(starter))}' 'wasm-unsafe-eval' blob:`,
    `style-src ${styles.map((style) => `'sha256-${hash(style)}'`).join(" ")}`,
    "img-src data: blob:",
    "worker-src blob:",
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

  let html = read("index.html");
  html = once(html, /(http-equiv="Content-Security-Policy" content=")[^"]*/, (_, before) => before + policy);
  html = once(html, /<link rel="modulepreload"[^>]*>\n/, "");
  html = once(html, /<link rel="preload"[^>]*>\n/, "");
  html = once(html, /<link rel="manifest"[^>]*>\n/, "");
  html = once(html, /(<link rel="icon"[^>]* href=")[^"]*/, (_, before) => `${before}data:image/svg+xml;base64,${Buffer.from(read("icon.svg")).toString("base64")}`);
  html = once(html, /<!-- scripts\/styles\.mjs[^>]*-->\n/, "");
  html = once(html, /<link rel="stylesheet" href="[^"]*">\n/, () => `<style>${styles[0]}</style>\n<style>${styles[1]}</style>\n`);
  html = once(html, /<link rel="stylesheet" href="[^"]*" media="print">\n/, () => `<style media="print">${styles[2]}</style>\n`);
  const blocks = page.map((file) => `<script type="application/octet-stream" id="${file}">${packed(dir, file)}</script>\n`);
  blocks.push(`<script type="text/plain" id="engine">${within("script")(worker)}</script>\n`);
  // What the copy is made of stands before what starts it. Where the template is, a copy need not know: that is how the
  // page knows that it is one.
  html = once(html, /<script id="boot" type="module"[^>]*><\/script>\n<\/body>\n<\/html>\s*$/, (tag) => {
    const [, program] = tag.match(/(data-js="[^"]*" data-wasm="[^"]*")/);
    return `${blocks.join("")}<script id="boot" ${program}>${starter}</script>\n${END}`;
  });
  if (/<(?:link|script)[^>]* (?:src|href)="(?!data:)/.test(html.replace(/<script.*?<\/script>/gs, (tag) => tag.slice(0, tag.indexOf(">"))))) {
    throw new Error("portable.html still names a file beside it");
  }
  writeFileSync(join(dir, "portable.html"), html);
}

/** A module's script as one that is none: it offers nothing, and lies nowhere. */
function plain(script) {
  const inner = once(script, /^export \{[^}]*\};?$/m, "").replace(/^export class /gm, "class ");
  const placed = inner.replaceAll("import.meta.url", '"copy:/"');
  if (/^\s*(?:export|import)\b|import\.meta/m.test(placed)) throw new Error("A script imports or exports in a way that scripts/portable.mjs does not expect");
  return placed;
}

/** A file's bytes, packed, as text. */
function packed(dir, file) {
  return gzipSync(readFileSync(join(dir, file)), { level: 9 }).toString("base64");
}

/** Passes on what can stand within an element as it is. */
function within(element) {
  return (text) => {
    if (new RegExp(`</${element}|<!--`, "i").test(text)) throw new Error(`A ${element} of portable.html would end too soon`);
    return text;
  };
}

/** Replaces what must be there exactly once. */
function once(text, what, by) {
  const count = typeof what === "string" ? text.split(what).length - 1 : [...text.matchAll(new RegExp(what, `${what.flags.replace("g", "")}g`))].length;
  if (count !== 1) throw new Error(`scripts/portable.mjs expects ${what} once, and found it ${count} times`);
  return text.replace(what, by);
}

function hash(text) {
  return createHash("sha256").update(text).digest("base64");
}
