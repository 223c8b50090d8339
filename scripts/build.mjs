// Builds the page into dist/.
//
//   node scripts/build.mjs            as it is served: every byte and every millisecond weighed
//   node scripts/build.mjs --quick    the same page soon: larger, and packed by the server when it is asked for
//   node scripts/build.mjs --debug    for whoever works on it: nothing is made smaller, files keep plain names
//
// dist/ is made anew beside the old one and takes its place once it is whole.
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { fingerprint } from "./fingerprint.mjs";
import { program } from "./program.mjs";
import { stylesheets } from "./styles.mjs";

const { values } = parseArgs({ options: { quick: { type: "boolean" }, debug: { type: "boolean" } } });
process.chdir(fileURLToPath(new URL("..", import.meta.url)));
/** How the page is built: where its files go, whether it is one to be served, whether it is wanted soon. */
const build = { to: join("target", "dist"), isRelease: !values.debug, isQuick: Boolean(values.quick) };

if (build.isRelease) process.env.CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS = withoutFolders();
if (build.isQuick) Object.assign(process.env, { CARGO_PROFILE_PAGE_LTO: "off", CARGO_PROFILE_PAGE_CODEGEN_UNITS: "16" });

rmSync(build.to, { recursive: true, force: true });
mkdirSync(build.to, { recursive: true });
cpSync("public", build.to, { recursive: true });
cpSync("index.html", join(build.to, "index.html"));
stylesheets(build);
const [page, engine] = await Promise.all([
  program("page", { args: [], profile: "page", isForSpeed: false }, build),
  // Soon, it is made of what the program of sheets is made of.
  program("engine", { args: ["--no-default-features"], profile: build.isQuick ? "page" : "engine", isForSpeed: true }, build),
  program("sheets", { args: ["--no-default-features"], profile: "page", isForSpeed: false }, build),
]);
fingerprint(build, { page, engine });
rmSync("dist", { recursive: true, force: true });
renameSync(build.to, "dist");

/** Keeps names of this machine's folders out of the programs, so that the same sources give the same bytes anywhere. */
function withoutFolders() {
  const cargo = process.env.CARGO_HOME ?? join(homedir(), ".cargo");
  const sysroot = execFileSync("rustc", ["--print", "sysroot"], { encoding: "utf8" }).trim();
  const sources = join(cargo, "registry", "src");
  const registries = readdirSync(sources).map((name) => [join(sources, name), "/crates"]);
  const names = [[process.cwd(), "/ombud"], [sysroot, "/rust"], [cargo, "/cargo"], ...registries];
  return names.map(([folder, name]) => `--remap-path-prefix=${folder}=${name}`).join(" ");
}
