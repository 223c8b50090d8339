// Builds on every change and serves the result; reload the browser to see it. (A script that reloads by itself would have
// to stand inside the page, which the page's policy forbids.)
import { spawn } from "node:child_process";
import { readFileSync, watch } from "node:fs";
import { serve } from "./serve.mjs";

// Without the worker that keeps the page: it would go on showing the build before.
const config = JSON.stringify({ ...JSON.parse(readFileSync("public/config.json", "utf8")), offline: false });
const override = new Map([["config.json", config]]);
const { url } = await serve({ port: Array.from({ length: 20 }, (_, n) => 8080 + n), override });
console.log(`Ombud is at ${url} once the first build is done (Ctrl+C stops it)`);

let building;
let isStale = false;
build();
for (const path of ["src", "style", "public", "index.html", "Cargo.toml"]) watch(path, { recursive: true }, build);

/** Builds; what is changed meanwhile is built afterwards. */
function build() {
  if (building) {
    isStale = true;
    return;
  }
  building = spawn("node", ["scripts/build.mjs", "--debug"], { stdio: "inherit" });
  building.on("exit", (code) => {
    console.log(code === 0 ? "Built." : "Not built; the page is as it was before.");
    building = undefined;
    if (isStale) {
      isStale = false;
      build();
    }
  });
}
