// Makes a program that wasm-bindgen has bound, and its script, smaller than either can be made alone: what the script
// offers and nobody uses goes, and so do the long names by which the two know each other.
import { readFileSync, writeFileSync } from "node:fs";
import { ordered } from "./order.mjs";
import { binaryen } from "./tools.mjs";

// Streams for server functions: Leptos brings them, a page without a server makes none.
const UNUSED = /^(?:__wbg_)?intounderlying/;
// Names that end in a hash.
const LONG = /\b(?:__wbg_\w+_[0-9a-f]{16}|__wbindgen_cast_[0-9a-f]{16}|wasm_bindgen__\w+__h[0-9a-f]{16}(?:_\d+)?)\b/g;
// What puts nothing into a table, as text.
const NOTHING = /^ \(elem \S+ \(table \S+\) \(i32\.const \d+\) func(?:ref(?: \(item \(ref\.null nofunc\)\))+)?\)$/;

/** Writes the smaller program to `to` and gives the smaller script. wasm-opt is told the features and the passes. */
export async function shrink(program, script, to, features, passes) {
  const used = names(WebAssembly.Module.exports, program).filter((name) => !UNUSED.test(name));
  const graph = [{ name: "script", root: true, reaches: used }, ...used.map((name) => ({ name, export: name }))];
  writeFileSync(`${program}.json`, JSON.stringify(graph));
  await binaryen("wasm-metadce", program, [...features, `--graph-file=${program}.json`, "-o", `${program}.used`]);
  await binaryen("wasm-opt", `${program}.used`, [...passes, ...features, "-o", `${program}.small`]);

  const imported = new Set(names(WebAssembly.Module.imports, `${program}.small`));
  if ([...imported].some((name) => UNUSED.test(name))) throw new Error("The program makes streams: scripts/shrink.mjs takes that out");
  const lean = withoutUnused(script, imported);
  const short = new Map();
  for (const [name] of lean.matchAll(LONG)) if (!short.has(name)) short.set(name, `_${short.size.toString(36)}`);
  const renamed = (text) => text.replace(LONG, (name) => short.get(name) ?? name);

  const text = packing(await binaryen("wasm-dis", `${program}.small`, features));
  writeFileSync(`${program}.wat`, text.replace(/\((?:import|export) "[^"]*"(?: "[^"]*")?/g, renamed));
  await binaryen("wasm-opt", `${program}.wat`, [...features, "--strip-producers", "--strip-target-features", "-o", to]);
  return renamed(lean);
}

/** A program, as text, so that it packs better: functions stand beside those they have most in common with, and nothing is
 * put into the table where nothing is anyway, as the cutter does in the places of what it has cut off. */
function packing(text) {
  const fields = text.slice(0, text.lastIndexOf("\n)")).split(/\n(?= \()/);
  const isFunction = (field) => field.startsWith(" (func ");
  const others = fields.filter((field) => !isFunction(field) && !NOTHING.test(field));
  return [...others, ...ordered(fields.filter(isFunction)), ")"].join("\n");
}

function names(of, file) {
  return of(new WebAssembly.Module(readFileSync(file))).map(({ name }) => name);
}

/** The script without the classes that nobody uses, what the program does not import, comments and indentation. */
function withoutUnused(script, imported) {
  return script
    .replace(/^export class Into\w+ \{\n[^]*?^\}\n(?:if \(Symbol\.dispose\).*\n)?/gm, "")
    .replace(/^const (?:Into\w+|__wbindgen_enum_ReadableStream\w+) = [^]*?;\n/gm, "")
    .replace(/^ {8}(__wb\w+): function[^]*?^ {8}\}(?:, arguments\); \})?,\n/gm, (all, name) => (imported.has(name) ? all : ""))
    .replace(/\/\*\*[^]*?\*\//g, "")
    .replace(/^\s*(?:\/\/.*)?\n/gm, "")
    .replace(/^ +/gm, "");
}
