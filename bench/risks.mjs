// The risks of a model, the scales and the matrix they are placed in, and the measures against them.
import { day } from "./model.mjs";
import { random } from "./random.mjs";
import { DEPENDENCIES, MOTIVES, SCENARIOS, VULNERABILITIES } from "./words.mjs";

const DIMENSIONS = ["life", "functions", "economy", "environment"];
const LIKELIHOOD = [["mycket låg", 0.002], ["låg", 0.01], ["medelhög", 0.1], ["hög", 1], ["mycket hög"]];
const CONSEQUENCE = [["mycket begränsade"], ["begränsade"], ["allvarliga"], ["mycket allvarliga"], ["katastrofala"]];

const levels = (list) => list.map(([name, up_to]) => ({ name, ...(up_to && { up_to }) }));

export const SCALES = [
  { id: "likelihood", name: "Sannolikhet", unit: "per year", levels: levels(LIKELIHOOD) },
  ...DIMENSIONS.map((id) => ({ id, name: id, levels: levels(CONSEQUENCE) })),
];

export const MATRICES = [
  {
    id: "m5",
    name: "Riskmatris 5 x 5",
    likelihood: "likelihood",
    consequence: DIMENSIONS,
    classes: [
      { id: "low", name: "låg", letter: "L" },
      { id: "medium", name: "medel", letter: "M" },
      { id: "high", name: "hög", letter: "H" },
      { id: "very_high", name: "mycket hög", letter: "X" },
    ],
    grid: [[0, 0, 0, 1, 1], [0, 0, 1, 1, 2], [0, 1, 1, 2, 2], [1, 1, 2, 2, 3], [1, 2, 2, 3, 3]],
  },
];

export function* risks(model, count) {
  const any = random(model.seed + 6);
  const level = () => any.weighted([[0.12, 1], [0.28, 2], [0.32, 3], [0.2, 4], [0, 5]]);
  const levelOrRange = () => {
    const low = level();
    return low < 5 && any.chance(0.1) ? [low, any.whole(low + 1, 5)] : low;
  };
  const consequence = () => {
    const dimensions = {};
    for (const dimension of DIMENSIONS) if (any.chance(0.6)) dimensions[dimension] = levelOrRange();
    return dimensions;
  };
  for (let n = 0; n < count; n++) {
    const workplace = any.whole(0, model.workplaces - 1);
    const department = model.departments[model.departmentOf(workplace)];
    const atDepartment = any.chance(0.2);
    const scenario = any.pick(SCENARIOS);
    const risk = {
      id: riskId(n),
      title: `${scenario[0].toUpperCase()}${scenario.slice(1)}, ${model.nameOfWorkplace(workplace)}`,
      scenario,
      units: [atDepartment ? department.id : model.workplaceId(workplace)],
      owner: atDepartment ? department.id : model.at(workplace, 0),
    };
    if (any.chance(0.05)) risk.units.push(model.workplaceId(any.whole(0, model.workplaces - 1)));
    const likelihood = any.weighted([[0.04, "none"], [0.04, "not_assessable"], [0, "level"]]);
    if (likelihood !== "none") risk.likelihood = likelihood === "level" ? levelOrRange() : likelihood;
    if (any.chance(0.97)) risk.consequence = consequence();
    if (any.chance(0.85)) risk.uncertainty = any.pick(["low", "medium", "high"]);
    else if (any.chance(0.2)) risk.uncertainty = { likelihood: any.pick(["low", "high"]), consequence: "medium" };
    if (any.chance(0.15)) risk.target = { likelihood: level(), consequence: { [any.pick(DIMENSIONS)]: level() } };
    if (any.chance(0.05)) risk.antagonistic = true;
    if (any.chance(0.2)) risk.motive = any.pick(MOTIVES);
    if (any.chance(0.12)) risk.vulnerabilities = [any.pick(VULNERABILITIES)];
    if (any.chance(0.12)) risk.dependencies = [any.pick(DEPENDENCIES)];
    if (any.chance(0.3)) risk.capability = any.pick(["good", "uncertain", "lacking"]);
    risk.treatment = any.pick(["open", "mitigate", "accept"]);
    risk.status = any.weighted([[0.7, "active"], [0.22, "watched"], [0, "closed"]]);
    const reviewed = lastReview(department.reviews, any);
    if (reviewed) risk.reviewed = day(-reviewed);
    yield risk;
  }
}

/** Days since a department last reviewed a risk, by the department's habit; 0 for never. */
function lastReview(habit, any) {
  if (habit < 10) return any.whole(1, 270);
  if (habit < 13) return any.whole(200, 364);
  if (habit < 17) return any.whole(100, 600);
  return any.chance(0.3) ? 0 : any.whole(1, 270);
}

export function* measures(model, count) {
  const any = random(model.seed + 7);
  for (let n = 0; n < count / 10; n++) {
    yield {
      id: `a${String(n + 1).padStart(5, "0")}`,
      title: any.pick(["Reservkraft prövas under last", "Pappersrutiner tas fram", "Ny utrymningsplan", "Grindarna byts"]),
      owner: model.at(any.whole(0, model.workplaces - 1), 0),
      due: day(any.whole(-200, 700)),
      status: any.pick(["proposed", "decided", "ongoing", "done"]),
      risks: [riskId(any.whole(0, count - 1))],
      effect: { likelihood: -1 },
    };
  }
}

const riskId = (n) => `r${String(n + 1).padStart(6, "0")}`;
