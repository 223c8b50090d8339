// Runs the tools of a build: as many beside each other as the machine has cores.
import { execFile, spawn } from "node:child_process";
import { availableParallelism } from "node:os";
import { promisify } from "node:util";

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
