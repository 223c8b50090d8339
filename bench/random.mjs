// A seeded source of numbers, so that every machine generates the same bytes.

/** xorshift32: small, quick, and good enough to spread names and dates. */
export function random(seed) {
  let state = seed | 0 || 1;
  const next = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
  return {
    /** Whether something of this probability happens. */
    chance: (probability) => next() < probability,
    /** A whole number from `low` to `high`, both included. */
    whole: (low, high) => low + Math.floor(next() * (high - low + 1)),
    /** One of a list. */
    pick: (list) => list[Math.floor(next() * list.length)],
    /** One of `[probability, value]` pairs; the last takes what is left. */
    weighted: (pairs) => {
      let at = next();
      for (const [probability, value] of pairs) if ((at -= probability) < 0) return value;
      return pairs.at(-1)[1];
    },
  };
}

/**
 * Who works where, computed both ways instead of remembered: people are numbered as they were
 * employed, not by workplace, so neighbours in the file rarely share one.
 */
export function employment(people, workplaces) {
  const step = 618_037;
  const back = inverse(step, people);
  return {
    workplaceOf: (person) => ((person * step) % people) % workplaces,
    /** The `nth` person of a workplace, counted from 0. */
    worker: (workplace, nth) => ((workplace + nth * workplaces) * back) % people,
  };
}

/** The number that undoes a multiplication by `step` modulo `size`. */
function inverse(step, size) {
  let [a, b, x, y] = [step % size, size, 1, 0];
  while (a > 1) {
    const quotient = Math.floor(a / b);
    [a, b, x, y] = [b, a % b, y, x - quotient * y];
  }
  return ((x % size) + size) % size;
}
