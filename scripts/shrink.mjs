// Makes a program that wasm-bindgen has bound, and its script, smaller than either can be made alone: what the script
// offers and nobody uses goes, and so do the long names by which the two know each other.
import { readFileSync, writeFileSync } from "node:fs";
import { binaryen } from "./tools.mjs";

// Streams for server functions: Leptos brings them, a page without a server makes none.
const UNUSED = /^(?:__wbg_)?intounderlying/;
// Names that end in a hash.
const LONG = /\b(?:__wbg_\w+_[0-9a-f]{16}|__wbindgen_cast_[0-9a-f]{16}|wasm_bindgen__\w+__h[0-9a-f]{16}(?:_\d+)?)\b/g;

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

  const text = await binaryen("wasm-dis", `${program}.small`, features);
  writeFileSync(`${program}.wat`, text.replace(/\((?:import|export) "[^"]*"(?: "[^"]*")?/g, renamed));
  await binaryen("wasm-opt", `${program}.wat`, [...features, "--strip-producers", "--strip-target-features", "-o", to]);
  return renamed(lean);
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
