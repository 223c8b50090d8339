// Packs dist/ into dist.zip and writes its SHA-256 beside it. Names are sorted and times fixed, so
// the same files give the same bytes on any machine.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { zipSync } from "fflate";

// The zip format stores local time, and no year before this one.
const mtime = new Date(1980, 0, 1);

const files = readdirSync("dist", { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath ?? entry.path, entry.name).split("\\").join("/"))
  .sort();
const zip = zipSync(Object.fromEntries(files.map((file) => [file, [readFileSync(file), { mtime, level: 9 }]])));
const hash = createHash("sha256").update(zip).digest("hex");
writeFileSync("dist.zip", zip);
writeFileSync("dist.zip.sha256", `${hash}  dist.zip\n`);
console.log(`dist.zip: ${files.length} files, ${zip.length.toLocaleString("en")} bytes, SHA-256 ${hash}`);
