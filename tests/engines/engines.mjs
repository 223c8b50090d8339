// The three engines: the driver of each, and how it starts its browser.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync } from "node:fs";
import { BROWSER_ARGS, findBrowser, WHOLE } from "../../scripts/browser.mjs";

/** By name, given the folder where what is saved arrives, that of the browser's profile, and the screen. */
export const ENGINES = {
  Chromium: ({ saved, profile }) => ({
    driver: "chromedriver",
    args: ["--port=PORT"],
    capabilities: {
      "goog:chromeOptions": {
        binary: findBrowser(WHOLE),
        args: ["--headless=new", `--user-data-dir=${profile}`, ...BROWSER_ARGS],
        prefs: { "download.default_directory": saved },
      },
    },
  }),

  Firefox: ({ saved, profile }) => ({
    driver: "geckodriver",
    args: ["--port", "PORT"],
    capabilities: {
      "moz:firefoxOptions": {
        args: ["-headless", "-profile", profile],
        prefs: { "browser.download.folderList": 2, "browser.download.dir": saved },
      },
    },
  }),

  WebKit: ({ saved, display }) => ({
    driver: "WebKitWebDriver",
    args: ["--port=PORT"],
    // As root it has no sandbox of its own to be in. What it saves it puts where its user is at home, or below that.
    env: { DISPLAY: display, HOME: saved, WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: "1" },
    capabilities: { "webkitgtk:browserOptions": { binary: miniBrowser(), args: ["--automation"] } },
  }),
};

/** A screen for what has none of its own: its name, and what takes it away. */
export async function screen() {
  const child = spawn("Xvfb", ["-displayfd", "1", "-screen", "0", "1280x900x24", "-nolisten", "tcp"], { stdio: ["ignore", "pipe", "ignore"] });
  const [number] = await once(child.stdout, "data");
  return { display: `:${String(number).trim()}`, close: () => child.kill() };
}

function miniBrowser() {
  const places = readdirSync("/usr/lib").flatMap((of) => ["4.1", "4.0"].map((version) => `/usr/lib/${of}/webkit2gtk-${version}/MiniBrowser`));
  return places.find((place) => existsSync(place));
}
