// Runs in the bench's own page: holds the bytes of one file, and times workers that are given a copy.

let bytes;

/** Reads the picked file into memory; gives its size. */
export async function take() {
  bytes = await document.querySelector("input").files[0].arrayBuffer();
  return bytes.byteLength;
}

/** The address of the engine that the built page would start; undefined when it names none. */
export async function engineOf(app) {
  const html = await (await fetch(app)).text();
  const boot = new DOMParser().parseFromString(html, "text/html").querySelector("#boot");
  return boot?.dataset.engine && new URL(boot.dataset.engine, new URL(app, location.href)).href;
}

/** The bytes of a message to the engine: its number, which one it is, and a text (src/engine/message.rs). */
const said = (number, which, text) => Uint8Array.of(number, which, text.length, ...new TextEncoder().encode(text));

/** A message from the engine: the bytes of its number and which one it is, and what comes beside. */
const heard = ([[id, which], beside]) => (which === 5 ? { id, failed: "the engine" } : { id, counts: which === 4 ? beside : undefined });

/** How each measure starts its worker, what it posts, and which message ends it. */
const METHODS = {
  product: {
    worker: ({ engine }) => engine,
    ready: (on) => [said(0, 2, on)],
    messages: (buffer, on) => [[Uint8Array.of(...said(1, 0, "bench.json"), 0), buffer], [said(2, 2, on)]],
  },
  parse: {
    worker: () => "./worker.mjs",
    ready: () => ({ id: 0 }),
    messages: (buffer) => [{ id: 2, parse: buffer }],
  },
  peer: {
    worker: () => "./worker.mjs",
    ready: () => ({ id: 0 }),
    messages: (buffer, on) => [{ id: 2, parse: buffer, on }],
  },
};

/**
 * Times one method in a fresh worker: its first file, and the same file again. The program is
 * fetched, compiled and listening before the clock starts; the copy of the bytes is made before it
 * too, and handed over, not copied.
 */
export async function measure(name, { on, engine }) {
  const method = METHODS[name];
  const worker = new Worker(method.worker({ engine }), { type: "module" });
  try {
    await answered(worker, 0, () => worker.postMessage(method.ready(on)));
    const times = [];
    let last;
    for (let turn = 0; turn < 2; turn++) {
      const buffer = bytes.slice(0);
      let start;
      last = await answered(worker, 2, () => {
        const [first, ...more] = method.messages(buffer, on);
        start = performance.now();
        worker.postMessage(first, [buffer]);
        for (const message of more) worker.postMessage(message);
      });
      times.push(performance.now() - start);
    }
    return { times, counts: last.counts && JSON.parse(last.counts) };
  } finally {
    worker.terminate();
  }
}

/** The last message with this id, after `post` has been called. */
function answered(worker, id, post) {
  return new Promise((done, failed) => {
    worker.onerror = (event) => failed(new Error(event.message || "the worker did not start"));
    worker.onmessage = (event) => {
      const data = Array.isArray(event.data) ? heard(event.data) : event.data;
      if (data.failed !== undefined) failed(new Error(`the engine failed: ${data.failed}`));
      else if (data.id === id) done(data);
    };
    post();
  });
}
