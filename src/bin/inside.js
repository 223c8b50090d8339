// What the programs of a portable copy fetch lies in the copy itself, packed. scripts/portable.mjs puts this before them,
// so that their `fetch` is this one and they need not know; `packed` gives what lies there under a name.
async function fetch(address) {
  const text = packed(String(address).split("/").at(-1));
  if (text === undefined) throw new TypeError(`${address} is not in this copy`);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < letters.length; at += 1) bytes[at] = letters.charCodeAt(at);
  // Not as a blob: not every browser lets the worker of a page from a disk read one.
  const plain = new Response(bytes).body.pipeThrough(new DecompressionStream("gzip"));
  return new Response(plain, { headers: { "Content-Type": "application/wasm" } });
}
