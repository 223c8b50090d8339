// A long working day: five thousand changes that the browser has kept come back in one piece, and are undone from the last.
import { serve } from "../../scripts/serve.mjs";
import { expectEdit, makeAnEdit, turnTo, UNITS, written } from "./support/edit.mjs";
import { expect, openApp, test as base } from "./support/page.mjs";

const CHANGES = 5_000;

const test = base.extend({
  baseURL: async ({}, use) => {
    const server = await serve({ base: "/some/deep/path/" });
    await use(server.url);
    await server.close();
  },
});

/**
 * Makes of the only change of the kept draft as many: each gives the item another address than the one before. The
 * checksum of the whole is that of `src/draft/autosave/stored.rs`.
 */
async function lengthen({ from, to, changes }) {
  const wait = (request) => new Promise((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
  const database = await wait(indexedDB.open("ombud"));
  const drafts = database.transaction("drafts", "readwrite").objectStore("drafts");
  const [draft] = await wait(drafts.getAll());
  const journal = JSON.parse(draft.journal);
  const [change] = journal.changes;
  const [edit] = change.edits;
  const line = (nth) => edit.after.replace(from, to.replace("#", nth));
  journal.changes = Array.from({ length: changes }, (_, nth) => ({
    ...change,
    edits: [{ ...edit, before: nth === 0 ? edit.before : line(nth), after: line(nth + 1) }],
  }));
  delete journal.unsaved;
  const kept = { ...draft, journal: JSON.stringify(journal) };
  const parts = ["id", "name", "address", "base", "journal", "unsaved", "when", "sequence", "build"].map((part) => String(kept[part]));
  if (kept.municipality) parts.push(kept.municipality);
  // FNV-1a of 64 bits, in two halves: a number of JavaScript holds 53.
  let [high, low] = [0xcbf29ce4, 0x84222325];
  const take = (byte) => {
    low = (low ^ byte) >>> 0;
    const product = low * 0x1b3;
    high = (Math.imul(high, 0x1b3) + Math.floor(product / 2 ** 32) + (low << 8)) >>> 0;
    low = product >>> 0;
  };
  for (const part of parts) {
    new TextEncoder().encode(part).forEach(take);
    take(0xff);
  }
  kept.sum = [high, low].map((half) => half.toString(16).padStart(8, "0")).join("");
  await wait(drafts.put(kept, draft.id));
  database.close();
  return kept.journal.length;
}

test("fault 17: five thousand changes that the browser kept come back, and the last is undone", async ({ page }) => {
  test.slow();
  await openApp(page);
  await makeAnEdit(page, 1);
  await turnTo(page, "#/data");
  await expect(page.locator(".kept-line")).toContainText("Sparat i webbläsaren den");
  await page.close();
  const outside = await page.context().newPage();
  const body = '<!doctype html><title>Utanför</title><link rel="icon" href="data:,">';
  await outside.route(/\/outside\.html$/, (route) => route.fulfill({ contentType: "text/html", body }));
  await outside.goto("./outside.html");
  const letters = await outside.evaluate(lengthen, { from: written(1), to: "Långa vägen #.", changes: CHANGES });
  expect(letters).toBeGreaterThan(CHANGES * 100);
  await outside.close();

  const again = await page.context().newPage();
  await openApp(again, `#/organisation/${UNITS[0]}`);
  await expect(again.locator(".notices")).toContainText(/Dina ändringar från den .* är tillbaka/);
  await expectEdit(again, 1, `Långa vägen ${CHANGES}.`);
  const undo = again.getByRole("region", { name: "Ändringar i filen" }).getByRole("button", { name: /^Ångra/ });
  await undo.click();
  await expectEdit(again, 1, `Långa vägen ${CHANGES - 1}.`);
  await expectEdit(again, 1, `Långa vägen ${CHANGES}.`, false);
  // What is undone is kept as well.
  await turnTo(again, "#/data");
  await expect(again.locator(".kept-line")).toContainText("Sparat i webbläsaren den");
  await again.close();
  const third = await page.context().newPage();
  await openApp(third);
  await expectEdit(third, 1, `Långa vägen ${CHANGES - 1}.`);
});
