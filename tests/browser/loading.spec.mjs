// Files of the reader's own: picked, dropped, broken, hostile, empty.
import { readFileSync } from "node:fs";
import { axe, expect, openApp, openMenu, ready, test } from "./support/page.mjs";
import { organisation as example } from "./support/example.mjs";

const PAGES = ["#/", "#/organisation", "#/coverage", "#/risks", "#/data", "#/about"];

/** A file as `tests/cases` has it, and the verdict it must give. */
function caseOf(name) {
  const [text, verdict] = ["organisation.json", "verdict.json"].map((file) =>
    readFileSync(`tests/cases/${name}/${file}`, "utf8"),
  );
  return { text, organisation: JSON.parse(text), verdict: JSON.parse(verdict) };
}

/** A file for the file picker. */
const file = (name, content) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

/** Picks a file on the Data page. */
async function pick(page, picked) {
  await page.locator("main input[type=file]").setInputFiles(picked);
}

/** Picks a file on the Data page and waits until it is what is open. */
async function open(page, picked) {
  await pick(page, picked);
  const shown = picked.name.replaceAll(/[\u202A-\u202E\u2066-\u2069]/g, "\uFFFD");
  await expect(page.locator(".lists-card dl.facts dd").first()).toHaveText(shown);
  await ready(page);
}

/** Follows the navigation; a new load of the page would open the example again. */
async function follow(page, hash) {
  const way = page.locator(`header :is(.sections, .file-panel) :is(a[href="${hash}"], a[href^="${hash}?"])`).first();
  if (!(await way.isVisible())) await openMenu(page);
  await way.click();
  await expect(way).toHaveAttribute("aria-current", "page");
  await ready(page);
}

/** What the overview says of the rules: id and count. */
async function shownRules(page) {
  const rules = await page.locator("li.rule").evaluateAll((rows) =>
    rows.map((row) => [new URLSearchParams(row.querySelector("a").hash.split("?")[1]).get("rule"), row.querySelector(".rule-count").textContent]),
  );
  return Object.fromEntries(rules);
}

const rulesOf = ({ verdict }) =>
  Object.fromEntries(verdict.coverage.rules.map((rule) => [rule.id, `${rule.met + rule.expiring} av ${rule.applicable}`]));

test("a picked file replaces what is open", async ({ page }) => {
  const small = caseOf("worst-dimension-decides");
  await openApp(page, "#/data");
  await open(page, file("liten.json", small.text));
  await expect(page.locator("h1")).toHaveText("Allt i filen används.");
  await follow(page, "#/");
  expect(await shownRules(page)).toEqual(rulesOf(small));
  const counts = small.verdict.risk.cells.flat().filter((count) => count > 0);
  await expect(page.locator("table.matrix .cell-count")).toHaveCount(counts.length);
  await follow(page, "#/risks");
  await expect(page.locator("#register tbody tr")).toHaveCount(small.organisation.risks.length);
});

test("a dropped file does so as well, and the page says where to drop it", async ({ page }) => {
  const small = caseOf("too-many-holders-is-broken");
  await openApp(page);
  expect(await shownRules(page)).not.toEqual(rulesOf(small));
  const dataTransfer = await page.evaluateHandle((text) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "släppt.json", { type: "application/json" }));
    return transfer;
  }, small.text);
  const target = page.locator("main");
  await target.dispatchEvent("dragenter", { dataTransfer });
  await expect(page.getByText("Släpp filen för att öppna den")).toBeVisible();
  await target.dispatchEvent("dragover", { dataTransfer });
  await target.dispatchEvent("drop", { dataTransfer });
  await expect(page.getByText("Släpp filen för att öppna den")).toHaveCount(0);
  await expect.poll(() => shownRules(page)).toEqual(rulesOf(small));
});

test("a truncated file opens nothing, says where it ends, and what was open stays", async ({ page }) => {
  const whole = readFileSync("public/example.json", "utf8");
  const cut = whole.slice(0, whole.indexOf('"people"') + 500);
  const lines = cut.split("\n");
  const [line, column] = [lines.length, [...lines.at(-1)].length + 1];

  await openApp(page);
  const overview = await page.locator("main").innerText();
  await follow(page, "#/data");
  await expect(page.locator("dl.facts code")).toHaveText(/^[0-9a-f]{64}$/);
  const data = await page.locator("main").innerText();

  await pick(page, file("avhuggen.json", cut));
  const notice = page.getByRole("alert");
  await expect(notice).toContainText("Filen avhuggen.json kunde inte öppnas.");
  await expect(notice).toContainText(`Rad ${line}, tecken ${column}: filen tar slut mitt i något`);
  await expect(notice).toContainText(`${example.name} är fortfarande öppen.`);
  await axe(page);
  expect(await page.locator("main").innerText()).toBe(data);
  await follow(page, "#/");
  expect(await page.locator("main").innerText()).toBe(overview);
  await notice.getByRole("button", { name: "Stäng" }).click();
  await expect(notice).toHaveCount(0);
});

test("a file with three faults opens with the rest and lists all three by line", async ({ page }) => {
  const name = "three-problems-open-with-the-rest";
  const faulty = caseOf(name);
  const places = readFileSync(`tests/cases/${name}/problems.txt`, "utf8").trim().split("\n");
  const listed = places.map((place) => place.match(/^(\d+):(\d+) (.+)$/).slice(1));
  expect(listed).toHaveLength(3);

  await openApp(page, "#/data");
  await expect(page.locator(".problem")).toHaveCount(0);
  await open(page, file("fel.json", faulty.text));
  await expect(page.locator("h1")).toContainText("Filen har tre påpekanden.");
  await expect(page.locator(".problem")).toHaveCount(listed.length);
  for (const [line, column, path] of listed) {
    const problem = page.locator(".problem").filter({ hasText: `Rad ${line}, tecken ${column}` });
    await expect(problem.locator("code")).toHaveText(path);
    await expect(problem.locator(".problem-what")).not.toBeEmpty();
  }
  await axe(page);

  await follow(page, "#/");
  expect(await shownRules(page)).toEqual(rulesOf(faulty));
  await follow(page, "#/organisation");
  for (const unit of faulty.organisation.units) await expect(page.locator("main")).toContainText(unit.name);
});

test.describe("hostile text", () => {
  const image = '<img src=x onerror="window.ran=1">';
  const script = "<script>window.ran=1</script><svg onload=window.ran=1>";
  const link = "javascript:window.ran=1";
  const bidi = "\u202Egnp.exe\u2066 {{ran}}";
  // What turns the direction of the text around it is shown as a sign of its own.
  const harmless = "\uFFFDgnp.exe\uFFFD {{ran}}";
  const hostile = {
    format: 1,
    name: `${image} kommun`,
    notice: { sv: `${script} påhittad.`, en: image },
    units: [
      { id: "kommun", name: `${image} kommun`, kind: "municipality" },
      {
        id: image,
        name: `${script} enhet`,
        kind: "department",
        parent: "kommun",
        area: image,
        address: link,
        tags: [script],
        contact: { email: `${link}@example.se`, phone: link, web: link },
      },
      { id: "bidi", name: bidi, kind: "workplace", parent: image, contact: { web: "data:text/html,<script>ran=1</script>" } },
    ],
    people: [{ id: "p", name: `${image} person`, email: `a@b.se?${link}`, phone: link }],
    assignments: [
      { role: "security_coordinator", unit: image, person: "p" },
      { role: image, unit: "bidi", person: "p" },
    ],
    rules: [
      {
        id: script,
        severity: "must",
        text: `${image} regel`,
        source: `${link} ${bidi}`,
        holders: { of: image, in: { kind: "workplace" }, at_least: 2 },
      },
    ],
    risks: [
      { id: link, title: `${image} risk`, motive: script, scenario: bidi, units: [image] },
      { id: "bidi", title: `${bidi} risk`, vulnerabilities: [image], dependencies: [link] },
    ],
    documents: [{ id: "d", title: image, kind: "guideline", link }],
    [image]: 1,
  };

  /** Expects that nothing the page shows now runs, loads or leads anywhere it should not. */
  async function expectHarmless(page, where) {
    const found = await page.evaluate(() => {
      const links = [...document.querySelectorAll("a[href]")].map((link) => new URL(link.href));
      const strange = ({ protocol, origin }) => !["mailto:", "tel:"].includes(protocol) && origin !== location.origin;
      return {
        ran: "ran" in window,
        turned: /[\u202A-\u202E\u2066-\u2069]/.test(document.body.innerText),
        links: links.filter(strange).map(String),
        elements: [...document.body.querySelectorAll("img, iframe, object, [onerror], [onload], main script")].map((element) => element.outerHTML),
      };
    });
    expect(found, where).toEqual({ ran: false, turned: false, links: [], elements: [] });
  }

  test("is shown as text on every page and runs nothing", async ({ page }) => {
    const name = `${image.replaceAll('"', "'")}${bidi}.json`;
    await openApp(page, "#/data");
    await open(page, file(name, hostile));
    await expectHarmless(page, "data");
    await expect(page.locator(".problem", { hasText: image })).not.toHaveCount(0);

    const at = (page, id) => `#/${page}/${encodeURIComponent(id)}`;
    const shown = {
      "#/": [`${image} regel`],
      "#/organisation": [`${image} kommun`, `${script} enhet`],
      "#/coverage": [`${image} regel`],
      "#/risks": [`${image} risk`, `${harmless} risk`],
      "#/about": [],
      [at("organisation", image)]: [`${script} enhet`, `${image} person`, link],
      [at("organisation", "bidi")]: [harmless, "data:text/html"],
      [at("coverage", `${script}:bidi`)]: [`${image} regel`, `${link} ${harmless}`],
      [at("risks", link)]: [`${image} risk`, script],
      [at("risks", "bidi")]: [`${harmless} risk`],
    };
    for (const [hash, texts] of Object.entries(shown)) {
      const before = await page.locator("h1").textContent();
      await page.evaluate((hash) => (location.hash = hash), hash);
      await expect(page.locator("h1"), hash).not.toHaveText(before);
      await ready(page);
      await expect(page.locator("header"), hash).toContainText(`${image} kommun`);
      for (const text of texts) await expect(page.locator("main"), hash).toContainText(text);
      await expectHarmless(page, hash);
    }
  });

  test("in the name of a file that cannot be opened is shown as text", async ({ page }) => {
    await openApp(page, "#/data");
    const name = `${image.replaceAll('"', "'")}${bidi}.json`;
    await pick(page, file(name, "{"));
    await expect(page.getByRole("alert")).toContainText(name.replace(bidi, harmless));
    await expectHarmless(page, "alert");
  });
});

test("without a worker, the page computes by itself", async ({ page }) => {
  await page.addInitScript(() => delete window.Worker);
  const small = caseOf("too-many-holders-is-broken");
  await openApp(page);
  expect(await page.evaluate(() => "Worker" in window)).toBe(false);
  expect(Object.keys(await shownRules(page)).length).toBeGreaterThan(0);
  await expect(page.locator("header .mark")).toContainText(example.name);
  await follow(page, "#/data");
  await open(page, file("liten.json", small.text));
  await follow(page, "#/");
  expect(await shownRules(page)).toEqual(rulesOf(small));
});

/** What a file without anything says on each page; without a word on rules it is judged by those of the product. */
const EMPTY = {
  "a file of nothing": [{ format: 1 }, { "#/": "Filen har inga arbetsplatser.", "#/coverage": /0 av \d/ }],
  "a file that turns the rules off": [
    { format: 1, packs: [] },
    { "#/": "Inga regler tillämpas", "#/coverage": "Inga regler tillämpas" },
  ],
};

for (const [name, [content, own]] of Object.entries(EMPTY)) {
  test(`${name} gives calm pages`, async ({ page }) => {
    await openApp(page, "#/data");
    await open(page, file("tom.json", content));
    await expect(page.locator("h1")).toHaveText("Allt i filen används.");
    const said = {
      ...own,
      "#/organisation": "Filen har inga enheter.",
      "#/risks": "Filen har inga risker ännu.",
      "#/data": "tom.json",
      "#/about": "Ingenting skickas",
    };
    for (const hash of PAGES) {
      await follow(page, hash);
      await expect(page.locator("h1"), hash).not.toBeEmpty();
      await expect(page.locator("main"), hash).toContainText(said[hash]);
      await expect(page.getByRole("alert"), hash).toHaveCount(0);
      expect(await page.locator("main").innerText(), hash).not.toMatch(/NaN|undefined|null|Infinity/);
      await axe(page);
    }
  });
}
