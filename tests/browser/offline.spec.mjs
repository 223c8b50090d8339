// The page without a network, and in a newer version: kept by the browser, offered, never forced, never mixed.
import { readdirSync, readFileSync } from "node:fs";
import { worker } from "../../scripts/offline.mjs";
import { serve } from "../../scripts/serve.mjs";
import { expectEdit, makeAnEdit, turnTo } from "./support/edit.mjs";
import { axe, expect, openApp, ready, test as base } from "./support/page.mjs";

const DIST = new Map(readdirSync("dist").filter((name) => /\.(?!br$|gz$)\w+$/.test(name)).map((name) => [name, readFileSync(`dist/${name}`)]));
const find = (pattern) => [...DIST.keys()].find((name) => pattern.test(name));
const RISKS = find(/^page-risks.*\.wasm$/);
const PAGE = find(/^page(-[0-9a-f]{8})?\.js$/);
const EXAMPLE = JSON.parse(DIST.get("example.json"));
const NEWER = "En ny version av sidan finns.";
const UNREACHED = "Servern går inte att nå";
// Another program of the site.
const OTHER = '<!doctype html><title>Annat</title><link rel="icon" href="data:,">';

const test = base.extend({
  serviceWorkers: "allow",
  /** What the server sends in place of its files. */
  sent: async ({}, use) => use(new Map()),
  /** The files that it forbids to store. */
  forbidden: async ({}, use) => use(new Set()),
  /** The files in whose place it sends a page for signing in, and what it calls that. */
  guarded: async ({}, use) => use(new Map()),
  /** In place of which files it fails: the status, which may be long in coming. */
  failing: async ({}, use) => use(new Map()),
  /** The files that it has been asked for. */
  asked: async ({}, use) => use([]),
  /** Where the page lies, or several copies of it, and what leads elsewhere. */
  base: ["/some/deep/path/", { option: true }],
  redirects: [new Map(), { option: true }],
  server: async ({ sent, forbidden, guarded, failing, asked, base, redirects }, use) => {
    const headers = (file) => ({
      ...(forbidden.has(file) && { "Cache-Control": "private, no-store" }),
      ...(guarded.has(file) && { "Content-Type": guarded.get(file) }),
    });
    const onRequest = (file) => asked.push(file);
    const server = await serve({ base, override: sent, headers, redirects, onRequest, fails: (file) => failing.get(file) });
    await use(server);
    await server.close();
  },
  baseURL: async ({ server }, use) => use(server.url),
  context: async ({ context }, use) => {
    const faults = [];
    context.on("serviceworker", (worker) => {
      worker.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    });
    await use(context);
    expect(faults, "the worker complained").toEqual([]);
  },
});

// A version is fetched as a whole, and a development build is heavy.
test.describe.configure({ timeout: 120_000 });

/** Puts a newer version up: the page says its number, and the code of one of its pages has another name. */
function publish(sent, number) {
  const code = `page-risks-${number}.wasm`;
  const index = `${DIST.get("index.html")}`.replace("<body>", `<body data-number="${number}">`);
  const changed = { "index.html": index, [PAGE]: `${DIST.get(PAGE)}`.replaceAll(RISKS, code), [code]: DIST.get(RISKS) };
  const files = new Map([...DIST, ...Object.entries(changed)]);
  files.delete(RISKS);
  sent.clear();
  for (const [name, content] of Object.entries(changed)) sent.set(name, content);
  sent.set(RISKS, null);
  sent.set("offline.js", worker(files, readFileSync("public/offline.js", "utf8")));
}

/** The number of the version that a tab runs; none for the first. */
const number = (page) => page.locator("body").getAttribute("data-number");

/** Waits until the browser has all of the page. Another copy of it, in a folder around, may have a worker for both. */
const kept = (page) =>
  page.evaluate(async () => {
    const here = new URL("./", location.href).href;
    const isKept = async () => (await navigator.serviceWorker.getRegistrations()).some(({ scope, active }) => scope === here && active);
    while (!(await isKept())) await new Promise((later) => setTimeout(later, 50));
  });

/** What the browser keeps: workers and caches. */
const traces = (page) =>
  page.evaluate(async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length]);

/** The files that belong to the site and are kept. */
const keptData = (page) =>
  page.evaluate(async () => {
    const name = (await caches.keys()).find((name) => name.endsWith(" data"));
    return (await (await caches.open(name)).keys()).map(({ url }) => url.split("/").at(-1)).sort();
  });

/** Has pages note in `asking` what they ask of the browser that keeps them. */
const noteAsking = (page) =>
  page.addInitScript(() => {
    window.asking = [];
    if (!window.ServiceWorkerContainer) return;
    for (const [type, name] of [[ServiceWorkerContainer, "register"], [ServiceWorkerContainer, "getRegistration"], [ServiceWorkerRegistration, "update"]]) {
      const ask = type.prototype[name];
      type.prototype[name] = function (...said) {
        window.asking.push(name);
        return ask.apply(this, said);
      };
    }
  });

/** What a page has asked of the browser. */
const asking = (page) => page.evaluate(() => window.asking);

/** Has the browser end the worker, as it does with one that has had nothing to do: it is started anew when it is needed. */
async function stopWorker(page) {
  const session = await page.context().newCDPSession(page);
  const stopped = new Promise((done) => {
    session.on("ServiceWorker.workerVersionUpdated", ({ versions }) => {
      if (versions.some(({ runningStatus }) => runningStatus === "stopped")) done();
    });
  });
  await session.send("ServiceWorker.enable");
  await session.send("ServiceWorker.stopAllWorkers");
  await stopped;
  await session.detach();
}

/** Has the server send a file once what is given back is called. */
function holdBack(failing, file) {
  let deliver;
  failing.set(file, new Promise((done) => (deliver = done)));
  return () => failing.delete(file) && deliver();
}

const notice = (page, text) => page.locator(".notices .notice", { hasText: text });

/** Visits the page twice: the browser has it, and the tab runs what the browser has. */
async function visitTwice(page) {
  await openApp(page);
  await kept(page);
  await openApp(page);
}

/** Loads the page anew until a newer version is offered. */
async function offered(page) {
  await openApp(page);
  await expect(notice(page, NEWER)).toBeVisible({ timeout: 30_000 });
}

async function another(page, hash) {
  const tab = await page.context().newPage();
  await openApp(tab, hash);
  return tab;
}

/** Takes the network away while no page stands: one would still fetch what it may need later, and complain. */
async function goOffline(page) {
  await page.goto("about:blank");
  await page.context().setOffline(true);
}

test("after one visit the page opens without a network, whichever of its pages", async ({ page }) => {
  await openApp(page);
  await kept(page);
  const heading = await page.locator("main h1").textContent();
  await goOffline(page);
  await openApp(page);
  await expect(page.locator("main h1")).toHaveText(heading);
  await page.getByRole("navigation").getByRole("link", { name: "Risker" }).click();
  await ready(page);
  await expect(page.getByRole("table").first()).toBeVisible();
  await openApp(page, "#/map");
  await expect(page.locator("main canvas")).toBeVisible();
  await openApp(page, "#/contact");
  await expect(page.getByRole("link", { name: "Tyck till om sidan" })).toBeVisible();
  // What is shown may be old, and that is said.
  await expect(notice(page, /Servern går inte att nå\. Filen är den som hämtades den /)).toBeVisible();
  await axe(page);
});

test("work done without a network comes back, and the file is fetched anew when there is one", async ({ page, context, sent }) => {
  await visitTwice(page);
  await goOffline(page);
  await openApp(page);
  await makeAnEdit(page);
  await turnTo(page, "#/data");
  await expect(page.locator(".kept-line")).toContainText("Sparat i webbläsaren den");
  await openApp(page);
  await expectEdit(page);
  await context.setOffline(false);
  sent.set("example.json", JSON.stringify({ ...EXAMPLE, name: "Nyköpta" }));
  await notice(page, UNREACHED).getByRole("button", { name: "Försök igen" }).click();
  await expect(page.locator("header")).toContainText("Nyköpta");
  await expect(notice(page, UNREACHED)).toHaveCount(0);
});

test("the newest file is shown whenever the server gives it", async ({ page, sent }) => {
  await visitTwice(page);
  sent.set("example.json", JSON.stringify({ ...EXAMPLE, name: "Nyköpta" }));
  await openApp(page);
  await expect(page.locator("header")).toContainText("Nyköpta");
  await expect(page.locator(".notice")).toHaveCount(0);
});

test.describe("a server that is gone", () => {
  test.use({ expectedFaults: [[/Failed to load resource/], { option: true }] });

  test("is told where it matters: what was opened before is shown, and what was not cannot be reached", async ({ page, server, sent }) => {
    sent.set("own.json", JSON.stringify({ ...EXAMPLE, name: "Egen kommun" }));
    await openApp(page, "?data=own.json");
    await kept(page);
    await server.close();
    await openApp(page, "?data=own.json");
    await expect(page.locator("header")).toContainText("Egen kommun");
    await expect(notice(page, UNREACHED)).toBeVisible();
    await page.goto("./?data=other.json");
    await expect(page.locator("main")).toContainText("Det gick inte att nå filen. Kontrollera anslutningen.");
  });
});

// Fault 21 of docs/faults.md.
test("a newer version is offered, and taken with the reader's work in it", async ({ page, sent }) => {
  await visitTwice(page);
  publish(sent, 2);
  await offered(page);
  expect(await number(page)).toBeNull();
  await axe(page);
  await makeAnEdit(page);
  await notice(page, NEWER).getByRole("button", { name: "Byt till den nya versionen" }).click();
  await expect(page.locator("body[data-number='2']")).toBeAttached();
  await ready(page);
  await expect(notice(page, NEWER)).toHaveCount(0);
  await expectEdit(page);
  await turnTo(page, "#/risks");
  await expect(page.getByRole("table").first()).toBeVisible();
});

test("a newer version is not taken by itself, and is offered again on the next visit", async ({ page, sent }) => {
  await visitTwice(page);
  publish(sent, 2);
  await offered(page);
  await notice(page, NEWER).getByRole("button", { name: "Inte nu" }).click();
  await expect(notice(page, NEWER)).toHaveCount(0);
  await turnTo(page, "#/risks");
  await expect(page.getByRole("table").first()).toBeVisible();
  // Not by way of another page, for then nobody would have this one open.
  await page.reload();
  await expect(notice(page, NEWER)).toBeVisible();
  expect(await number(page)).toBeNull();
});

test("once no tab has the page open, the next one is of the newer version", async ({ page, context, sent, baseURL }) => {
  await visitTwice(page);
  publish(sent, 2);
  await offered(page);
  // From beside the page one sees what the browser keeps, and holds none of it.
  await context.route("**/beside", (route) => route.fulfill({ contentType: "text/html", body: "<!doctype html>" }));
  const tab = await context.newPage();
  await tab.goto(new URL("/beside", baseURL).href);
  const waits = () => tab.evaluate(async (scope) => Boolean((await navigator.serviceWorker.getRegistration(scope)).waiting), baseURL);
  expect(await waits()).toBe(true);
  await page.close();
  await expect.poll(waits).toBe(false);
  await openApp(tab);
  expect(await number(tab)).toBe("2");
  await expect(notice(tab, NEWER)).toHaveCount(0);
  expect(await traces(tab)).toEqual([1, 2]);
});

test("a tab goes on in its version when another takes a newer one, and one in between was never taken", async ({ page, sent }) => {
  await visitTwice(page);
  const other = await another(page);
  publish(sent, 2);
  await offered(page);
  publish(sent, 3);
  await page.evaluate(async () => {
    const registration = await navigator.serviceWorker.ready;
    const second = registration.waiting;
    await registration.update();
    while (second.state !== "redundant") await new Promise((later) => setTimeout(later, 50));
  });
  await notice(page, NEWER).getByRole("button", { name: "Byt till den nya versionen" }).click();
  await expect(page.locator("body[data-number='3']")).toBeAttached();
  // The server no longer has the code of this page.
  await turnTo(other, "#/risks");
  await expect(other.getByRole("table").first()).toBeVisible();
  expect(await number(other)).toBeNull();
  await notice(other, NEWER).getByRole("button", { name: "Byt till den nya versionen" }).click();
  await expect(other.locator("body[data-number='3']")).toBeAttached();
});

test("a newer version is not taken while work would be lost by it", async ({ page, sent, baseURL }) => {
  await visitTwice(page);
  publish(sent, 2);
  await offered(page);
  const session = await page.context().newCDPSession(page);
  await session.send("Storage.overrideQuotaForOrigin", { origin: new URL(baseURL).origin, quotaSize: 1 });
  await makeAnEdit(page);
  await notice(page, NEWER).getByRole("button", { name: "Byt till den nya versionen" }).click();
  await expect(notice(page, "har inte plats för dina ändringar")).toBeVisible();
  await expectEdit(page);
  expect(await number(page)).toBeNull();
});

test.describe("a newer version that is not whole", () => {
  test.use({ expectedFaults: [[/integrity|404/], { option: true }] });

  for (const [what, content] of [
    ["lacks a file", null],
    ["has a file of another version", "nothing of the kind"],
  ]) {
    test(`and ${what} is not offered; the one at hand goes on until it is`, async ({ page, sent, context }) => {
      await visitTwice(page);
      publish(sent, 2);
      const whole = sent.get("page-risks-2.wasm");
      sent.set("page-risks-2.wasm", content);
      const refused = page.evaluate(async () => {
        const registration = await navigator.serviceWorker.ready;
        const next = new Promise((found) => registration.addEventListener("updatefound", () => found(registration.installing)));
        registration.update().catch(() => {});
        const worker = await next;
        await new Promise((done) => worker.addEventListener("statechange", done));
        return worker.state;
      });
      expect(await refused).toBe("redundant");
      await context.setOffline(true);
      await openApp(page, "#/risks");
      await expect(page.getByRole("table").first()).toBeVisible();
      await expect(notice(page, NEWER)).toHaveCount(0);
      await context.setOffline(false);
      sent.set("page-risks-2.wasm", whole);
      await offered(page);
    });
  }
});

test.describe("a kept version that cannot start", () => {
  test.use({ expectedFaults: [[/Ombud did not start/, /is not defined/], { option: true }] });

  test("gives way to the newer one when the reader loads it anew", async ({ page, sent }) => {
    const files = new Map([...DIST, [PAGE, "gone();"]]);
    await openApp(page);
    await kept(page);
    sent.set(PAGE, files.get(PAGE));
    sent.set("offline.js", worker(files, readFileSync("public/offline.js", "utf8")));
    await offered(page);
    await notice(page, NEWER).getByRole("button", { name: "Byt till den nya versionen" }).click();
    await expect(page.getByRole("heading", { name: "Sidan kunde inte öppnas" })).toBeVisible();
    publish(sent, 3);
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      await registration.update();
      while (!registration.waiting) await new Promise((later) => setTimeout(later, 50));
    });
    await page.getByRole("button", { name: "Ladda om sidan / Reload the page" }).click();
    await expect(page.locator("body[data-number='3']")).toBeAttached();
    await ready(page);
  });
});

test("a tab that stays open looks for a newer version, also after the clock was set back", async ({ page, sent }) => {
  await noteAsking(page);
  await page.clock.setFixedTime(new Date("2026-11-30T12:00:00+01:00"));
  await visitTwice(page);
  await expect.poll(() => asking(page)).toEqual(["register"]);
  publish(sent, 2);
  const comeBack = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange")));
  await comeBack();
  expect(await asking(page)).toEqual(["register"]);
  await page.clock.setFixedTime(new Date("2026-11-30T10:00:00+01:00"));
  // What was asked has its answer only now and then.
  await expect.poll(async () => (await comeBack(), asking(page))).toEqual(["register", "update"]);
  await expect(notice(page, NEWER)).toBeVisible({ timeout: 60_000 });
});

test("turned off in config.json, nothing is kept any longer", async ({ page, sent }) => {
  await noteAsking(page);
  await visitTwice(page);
  expect(await traces(page)).toEqual([1, 2]);
  sent.set("config.json", '{"offline": false}');
  await openApp(page);
  await expect.poll(() => traces(page)).toEqual([0, 0]);
  await openApp(page);
  await expect.poll(() => asking(page)).toEqual(["getRegistration"]);
  expect(await traces(page)).toEqual([0, 0]);
});

test("what the server forbids to store is not kept", async ({ page, forbidden }) => {
  forbidden.add("example.json");
  await visitTwice(page);
  expect(await keptData(page)).toEqual(["config.json"]);
  forbidden.clear();
  await openApp(page);
  await expect.poll(() => keptData(page)).toEqual(["config.json", "example.json"]);
  forbidden.add("example.json");
  await openApp(page);
  await expect.poll(() => keptData(page)).toEqual(["config.json"]);
});

const SIGN_IN = "\n<!doctype html><title>Logga in</title>";
for (const [what, called, content] of [
  ["a page for signing in", "text/html; charset=utf-8", SIGN_IN],
  ["a page for signing in that is called data", "application/json", SIGN_IN],
  ["a word that one is to sign in", "application/json", '{"error": "login"}'],
]) {
  test(`${what} takes nobody's place: the files that were kept are used and stay`, async ({ page, sent, guarded, forbidden }) => {
    sent.set("config.json", '{"data": "own.json"}');
    sent.set("own.json", JSON.stringify({ ...EXAMPLE, name: "Egen kommun" }));
    await visitTwice(page);
    for (const file of ["config.json", "own.json"]) {
      guarded.set(file, called);
      sent.set(file, content);
      // That is said of the answer, not of the file.
      forbidden.add(file);
    }
    for (let visit = 0; visit < 2; visit++) {
      await openApp(page);
      await expect(page.locator("header")).toContainText("Egen kommun");
      await expect(notice(page, UNREACHED)).toBeVisible();
    }
    expect(await keptData(page)).toEqual(["config.json", "own.json"]);
  });
}

test("whatever the page opens is kept, also what says late or otherwise what it is", async ({ page, sent }) => {
  const answer = { ombud: "changes", version: 1, by: "Karin Ek", from: { sha256: "0".repeat(64), names: [], units: [] } };
  sent.set("answer.json", JSON.stringify(answer));
  sent.set("late.json", JSON.stringify({ name: "Ekby", units: [{ id: "eken", name: "Eken", kind: "workplace" }], format: 1 }));
  const { format, ...rest } = EXAMPLE;
  sent.set("long.json", JSON.stringify({ ...rest, format }));
  sent.set("config.json", "{}");
  await visitTwice(page);
  for (const name of ["answer.json", "late.json", "long.json"]) {
    await page.goto(`./?data=${name}`);
    await expect.poll(() => keptData(page)).toContain(name);
  }
  expect(await keptData(page)).toEqual(["answer.json", "config.json", "example.json", "late.json", "long.json"]);
});

test("what stand-alone copies are made from is fetched when one is made, and not kept", async ({ page, asked }) => {
  await visitTwice(page);
  const before = await keptData(page);
  await openApp(page, "#/share");
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: "Spara fristående kopia" }).click();
  await download;
  const isTemplate = (name) => /^portable.*\.html$/.test(name);
  expect(asked.filter(isTemplate)).toHaveLength(1);
  const all = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => url.split("/").at(-1));
  });
  expect(all).toContain(PAGE);
  expect(all.filter(isTemplate)).toEqual([]);
  expect(await keptData(page)).toEqual(before);
});

test.describe("a server that leads on to index.html", () => {
  test.use({ redirects: new Map([["", "index.html"]]) });

  // Fault 30 of docs/faults.md.
  test("has the page open the second time as well", async ({ page }) => {
    await visitTwice(page);
    await page.goto("./index.html");
    await ready(page);
  });
});

test.describe("at the root of a site", () => {
  test.use({ base: "/", redirects: new Map([["before", "./"]]), expectedFaults: [[/Failed to load resource/], { option: true }] });
  test.beforeEach(async ({ page, sent }) => {
    sent.set("annat/index.html", OTHER);
    await visitTwice(page);
  });

  test("the site's other programs get what the server says, and nothing of theirs is kept", async ({ page, sent, server }) => {
    sent.set("annat/now.json", "1");
    await page.goto("./annat/index.html");
    const now = () => page.evaluate(async () => (await fetch("now.json")).text());
    expect(await now()).toBe("1");
    sent.set("annat/now.json", "2");
    expect(await now()).toBe("2");
    sent.set("annat/now.json", null);
    expect(await page.evaluate(async () => (await fetch("now.json")).status)).toBe(404);
    // Not the page's own data either, for another program.
    sent.set("example.json", null);
    expect(await page.evaluate(async () => (await fetch("/example.json")).status)).toBe(404);
    expect(await keptData(page)).toEqual(["config.json", "example.json"]);
    await server.close();
    const data = () => page.evaluate(() => fetch("/example.json").then(() => "given", () => "refused"));
    expect(await data()).toBe("refused");
    // Nor from a worker that has not seen the program come.
    await stopWorker(page);
    expect(await data()).toBe("refused");
    // Nor the page's own files, which the program may have others of by the same names.
    await stopWorker(page);
    expect(await page.evaluate(() => fetch("/icon.svg").then(() => "given", () => "refused"))).toBe("refused");
  });

  test("a tab whose address names what is no address takes nothing from the others", async ({ page, context }) => {
    const odd = await context.newPage();
    await odd.goto("./?data=//");
    await stopWorker(page);
    const config = page.waitForResponse(/config\.json$/);
    await openApp(page);
    expect((await config).fromServiceWorker()).toBe(true);
    await ready(page);
  });

  test("what another program asks for is left to the browser once it is known for one", async ({ page }) => {
    await page.goto("./annat/index.html");
    const isAnswered = async (file) => {
      const [reply] = await Promise.all([page.waitForResponse((reply) => reply.url().endsWith(file)), page.evaluate((file) => fetch(file).then((reply) => reply.text()), file)]);
      return reply.fromServiceWorker();
    };
    expect([await isAnswered("/example.json"), await isAnswered("/icon.svg")]).toEqual([false, false]);
    await stopWorker(page);
    expect([await isAnswered("/example.json"), await isAnswered("/example.json")]).toEqual([true, false]);
  });

  test("a reader whom the site leads on to the page is at the page", async ({ page }) => {
    const config = page.waitForResponse(/config\.json$/);
    await page.goto("./before");
    expect((await config).fromServiceWorker()).toBe(true);
    await ready(page);
  });

  test("where the server fails, the page shows what is kept, and another program is told", async ({ page, failing, forbidden }) => {
    failing.set("example.json", 503);
    // As pages about failures say of themselves.
    forbidden.add("example.json");
    await openApp(page);
    await expect(notice(page, UNREACHED)).toBeVisible();
    await page.goto("./annat/index.html");
    expect(await page.evaluate(async () => (await fetch("/example.json")).status)).toBe(503);
    expect(await keptData(page)).toEqual(["config.json", "example.json"]);
  });

  test("where the server takes more than three seconds, the page shows what is kept, and another program waits", async ({ page, context, failing, asked }) => {
    const other = await context.newPage();
    await other.goto("./annat/index.html");
    const deliver = holdBack(failing, "example.json");
    asked.length = 0;
    let waits = true;
    const told = other.evaluate(async () => (await fetch("/example.json")).status).finally(() => (waits = false));
    await expect.poll(() => asked).toContain("example.json");
    await openApp(page);
    await expect(notice(page, UNREACHED)).toBeVisible();
    expect(waits).toBe(true);
    deliver();
    expect(await told).toBe(200);
  });
});

test.describe("two municipalities on one host", () => {
  // One in a folder of the other's: the worker of the outer hears of both.
  test.use({ base: ["/", "/alby/"] });
  test.beforeEach(({ sent }) => void sent.set("/alby/example.json", JSON.stringify({ ...EXAMPLE, name: "Alby" })));

  /** Waits until the change at hand is in the browser. */
  const saved = async (page) => {
    await turnTo(page, "#/data");
    await expect(page.locator(".kept-line")).toContainText("Sparat i webbläsaren den");
  };

  /** The folders whose page the browser keeps, each with its caches. */
  const folders = async (page) => {
    const names = await page.evaluate(async () => [...(await caches.keys()).map((name) => name.split(" ")[1]), ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope)]);
    return names.map((name) => new URL(name).pathname).sort();
  };

  test("have drafts and caches of their own", async ({ page }) => {
    await openApp(page);
    await kept(page);
    await makeAnEdit(page, 1);
    await saved(page);
    await openApp(page, "alby/");
    await kept(page);
    await expect(page.locator(".notice")).toHaveCount(0);
    await expectEdit(page, 1, undefined, false);
    await makeAnEdit(page, 2);
    await saved(page);
    expect(await folders(page)).toEqual(["/", "/", "/", "/alby/", "/alby/", "/alby/"]);
    await goOffline(page);
    for (const [folder, name, own, other] of [["", EXAMPLE.name, 1, 2], ["alby/", "Alby", 2, 1]]) {
      await openApp(page, folder);
      await expect(page.locator("header")).toContainText(name);
      await expectEdit(page, own);
      await expectEdit(page, other, undefined, false);
    }
  });

  for (const [off, folder, stays] of [["the inner one", "alby/", ""], ["the outer one", "", "alby/"]]) {
    test(`${off} that is not to be kept leaves the other's alone`, async ({ page, sent }) => {
      await noteAsking(page);
      for (const each of ["", "alby/"]) {
        await openApp(page, each);
        await kept(page);
      }
      sent.set(`/${folder}config.json`, '{"offline": false}');
      // The second time there is nothing to take away.
      for (let visit = 0; visit < 2; visit++) {
        await openApp(page, folder);
        await expect.poll(() => asking(page)).toEqual(["getRegistration"]);
        await expect.poll(() => folders(page)).toEqual([`/${stays}`, `/${stays}`, `/${stays}`]);
      }
      await goOffline(page);
      await openApp(page, stays);
    });
  }
});

test("of the files of the site, the one that config.json names is kept", async ({ page, sent }) => {
  sent.set("config.json", '{"data": "own.json"}');
  sent.set("own.json", JSON.stringify({ ...EXAMPLE, name: "Egen kommun" }));
  await openApp(page);
  await kept(page);
  expect(await keptData(page)).toEqual(["config.json", "own.json"]);
  await goOffline(page);
  await openApp(page);
  await expect(page.locator("header")).toContainText("Egen kommun");
});

test("a view in a page of others keeps nothing, in a sandbox or not", async ({ page, baseURL, asked }) => {
  const outside = `<!doctype html><link rel="icon" href="data:,"><iframe src="${baseURL}"></iframe><iframe src="${baseURL}?embed=overview&from=host" sandbox="allow-scripts"></iframe>`;
  await page.route(/outside\.html$/, (route) => route.fulfill({ contentType: "text/html", body: outside }));
  await page.goto("./outside.html");
  for (const [at, sign] of [[0, "main[data-ready=true]"], [1, ".embed-waits"]]) await expect(page.frameLocator("iframe").nth(at).locator(sign)).toBeVisible({ timeout: 30_000 });
  // What changes the file is fetched long after what would have the page kept.
  await expect.poll(() => asked.some((file) => /^engine-more.*\.wasm$/.test(file))).toBe(true);
  expect(asked.filter((file) => /^(?:versions|offline).*\.js$/.test(file))).toEqual([]);
  expect(await traces(page)).toEqual([0, 0]);
});

test("a view in a page of others is of the version that the server has", async ({ page, baseURL, sent }) => {
  await visitTwice(page);
  publish(sent, 2);
  await page.route(/outside\.html$/, (route) => route.fulfill({ contentType: "text/html", body: `<!doctype html><link rel="icon" href="data:,"><iframe src="${baseURL}?embed=overview"></iframe>` }));
  await page.goto("./outside.html");
  await expect(page.frameLocator("iframe").locator("body[data-number='2']")).toBeAttached();
});

test.describe("where the browser keeps no pages", () => {
  test.use({ serviceWorkers: "block" });

  test("the page opens as always, and nothing is said", async ({ page }) => {
    const asked = page.waitForEvent("console", (message) => message.text().includes("registration blocked"));
    await openApp(page);
    await asked;
    await expect(page.locator(".notice")).toHaveCount(0);
    expect(await traces(page)).toEqual([0, 0]);
  });
});
