import { assert } from "#base/assert";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";
import { normalQuantile } from "#engine/stats/normal";

/**
 * The score interval of a share of yes-or-no outcomes (Wilson 1927; method 3 of Newcombe, Statistics in
 * Medicine 17, 1998, 857-872). Never outside 0 to 1, and of use at 0 and at 1. Null on both sides without
 * outcomes.
 */
export function wilsonInterval(successes: number, count: number, level: number = usualLevel): Interval {
  const isPart = successes >= 0 && successes <= count;
  assert(isPart, `successes lie between 0 and their count, not ${successes} of ${count}`);
  if (count === 0) return { low: null, high: null, method: "wilson" };
  const z = normalQuantile(0.5 + level / 2);
  const failures = count - successes;
  const centre = successes + (z * z) / 2;
  const half = z * Math.sqrt((successes * failures) / count + (z * z) / 4);
  const size = count + z * z;
  // At the ends the two parts are equal but for rounding, and the bound is exact.
  const low = successes === 0 ? 0 : (centre - half) / size;
  const high = failures === 0 ? 1 : (centre + half) / size;
  return { low, high, method: "wilson" };
}
