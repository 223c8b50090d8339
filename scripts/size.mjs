// Says what each program of the last release build consists of, by crate and, of the project's own, by room: the bytes of
// its functions before the last squeeze, which leaves a good half of them and takes their names.
//
//   node scripts/size.mjs [NAME]     one program only: page, page-keep, engine, engine-more …
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { CODE, Cursor, imported, NOTES, sections } from "./wasm.mjs";

const root = join(process.env.CARGO_TARGET_DIR ?? "target", "wasm32-unknown-unknown");
// What is less than this share of a program is summed up.
const LEAST = 0.01;

const programs = ["page", "engine"].flatMap((program) => {
  const work = join(root, program, `cut-${program}`);
  if (!existsSync(work)) throw new Error("There is no release build: run `make dist` first");
  const files = readdirSync(work).sort();
  const parts = files.filter((file) => /^split_.*\.wasm$/.test(file));
  const all = files.filter((file) => /-shared_\d+\.wasm$/.test(file));
  const shared = all.map((file) => [file.replace(".wasm", ""), join(work, file)]);
  const named = parts.map((file) => [file.replace("split_", `${program}-`).replace(".wasm", ""), join(work, file)]);
  return [[program, join(work, `bound/${program}_bg.wasm`)], ...shared, ...named];
});

for (const [name, file] of programs) {
  if (process.argv[2] && process.argv[2] !== name) continue;
  const functions = read(readFileSync(file));
  const total = functions.reduce((sum, [, size]) => sum + size, 0);
  const groups = new Map();
  for (const [called, size] of functions) groups.set(group(called), (groups.get(group(called)) ?? 0) + size);
  const rows = [...groups].sort(([, a], [, b]) => b - a);
  const shown = rows.filter(([, size]) => size >= total * LEAST);
  const rest = total - shown.reduce((sum, [, size]) => sum + size, 0);
  console.log(`\n${name.padEnd(44)}${number(total)}`);
  for (const [of, size] of rest ? [...shown, ["all else", rest]] : shown) console.log(`  ${of.padEnd(42)}${number(size)}`);
}

function number(bytes) {
  return bytes.toLocaleString("en").padStart(10);
}

/** The crate that a function is of, with the room where it is the project's own. */
function group(called) {
  const path = called.startsWith("_ZN") ? mangled(called) : called.replace(/^[<&*\[\]() ]*(?:dyn |mut |const )*/, "").split("::");
  const [crate, ...rooms] = path.map((part) => part.replace(/^_?<?&?(?:dyn )?/, "").match(/^\w+/)?.[0] ?? "");
  return crate === "ombud" || crate === "page" ? [crate, ...rooms.slice(0, 2)].join("::") : crate || "without a name";
}

/** The parts of a name as rustc writes it for linkers: each after its length. */
function mangled(called) {
  const parts = [];
  let at = 3;
  while (/\d/.test(called[at] ?? "")) {
    const [digits] = called.slice(at).match(/^\d+/);
    at += digits.length + Number(digits);
    parts.push(...called.slice(at - Number(digits), at).replace(/\$LT\$/g, "<").replace(/\$u20\$/g, " ").replace(/\$RF\$/g, "&").split(".."));
  }
  return parts;
}

/** The functions of a program: name and bytes. */
function read(bytes) {
  const [sizes, names] = [[], new Map()];
  for (const { kind, start, end } of sections(bytes)) {
    const cursor = new Cursor(bytes, start);
    if (kind === CODE) {
      for (let left = cursor.number(); left > 0; left -= 1) {
        sizes.push(cursor.number());
        cursor.at += sizes.at(-1);
      }
    } else if (kind === NOTES && cursor.text() === "name") {
      while (cursor.at < end) {
        const [what, length] = [cursor.byte(), cursor.number()];
        const over = cursor.at + length;
        if (what === 1) for (let left = cursor.number(); left > 0; left -= 1) names.set(cursor.number(), cursor.text());
        cursor.at = over;
      }
    }
  }
  const before = [...imported(bytes)].filter(({ kind }) => kind === 0).length;
  return sizes.map((size, place) => [names.get(before + place) ?? "", size]);
}
