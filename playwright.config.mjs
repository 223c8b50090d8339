import { defineConfig } from "@playwright/test";
import { BROWSER_ARGS, findBrowser } from "./scripts/browser.mjs";

// A deep path, because that is where a municipality's web server will put it. The port differs from
// run to run, so that two runs on one machine do not meet; the workers inherit it.
process.env.OMBUD_PORT ??= String(20_000 + (process.pid % 20_000));
const base = "/some/deep/path/";
// A test looks at a page for seconds: making its programs fast meanwhile would take a quarter of the whole suite's work.
const args = [...BROWSER_ARGS, "--js-flags=--liftoff-only"];
const url = `http://localhost:${process.env.OMBUD_PORT}${base}`;

export default defineConfig({
  testDir: "tests/browser",
  outputDir: "test-results",
  reporter: [["line"], ["./tests/browser/support/failed.mjs"]],
  // One more than there are cores on a small machine: a test waits a third of its time.
  workers: 3,
  retries: 0,
  // No test is about speed: the longest pages are read by axe in some seconds, and a busy machine stands still for
  // several more.
  timeout: 120_000,
  expect: { timeout: 20_000 },
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: url,
    browserName: "chromium",
    locale: "sv-SE",
    timezoneId: "Europe/Stockholm",
    // What it fetches could not be held back or changed by a test; offline.spec.mjs lets it in.
    serviceWorkers: "block",
    launchOptions: { executablePath: findBrowser(), args },
  },
  webServer: {
    command: `node scripts/serve.mjs --port ${process.env.OMBUD_PORT} --base ${base}`,
    url,
    reuseExistingServer: false,
  },
});
