// Runs the tools of a build: as many beside each other as the machine has cores.
import { execFile, spawn } from "node:child_process";
import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

// From so many bytes on a tool of Binaryen has enough to do that it pays to make it fast while it runs: it is a program
// for WebAssembly itself. With fewer, that is half of its work.
const LARGE = 300_000;

const underway = new Set();

/** Runs a tool that uses one core, once there is one for it; gives what it printed. */
export async function beside(tool, args) {
  while (underway.size >= availableParallelism()) await Promise.race(underway).catch(() => {});
  const running = promisify(execFile)(tool, args, { maxBuffer: 2 ** 30 });
  underway.add(running);
  try {
    return (await running).stdout;
  } finally {
    underway.delete(running);
  }
}

/** Runs a tool of Binaryen on a file, which comes first among what it is told, as `beside` does. */
export function binaryen(tool, file, args) {
  const soon = statSync(file).size < LARGE ? ["--liftoff-only"] : [];
  return beside(process.execPath, [...soon, join("node_modules", ".bin", tool), file, ...args]);
}

let before = Promise.resolve();

/** Runs a tool that shares out the cores itself, after the one before it; what it says is shown. */
export function inTurn(tool, args) {
  before = before.then(
    () =>
      new Promise((done, failed) => {
        const running = spawn(tool, args, { stdio: "inherit" });
        running.on("error", failed);
        running.on("exit", (code) => (code === 0 ? done() : failed(new Error(`${tool} ended with ${code}`))));
      }),
  );
  return before;
}
