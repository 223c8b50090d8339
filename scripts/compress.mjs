// Puts a .br and a .gz beside each file of a folder, for servers that send packed files as they are.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const PACKED = /\.(css|html|js|json|svg|wasm|webmanifest)$/;

export function compress(dir) {
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && PACKED.test(entry.name));
  for (const entry of files) {
    const path = join(entry.parentPath ?? entry.path, entry.name);
    const bytes = readFileSync(path);
    const best = { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length };
    writeFileSync(`${path}.br`, brotliCompressSync(bytes, { params: best }));
    writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
  }
}
