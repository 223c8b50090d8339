// A browser driven over WebDriver, as its makers' drivers speak it: the few commands that the visits need.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

const ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
const PATIENCE = 120_000;

/** Starts a driver and a browser by it; `PORT` in `args` stands for the port it listens on. */
export async function start({ driver, args, env = {}, capabilities }) {
  const port = await free();
  const child = spawn(driver, args.map((arg) => arg.replace("PORT", port)), { env: { ...process.env, ...env }, stdio: "ignore" });
  const ended = once(child, "exit");
  const url = `http://127.0.0.1:${port}`;
  try {
    await until(() => fetch(`${url}/status`).then((reply) => reply.ok), `${driver} to listen`);
    const { sessionId } = await command(url, "POST", "/session", { capabilities: { alwaysMatch: { timeouts: { script: PATIENCE }, ...capabilities } } });
    const browser = new Browser(`${url}/session/${sessionId}`);
    const stop = () => browser.quit().catch(() => {}).then(() => child.kill()).then(() => ended);
    return { browser, stop, kill: () => kill(child).then(() => ended) };
  } catch (error) {
    child.kill();
    throw error;
  }
}

/** Kills a driver and all that it has started, so that nothing is written down on the way out. */
async function kill(child) {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const parents = rows.map((row) => row.trim().split(/\s+/).map(Number));
  const below = (of) => parents.flatMap(([pid, parent]) => (parent === of ? [pid, ...below(pid)] : []));
  for (const pid of [child.pid, ...below(child.pid)]) {
    try {
      process.kill(pid, "SIGKILL");
    } catch {
      // Some end with the one that started them.
    }
  }
}

class Browser {
  #url;

  constructor(url) {
    this.#url = url;
  }

  #do(method, path, body) {
    return command(this.#url, method, path, body);
  }

  open(url) {
    return this.#do("POST", "/url", { url });
  }

  reload() {
    return this.#do("POST", "/refresh", {});
  }

  /** What a function gives in the page. */
  run(script, ...args) {
    return this.#do("POST", "/execute/sync", { script: `return (${script})(...arguments)`, args });
  }

  /** Waits until a function gives something in the page, and gives that. */
  wait(script, ...args) {
    return until(() => this.run(script, ...args), `${script}`);
  }

  /** What the promise comes to that a function gives in the page. */
  async promised(script, ...args) {
    const asked = `const args = [...arguments], done = args.pop();
      (${script})(...args).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
    const { value, error } = await this.#do("POST", "/execute/async", { script: asked, args });
    if (error) throw new Error(error);
    return value;
  }

  /** By a CSS selector, or by an XPath, which begins with two strokes. */
  async #find(selector) {
    const using = selector.startsWith("//") ? "xpath" : "css selector";
    const found = await until(() => this.#do("POST", "/element", { using, value: selector }).catch(() => {}), selector);
    return found[ELEMENT];
  }

  async click(selector) {
    const id = await this.#find(selector);
    // WebKit's driver brings it to the edge of the window, where something may lie over it.
    await this.run((element) => element.scrollIntoView({ block: "center", behavior: "instant" }), { [ELEMENT]: id });
    return this.#do("POST", `/element/${id}/click`, {});
  }

  /** Puts a text in place of what a field holds. */
  async type(selector, text) {
    const field = `/element/${await this.#find(selector)}`;
    await this.#do("POST", `${field}/clear`, {});
    return this.#do("POST", `${field}/value`, { text });
  }

  /** Gives a file picker a file of this machine. */
  async pick(selector, path) {
    return this.#do("POST", `/element/${await this.#find(selector)}/value`, { text: path });
  }

  /** Goes into a frame, or out of all. */
  async frame(selector) {
    const id = selector ? { [ELEMENT]: await this.#find(selector) } : null;
    return this.#do("POST", "/frame", { id });
  }

  /** The tab at hand. */
  handle() {
    return this.#do("GET", "/window");
  }

  /** Opens another tab, in a window of its own, and turns to it: WebKit draws nothing of a tab that is behind another. */
  async tab() {
    const { handle } = await this.#do("POST", "/window/new", { type: "window" });
    await this.turnTo(handle);
    return handle;
  }

  turnTo(handle) {
    return this.#do("POST", "/window", { handle });
  }

  /** Closes the tab at hand; then none is until one is turned to. */
  close() {
    return this.#do("DELETE", "/window");
  }

  quit() {
    return this.#do("DELETE", "");
  }
}

async function command(url, method, path, body) {
  const reply = await fetch(url + path, { method, body: body && JSON.stringify(body), headers: { "content-type": "application/json" } });
  const { value } = await reply.json();
  if (!reply.ok) throw new Error(`${method} ${path}: ${value.error}: ${value.message}`);
  return value;
}

/** Waits until something is given, and gives it. */
export async function until(look, what) {
  const late = Date.now() + PATIENCE;
  for (;;) {
    const seen = await Promise.resolve().then(look).catch((error) => void (Date.now() > late && console.error(error.message)));
    if (seen) return seen;
    if (Date.now() > late) throw new Error(`Waited in vain: ${what}`);
    await pause(100);
  }
}

/** A port that nobody listens on. */
async function free() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return String(port);
}
