// One line that all connections share, workers' too, as between a reader and a host: a browser's own emulation leaves
// workers out. What passes is delayed and metered between the browser and a server on this machine.
import { connect, createServer } from "node:net";

/** As much as a frame of Ethernet carries: the connections take turns by it. */
const PIECE = 1460;

/**
 * A line to the server at `port`: `rate` in bits a second towards the browser, `delay` in milliseconds there and back.
 * Opening a connection costs one way there and back, as TCP does. That a connection begins slowly is left out.
 */
export async function line(port, { rate, delay }) {
  const perMs = rate / 8 / 1000;
  const waiting = new Map();
  let freeAt = 0;
  let timer;

  /** Lets through what the line has carried by now, a piece of each connection in turn. */
  function carry() {
    timer = undefined;
    const now = performance.now();
    while (waiting.size && freeAt <= now) {
      const [socket, pieces] = waiting.entries().next().value;
      waiting.delete(socket);
      const piece = pieces.shift();
      if (pieces.length) waiting.set(socket, pieces);
      freeAt += piece.length / perMs;
      setTimeout(() => socket.writable && socket.write(piece), delay / 2);
    }
    if (waiting.size) timer ??= setTimeout(carry, 1);
  }

  const server = createServer((browser) => {
    const host = connect(port, "127.0.0.1");
    const opened = performance.now() + delay;
    browser.setNoDelay();
    browser.on("data", (asked) => {
      const wait = Math.max(opened - performance.now(), 0) + delay / 2;
      setTimeout(() => host.writable && host.write(asked), wait);
    });
    host.on("data", (answer) => {
      // A timer that comes late loses nothing: only a line that had nothing to carry begins anew.
      if (!waiting.size) freeAt = Math.max(freeAt, performance.now());
      const pieces = waiting.get(browser) ?? [];
      for (let at = 0; at < answer.length; at += PIECE) pieces.push(answer.subarray(at, at + PIECE));
      waiting.set(browser, pieces);
      timer ??= setTimeout(carry, 0);
    });
    for (const [one, other] of [[browser, host], [host, browser]]) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  return { url: `http://localhost:${server.address().port}/`, close: () => new Promise((done) => server.close(done)) };
}
