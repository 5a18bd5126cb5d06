import { assert } from "#base/assert";
import type { Streams } from "#engine/random/stream";

/** The greatest double below 1. */
const BELOW_ONE = 0.9999999999999999;

/**
 * A Latin hypercube of `samples` points (McKay, Beckman and Conover 1979): the values of each dimension by
 * sample, in 0 to 1 without the ends. Each of the `samples` equal strata of each dimension holds just one
 * point, at a place within it that is drawn. A dimension has a stream of its own, named after it: what it
 * draws rests on the seed, its name and the number of samples alone, neither on the other dimensions nor on
 * who asks, so that sample k of n is the same wherever it is run. `name` tells designs of one seed apart.
 */
export function latinHypercube(
  samples: number,
  dimensions: readonly string[],
  streams: Streams,
  name: string = "latin-hypercube",
): readonly Float64Array[] {
  assert(
    Number.isSafeInteger(samples) && samples >= 0,
    `a design has a whole number of points, not ${samples}`,
  );
  assert(new Set(dimensions).size === dimensions.length, "dimensions of a design have names of their own");
  return dimensions.map((dimension) => {
    const stream = streams.at(`design/${name}/${dimension}`);
    const strata = shuffled(samples, () => stream.uniform());
    return Float64Array.from(strata, (stratum) =>
      Math.min((stratum + stream.uniform()) / samples, BELOW_ONE),
    );
  });
}

/** The numbers from 0 to before `count` in an order of which all are alike likely (Fisher and Yates). */
function shuffled(count: number, uniform: () => number): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last -= 1) {
    const other = Math.floor(uniform() * (last + 1));
    [order[last], order[other]] = [order[other] as number, order[last] as number]; // both are at most `last`
  }
  return order;
}
