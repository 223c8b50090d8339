// Puts what several parts of a program share into files. The cutter gives a chunk for each set of parts that share
// something: over a thousand, most of them small. In one file, whoever opens a page would fetch what all the others
// share; in a file each, hundreds. So chunks are put together two by two, always those by which the least is fetched in
// vain, until a file less would cost more than the requests that it saves.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { CODE, DATA, sections } from "./wasm.mjs";

// The bytes of a program that a request more is worth, a third of them as they are sent: what a file of its own packs
// worse, what is said around it, and the list of all files, which each visit fetches.
const REQUEST = 10_000;

// How much more a byte counts for a part that a first visit may wait for than for one that comes later or is asked for in
// a page that stands.
const AWAITED = 8;

// The parts that no first visit waits for.
const LATE = ["answering", "edit", "items", "keep", "leads", "more", "outlook", "refusal", "search", "unreadable", "ways"];

/** The chunks that go into one file, the largest file first: `{ chunks, users }`, `users` being the parts that need it. */
export function grouped(work) {
  const loader = readFileSync(join(work, "__wasm_split.js"), "utf8");
  const told = [...loader.matchAll(/^\/\* (.*) \*\/\nconst __chunk_(\w+) = /gm)];
  const parts = [...new Set(told.flatMap(([, users]) => users.split(", ")))].sort();
  const awaited = set(parts.flatMap((part, at) => (LATE.includes(part) ? [] : [at])), parts.length);
  const groups = told.map(([, users, chunk]) => ({
    chunks: [chunk],
    needs: set(users.split(", ").map((user) => parts.indexOf(user)), parts.length),
    bytes: bytes(join(work, `chunk_${chunk}.wasm`)),
  }));
  const files = together(groups, awaited).sort((a, b) => b.bytes - a.bytes);
  return files.map(({ chunks, needs }) => ({ chunks, users: parts.filter((_, at) => (needs[at >> 5] >>> (at & 31)) & 1) }));
}

/** The bytes of a program's code and data, without the names of its functions and what it imports. */
function bytes(file) {
  const weighed = [...sections(readFileSync(file))].filter(({ kind }) => kind === CODE || kind === DATA);
  return weighed.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** A set of parts by their places, a bit each. */
function set(places, count) {
  const bits = new Uint32Array(Math.ceil(count / 32));
  for (const at of places) bits[at >> 5] |= 1 << (at & 31);
  return bits;
}

/** How many bits are set in a word. */
function ones(word) {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Groups of chunks, put together as long as that saves something. */
function together(groups, awaited) {
  const rise = rising(awaited);
  /** The group that is best put together with a group, and how much dearer that is than the two apart. */
  const near = (group, groups) => {
    let found = { dearer: Infinity };
    for (const other of groups) {
      if (other === group) continue;
      const dearer = rise(group, other);
      if (dearer < found.dearer) found = { other, dearer };
    }
    return found;
  };
  const nearest = new Map(groups.map((group) => [group, near(group, groups)]));
  while (nearest.size > 1) {
    const [group, found] = [...nearest].reduce((best, each) => (each[1].dearer < best[1].dearer ? each : best));
    if (found.dearer >= 0) break;
    const whole = union(group, found.other);
    nearest.delete(group);
    nearest.delete(found.other);
    const left = [...nearest.keys()];
    for (const [each, { other, dearer }] of nearest) {
      if (other === group || other === found.other) nearest.set(each, near(each, [...left, whole]));
      else if (rise(each, whole) < dearer) nearest.set(each, { other: whole, dearer: rise(each, whole) });
    }
    nearest.set(whole, near(whole, left));
  }
  return [...nearest.keys()];
}

/** Says how much more all parts together fetch when two groups are one. */
function rising(awaited) {
  const weight = (word, at) => ones(word) + (AWAITED - 1) * ones(word & awaited[at]);
  return (a, b) => {
    let [ofA, ofB, ofBoth] = [0, 0, 0];
    for (let at = 0; at < a.needs.length; at += 1) {
      ofA += weight(a.needs[at], at);
      ofB += weight(b.needs[at], at);
      ofBoth += weight(a.needs[at] | b.needs[at], at);
    }
    return ofBoth * (a.bytes + b.bytes + REQUEST) - ofA * (a.bytes + REQUEST) - ofB * (b.bytes + REQUEST);
  };
}

function union(a, b) {
  return { chunks: [...a.chunks, ...b.chunks], needs: a.needs.map((word, at) => word | b.needs[at]), bytes: a.bytes + b.bytes };
}
