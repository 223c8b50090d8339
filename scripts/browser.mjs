// Finds a Chromium-based browser on this machine: Chromium's headless shell, which shows a page with a third less work
// than a browser with windows; else the reader's own Chrome or Edge, or Debian's Chromium. `node scripts/browser.mjs`
// prints its path, or fails when there is none.
import { accessSync, constants, statSync } from "node:fs";
import { delimiter, join } from "node:path";
import { pathToFileURL } from "node:url";

const SHELL = "chromium-headless-shell";

/** Browsers with windows, by the names of their programs. */
export const WHOLE = [
  "google-chrome-stable",
  "google-chrome",
  "chrome",
  "chromium",
  "chromium-browser",
  "microsoft-edge-stable",
  "microsoft-edge",
  "msedge",
];

const PLACES = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

/** Arguments under which a browser neither asks its maker for anything nor needs a sandbox of its own. */
export const BROWSER_ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The path of a browser, of programs with these names; `BROWSER_PATH` wins. Undefined when none is found. */
export function findBrowser(names = [SHELL, ...WHOLE], env = process.env) {
  if (env.BROWSER_PATH) return env.BROWSER_PATH;
  const folders = (env.PATH ?? "").split(delimiter).filter(Boolean);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name))).concat(PLACES);
  return candidates.find(runs);
}

function runs(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const found = findBrowser();
  if (!found) process.exit(1);
  console.log(found);
}
