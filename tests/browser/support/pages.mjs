// Every page, as the product lists them, with an address in the example that shows it.
import { readFileSync } from "node:fs";
import { findings, organisation, verdict } from "./example.mjs";

const said = (label, language) => label[language] ?? label;
const both = (sv, en = sv) => ({ sv, en });
const called = (label) => both(said(label, "sv"), said(label, "en"));

const finding = findings.find(({ id, rule, state, unit }) => state === "missing" && id === `${rule}:${unit}`);
const unit = organisation.units.find(({ id }) => id === finding.unit);
const risk = organisation.risks.find(({ id }) => id === verdict.risk.risks.find(({ rank }) => rank === 1).id);
const person = organisation.people.find(({ id }) => organisation.assignments.some((post) => post.person === id));

/** What stands in the addresses of pages that are about one item, and what the window is then called. */
const ITEMS = {
  unit: [unit.id, called(unit.name)],
  person: [person.id, called(person.name)],
  finding: [finding.id, called(unit.name)],
  risk: [risk.id, called(risk.title)],
  department: [organisation.units.find(({ kind }) => kind === "department").id],
  role: ["security_representative"],
};

/** The items that those pages are about. */
export const items = { finding, unit, risk, person };

/** Every page, as the product lists them: its address, its section, and what the title of its window calls it. */
const listed = JSON.parse(readFileSync(new URL("pages.json", import.meta.url), "utf8"));
export const pages = listed.map(({ page, address, title, ...rest }) => {
  const item = /:([a-z]+)/.exec(address)?.[1];
  const hash = address.replace(/:([a-z]+)/g, (_, item) => encodeURIComponent(ITEMS[item][0]));
  return { name: page, hash, address, item, title: title ?? ITEMS[item][1], ...rest };
});
pages.push({ name: "a call list", hash: `#/event?risk=${encodeURIComponent(risk.id)}`, title: both("Händelse", "Event") });
