// Starts the page: fetches its program and hands it over, or says in both languages why that
// cannot be done and what to do about it. A file of its own, because the policy in index.html
// forbids scripts inside the page.

// Why the program could not start: what happened, what the reader can do. [Swedish, English]
const REASONS = {
  missing: [
    "Webbläsaren kan inte köra WebAssembly, som sidan behöver. Det kan vara avstängt av ett förstärkt säkerhetsläge. Undanta den här webbplatsen, eller öppna sidan i en annan webbläsare.",
    "This browser cannot run WebAssembly, which this page needs. An enhanced security mode may have turned it off. Make an exception for this site, or open the page in another browser.",
  ],
  blocked: [
    "En säkerhetspolicy hindrar WebAssembly på den här adressen. Den som driver webbplatsen behöver tillåta ’wasm-unsafe-eval’ i script-src.",
    "A security policy blocks WebAssembly at this address. The people who run the site need to allow ‘wasm-unsafe-eval’ in script-src.",
  ],
  old: [
    "Webbläsaren är för gammal för den här sidan. Uppdatera den, eller öppna sidan i en annan.",
    "This browser is too old for this page. Update it, or open the page in another one.",
  ],
  html: [
    "Servern svarade med en webbsida i stället för programmet. Ladda om sidan; hjälper inte det behöver den som driver webbplatsen se till att filerna som slutar på .wasm och .js levereras oförändrade.",
    "The server answered with a web page in place of the program. Reload the page; if that does not help, the people who run the site need to serve the files ending in .wasm and .js as they are.",
  ],
  other: [
    "Servern svarade med något annat än programmet. Ladda om sidan; hjälper inte det behöver den som driver webbplatsen leverera .wasm som application/wasm och lägga upp alla filer på nytt.",
    "The server answered with something other than the program. Reload; if that does not help, the people who run the site need to serve .wasm as application/wasm and put all the files up again.",
  ],
  fetch: [
    "Programmet kunde inte hämtas. Kontrollera anslutningen och ladda om sidan.",
    "The program could not be fetched. Check the connection and reload.",
  ],
  start: [
    "Sidan kunde inte starta. Ladda om sidan; hjälper inte det, öppna den i en annan webbläsare.",
    "The page could not start. Reload; if that does not help, open it in another browser.",
  ],
};

// The files that pages share, and of each page its own and which of those it needs, a bit for each, four to a digit; the same
// of the engine and its parts. scripts/fingerprint.mjs fills them in.
const PAGE = {};
const ENGINE = {};
// The page's program fetches its parts by this: src/bin/fetch.js.
globalThis.ombudFiles = PAGE;

// The parts of the engine that a page asks, where it is not the one of its own name: PageFamily in src/engine/request.rs.
// tests/browser/first.spec.mjs holds that these are all.
const ASKED = {
  changes: [],
  contact: ["units", "tabs"],
  coordinators: ["units", "tabs"],
  coverage: ["coverage", "tabs"],
  event: ["event", "risks"],
  finding: ["coverage", "tabs"],
  forecast: ["forecast", "tabs"],
  group: ["group", "tabs"],
  map: ["map", "units", "tabs"],
  measures: ["risks"],
  method: ["methods"],
  organisation: ["units", "tabs"],
  people: ["people", "tabs"],
  person: ["people", "tabs"],
  plan: [],
  proposal: ["coverage", "tabs"],
  representatives: ["units", "tabs"],
  risk: ["risks"],
  round: ["rounds", "tabs"],
  rules: ["coverage", "tabs"],
  security_unit: ["units", "tabs"],
  share: ["sharing"],
  training: ["training", "tabs"],
  unit: ["units", "tabs"],
  verify: [],
  year: ["training"],
};

// The pages that views in a page of others show: EmbeddedView in src/exchange/host/mod.rs.
const VIEWS = { map: "map", unit: "unit", matrix: "risks", card: "representatives", group: "group" };

class Refusal extends Error {
  constructor(reason, cause) {
    super(reason, { cause });
    this.reason = reason;
  }
}

const tag = document.getElementById("boot");
const configured = configure();
const looked = lookForKept();

try {
  await start(tag.dataset.js, tag.dataset.wasm);
} catch (error) {
  show(error instanceof Refusal ? error.reason : "start", error);
}
await configured;
// What is shown in a page of others is not kept, nor a page that is a single file.
if (window === parent && tag.dataset.versions) import(new URL(tag.dataset.versions, document.baseURI).href).catch(() => {});

async function start(script, program) {
  if (typeof WebAssembly !== "object") throw new Refusal("missing");
  ask();
  askForPage();
  const [init, module] = await Promise.all([loader(script), compiled(program), configured, looked]);
  await init({ module_or_path: module });
}

/** Passes on what config.json sets for the start, in attributes; nothing where there is none or it cannot be read. */
async function configure() {
  const reply = await fetch(new URL("config.json", document.baseURI), { cache: "no-cache" }).catch(() => {});
  const set = reply?.ok ? await reply.json().catch(() => {}) : undefined;
  for (const name of ["data", "title", "language", "theme"]) {
    if (typeof set?.[name] === "string") tag.dataset[name] = set[name];
  }
  if (set?.offline === false) tag.dataset.offline = "no";
}

/** Asks for the code of the page that the address names, beside the program that will want it. */
function askForPage() {
  // Pages of one item have code of their own; else a page's is called as it is in the address.
  const single = { organisation: "unit", coverage: "finding", risks: "risk", people: "person" };
  const [, named, item] = location.hash.match(/^#\/([\w-]+)(\/[^?])?/) ?? [];
  const query = new URLSearchParams(location.search);
  const view = query.get("embed");
  const shown = view === "unit" && !query.get("unit") ? "organisation" : VIEWS[view];
  const page = ((item && single[named]) || named || shown || "").replace("-", "_");
  if (!tag.dataset.portable) return;
  const asked = ASKED[page] ?? [page];
  const needed = ({ shared, parts }, wanted) => {
    const known = wanted.flatMap((part) => (parts[part] ? [parts[part]] : []));
    const isNeeded = (name, at) => name && known.some(([, mask]) => (parseInt(mask[at >> 2], 16) >> (at & 3)) & 1);
    return [...known.map(([own]) => own), ...shared.filter(isNeeded)];
  };
  tag.worker?.postMessage({ parts: needed(ENGINE, asked) });
  // The map is seen on the page of the units.
  const pages = [page, ...(page === "map" ? ["organisation"] : []), ...(view ? ["embed"] : [])];
  for (const href of needed(PAGE, pages)) {
    const link = document.createElement("link");
    const isStyle = href.endsWith(".css");
    if (!isStyle) link.crossOrigin = "";
    document.head.append(Object.assign(link, { rel: "preload", as: isStyle ? "style" : "fetch", href }));
  }
}

/**
 * Starts the engine's worker beside the page's program, and has it fetch the file that will be opened: page and worker
 * ask for what they need at once. The page takes it (src/browser/engine/port.rs), or starts one of its own where this
 * one has failed by then. A portable copy fetches nothing.
 */
function ask() {
  if (!tag.dataset.portable) return;
  tag.begin = begin;
  try {
    const worker = begin(tag.dataset.engine);
    worker.onerror = (event) => {
      // The one that the page starts then says why.
      event.preventDefault();
      delete tag.worker;
    };
    tag.worker = worker;
  } catch {
    return;
  }
  configured.then(() => {
    const query = new URLSearchParams(location.search);
    if (query.has("embed") && query.get("from") === "host") return;
    const url = new URL(query.get("data") || tag.dataset.data || "example.json", document.baseURI);
    if (url.origin === location.origin) tag.worker?.postMessage({ ask: url.href });
  }).catch(() => {});
}

/**
 * Starts a worker. One that ends without a word, for want of memory, is told as one that fails: it says its name once it
 * has the lock of that name, and who asks for that then has it when the worker is no more.
 */
function begin(url) {
  // A frame in a sandbox may start none of this site's; not every browser says so before it fails.
  if (origin === "null" && !url.startsWith("blob:")) throw new Error("a stranger's worker");
  const name = `ombud.worker.${Math.random()}`;
  const worker = new Worker(url, { type: "module", name });
  worker.addEventListener("message", ({ data }) => {
    if (data === name) navigator.locks?.request(name, () => worker.dispatchEvent(new Event("error"))).catch(() => {});
  });
  return worker;
}

/** Notes whether the browser keeps work of the reader's: without any, nobody need look for it before the first verdict. */
async function lookForKept() {
  if (!tag.dataset.portable) return;
  const late = new Promise((done) => setTimeout(done, 1000, true));
  if (await Promise.race([countKept().catch(() => false), late])) tag.dataset.kept = "yes";
}

/** Whether there are kept drafts: src/browser/kept.rs keeps them. Nothing is made only to be counted. */
function countKept() {
  return new Promise((done, failed) => {
    const asked = indexedDB.open("ombud");
    asked.onupgradeneeded = () => asked.transaction.abort();
    asked.onerror = (event) => {
      event.preventDefault();
      failed();
    };
    asked.onsuccess = () => {
      const database = asked.result;
      // Where it is not as this page makes it, something is there.
      if (!database.objectStoreNames.contains("drafts")) return done(true);
      const counted = database.transaction("drafts").objectStore("drafts").count();
      counted.onsuccess = () => done(counted.result > 0);
      counted.onerror = failed;
      database.close();
    };
  });
}

/** The generated module's init function. */
async function loader(url) {
  const address = new URL(url, document.baseURI).href;
  try {
    return (await import(address)).default;
  } catch (error) {
    // The browser does not say why an import failed; asking again does.
    const type = await fetch(address).then((reply) => (reply.ok ? kind(reply) : "")).catch(() => "");
    throw new Refusal(type === "text/html" ? "html" : type && !type.includes("javascript") ? "other" : "fetch", error);
  }
}

/**
 * The program, compiled while it arrives. A server that does not know the type of .wasm files
 * costs the reader a moment, not the page.
 */
async function compiled(url) {
  let reply;
  try {
    reply = await fetch(url, { credentials: "same-origin" });
  } catch (error) {
    throw new Refusal("fetch", error);
  }
  if (!reply.ok) throw new Refusal("fetch", `${reply.status} ${url}`);
  if (kind(reply) === "text/html") throw new Refusal("html");
  try {
    if (kind(reply) === "application/wasm") return await WebAssembly.compileStreaming(reply);
    return await WebAssembly.compile(await reply.arrayBuffer());
  } catch (error) {
    throw new Refusal(error instanceof WebAssembly.CompileError ? await whyNotCompiled() : "fetch", error);
  }
}

/** Forbidden, if not even the smallest program compiles; too old, if it knows no vectors. */
async function whyNotCompiled() {
  const header = [0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0];
  // One function that returns i8x16.popcnt of a splatted zero.
  const vectors = [1, 5, 1, 0x60, 0, 1, 0x7b, 3, 2, 1, 0, 10, 10, 1, 8, 0, 0x41, 0, 0xfd, 15, 0xfd, 98, 11];
  try {
    await WebAssembly.compile(new Uint8Array(header));
  } catch {
    return "blocked";
  }
  return WebAssembly.validate(new Uint8Array([...header, ...vectors])) ? "other" : "old";
}

/** The media type of an answer, without its parameters. */
function kind(reply) {
  return (reply.headers.get("content-type") ?? "").split(";")[0].trim().toLowerCase();
}

function show(reason, error) {
  console.error(`Ombud did not start (${reason})`, error.cause ?? error);
  const [swedish, english] = REASONS[reason];
  const main = document.querySelector("#app main") ?? document.body;
  const notice = make("div", "boot-failed", "");
  notice.setAttribute("role", "alert");
  notice.append(make("h1", "", "Sidan kunde inte öppnas"), make("p", "", swedish), make("p", "", english, "en"));
  const again = make("button", "", "Ladda om sidan / Reload the page");
  again.type = "button";
  // In a newer version, where one lies ready: versions.js then says that it sees to it.
  again.addEventListener("click", () => dispatchEvent(new Event("ombud-take", { cancelable: true })) && location.reload());
  notice.append(again);
  main.removeAttribute("aria-busy");
  main.replaceChildren(notice);
}

function make(element, name, text, language) {
  const made = document.createElement(element);
  if (name) made.className = name;
  if (language) made.lang = language;
  made.textContent = text;
  return made;
}
