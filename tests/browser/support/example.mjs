// The example as the page has it, and the verdict that the command line gives of it: what the tests
// compare the page with, so that no number is written down twice.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

const FILE = "public/example.json";

/** The example municipality. */
export const organisation = JSON.parse(readFileSync(FILE, "utf8"));

/** Its verdict on its own day, from `ombud check`, which exits 1 because it has gaps. */
export const verdict = JSON.parse(check());

/** What is not simply met. */
export const findings = verdict.coverage.findings;

function check() {
  const command = ["run", "--quiet", "--locked", "--bin", "ombud", "--", "check", FILE, "--json"];
  try {
    return execFileSync("cargo", command, { encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    if (error.status === 1 && error.stdout) return error.stdout;
    throw error;
  }
}
