// What is saved arrives as a file, and says what the page says.
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { EXAMPLE, UNIT, WRITTEN, edit, edited, kept, named, open } from "../page.mjs";
import { until } from "../webdriver.mjs";

const SAVE = named("Spara filen", "Save the file");

export const short = {
  "saves the file with the change": async ({ browser, app, saved }) => {
    await open(browser, app.url);
    await edit(browser);
    // As in a browser that writes no files itself.
    await browser.run(() => void delete window.showSaveFilePicker);
    await kept(browser);
    await browser.click(`//main${SAVE}`);
    await browser.type("//dialog[@open]//input", "Anna Ek");
    await browser.click(`//dialog[@open]${SAVE}`);
    const file = await organisation(saved);
    assert.equal(file.units.find(({ id }) => id === UNIT).address, WRITTEN);
    // All else is as it was.
    const others = ({ units }) => units.filter(({ id }) => id !== UNIT);
    assert.deepEqual(others(file), others(EXAMPLE));
    assert.deepEqual(file.people, EXAMPLE.people);
    assert.equal(file.history.at(-1).by, "Anna Ek");
  },
};

export const long = {
  "opens what it has saved, with the change": async ({ browser, saved, sites }) => {
    const app = await sites.page();
    const path = files(saved, /\.json$/).find((path) => readFileSync(path, "utf8").includes(WRITTEN));
    await open(browser, `${app.url}#/data`);
    await browser.pick("main input[type=file]", path);
    await browser.wait((name) => document.querySelector("main[data-ready=true] .lists-card dl.facts dd")?.textContent === name, basename(path));
    await edited(browser);
  },

  "saves a sheet that says what the file says": async ({ browser, sites, saved }) => {
    const app = await sites.page();
    await open(browser, `${app.url}#/data`);
    await browser.run(() => {
      const option = [...document.querySelectorAll("main option")].find(({ text }) => ["Riskerna", "The risks"].includes(text));
      option.selected = true;
      option.parentElement.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await browser.click(named("Exportera som CSV", "Export as CSV"));
    const language = await browser.run(() => document.documentElement.lang);
    const titles = EXAMPLE.risks.map(({ title }) => title[language]).filter((title) => !/[";]/.test(title));
    assert(titles.length > 10);
    await until(() => {
      const texts = files(saved, /\.csv$/).map((path) => readFileSync(path, "utf8"));
      return texts.some((text) => titles.every((title) => text.includes(title)));
    }, "a sheet with all risks");
  },
};

/** The file that was saved with the change, once it is whole. */
function organisation(saved) {
  return until(() => {
    const text = files(saved, /\.json$/).map((path) => readFileSync(path, "utf8")).find((text) => text.includes(WRITTEN));
    return text && JSON.parse(text);
  }, "the file");
}

/** The files that have arrived, by the end of their name. */
function files(folder, pattern) {
  const found = readdirSync(folder, { recursive: true }).filter((name) => pattern.test(name));
  return found.map((name) => join(folder, name));
}
