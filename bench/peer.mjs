// The same counts as the product's verdict, written by hand in JavaScript for the rules of the pack
// tyreso-2016, from an object that JSON.parse gave. It is meant to be beaten fairly: ids become
// numbers once, posts are chained per unit in typed arrays, days stay the ISO strings they are, and
// nothing is allocated per subject. It trusts the file; the product checks every item and every
// reference, and keeps what it found for the page to show.
import { register } from "./peer-risk.mjs";
import { appointedBy, done, exists, holders, inventoried, members, reportsTo, represented, reviewed } from "./peer-rules.mjs";
import { addDays } from "./peer-time.mjs";

const WINDOW = 90;
const NONE = -1;

/** `{ coverage: { rules }, risk }` of the organisation on a day. */
export function verdict(organisation, on) {
  const look = index(organisation, on);
  const rule = (id, judge) => {
    const tally = { id, applicable: 0, met: 0, expiring: 0, missing: 0, broken: 0, unknown: 0, accepted: 0 };
    const accepted = look.exceptions.get(id);
    judge(look, (state, subject) => {
      tally.applicable++;
      if (accepted && state !== "met" && state !== "expiring" && accepted.has(subject())) state = "accepted";
      tally[state]++;
    });
    return tally;
  };
  const DUTIES = ["initiate", "coordinate", "support", "follow_up", "advise", "inform"];
  const GROUP_WORK = ["analysis", "prevention", "routine", "training", "lecture"];
  const rules = [
    rule("coordinator-appointed-by-head", appointedBy("security_coordinator", "head")),
    rule("coordinator-duties", done(DUTIES, "department", 12)),
    rule("coordinator-per-department", holders("security_coordinator", "department", 1)),
    rule("coordinator-reports-to-head", reportsTo("security_coordinator", "head")),
    rule("crime-prevention-officer", holders("crime_prevention_officer", "security_unit", 1)),
    rule("department-inventory", inventoried("department", 12)),
    rule("group-exists", exists("group")),
    rule("group-has-coordinators", members(["security_coordinator"])),
    rule("group-has-parties", represented()),
    rule("group-has-security-unit", members(["head_of_security", "crime_prevention_officer"])),
    rule("group-work", done(GROUP_WORK, "group", 12)),
    rule("head-of-security", holders("head_of_security", "security_unit", 1, 1)),
    rule("party-exists", exists("party")),
    rule("policies-reviewed", reviewed(["policy", "guideline"])),
    rule("representative-per-workplace", holders("security_representative", "workplace", 1)),
    rule("security-unit-exists", exists("security_unit")),
  ];
  return { coverage: { rules }, risk: register(organisation) };
}

/** Ids as numbers, units by kind, posts chained per role and unit: `first(role)[unit]`, then `next[post]`. */
function index({ units = [], people = [], assignments = [], exceptions = [], ...lists }, on) {
  const unitOf = new Map();
  const kinds = new Map();
  for (let unit = 0; unit < units.length; unit++) {
    const { id, kind } = units[unit];
    unitOf.set(id, unit);
    const list = kinds.get(kind);
    if (list) list.push(unit);
    else kinds.set(kind, [unit]);
  }
  const parents = new Int32Array(units.length);
  for (let unit = 0; unit < units.length; unit++) parents[unit] = unitOf.get(units[unit].parent) ?? NONE;

  // Whoever holds a post must be in the file. Far fewer people hold posts than there are.
  const strangers = new Set();
  for (const { person } of assignments) if (person !== undefined) strangers.add(person);
  for (const { id } of people) strangers.delete(id);

  const next = new Int32Array(assignments.length);
  const chains = new Map();
  for (let post = 0; post < assignments.length; post++) {
    const { role, unit, person, substitute_for } = assignments[post];
    if (person === undefined || substitute_for !== undefined || strangers.has(person)) continue;
    const at = unitOf.get(unit);
    if (at === undefined) continue;
    let first = chains.get(role);
    if (!first) chains.set(role, (first = new Int32Array(units.length).fill(NONE)));
    next[post] = first[at];
    first[at] = post;
  }
  const first = (role) => chains.get(role) ?? new Int32Array(units.length).fill(NONE);

  const accepted = new Map();
  for (const { finding, until } of exceptions) {
    if (until !== undefined && until < on) continue;
    const colon = finding.indexOf(":");
    const rule = finding.slice(0, colon);
    if (!accepted.has(rule)) accepted.set(rule, new Set());
    accepted.get(rule).add(finding.slice(colon + 1));
  }
  const last = addDays(on, WINDOW);
  const kind = (kind) => kinds.get(kind) ?? [];
  return { ...lists, units, assignments, unitOf, parents, first, next, kind, exceptions: accepted, on, last };
}
