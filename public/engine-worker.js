// Runs the engine: in a worker of its own, or imported beside the page where workers are not to be
// had. A browser delivers messages while a module is still loading, and drops those that nobody
// listens for; so they are kept here and delivered once the engine listens.
import init from "./engine.js";

const early = [];
const keep = (event) => early.push(event);
const inWorker = typeof WorkerGlobalScope === "function" && self instanceof WorkerGlobalScope;

if (inWorker) self.addEventListener("message", keep);
await init();
if (inWorker) {
  self.removeEventListener("message", keep);
  for (const { data, ports } of early) self.dispatchEvent(new MessageEvent("message", { data, ports }));
}
