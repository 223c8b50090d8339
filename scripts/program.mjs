// Builds the programs that the browser runs. Those of the page and of the engine are each linked as one, then cut: into
// what every visit needs (page_bg.wasm, engine_bg.wasm), a file for each part that is fetched when it is first wanted
// (page-NAME.wasm for a page, from `fetched!(NAME, …)` in src/page; engine-NAME.wasm for what pages ask together, from
// `asked!` in src/bin/engine/more.rs), and files of what several parts share (page-shared_1.wasm …), by groups.mjs.
// page.js and engine.js load them. The program of sheets stays whole (sheets_bg.wasm).
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { grouped } from "./groups.mjs";
import { shrink } from "./shrink.mjs";
import { beside, binaryen, inTurn } from "./tools.mjs";
import { bare, imported, passing } from "./wasm.mjs";

const TARGET = "wasm32-unknown-unknown";
// What rustc may use on this target; the cut files do not say so themselves.
const FEATURES = [
  "bulk-memory", "bulk-memory-opt", "call-indirect-overlong", "extended-const", "multivalue", "mutable-globals",
  "nontrapping-float-to-int", "reference-types", "sign-ext", "simd",
].map((feature) => `--enable-${feature}`);

// To the bytes as small as they get: laid flat and looped anew, the code packs better. Nothing lies in the first 1024
// bytes of memory but the far end of the stack.
const SMALL = ["--flatten", "--rereloop", "-Oz", "-Oz", "--converge", "--low-memory-unused", "--one-caller-inline-max-function-size=100"];

// The engine: for speed, but not at any size.
const FAST = ["-O3", "--one-caller-inline-max-function-size=20", "--converge"];

// Whoever only wants to see the page waits less for it and gets more bytes.
const SOON = ["-O1"];

const BARE = ["--strip-producers", "--strip-target-features"];

// The parts of the page that are none: what they look like comes with the first view.
const APART = ["keep", "outlook"];

/** Builds a program, and cuts it where it has parts: NAME_bg.wasm, NAME-PART.wasm for each part, and NAME.js that loads
 * them all. Gives the files that each part needs. */
export async function program(name, { args, profile, isForSpeed }, { to, isRelease, isQuick }) {
  const built = join(process.env.CARGO_TARGET_DIR ?? "target", TARGET, isRelease ? profile : "debug");
  const work = join(built, `cut-${name}`);
  const kind = isRelease ? [`--profile=${profile}`] : [];
  // Where the linker put what is needed to cut.
  await inTurn("cargo", [
    "rustc", "--locked", "--offline", `--target=${TARGET}`, `--bin=${name}`, ...args, ...kind, "--", "-Clink-arg=--emit-relocs",
  ]);
  rmSync(work, { recursive: true, force: true });
  mkdirSync(work, { recursive: true });
  await beside("ombud-cut", [name, join(built, `${name}.wasm`), work]);
  const passes = [...(isQuick ? SOON : isForSpeed ? FAST : SMALL), ...BARE];
  /** Puts a part where it is served from, as small or as fast as it gets unless it is wanted soon. */
  const finish = async (file, as) => {
    if (isQuick) writeFileSync(join(to, as), bare(readFileSync(file)));
    else if (isRelease) await binaryen("wasm-opt", file, [...passes, ...FEATURES, "-o", join(to, as)]);
    else copyFileSync(file, join(to, as));
  };
  const parts = readdirSync(work).flatMap((file) => file.match(/^split_(\w+)\.wasm$/)?.slice(1) ?? []).sort();
  const shared = grouped(work).map((group, at) => ({ ...group, file: `${name}-shared_${at + 1}.wasm` }));
  const files = new Map(
    parts.map((part) => {
      const needed = shared.filter(({ users }) => users.includes(part)).map(({ file }) => file);
      // What a page looks like comes with its code.
      const look = name === "page" && !APART.includes(part) ? ["pages.css"] : [];
      return [part, [...look, ...needed, `${name}-${part}.wasm`]];
    }),
  );
  const script = linked(work, name, files);
  const whole = join(work, `bound/${name}_bg.wasm`);
  const [least] = await Promise.all([
    isRelease ? shrink(whole, script, join(to, `${name}_bg.wasm`), FEATURES, passes) : script,
    ...parts.map((part) => finish(join(work, `split_${part}.wasm`), `${name}-${part}.wasm`)),
    ...shared.map(async ({ chunks, file }) => finish(await merged(work, file, chunks), file)),
  ]);
  if (!isRelease) copyFileSync(whole, join(to, `${name}_bg.wasm`));
  writeFileSync(join(to, `${name}.js`), least);
  return files;
}

/** One file of several chunks. */
async function merged(work, file, chunks) {
  const files = chunks.map((chunk) => join(work, `chunk_${chunk}.wasm`));
  const whole = join(work, file);
  // They import the same few things, some of them fewer. Through a module that passes these on, they are imported once.
  const passes = `${whole}.pass`;
  writeFileSync(passes, passing(fullest(files), "__wasm_split", "program"));
  const all = chunks.flatMap((chunk, at) => [files[at], `chunk_${chunk}`]);
  await binaryen("wasm-merge", passes, ["__wasm_split", ...all, ...FEATURES, "-o", whole]);
  return whole;
}

/** The program that imports the most, of those in files. */
function fullest(files) {
  const programs = files.map((file) => readFileSync(file));
  const counts = programs.map((program) => [...imported(program)].filter(({ module }) => module === "__wasm_split").length);
  return programs[counts.indexOf(Math.max(...counts))];
}

/** wasm-bindgen's script with the loader in it, in place of the script that the cutter wrote beside it. */
function linked(work, name, files) {
  const loader = readFileSync("src/bin/fetch.js", "utf8");
  const loaders = [...files.keys()].map((part) => `  __wasm_split_load_${part}: loads("${part}"),\n`).join("");
  const bound = readFileSync(join(work, `bound/${name}.js`), "utf8");
  // A program that is not cut fetches nothing more.
  if (files.size === 0) return bound;
  const without = bound.replace(/^import \* as \w+ from "\.\/__wasm_split\.js";?\n/gm, "");
  const script = without.replace(/"\.\/__wasm_split\.js": \w+,/, '"./__wasm_split.js": PARTS,').replace(/^ *"\.\/__wasm_split\.js": import\w+,\n/gm, "");
  if (!script.includes(": PARTS,") || /__wasm_split\.js": import/.test(script)) throw new Error("wasm-bindgen's script is not as scripts/program.mjs expects");
  // In a development build the cutter has each file ask for a mark, so that none is added to another program.
  const mark = readFileSync(join(work, "__wasm_split.js"), "utf8").match(/__canary_\w+: [^,]+/)?.[0] ?? "";
  // boot.js has told the page; a worker has to know by itself.
  const told = name === "page" ? "globalThis.ombudFiles" : `(${JSON.stringify(named(files))})`;
  return `${script}\nconst files = () => ${told};\n${loader}\nconst MARK = { ${mark} };\nconst PARTS = {\n${loaders}};\n`;
}

/** The files that parts need, each named once: `shared` by several, and for each of `parts` its own, and which of those it
 * shares: a bit for each, four to a digit. */
export function named(files) {
  const shared = [...new Set([...files.values()].flatMap((needed) => needed.slice(0, -1)))].sort();
  const digit = (needed, at) => shared.slice(at, at + 4).reduce((sum, name, bit) => sum + (needed.includes(name) ? 1 << bit : 0), 0);
  const mask = (needed) => shared.flatMap((_, at) => (at % 4 ? [] : [digit(needed, at).toString(16)])).join("");
  return { shared, parts: Object.fromEntries([...files].map(([part, needed]) => [part, [needed.at(-1), mask(needed)]])) };
}
