// The shapes of rules that the pack tyreso-2016 uses. Each gives a function that tells, of every subject
// of the rule, its state; the subject's id is only made when an exception has to be looked up.
import { addDays, addMonths, covers, lapses } from "./peer-time.mjs";

const NONE = -1;

/** Adds to the list that a map has for a key. */
function add(map, key, item) {
  const list = map.get(key);
  if (list) list.push(item);
  else map.set(key, [item]);
}

/** The posts chained from one on, of any time. */
function chain({ assignments, next }, first) {
  const posts = [];
  for (let at = first; at !== NONE; at = next[at]) posts.push(assignments[at]);
  return posts;
}

export const exists = (kind) => (look, found) => found(look.kind(kind).length > 0 ? "met" : "missing", () => kind);

export function holders(role, kind, atLeast, atMost = Infinity) {
  return (look, found) => {
    const { units, assignments, next, on, last } = look;
    const first = look.first(role);
    for (const unit of look.kind(kind)) {
      // One held without end is the usual case, and settles it.
      let [lasting, current] = [false, 0];
      for (let at = first[unit]; at !== NONE; at = next[at]) {
        const post = assignments[at];
        if (!covers(post, on)) continue;
        current++;
        lasting ||= post.until === undefined || post.until >= last;
      }
      const state =
        atLeast === 1 && atMost === Infinity && (lasting || current === 0)
          ? lasting ? "met" : "missing"
          : count(chain(look, first[unit]), atLeast, atMost, on, last);
      found(state, () => units[unit].id);
    }
  };
}

/** The state of a unit by how many different people hold its posts, today and in the window. */
function count(posts, atLeast, atMost, on, last) {
  const holding = (day) => {
    const people = new Set();
    for (const post of posts) if (covers(post, day)) people.add(post.person);
    return people.size;
  };
  const now = holding(on);
  if (now < atLeast) return "missing";
  if (now > atMost) return "broken";
  const fails = (day) => {
    if (day === undefined || day <= on || day > last) return false;
    const then = holding(day);
    return then < atLeast || then > atMost;
  };
  return posts.some(({ from, until }) => fails(from) || (until !== undefined && fails(addDays(until, 1)))) ? "expiring" : "met";
}

/** Calls back with each unit and person that hold a role there today, and the posts they hold it by. */
function eachHolder(look, role, back) {
  const { units, on } = look;
  const first = look.first(role);
  for (let unit = 0; unit < units.length; unit++) {
    if (first[unit] === NONE) continue;
    let posts = chain(look, first[unit]).filter((post) => covers(post, on));
    while (posts.length) {
      const { person } = posts[0];
      back(unit, person, posts.filter((post) => post.person === person));
      posts = posts.filter((post) => post.person !== person);
    }
  }
}

export const reportsTo = (who, to) => (look, found) => {
  const first = look.first(to);
  eachHolder(look, who, (unit, person, posts) => {
    const heads = chain(look, first[unit]).filter((post) => covers(post, look.on));
    const said = posts.filter((post) => post.reports_to !== undefined);
    const met = said.some((post) => heads.some((head) => head.person === post.reports_to));
    found(heads.length && said.length ? (met ? "met" : "broken") : "unknown", () => `${look.units[unit].id}:${person}`);
  });
};

export const appointedBy = (who, by) => (look, found) => {
  const first = look.first(by);
  eachHolder(look, who, (unit, person, posts) => {
    const heads = chain(look, first[unit]);
    let state = "unknown";
    for (const { appointed_by, from = look.on } of posts) {
      const then = appointed_by === undefined ? [] : heads.filter((head) => covers(head, from));
      if (then.some((head) => head.person === appointed_by)) state = "met";
      else if (then.length && state === "unknown") state = "broken";
    }
    found(state, () => `${look.units[unit].id}:${person}`);
  });
};

export function members(roles) {
  return (look, found) => {
    const { on, last, units } = look;
    const held = new Map();
    for (const role of roles) {
      const first = look.first(role);
      for (let unit = 0; unit < units.length; unit++) {
        for (let at = first[unit]; at !== NONE; at = look.next[at]) add(held, look.assignments[at].person, look.assignments[at]);
      }
    }
    const first = look.first("member");
    for (const group of look.kind("group")) {
      const memberships = new Map();
      for (const post of chain(look, first[group])) add(memberships, post.person, post);
      for (const [person, posts] of held) {
        if (!posts.some((post) => covers(post, on))) continue;
        const own = memberships.get(person) ?? [];
        let state = "missing";
        if (own.some((post) => covers(post, on))) {
          const fails = (day) => day > on && day <= last && posts.some((post) => covers(post, day)) && !own.some((post) => covers(post, day));
          const falls = (post) => (post.until !== undefined && fails(addDays(post.until, 1))) || (post.from !== undefined && fails(post.from));
          state = own.some(falls) || posts.some(falls) ? "expiring" : "met";
        }
        found(state, () => `${units[group].id}:${person}`);
      }
    }
  };
}

export const represented = () => (look, found) => {
  const first = look.first("member");
  for (const group of look.kind("group")) {
    const memberships = new Map();
    for (const post of chain(look, first[group])) add(memberships, post.on_behalf_of, post);
    for (const party of look.kind("party")) {
      const { id } = look.units[party];
      found(lapses(memberships.get(id) ?? [], look.on, look.last), () => `${look.units[group].id}:${id}`);
    }
  }
};

export function done(kinds, scope, months) {
  return (look, found) => {
    const spans = new Map(kinds.map((kind) => [kind, new Map()]));
    for (const { kind, unit, date } of look.activities ?? []) {
      const ofKind = spans.get(kind);
      if (!ofKind) continue;
      add(ofKind, unit, { from: date, until: addMonths(date, months) });
    }
    for (const unit of look.kind(scope)) {
      const { id } = look.units[unit];
      for (const kind of kinds) found(lapses(spans.get(kind).get(id) ?? [], look.on, look.last), () => `${id}:${kind}`);
    }
  };
}

export const reviewed = (kinds) => (look, found) => {
  for (const { id, kind, review_by } of look.documents ?? []) {
    if (!kinds.includes(kind)) continue;
    const state = review_by === undefined ? "unknown" : lapses([{ until: review_by }], look.on, look.last);
    found(state, () => id);
  }
};

export function inventoried(kind, months) {
  return (look, found) => {
    const { units, unitOf, parents, on, last, risks = [] } = look;
    // Per unit: the day of the review longest ago, and whether some risk has none.
    const oldest = new Array(units.length);
    const silent = new Uint8Array(units.length);
    for (const { units: at = [], status, reviewed } of risks) {
      if (status === "closed") continue;
      for (const id of at) {
        for (let unit = unitOf.get(id) ?? NONE; unit !== NONE; unit = parents[unit]) {
          if (reviewed === undefined || reviewed > on) silent[unit] = 1;
          else if (oldest[unit] === undefined || reviewed < oldest[unit]) oldest[unit] = reviewed;
        }
      }
    }
    for (const unit of look.kind(kind)) {
      let state = silent[unit] ? "unknown" : "missing";
      if (oldest[unit] !== undefined) {
        const good = lapses([{ until: addMonths(oldest[unit], months) }], on, last);
        if (good === "missing" || !silent[unit]) state = good;
      }
      found(state, () => units[unit].id);
    }
  };
}
