// Runs the engine: in a worker of its own, or imported beside the page where workers are not to be
// had. A browser delivers messages while a module is still loading, and drops those that nobody
// listens for; so they are kept here and delivered once the engine listens. The program is asked for
// beside its script, and so are the file that boot.js says will be opened and the parts of the program that the page at
// hand will ask for: the engine takes the answers.
let early = [];
const hear = (event) => {
  if (event.data?.ask) {
    event.stopImmediatePropagation();
    self.ombudAsked = { url: event.data.ask, reply: asked(event.data.ask) };
  } else if (event.data?.parts) {
    event.stopImmediatePropagation();
    self.ombudParts = new Map(event.data.parts.map((file) => [file, part(file)]));
  } else early?.push(event);
};

if (typeof WorkerGlobalScope === "function" && self instanceof WorkerGlobalScope) {
  self.addEventListener("message", hear);
  // Held for as long as this worker lives: boot.js, told that it is, asks for it, and gets it when the worker has ended
  // without a word.
  if (self.name) self.navigator.locks?.request(self.name, () => new Promise(() => self.postMessage(self.name))).catch(() => {});
}
const program = part("./engine_bg.wasm");
const { default: init } = await import("./engine.js");
await init({ module_or_path: program });
const waiting = early;
early = undefined;
for (const { data, ports } of waiting) self.dispatchEvent(new MessageEvent("message", { data, ports }));

/** Asks for a part of the program. Whoever takes it is told where it does not come. */
function part(file) {
  const reply = fetch(new URL(file, import.meta.url), { credentials: "same-origin" });
  reply.catch(() => {});
  return reply;
}

/** Asks for the file as the engine would: it may have changed since the browser saw it last. */
function asked(url) {
  const reply = fetch(url, { cache: "no-cache" });
  // Nobody may come to take it.
  reply.catch(() => {});
  return reply;
}
