// The organisation behind the generated files: who holds what, for how long, and what is missing.
// Each list is a generator of items, so that a country never stands in memory as a whole.
import { employment, random } from "./random.mjs";
import { AREAS, DEPARTMENTS, FIRST, LAST, NOTES, PARTIES, PLACES, STREETS } from "./words.mjs";

/** The day the files speak of. */
export const AS_OF = "2026-11-22";

const ORIGIN = Date.parse(AS_OF);
const dates = new Map();

/** The day so many days after `AS_OF`. */
export function day(offset) {
  if (!dates.has(offset)) dates.set(offset, new Date(ORIGIN + offset * 86_400_000).toISOString().slice(0, 10));
  return dates.get(offset);
}

const ascii = (text) => text.toLowerCase().replace(/[åä]/g, "a").replace(/ö/g, "o").replace(/é/g, "e");

/** A model of one size. Every list has numbers of its own, so that a change in one leaves the others. */
export function model({ name, municipalities, workplaces, people, seed, companies, mailboxes }) {
  const { workplaceOf, worker } = employment(people, workplaces);
  const prefix = (municipality) => (municipalities > 1 ? `k${String(municipality + 1).padStart(3, "0")}-` : "");
  const departments = [];
  for (let municipality = 0; municipality < municipalities; municipality++) {
    for (const words of DEPARTMENTS) departments.push({ id: `${prefix(municipality)}${words[0]}`, municipality, words });
    for (let more = 0; more < companies; more++) departments.push({ id: `${prefix(municipality)}bolag-${more + 1}`, municipality, company: more });
  }
  // A department's workplaces follow one another.
  departments.forEach((department, at) => {
    department.first = Math.ceil((at * workplaces) / departments.length);
    // Most departments review all their risks in time, some late, some not all of them.
    department.reviews = (at * 7) % 20;
  });
  const departmentOf = (workplace) => Math.floor((workplace * departments.length) / workplaces);
  const share = workplaces / municipalities;
  const digits = String(Math.ceil(share)).length;
  const workplaceId = (workplace) => {
    const { municipality } = departments[departmentOf(workplace)];
    return `${prefix(municipality)}w${String(workplace - Math.ceil(municipality * share) + 1).padStart(digits, "0")}`;
  };
  const personId = (person) => `p${String(person + 1).padStart(String(people).length, "0")}`;
  const at = (workplace, nth) => personId(worker(workplace, nth));
  const securityUnit = (municipality) => `${prefix(municipality)}se`;
  const parties = PARTIES.flatMap((party, n) => (municipalities > 1 ? [`${party} nord`, `${party} mitt`, `${party} syd`] : n < 12 ? [party] : []));
  const partyId = (party) => `part-${String(party + 1).padStart(2, "0")}`;
  const nameOfWorkplace = (workplace) => {
    const kinds = departments[departmentOf(workplace)].words?.[3] ?? ["Kontoret"];
    return `${kinds[workplace % kinds.length]} ${PLACES[(workplace * 13) % PLACES.length]}`;
  };

  function* units() {
    const any = random(seed + 1);
    const place = () => ({ area: any.pick(AREAS), address: `${any.pick(STREETS)} ${any.whole(1, 90)}` });
    yield { id: "kommun", name, kind: "municipality", contact: { email: "kommun@example.se", phone: "08-465 004 00", web: "https://www.example.se/" } };
    yield { id: "rhg", name: { sv: "Riskhanteringsgruppen", en: "Risk management group" }, kind: "group", parent: "kommun", contact: { email: "rhg@example.se" } };
    for (const [n, party] of parties.entries()) yield { id: partyId(n), name: party, kind: "party", contact: { email: `kontakt.${partyId(n)}@example.se` } };
    for (let n = 0; n < municipalities; n++) {
      const own = prefix(n).slice(0, -1);
      if (own) yield { id: own, name: `Exempelkommun ${n + 1}`, kind: "municipality", parent: "kommun", contact: { email: `${own}@example.se` } };
      yield { id: securityUnit(n), name: { sv: "Säkerhetsenheten", en: "Security unit" }, kind: "security_unit", parent: own || "kommun", ...place(), employees: 3, contact: { email: `sakerhet.${n + 1}@example.se` } };
    }
    for (const { id, municipality, words, company } of departments) {
      const parent = prefix(municipality).slice(0, -1) || "kommun";
      const what = words ? { name: { sv: words[1], en: words[2] }, kind: "department" } : { name: `Exempelbolaget ${company + 1} AB`, kind: "company" };
      yield { id, ...what, parent, ...place(), contact: { email: `${id}@example.se` } };
    }
    for (let n = 0; n < workplaces; n++) {
      const { id: parent, words } = departments[departmentOf(n)];
      const unit = { id: workplaceId(n), name: nameOfWorkplace(n), kind: "workplace", parent, ...place(), employees: any.whole(3, 70) };
      if (any.chance(0.5)) unit.tags = any.chance(0.2) ? [words?.[4] ?? "office", "protected_object"] : [words?.[4] ?? "office"];
      if (any.chance(0.3)) unit.contact = { email: `${unit.id}@example.se` };
      yield unit;
    }
  }

  function* persons() {
    const any = random(seed + 2);
    for (let n = 0; n < people; n++) {
      const [first, last] = [any.pick(FIRST), any.pick(LAST)];
      const person = { id: personId(n), name: `${first} ${last}`, unit: workplaceId(workplaceOf(n)) };
      if (any.chance(mailboxes)) person.email = `${ascii(first)}.${ascii(last)}${any.chance(0.5) ? any.whole(2, 99) : ""}@example.se`;
      if (any.chance(0.05)) person.phone = `08-465 ${any.whole(100, 999)} ${any.whole(10, 99)}`;
      yield person;
    }
  }

  function* activities() {
    const any = random(seed + 4);
    const done = (kind, unit, role, who) => ({ kind, date: day(-any.whole(1, any.chance(0.9) ? 350 : 600)), unit, role, who, note: any.pick(NOTES) });
    for (const { id, words, first } of departments) {
      if (!words) continue;
      for (const kind of ["initiate", "coordinate", "support", "follow_up", "advise", "inform"]) {
        while (any.chance(0.6)) yield done(kind, id, "security_coordinator", [at(first, 5)]);
      }
    }
    for (const kind of ["analysis", "prevention", "routine", "training", "lecture"]) {
      while (any.chance(0.7)) yield done(kind, "rhg", "member", [at(0, 8), at(0, 5)]);
    }
  }

  function* documents() {
    const any = random(seed + 5);
    const titles = { policy: "Policy för trygghet och säkerhet", guideline: "Riktlinje för säkerhetsombud", routine: "Rutin vid elavbrott", analysis: "Risk- och sårbarhetsanalys", plan: "Plan för extraordinära händelser" };
    for (let n = 0; n < municipalities; n++) {
      for (const kind of ["policy", "policy", "guideline", "guideline", "routine", "analysis", "plan"]) {
        const adopted = -any.whole(100, 1500);
        const document = { id: `${prefix(n)}dok-${any.whole(1e8, 1e9)}`, title: titles[kind], kind, owner: securityUnit(n), adopted: day(adopted) };
        if (any.chance(0.9)) document.review_by = day(adopted + 1500 + any.whole(-200, 300));
        yield document;
      }
    }
  }

  return {
    name, municipalities, workplaces, seed, departments, parties,
    at, departmentOf, workplaceId, securityUnit, partyId, nameOfWorkplace,
    units, persons, activities, documents,
  };
}
