// The risks of the peer: each placed in the first matrix or beside it, classed and ranked.

const UNCERTAINTY = { low: 1, medium: 2, high: 3 };

/** `{ matrix, cells, beside, classes, ranks }`; `ranks` follows the file, 0 for what stands beside. */
export function register({ scales = [], matrices = [], risks = [] }) {
  const [{ id: matrix, likelihood: rowScale, consequence: dimensions, grid, classes }] = matrices;
  const rows = scales.find(({ id }) => id === rowScale).levels.length;
  const columns = scales.find(({ id }) => id === dimensions[0]).levels.length;
  const dimension = new Set(dimensions);
  const cells = Array.from({ length: rows }, () => new Array(columns).fill(0));
  const beside = { not_rated: 0, not_assessable: 0, antagonistic: 0 };
  const counts = new Array(classes.length).fill(0);
  // Class, sum and uncertainty in one number: what the register is sorted by.
  const sums = rows + columns + 1;
  const keys = new Int32Array(risks.length).fill(-1);
  const perKey = new Uint32Array(classes.length * sums * 4);

  for (let at = 0; at < risks.length; at++) {
    const { likelihood, consequence, uncertainty, antagonistic } = risks[at];
    const assessable = likelihood !== "not_assessable";
    let fits = likelihood !== undefined && (!assessable || within(likelihood, rows));
    let worst = 0;
    for (const name in consequence) {
      const level = consequence[name];
      fits &&= dimension.has(name) && within(level, columns);
      worst = Math.max(worst, high(level));
    }
    if (!fits || worst === 0) beside.not_rated++;
    else if (!assessable) beside.not_assessable++;
    else if (antagonistic) beside.antagonistic++;
    else {
      const likely = high(likelihood);
      const place = grid[likely - 1][worst - 1];
      cells[likely - 1][worst - 1]++;
      counts[place]++;
      keys[at] = (place * sums + likely + worst) * 4 + doubt(uncertainty);
      perKey[keys[at]]++;
    }
  }

  // From the worst: each key's rank is one more than all that come before it.
  const rankOf = new Uint32Array(perKey.length);
  for (let key = perKey.length - 1, before = 0; key >= 0; key--) {
    rankOf[key] = before + 1;
    before += perKey[key];
  }
  const ranks = new Uint32Array(risks.length);
  for (let at = 0; at < risks.length; at++) if (keys[at] >= 0) ranks[at] = rankOf[keys[at]];
  return { matrix, cells, beside, classes: counts, ranks };
}

const high = (level) => (typeof level === "number" ? level : level[1]);

const within = (level, most) =>
  typeof level === "number" ? level >= 1 && level <= most : level[0] >= 1 && level[0] <= level[1] && level[1] <= most;

function doubt(uncertainty) {
  if (uncertainty === undefined) return 0;
  if (typeof uncertainty === "string") return UNCERTAINTY[uncertainty];
  return Math.max(UNCERTAINTY[uncertainty.likelihood] ?? 0, UNCERTAINTY[uncertainty.consequence] ?? 0);
}
