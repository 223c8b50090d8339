// No list ends in silence: in a municipality with more than twenty times as much of everything as the example, every list that stops
// at a round number says of how many, on screen and on paper.
import { expect, openApp, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation, verdict } from "./support/example.mjs";
import { pages } from "./support/pages.mjs";

const COPIES = 22;
/** What is as often there as in the example: rules and what judges all the rest. */
const ONCE = ["packs", "rules", "roles", "scales", "matrices", "editions", "profiles", "exceptions", "trainings"];
/** Fields that hold words of the format, which an item may be called too. */
const WORDS = ["kind", "role", "status", "treatment", "capability"];

/** The example with all its departments, workplaces, people and what is about them, so many times again. */
function large() {
  const kinds = ["department", "company", "workplace", "party"];
  const isCopied = (list) => (item) => list !== "units" || kinds.includes(item.kind);
  const lists = Object.keys(organisation).filter((list) => Array.isArray(organisation[list]) && !ONCE.includes(list));
  const copied = lists.map((list) => [list, organisation[list].filter(isCopied(list))]);
  const ids = new Set(copied.flatMap(([, items]) => items.map(({ id }) => id)).filter(Boolean));
  const all = structuredClone(organisation);
  for (let copy = 1; copy <= COPIES; copy += 1) {
    const renamed = (key, value) => (typeof value === "string" && ids.has(value) && !WORDS.includes(key) ? `${value}-${copy}` : value);
    for (const [list, items] of copied) {
      all[list].push(...JSON.parse(JSON.stringify(items), function (key, value) {
        return renamed(Array.isArray(this) ? "" : key, value);
      }));
    }
  }
  return JSON.stringify(all);
}

/** Lists and tables with as many rows as somebody may have chosen to stop at, of which no number of all is told. */
function silent() {
  const seen = (element) => element.checkVisibility();
  const found = [];
  for (const folded of document.querySelectorAll("main details")) folded.open = true;
  for (const list of document.querySelectorAll("main ul, main ol, main tbody, main .contact-cards")) {
    const rows = [...list.children].filter(seen);
    const number = rows.length;
    const isRound = (number >= 10 && number % (number > 100 ? 50 : 10) === 0) || (number > 0 && number % 25 === 0);
    if (!isRound || !seen(list)) continue;
    const told = new RegExp(`\\b(?:${number}|\\d+–${number}|De ${number} första) av \\d|(?:Därtill|och) \\d[\\d\\s]* (?:till|fler|andra|tidigare)\\b`);
    let around = list.parentElement;
    while (around.tagName !== "MAIN" && !told.test(around.innerText)) around = around.parentElement;
    if (!told.test(around.innerText)) found.push(`${number} rows under “${around.closest("section, main").querySelector("h1, h2, h3")?.innerText}”: ${rows[0].innerText.slice(0, 60)}`);
  }
  return found;
}

test("every list of a large municipality says how much of it there is, on screen and on paper", async ({ page }) => {
  test.setTimeout(300_000);
  await openApp(page, "#/data");
  const file = { name: "stor.json", mimeType: "application/json", buffer: Buffer.from(large()) };
  await page.locator("main input[type=file]").first().setInputFiles(file);
  await expect(page.locator("header")).toContainText("stor.json");
  const tied = verdict.risk.risks.find(({ rank }) => verdict.risk.risks.filter((other) => other.rank === rank).length > 1);
  const more = ["#/risks?detail=list", `#/risks/${tied.id}`, "#/organisation/buf", "#/organisation/kommun", "#/coverage?rule=representative-per-workplace"];
  const found = [];
  for (const hash of [...pages.map(({ hash }) => hash), ...more]) {
    await turnTo(page, hash);
    for (const media of ["screen", "print"]) {
      await page.emulateMedia({ media });
      found.push(...(await page.evaluate(silent)).map((list) => `${hash} on ${media}: ${list}`));
    }
    await page.emulateMedia({ media: "screen" });
  }
  expect(found).toEqual([]);
});
