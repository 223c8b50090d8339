// Fetches the parts of a program when they are first needed. scripts/program.mjs puts this into page.js and engine.js,
// where `wasm` is what the running program exports, with what it needs to know: files, PARTS and MARK.

const added = new Map();

/** What the program calls to have a part's code: its own file, and of those that several share the ones with a bit in its
 * mask, four to a digit. It is told whether the code is here. */
function loads(part) {
  return async (callback, data) => {
    const { shared, parts } = files();
    let here = true;
    try {
      const [own, mask] = parts[part];
      const isNeeded = (name, at) => name && (parseInt(mask[at >> 2], 16) >> (at & 3)) & 1;
      await Promise.all([own, ...shared.filter(isNeeded)].map(add));
    } catch (error) {
      console.error(`A part of the program could not be fetched (${part})`, error);
      here = false;
    }
    wasm.__indirect_function_table.get(callback)(data, here);
  };
}

/** Adds a file to the running program, once. A failure is not kept: the next call tries again. */
function add(file) {
  if (!added.has(file)) {
    const adding = file.endsWith(".css") ? dress(file) : instantiate(file);
    added.set(file, adding);
    adding.catch(() => added.delete(file));
  }
  return added.get(file);
}

async function instantiate(file) {
  // What was asked for beside the program: engine-worker.js.
  const early = globalThis.ombudParts?.get(file);
  globalThis.ombudParts?.delete(file);
  const reply = await (early ?? fetch(new URL(file, import.meta.url), { credentials: "same-origin" }));
  if (!reply.ok) throw new Error(`status ${reply.status}`);
  // Not while it streams: that would need a server that knows the type of .wasm files.
  const program = { ...wasm, ...MARK };
  await WebAssembly.instantiate(await reply.arrayBuffer(), { __wasm_split: program, program });
}

/** Adds a stylesheet to the page, before that of print, which goes over all others. */
function dress(file) {
  return new Promise((done, failed) => {
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = new URL(file, import.meta.url).href;
    link.onload = done;
    link.onerror = () => {
      link.remove();
      failed(new Error("the stylesheet did not come"));
    };
    document.querySelector("link[media=print]").before(link);
  });
}
