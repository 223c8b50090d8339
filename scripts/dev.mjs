// Rebuilds on every change and serves the result; reload the browser to see it. (Trunk's own server
// reloads by a script inside the page, which the page's policy forbids.)
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { serve } from "./serve.mjs";

// Without the worker that keeps the page: it would go on showing the build before.
const config = JSON.stringify({ ...JSON.parse(readFileSync("public/config.json", "utf8")), offline: false });
const override = new Map([["config.json", config]]);
const { url } = await serve({ port: Array.from({ length: 20 }, (_, n) => 8080 + n), override });
console.log(`Ombud is at ${url} once the first build is done (Ctrl+C stops it)`);
const trunk = spawn("trunk", ["watch"], { stdio: "inherit" });
trunk.on("exit", (code) => process.exit(code ?? 1));
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => trunk.kill(signal));
