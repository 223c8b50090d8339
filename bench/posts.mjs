// The posts of a model: held, vacant, ended, expiring, succeeded, stood in for, and wrongly reported.
import { day } from "./model.mjs";
import { random } from "./random.mjs";

/** Days, from the files' own, in which a term may end: long ago, soon, or far ahead. */
const PAST = [-900, -1];
const SOON = [0, 89];
const LATER = [90, 1400];

/** The assignments of a model. `lacking` gets the ids of some workplaces without a representative. */
export function* assignments(model, lacking) {
  const any = random(model.seed + 3);
  yield* workplacePosts(model, any, lacking);
  const joining = [];
  yield* departmentPosts(model, any, joining);
  yield* securityPosts(model, any, joining);
  yield* membership(model, any, joining);
}

function* workplacePosts(model, any, lacking) {
  const role = "security_representative";
  for (let n = 0; n < model.workplaces; n++) {
    const unit = model.workplaceId(n);
    if (any.chance(0.96)) yield { role: "head", unit, person: model.at(n, 0), from: day(-any.whole(30, 3000)) };
    const person = model.at(n, 1);
    const from = -any.whole(30, 2500);
    const how = any.weighted([[0.04, "none"], [0.03, "vacant"], [0.02, "ended"], [0.04, "ending"], [0.35, "term"], [0, "open"]]);
    if (how === "none") lacking.push(unit);
    if (how === "vacant") yield { role, unit, from: day(from) };
    if (how === "ended") yield { role, unit, person, from: day(-1000 - any.whole(0, 900)), until: day(any.whole(...PAST)) };
    if (how === "term") yield { role, unit, person, from: day(from), until: day(any.whole(...LATER)) };
    if (how === "open") yield { role, unit, person, from: day(from), ...(any.chance(0.1) && { appointed_by: model.at(n, 0) }) };
    if (how === "ending") {
      const last = any.whole(...SOON);
      yield { role, unit, person, from: day(from), until: day(last) };
      // Half of them have someone to follow, a few of those too late; some follow themselves.
      if (any.chance(0.5)) yield { role, unit, person: any.chance(0.2) ? person : model.at(n, 2), from: day(last + (any.chance(0.9) ? 1 : 8)) };
    }
    if (any.chance(0.12)) yield { role, unit, person: model.at(n, 2), from: day(-any.whole(30, 900)) };
    if (any.chance(0.2)) yield { role, unit, person: model.at(n, 3), from: day(from - 1000), until: day(from - 1) };
    if (any.chance(0.08)) yield { role, unit, person: model.at(n, 4), from: day(from), substitute_for: person };
  }
}

function* departmentPosts(model, any, joining) {
  const role = "security_coordinator";
  for (const [n, { id: unit, first, words }] of model.departments.entries()) {
    const turn = -any.whole(100, 1200);
    const [head, before] = [model.at(first, 4), model.at(first, 7)];
    if (any.chance(0.97)) yield { role: "head", unit, person: head, from: day(turn) };
    yield { role: "head", unit, person: before, from: day(turn - 2000), until: day(turn - 1) };
    const many = any.weighted([[0.05, 0], [0.6, 1], [0, 2]]);
    if (many === 0 && any.chance(0.5)) yield { role, unit };
    for (let each = 0; each < many; each++) {
      // Now and then one person coordinates two departments.
      const person = n > 0 && any.chance(0.03) ? model.at(model.departments[n - 1].first, 5) : model.at(first, 5 + each);
      const from = -any.whole(10, 1800);
      const post = { role, unit, person, from: day(from) };
      if (any.chance(0.5)) post.until = day(any.whole(...(any.chance(0.15) ? SOON : LATER)));
      const then = from >= turn ? head : before;
      if (any.chance(0.9)) post.appointed_by = any.chance(0.93) ? then : model.at(first, 0);
      if (any.chance(0.92)) post.reports_to = any.chance(0.93) ? head : model.at(first, 0);
      yield post;
      joining.push(person);
    }
    if (words && any.chance(0.15)) yield { role, unit, person: model.at(first, 9), from: day(-any.whole(10, 600)), substitute_for: model.at(first, 5) };
  }
}

function* securityPosts(model, any, joining) {
  for (let n = 0; n < model.municipalities; n++) {
    const unit = model.securityUnit(n);
    const workplace = Math.floor((n * model.workplaces) / model.municipalities);
    const heads = any.weighted([[0.02, 0], [0.94, 1], [0, 2]]);
    for (let each = 0; each < heads; each++) {
      const person = model.at(workplace + each, 8);
      yield { role: "head_of_security", unit, person, from: day(-any.whole(30, 2000)), ...(any.chance(0.1) && { until: day(any.whole(...SOON)) }) };
      joining.push(person);
    }
    for (let each = 0; each < 2; each++) {
      if (!any.chance(0.9)) continue;
      const person = model.at(workplace + 2 + each, 8);
      yield { role: "crime_prevention_officer", unit, person, from: day(-any.whole(30, 2000)) };
      joining.push(person);
    }
  }
}

function* membership(model, any, joining) {
  const [role, unit] = ["member", "rhg"];
  const term = () => ({ from: day(-any.whole(30, 900)), ...(any.chance(0.4) && { until: day(any.whole(...(any.chance(0.2) ? SOON : LATER))) }) });
  for (const person of joining) if (any.chance(0.93)) yield { role, unit, person, ...term() };
  for (const [party] of model.parties.entries()) {
    if (any.chance(0.92)) yield { role, unit, person: model.at(party * 5, 6), ...term(), on_behalf_of: model.partyId(party) };
    if (any.chance(0.3)) yield { role, unit, person: model.at(party * 5 + 1, 6), ...term(), on_behalf_of: model.partyId(party) };
  }
}
