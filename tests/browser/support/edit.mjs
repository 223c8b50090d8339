// Changing the open file the way a reader does. The one place that knows the form.
import { edit, expect, ready } from "./page.mjs";

/** Units of the example, each with an address that `makeAnEdit` gives another value. */
export const UNITS = ["avc", "bibl-bollmora", "bibl-strand", "bibl-trollbacken"];

/** What the n-th edit says. */
export const written = (n) => `Provgatan ${n}`;

/** Makes the n-th edit, from 1: each changes an item of its own. `text` is what is written, else `written(n)`. */
export async function makeAnEdit(page, n = 1, text = written(n)) {
  await turnTo(page, `#/organisation/${UNITS[n - 1]}`);
  await edit(page);
  await page.getByRole("button", { name: "Ändra enheten" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Adress").fill(text);
  await dialog.getByRole("button", { name: "Spara ändringen" }).click();
  await expect(dialog).toHaveCount(0);
}

/** Expects that the n-th edit is there, or that it is not. */
export async function expectEdit(page, n = 1, text = written(n), there = true) {
  await turnTo(page, `#/organisation/${UNITS[n - 1]}`);
  const shown = page.locator("main").getByText(text, { exact: false });
  if (there) await expect(shown.first()).toBeVisible();
  else await expect(shown).toHaveCount(0);
}

/** Chooses by name in a field with a list: types, and takes the first that is found. */
export async function choose(within, label, name) {
  const field = within.getByRole("combobox", { name: label });
  await field.fill(name);
  const begins = new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
  // What was listed before anything was typed can hold the name as well, as where something lies.
  await within.getByRole("option", { name: begins }).first().click();
  await expect(field).toHaveValue(begins);
}

/** Goes to a page without loading the program anew. */
export async function turnTo(page, hash) {
  // The page learns of it in a task of its own; until then the one before it says that it is ready.
  await page.evaluate(
    (hash) =>
      new Promise((done) => {
        if (location.hash === hash) return done();
        addEventListener("hashchange", () => requestAnimationFrame(() => requestAnimationFrame(done)), { once: true });
        location.hash = hash;
      }),
    hash,
  );
  await expect.poll(() => page.evaluate(() => location.hash)).toBe(hash);
  await ready(page);
}

/** Answers who one is, which is asked at the first saving. */
export async function sign(page, by = "Anna Ek") {
  const dialog = page.getByRole("dialog", { name: /^(Vad kallar du dig|What do you call yourself)/ });
  await dialog.getByRole("textbox").fill(by);
  await dialog.getByRole("button", { name: /^(Spara filen|Save the file)$/ }).click();
  await expect(dialog).toHaveCount(0);
}
