// Generates the two files that are measured: a city and a country. The same on every machine; made
// once, and again only when VERSION says that what is made has changed.
//
//   node bench/generate.mjs [--force]
import { createWriteStream } from "node:fs";
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { AS_OF, day, model } from "./model.mjs";
import { assignments } from "./posts.mjs";
import { MATRICES, SCALES, measures, risks } from "./risks.mjs";

/** To be raised with every change of what is generated. */
const VERSION = 1;

export const DATA = fileURLToPath(new URL("./data/", import.meta.url));

/** `mailboxes` is the share of people whose e-mail address the file gives. */
const SIZES = {
  city: { name: "Exempelstaden", municipalities: 1, companies: 4, workplaces: 3_000, people: 45_000, mailboxes: 0.6, risks: 3_000, seed: 20_161_122 },
  country: { name: "Exempelriket", municipalities: 290, companies: 0, workplaces: 100_000, people: 1_000_000, mailboxes: 0.25, risks: 100_000, seed: 20_261_122 },
};

/** Makes the files that are not there and gives `{ size: { path, name, bytes } }`. */
export async function generate({ force = false, sizes = Object.keys(SIZES), say = console.log } = {}) {
  await mkdir(DATA, { recursive: true });
  const made = {};
  for (const size of sizes) {
    const path = join(DATA, `${size}.json`);
    const stamp = join(DATA, `${size}.version`);
    const bytes = async () => (await stat(path).catch(() => undefined))?.size;
    const known = await readFile(stamp, "utf8").catch(() => "");
    if (force || known !== `${VERSION} ${await bytes()}`) {
      say(`Generating ${path}`);
      const counts = await write(path, SIZES[size]);
      say(Object.entries(counts).map(([list, count]) => `${count} ${list}`).join(", "));
      await writeFile(stamp, `${VERSION} ${await bytes()}`);
    }
    made[size] = { path, name: SIZES[size].name, bytes: await bytes() };
  }
  return made;
}

async function write(path, size) {
  const part = `${path}.part`;
  const out = createWriteStream(part);
  const counts = {};
  const organisation = model(size);
  const lacking = [];
  const top = { format: 1, name: size.name, as_of: AS_OF, packs: ["tyreso-2016"] };
  let text = `{\n${Object.entries(top).map(([key, value]) => `${JSON.stringify(key)}: ${JSON.stringify(value)}`).join(",\n")}`;
  const lists = {
    units: organisation.units(),
    people: organisation.persons(),
    assignments: assignments(organisation, lacking),
    documents: organisation.documents(),
    activities: organisation.activities(),
    scales: SCALES,
    matrices: MATRICES,
    risks: risks(organisation, size.risks),
    measures: measures(organisation, size.risks),
    exceptions: exceptions(lacking),
  };
  for (const [list, items] of Object.entries(lists)) {
    text += `,\n"${list}": [`;
    counts[list] = 0;
    for (const item of items) {
      text += counts[list]++ ? `,\n${JSON.stringify(item)}` : `\n${JSON.stringify(item)}`;
      if (text.length > 1 << 20) {
        if (!out.write(text)) await once(out, "drain");
        text = "";
      }
    }
    text += "\n]";
  }
  out.end(`${text}\n}\n`);
  await once(out, "finish");
  await rename(part, path);
  return counts;
}

/** Some workplaces without a representative are accepted for now, and some were until lately. */
function* exceptions(lacking) {
  for (const [n, unit] of lacking.slice(0, 60).entries()) {
    yield { finding: `representative-per-workplace:${unit}`, reason: "Väntar på en ny enhetschef", until: day(n % 3 ? 60 : -30) };
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await generate({ force: process.argv.includes("--force") });
}
