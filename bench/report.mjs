// What the bench says: a table per size, whether the targets hold, and where counts differ.

/** The most that the product may take, as a share of decode + JSON.parse. */
const TARGETS = { city: 1.0, country: 0.7 };

const LABELS = {
  product: "Ombud: bytes to verdict",
  parse: "decode + JSON.parse",
  peer: "decode + JSON.parse + counts by hand",
};

export const sorted = (numbers) => numbers.toSorted((a, b) => a - b);
export const median = (numbers) => {
  const list = sorted(numbers);
  const half = list.length >> 1;
  return list.length % 2 ? list[half] : (list[half - 1] + list[half]) / 2;
};

const ms = (number) => number.toFixed(number < 100 ? 1 : 0);
const range = (list, form) => `${form(Math.min(...list))}–${form(Math.max(...list))}`;

/** `times[method]` holds, per repetition, the time of a worker's first file and of the same file again. */
export function show(size, bytes, times) {
  const repetitions = Object.values(times)[0].length;
  console.log(`\n${size}, ${(bytes / 1e6).toFixed(1)} MB, ${repetitions} repetitions, times in ms`);
  row("", "first file", "min–max", "same again", "min–max");
  for (const [method, list] of Object.entries(times)) {
    const [first, again] = [0, 1].map((nth) => list.map((pair) => pair[nth]));
    row(LABELS[method], ms(median(first)), range(first, ms), ms(median(again)), range(again, ms));
  }
  if (!times.product) return;
  for (const other of ["parse", "peer"]) {
    const cells = [0, 1].flatMap((nth) => {
      const ratio = median(times.product.map((pair) => pair[nth])) / median(times[other].map((pair) => pair[nth]));
      // Of the same repetition, so under the same load of the machine.
      const pairs = times.product.map((pair, turn) => pair[nth] / times[other][turn][nth]);
      return [ratio.toFixed(2), range(pairs, (number) => number.toFixed(2))];
    });
    row(`Ombud / ${LABELS[other]}`, ...cells);
  }
  const ratio = median(times.product.map(([first]) => first)) / median(times.parse.map(([first]) => first));
  const target = TARGETS[size];
  console.log(`  Target: at most ${target.toFixed(2)} of decode + JSON.parse for the first file: ${ratio <= target ? "holds" : `MISSED by ${(ratio - target).toFixed(2)}`}`);
}

function row(label, ...cells) {
  console.log(`  ${label.padEnd(46)}${cells.map((cell) => cell.padStart(14)).join("")}`);
}

/** Where the counts of the product and those of the peer are not the same, in words. */
export function differences(product, peer) {
  const found = [];
  const compare = (where, ours, theirs) => {
    const [a, b] = [JSON.stringify(ours), JSON.stringify(theirs)];
    if (a !== b) found.push(`${where}: product ${a}, peer ${b}`);
  };
  const states = ["applicable", "met", "expiring", "missing", "broken", "unknown", "accepted"];
  const tallies = ({ coverage }) => new Map(coverage.rules.map((rule) => [rule.id, states.map((state) => rule[state])]));
  const [ours, theirs] = [tallies(product), tallies(peer)];
  for (const id of new Set([...ours.keys(), ...theirs.keys()])) compare(`${id} (${states.join(", ")})`, ours.get(id), theirs.get(id));
  compare("matrix", product.risk.matrix, peer.risk.matrix);
  compare("cells", product.risk.cells, peer.risk.cells);
  for (const reason of ["not_rated", "not_assessable", "antagonistic"]) compare(reason, product.risk.beside[reason], peer.risk.beside[reason]);
  return found;
}
