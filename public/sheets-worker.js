// Runs the program of sheets in its worker. As in engine-worker.js, messages that come while the
// program is still loading are kept and delivered once it listens.
import init from "./sheets.js";

const early = [];
const keep = (event) => early.push(event);

self.addEventListener("message", keep);
if (self.name) self.navigator.locks?.request(self.name, () => new Promise(() => self.postMessage(self.name))).catch(() => {});
await init();
self.removeEventListener("message", keep);
for (const { data } of early) self.dispatchEvent(new MessageEvent("message", { data }));
