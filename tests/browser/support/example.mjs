// The example as the page has it, and the verdict that the command line gives of it: what the tests
// compare the page with, so that no number is written down twice.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const FILE = "public/example.json";

/** The example municipality. */
export const organisation = JSON.parse(readFileSync(FILE, "utf8"));

/** Its verdict on its own day, from `ombud check`, which exits 1 because it has gaps. */
export const verdict = JSON.parse(check(FILE));

/** Its verdict on another day. */
export const verdictOn = (day) => JSON.parse(ombud("check", FILE, "--as-of", day, "--json"));

/** What is not simply met. */
export const findings = verdict.coverage.findings;

/** Its verdict as everyone may know it: that of the extract for the public. */
export const publicVerdict = JSON.parse(publicCheck());

function publicCheck() {
  const folder = mkdtempSync(join(tmpdir(), "ombud-"));
  const file = join(folder, "public.json");
  writeFileSync(file, ombud("extract", FILE, "--for", "public"));
  try {
    return check(file);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function check(file) {
  return ombud("check", file, "--json");
}

function ombud(...options) {
  const command = ["run", "--quiet", "--locked", "--bin", "ombud", "--", ...options];
  try {
    return execFileSync("cargo", command, { encoding: "utf8", maxBuffer: 1e8, stdio: ["ignore", "pipe", "ignore"] });
  } catch (error) {
    if (error.status === 1 && error.stdout) return error.stdout;
    throw error;
  }
}

/** The numbers that risks go by, in the order of the register: those of another matrix than the first have their own. */
export function numbers(ranked) {
  const last = [];
  return ranked.map(({ id }) => {
    const { matrix } = organisation.risks.find((risk) => risk.id === id);
    const at = Math.max(0, organisation.matrices.findIndex((one) => one.id === matrix));
    last[at] = (last[at] ?? 0) + 1;
    return `${at ? "KLMN"[at - 1] : ""}${last[at]}`;
  });
}
