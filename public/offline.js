// The worker that keeps the page, so that it opens without a network. Each version of the page has a cache of its own,
// filled as a whole or not at all, and the page's files come from there alone. A newer version waits until nobody has the
// page open, or the reader asks for it. public/versions.js starts this; scripts/offline.mjs puts VERSION and FILES, the
// files of this version with their hashes, before it.
//
// Where the page lies at the root of a site, this hears of all that the site's other programs fetch. It answers for the
// page's own files and for the files that the page is to open, by name, and for nobody but the page. Whose request it is
// can be looked up, but not before the browser wants to know who answers; so whom it has met it remembers.

const HERE = new URL("./", location.href).href;
// What a version's files are called, for this one does not know the names of those before it.
const OF_A_VERSION = /^[\w.-]+\.(?:css|js|svg|wasm|webmanifest)$/;
// Another copy of the page on the same site has caches of its own.
const NAME = `ombud ${HERE} `;
const OWN = NAME + VERSION;

// What belongs to whoever runs the site, not to a version: fetched anew each time, kept for when that cannot be.
const DATA = `${NAME}data`;
// Names what the page opens when nothing is said.
const CONFIG = `${HERE}config.json`;
// What it can set: docs/hosting.md.
const SETTINGS = ["data", "title", "language", "theme", "feedback", "embedders", "offline", "tokens"];
// What a file that the page opens says of itself: one of the format, or a change file.
const OPENED = /"format"\s*:\s*\d|"ombud"\s*:\s*"changes"/;
// Characters that no word from a server which asks who one is has: what is longer is a file, wherever it says so.
const LONG = 65_536;
// Files that are kept, the latest.
const MOST = 8;
// Milliseconds a server has before what is kept is taken.
const PATIENCE = 3000;
// In a cache: its version has been at work.
const WORKED = `${HERE}offline.js`;
// Says of a kept file when it was fetched, in milliseconds since 1970.
const FETCHED = "ombud-fetched";
// The clients that are other programs, by id: what they ask for is left to the browser. A worker that has been started
// anew has forgotten them, and passes on the first request of each.
const strangers = new Set();
// Whether config.json has said that nothing is to be kept: then the page takes everything away, and nothing comes back.
let isOff = false;

addEventListener("install", (event) => event.waitUntil(install()));
addEventListener("activate", (event) => event.waitUntil(tidy()));
addEventListener("fetch", hear);
addEventListener("message", ({ data }) => data === "take" && skipWaiting());

async function install() {
  // The server may have gone back to a version that is at work here.
  const had = await caches.has(OWN);
  const cache = await caches.open(OWN);
  try {
    await Promise.all(Object.entries(FILES).map(([name, integrity]) => add(cache, name, integrity)));
  } catch (error) {
    if (!had) await caches.delete(OWN);
    throw error;
  }
  await ahead(CONFIG).catch(() => {});
  await Promise.all((await wanted()).map((url) => ahead(url).catch(() => {})));
}

/** Fetches a file of this version. One of another version is refused. */
async function add(cache, name, integrity) {
  const reply = await fetch(HERE + name, { cache: "no-cache", integrity });
  if (!reply.ok) throw new Error(`${name}: status ${reply.status}`);
  await cache.put(HERE + name, direct(reply));
}

/** A reply as if no redirect had led to it: one that did cannot answer a navigation. */
function direct(reply) {
  if (!reply.redirected) return reply;
  const { status, statusText, headers } = reply;
  return new Response(reply.body, { status, statusText, headers });
}

/** The addresses of the site's files that the page opens when nothing is said, and of those that are open right now. */
async function wanted() {
  const config = await caches.match(CONFIG, { cacheName: DATA });
  const set = await config?.json().catch(() => {});
  const pages = await clients.matchAll({ type: "window", includeUncontrolled: true });
  const named = pages.map(({ url }) => isPage(url) && new URL(url).searchParams.get("data"));
  // Any link can name what is no address.
  const names = [set?.data || "example.json", ...named].filter((name) => name && URL.canParse(name, HERE));
  const urls = names.map((name) => new URL(name, HERE));
  return urls.filter(({ origin }) => origin === location.origin).map(({ href }) => href);
}

/** Keeps a file of the site's. */
async function ahead(url) {
  await latest(new Request(url, { cache: "no-cache" }), (kept) => kept);
}

/** Whether an address is the page's. */
function isPage(address) {
  const { origin, pathname } = new URL(address);
  return [HERE, `${HERE}index.html`].includes(origin + pathname);
}

/** Whether a client is the page, or a worker of the page. */
function isOurs({ type, url }) {
  if (type === "window") return isPage(url);
  return url.startsWith(HERE) && OF_A_VERSION.test(url.slice(HERE.length));
}

/** Lets go of earlier versions; where the page is open, not of the one before: a tab may still run it. */
async function tidy() {
  await (await caches.open(OWN)).put(WORKED, new Response());
  const isOpen = (await clients.matchAll({ type: "window" })).length > 0;
  const others = (await versions()).filter((name) => name !== OWN);
  const worked = await Promise.all(others.map(async (name) => Boolean(await (await caches.open(name)).match(WORKED))));
  // A version may be on its way meanwhile.
  if (registration.installing) return;
  const before = isOpen ? others[worked.lastIndexOf(true)] : undefined;
  await Promise.all(others.filter((name) => name !== before).map((name) => caches.delete(name)));
}

/** The names of the caches of all versions, the oldest first. */
async function versions() {
  return (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== DATA);
}

function hear(event) {
  const { request } = event;
  const url = new URL(request.url);
  const navigates = request.mode === "navigate";
  if (navigates) meet(event.resultingClientId, isPage(url));
  else if (strangers.has(event.clientId)) return;
  if (url.origin !== location.origin || !["GET", "HEAD"].includes(request.method) || request.cache === "no-store") return;
  if (navigates) {
    // In a frame of another page the server has its say: who may show it, and in which version.
    if (isPage(url) && request.destination === "document") event.respondWith(program(HERE, request));
  } else if (url.href.startsWith(HERE) && OF_A_VERSION.test(url.href.slice(HERE.length))) {
    event.respondWith(own(event, url.href));
  } else if (request.destination === "") {
    event.respondWith(data(event));
  }
}

/** Remembers who is not the page. Where a server leads on, who comes may be another after all. */
function meet(id, isThePage) {
  if (isThePage) strangers.delete(id);
  else if (id) strangers.add(id);
}

/** A file of the page, for the page; others get what the server has there. */
async function own(event, url) {
  return (await isStrangers(event)) ? fetch(event.request) : program(url, event.request);
}

/** Whether somebody else than the page asks. Some browsers do not say which of the page's workers does. */
async function isStrangers({ clientId }) {
  const client = clientId && (await clients.get(clientId));
  if (client) meet(client.id, isOurs(client));
  return strangers.has(clientId);
}

/** A file of this version; else of the one before, which a tab may still run; else the server's. */
async function program(url, request) {
  // To open a cache would make the one that has been taken away.
  for (const cacheName of [OWN, ...(await versions()).reverse()]) {
    const found = await caches.match(url, { cacheName, ignoreVary: true });
    if (found) return direct(found);
  }
  return fetch(request);
}

/**
 * A file that the page opens: the latest; where the server is not reached, fails or takes long, the one that is kept.
 * What others ask for, and what the page is not to open, goes on to the server as it is.
 */
async function data(event) {
  const { request } = event;
  if ((await isStrangers(event)) || !(await opens(request.url))) return fetch(request);
  const kept = await caches.match(request, { cacheName: DATA, ignoreMethod: true, ignoreVary: true });
  const instead = () => (request.method === "HEAD" ? new Response(null, kept) : kept);
  if (kept && !navigator.onLine) return instead();
  const asked = latest(request, (kept) => event.waitUntil(kept)).catch(() => ({ reply: Response.error() }));
  if (!kept) return (await asked).reply;
  const late = new Promise((done) => setTimeout(done, PATIENCE, {}));
  const { reply, isIt } = await Promise.race([asked, late]);
  return isIt && reply.status < 500 ? reply : instead();
}

/** Whether a file is one that the page opens. */
async function opens(url) {
  return url === CONFIG || (await wanted()).includes(url);
}

/**
 * Whether the server gave what it was asked for, and not, with the status 200, a page for signing in or a word that this is
 * to be done, whatever it calls it. A failure is no such thing.
 */
async function isAsAsked(url, reply) {
  if (!reply.ok || !reply.body) return true;
  if (/html/.test(reply.headers.get("content-type") ?? "")) return false;
  if (url === CONFIG) return sets(await reply.clone().text());
  const text = await beginning(reply.clone());
  // Nothing that the page opens begins as markup does.
  return !/^\s*</.test(text) && (text.length >= LONG || OPENED.test(text));
}

/** The beginning of a text: as much as it takes to know it for a file that the page opens. */
async function beginning({ body }) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = "";
  while (text.length < LONG && !OPENED.test(text)) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += value;
  }
  reader.cancel().catch(() => {});
  return text;
}

/** Whether a text is a configuration: an object that sets something of what the page knows, or nothing at all. */
function sets(text) {
  try {
    const names = Object.keys(JSON.parse(text));
    return /^\s*\{/.test(text) && (names.length === 0 || names.some((name) => SETTINGS.includes(name)));
  } catch {
    return false;
  }
}

/**
 * Asks the server, and says what it gives and whether that is what was asked for. That is kept, unless the server forbids
 * it; `lasts` is told until when that takes.
 */
async function latest(request, lasts) {
  const reply = await fetch(request);
  const isIt = await isAsAsked(request.url, reply);
  // What stands in a file's place does not speak for it.
  if (reply.ok && isIt) {
    const isWhole = request.method === "GET";
    if (isWhole && request.url === CONFIG) isOff = (await reply.clone().json()).offline === false;
    if (isOff || /no-store/.test(reply.headers.get("cache-control") ?? "")) await lasts(forget(request.url));
    else if (isWhole) await lasts(keep(request.url, direct(reply.clone())));
  }
  return { reply, isIt };
}

async function forget(url) {
  if (await caches.has(DATA)) await (await caches.open(DATA)).delete(url);
}

async function keep(url, reply) {
  const headers = new Headers(reply.headers);
  headers.set(FETCHED, Date.now());
  const cache = await caches.open(DATA);
  await cache.put(url, new Response(reply.body, { headers }));
  const urls = await cache.keys();
  await Promise.all(urls.slice(0, -MOST).map((old) => cache.delete(old)));
}
