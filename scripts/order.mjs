// The order of a program's functions by which it packs best: a packer writes less of what it has just seen.

// What more functions than this have in common tells nothing of any two of them.
const COMMON = 300;

/** Functions, as text, each followed by the one of those left that has most in common with it. */
export function ordered(functions) {
  const passages = functions.map(passagesOf);
  const users = new Map();
  for (const [place, all] of passages.entries()) {
    for (const passage of all) {
      if (!users.has(passage)) users.set(passage, []);
      users.get(passage).push(place);
    }
  }
  const left = new Set(functions.keys());
  const order = [];
  for (let place = 0; place !== undefined; ) {
    order.push(functions[place]);
    left.delete(place);
    place = closest(passages[place], users, passages, left) ?? left.values().next().value;
  }
  return order;
}

/** The function of those left that has the most of these passages for its size; none where none has any. */
function closest(passages, users, all, left) {
  const shared = new Map();
  for (const passage of passages) {
    const some = users.get(passage);
    if (some.length > COMMON) continue;
    for (const place of some) if (left.has(place)) shared.set(place, (shared.get(place) ?? 0) + 1);
  }
  const share = ([place, count]) => count / Math.sqrt(all[place].size + 20);
  let best;
  for (const one of shared) if (!best || share(one) > share(best)) best = one;
  return best?.[0];
}

/** Every two lines that follow each other in a function: two instructions with what they are told. */
function passagesOf(text) {
  const lines = text.split("\n").slice(1).filter((line) => line.trim() !== ")");
  return new Set(lines.slice(1).map((line, at) => `${lines[at].trim()} ${line.trim()}`));
}
