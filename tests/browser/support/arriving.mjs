// What a page fetches by itself after it stands, so that a test need not wait for a silence to know that it has come.
import { readdirSync } from "node:fs";
import { expect } from "@playwright/test";

/** A name of the build without the hash in it. */
export const plain = (name) => name.replace(/-[0-9a-f]{8}\./, ".");

/** The code of the engine, all of which is fetched once a page is shown: by its plain names. */
export const ENGINE = readdirSync("dist").filter((name) => /^engine.*\.wasm$/.test(name)).map(plain);

/** Follows what a page fetches from now on: what is given back waits until files of these names have come and none is underway. */
export function arriving(page) {
  const [come, underway] = [new Set(), new Set()];
  page.on("request", (request) => underway.add(request));
  page.on("requestfailed", (request) => underway.delete(request));
  page.on("requestfinished", (request) => {
    underway.delete(request);
    come.add(plain(new URL(request.url()).pathname.split("/").at(-1)));
  });
  const lacks = (names) => [...names.filter((name) => !come.has(name)), ...[...underway].map((request) => request.url())];
  return (names) => expect.poll(() => lacks(names), { timeout: 60_000 }).toEqual([]);
}
