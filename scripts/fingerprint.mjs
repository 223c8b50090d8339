// Finishes a build: gives every program, script and stylesheet of a release build a name
// that contains the hash of its final bytes, so that a browser never pairs an old file with a new
// one, writes the template of portable copies from them, has the worker that keeps the page know
// them, and packs them. Development builds keep plain names.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { minify_sync as minify } from "terser";
import { compress } from "./compress.mjs";
import { offline } from "./offline.mjs";
import { portable } from "./portable.mjs";
import { named } from "./program.mjs";

const partsOf = (dir, program) => readdirSync(dir).filter((name) => name.startsWith(`${program}-`) && name.endsWith(".wasm"));

// Each file after the files that it names, since a new name inside it changes its own hash.
const order = [
  "page.css",
  "pages.css",
  "print.css",
  "page_bg.wasm",
  "page.js",
  "engine_bg.wasm",
  "engine.js",
  "engine-worker.js",
  "sheets_bg.wasm",
  "sheets.js",
  "sheets-worker.js",
  "versions.js",
  "boot.js",
];

// Written by hand, with remarks for those who read them here.
const SCRIPTS = ["boot.js", "versions.js", "engine-worker.js", "sheets-worker.js"];

/** Finishes the build in a folder, of programs whose parts need these files. */
export function fingerprint({ to: dir, isRelease, isQuick }, parts) {
  const renamed = [];
  /** The scripts as they were before their names grew short: portable.mjs looks for what it changes by its text. */
  const whole = new Map();
  const withNewNames = (text) => renamed.reduce((out, [from, to]) => out.replaceAll(from, to), text);

  /** Has a file name others as they are called by now. */
  const rewrite = (file) => change(join(dir, file), withNewNames);

  /** Gives files a name by their content. */
  const rename = (...files) => {
    for (const file of files) if (!/\.(?:wasm|html)$/.test(file)) rewrite(file);
    for (const file of files.filter((file) => file.endsWith(".js"))) {
      change(join(dir, file), (text) => {
        whole.set(file, text);
        return minify(text, { module: true, ecma: 2020, compress: { passes: 2 } }).code;
      });
    }
    const content = files.reduce((hash, file) => hash.update(readFileSync(join(dir, file))), createHash("sha256"));
    const digits = content.digest("hex").slice(0, 8);
    for (const file of files) {
      const name = file.replace(/\.(?=[^.]+$)/, `-${digits}.`);
      renameSync(join(dir, file), join(dir, name));
      renamed.push([file, name]);
    }
  };

  tellParts(dir, parts);
  if (isRelease) {
    for (const script of SCRIPTS) change(join(dir, script), shortened);
    // A program is cut anew each time: its parts change together, and boot.js, which names them all, needs one hash.
    for (const program of ["page", "engine"]) rename(...partsOf(dir, program));
    order.forEach((file) => rename(file));
    rewrite("index.html");
  }
  portable(dir, withNewNames, whole);
  if (isRelease) {
    rename("portable.html");
    rewrite("index.html");
  }
  offline(dir);
  // What is wanted soon is packed when it is asked for.
  if (isRelease && !isQuick) compress(dir);
}

/** Has boot.js know the files that the parts of the programs need. */
function tellParts(dir, { page, engine }) {
  change(join(dir, "boot.js"), (text) =>
    Object.entries({ PAGE: page, ENGINE: engine }).reduce((text, [name, parts]) => {
      if (!text.includes(`const ${name} = {};`)) throw new Error(`boot.js has no place for ${name}`);
      return text.replace(`const ${name} = {};`, `const ${name} = ${JSON.stringify(named(parts))};`);
    }, text),
  );
}

/** A script without the remarks and the indentation: a first visit need not fetch them. */
function shortened(text) {
  const short = text.replace(/^\s*\/\*\*[^]*?\*\/\n/gm, "").replace(/^\s*\/\/.*\n/gm, "").replace(/\n\s*/g, "\n");
  return `${short.trim()}\n`;
}

function change(path, how) {
  writeFileSync(path, how(readFileSync(path, "utf8")));
}
