// Rebuilds on every change and serves the result; reload the browser to see it. (Trunk's own server
// reloads by a script inside the page, which the page's policy forbids.)
import { spawn } from "node:child_process";
import { serve } from "./serve.mjs";

const { url } = await serve({ port: Array.from({ length: 20 }, (_, n) => 8080 + n) });
console.log(`Ombud is at ${url} once the first build is done (Ctrl+C stops it)`);
const trunk = spawn("trunk", ["watch"], { stdio: "inherit" });
trunk.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => trunk.kill(signal));
