// The same visits in three engines: Chromium, Firefox (Gecko) and MiniBrowser (WebKit).
//
//   node tests/engines/visit.mjs                  all steps: `make engines`
//   node tests/engines/visit.mjs --short          one or two of each kind: `make test` ends with them
//   node tests/engines/visit.mjs Firefox offline  in one engine, of one kind
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { ENGINES, screen } from "./engines.mjs";
import { Sites } from "./sites.mjs";
import * as embedding from "./steps/embedding.mjs";
import * as keeping from "./steps/keeping.mjs";
import * as offline from "./steps/offline.mjs";
import * as reading from "./steps/reading.mjs";
import * as saving from "./steps/saving.mjs";
import { start } from "./webdriver.mjs";

// Steps of one kind share a site, and go on where the one before has ended.
const KINDS = { reading, keeping, saving, embedding, offline };

const { values, positionals } = parseArgs({ options: { short: { type: "boolean" } }, allowPositionals: true });
const chosen = (of) => Object.keys(of).filter((name) => positionals.includes(name));
const [engines, kinds] = [ENGINES, KINDS].map((of) => (chosen(of).length > 0 ? chosen(of) : Object.keys(of)));

const folder = mkdtempSync(join(tmpdir(), "ombud-engines-"));
const { display, close } = await screen();
let failed = 0;
try {
  for (const name of engines) {
    const begun = Date.now();
    failed += await visit(name).catch((error) => {
      console.error(`${name}:`, error);
      return 1;
    });
    console.log(`${name}: ${seconds(begun)} s`);
  }
} finally {
  close();
  rmSync(folder, { recursive: true });
}
process.exitCode = failed && 1;

/** Takes the steps in one engine; gives how many failed. After one that does, the rest of its kind are left out. */
async function visit(name) {
  const home = join(folder, name);
  const saved = join(home, "Downloads");
  const profile = join(home, "profile");
  for (const each of [saved, profile]) mkdirSync(each, { recursive: true });
  const engine = ENGINES[name]({ saved, profile, display });
  let begun = await start(engine);
  let failures = 0;
  for (const kind of kinds) {
    const sites = new Sites();
    const all = {
      name,
      sites,
      saved,
      browser: begun.browser,
      app: await sites.page(),
      // As when the power goes: what the browser has not written down is gone. Gives the browser as it is started anew.
      killed: async () => {
        await begun.kill();
        begun = await start(engine);
        return (all.browser = begun.browser);
      },
    };
    const steps = Object.entries({ ...KINDS[kind].short, ...(!values.short && KINDS[kind].long) });
    for (const [step, walk] of steps) {
      const since = Date.now();
      try {
        const left = await walk(all);
        console.log(`${name} ${step}${left ? `: left out, ${left}` : ""} (${seconds(since)} s)`);
      } catch (error) {
        failures += 1;
        console.error(`${name} ${step}:`, error);
        await begun.stop();
        begun = await start(engine);
        break;
      }
    }
    await sites.close();
  }
  await begun.stop();
  return failures;
}

function seconds(since) {
  return ((Date.now() - since) / 1000).toFixed(1);
}
