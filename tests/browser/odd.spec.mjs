// Files that nobody would write and somebody will have: names of which nothing can be seen, words without an end, a tree of
// five hundred levels, thousands of roles, hundreds of departments. Every page shows them in a window of its width, answers
// when it is pressed, and calls everything that leads somewhere by words.
import { readFileSync } from "node:fs";
import { serve } from "../../scripts/serve.mjs";
import { expect, ready, test as base } from "./support/page.mjs";
import { items, pages } from "./support/pages.mjs";
import { expectAnswers, expectFits } from "./support/walk.mjs";

const EXAMPLE = readFileSync("public/example.json", "utf8");
const example = () => JSON.parse(EXAMPLE);
const many = (count, make) => Array.from({ length: count }, (_, nth) => make(nth));

/** Where an item says what it is called. */
const CALLED = ["name", "title", "text", "about"];

/** The file with what `odd` gives, by place, for what its items are called. */
function calling(file, odd) {
  for (const list of Object.values(file).filter(Array.isArray)) {
    list.filter((item) => typeof item === "object").forEach((item, nth) => rename(item, odd(nth, item)));
  }
  return file;
}

function rename(item, name) {
  for (const key of CALLED.filter((key) => key in item)) item[key] = name;
  for (const part of [...(item.levels ?? []), ...(item.classes ?? []), ...(item.tasks ?? [])]) rename(part, name);
}

/** Of these nothing can be seen; of the last two, something. */
const UNSEEN = ["", "   ", "\u{7}\u{1}", "\u{202e}\u{202d}\u{2067}", "\u{301}\u{308}\u{323}", "\u{200b}\u{2060}\u{feff}", "\u{a0}\u{3000}"];
const ODD = [...UNSEEN, "\u{202e}abc", `e${"\u{301}".repeat(500)}`];
const SHOWN = Object.values(items).map(({ id }) => id);

const FILES = {
  "names of which nothing can be seen": () =>
    calling(example(), (nth, { id }) => (SHOWN.includes(id) ? UNSEEN[SHOWN.indexOf(id) + 1] : ODD[nth % ODD.length])),
  "a word of ten thousand letters in each list, and another of emoji": () =>
    calling(example(), (nth, item) => {
      const name = item.name ?? item.title ?? item.text ?? item.about;
      if (nth === 1 || SHOWN.includes(item.id)) return "Ö".repeat(10_000);
      return nth === 2 ? "👩‍👩‍👧‍👦🏳️‍🌈".repeat(300) : name;
    }),
  "a tree of five hundred levels": () => {
    const file = example();
    const kind = (nth) => (nth === 0 ? "department" : nth === 499 ? "workplace" : "area");
    const under = (nth) => (nth === 0 ? {} : { parent: `deep-${nth - 1}` });
    file.units.push(...many(500, (nth) => ({ id: `deep-${nth}`, name: `Nivå ${nth}`, kind: kind(nth), ...under(nth) })));
    file.people.push(...many(500, (nth) => ({ id: `deep-person-${nth}`, name: `Person ${nth}`, unit: `deep-${nth}` })));
    return file;
  },
  "two thousand roles and three hundred departments": () => {
    const file = example();
    file.roles.push(...many(2000, (nth) => ({ id: `role-${nth}`, name: `Roll ${nth}`, duties: ["Gör något"] })));
    file.units.push(...many(300, (nth) => ({ id: `part-${nth}`, name: `Förvaltning ${nth}`, kind: "department" })));
    file.units.push(...many(600, (nth) => ({ id: `place-${nth}`, name: `Plats ${nth}`, kind: "workplace", parent: `part-${nth % 300}` })));
    const person = (nth) => file.people[nth % file.people.length].id;
    file.assignments.push(...many(2000, (nth) => ({ role: `role-${nth}`, unit: `part-${nth % 300}`, person: person(nth) })));
    return file;
  },
};
/** Pages of what only some of these files have. */
const FURTHER = ["#/organisation/deep-499", "#/organisation/deep-0", "#/people/deep-person-499", "#/organisation/part-299"];

/** What leads somewhere, or heads the page, and has no word that could be read out. */
const wordless = () => {
  const isRead = /[\p{L}\p{N}]|\p{Extended_Pictographic}/u;
  const name = (element) =>
    [element.getAttribute("aria-label") ?? element.textContent, ...[...element.querySelectorAll("[aria-label], img")].map((inner) => inner.getAttribute("aria-label") ?? inner.alt)].join("");
  const found = [...document.querySelectorAll("main :is(a[href], button, summary, h1)")];
  return found.filter((element) => element.checkVisibility() && !isRead.test(name(element))).map((element) => element.outerHTML.slice(0, 120));
};

for (const [called, make] of Object.entries(FILES)) {
  const test = base.extend({
    baseURL: async ({}, use) => {
      const server = await serve({ base: "/odd/", override: new Map([["example.json", JSON.stringify(make())]]) });
      await use(server.url);
      await server.close();
    },
  });

  // Fault 8 of docs/faults.md.
  test(`${called}: every page fits its window, answers, and calls by words what leads on`, async ({ page }) => {
    test.slow();
    await page.goto("./");
    await ready(page);
    for (const hash of [...pages.map(({ hash }) => hash), ...FURTHER]) {
      await page.evaluate((hash) => (location.hash = hash), hash);
      await ready(page);
      expect(await page.evaluate(wordless), hash).toEqual([]);
      await expectFits(page, hash);
      await expectAnswers(page, hash);
    }
  });
}
