// Links carry what is looked at and never what the file says: ids and filters, short enough for a mail.
import { expect, openApp, ready, test } from "./support/page.mjs";
import { turnTo } from "./support/edit.mjs";
import { organisation } from "./support/example.mjs";

/** The longest address that mail programs leave whole. */
const LONGEST = 250;

const PAGES = [
  "#/", "#/organisation", "#/coverage", "#/map", "#/training", "#/year", "#/forecast", "#/risks", "#/event", "#/group",
  "#/security-unit", "#/coordinators", "#/representatives", "#/contact", "#/rules", "#/data", "#/share",
];

/** Every text of a value that is no id: with a space, an at sign or a letter that ids do not have. */
function texts(value, out = new Set()) {
  if (typeof value === "string" && /[ @åäö]/i.test(value) && value.length > 3) out.add(value);
  else if (value && typeof value === "object") Object.values(value).forEach((inner) => texts(inner, out));
  return out;
}

const said = texts(organisation);
const people = organisation.people.flatMap(({ name, email, phone }) => [name, email, phone]).filter(Boolean);

test("no address on any page holds a text of the file", async ({ page }) => {
  expect(said.size).toBeGreaterThan(500);
  const addresses = new Set();
  await openApp(page);
  for (const hash of PAGES) {
    await turnTo(page, hash);
    const links = await page.evaluate(() => [location.href, ...Array.from(document.links, ({ href }) => href)]);
    links.filter((href) => href.includes("#/")).forEach((href) => addresses.add(href.slice(href.indexOf("#/"))));
  }
  expect(addresses.size).toBeGreaterThan(200);
  const faults = [...addresses].flatMap((address) => {
    const [path, query = ""] = address.split("?");
    const values = [...path.split("/"), ...new URLSearchParams(query).values()].map(decodeURIComponent);
    const held = [...values.filter((value) => said.has(value)), ...people.filter((person) => decodeURIComponent(address).includes(person))];
    return [...held.map((text) => `${address} holds “${text}”`), ...(address.length < LONGEST ? [] : [`${address} is long`])];
  });
  expect(faults).toEqual([]);
});

test("a link opens the same view for someone else, day and part included", async ({ page, browser, baseURL }) => {
  const party = organisation.units.find(({ kind }) => kind === "party");
  const address = `#/share?for=party:${party.id}&items=shortened&as_of=2026-12-01`;
  await openApp(page, address);
  const heading = await page.locator("main h1").textContent();
  const context = await browser.newContext({ baseURL, locale: "sv-SE" });
  const other = await context.newPage();
  await other.goto(`./${address}`);
  await ready(other);
  await expect(other.locator("main h1")).toHaveText(heading);
  await context.close();
});

test("no address tells of what is marked, whatever its texts are", async ({ page }) => {
  const canaries = [];
  /** The same with a canary for every text; ids, and what names them, stay. */
  const planted = (value, key = "") => {
    if (Array.isArray(value)) return value.map((inner) => planted(inner, key));
    if (value && typeof value === "object") return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, planted(inner, key)]));
    if (typeof value !== "string" || !["sv", "en", "title", "scenario", "name", "motive", "about"].includes(key)) return value;
    canaries.push(`kanarie${canaries.length}fågel`);
    return canaries.at(-1);
  };
  const file = Object.fromEntries(
    Object.entries(organisation).map(([list, items]) => [list, Array.isArray(items) ? items.map((item) => (item.marking ? planted(item) : item)) : items]),
  );
  expect(canaries.length).toBeGreaterThan(20);
  await page.route("**/example.json", (route) => route.fulfill({ body: JSON.stringify(file), contentType: "application/json" }));
  await openApp(page);
  const addresses = new Set();
  for (const hash of [...PAGES, "#/measures", "#/vulnerability", "#/report", "#/editions", "#/method"]) {
    await turnTo(page, hash);
    const links = await page.evaluate(() => [location.href, ...Array.from(document.links, ({ href }) => href)]);
    links.forEach((href) => addresses.add(decodeURIComponent(href)));
  }
  expect(addresses.size).toBeGreaterThan(200);
  expect([...addresses].filter((address) => /kanarie\d+f/.test(address))).toEqual([]);
});
