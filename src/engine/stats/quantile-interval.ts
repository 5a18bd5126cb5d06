import { binomialAtMost } from "#engine/stats/binomial";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";

/**
 * The interval of a quantile from order statistics: how many of n values lie below the quantile is binomial,
 * whatever the distribution. Each side lies between the last order statistic that errs with a chance of at
 * most half of 1 - level and the next one, which errs more often, where that chance itself is met:
 * interpolation of Hettmansperger and Sheather (Statistics & Probability Letters 4, 1986, 75-79) for the
 * median, of Nyblom (14, 1992, 129-131) for any share; both copied from the R package quantileCI. The whole
 * ranks alone would cover 98 % in small samples. A side that no order statistic reaches (too few values) is
 * null, and then open. `ordered` is least first, without NaN.
 */
export function quantileInterval(ordered: Float64Array, p: number, level: number = usualLevel): Interval {
  const error = (1 - level) / 2;
  return {
    low: lowerBound({ count: ordered.length, at: (rank) => ordered[rank - 1] as number }, p, error), // a rank
    high: lowerBound(
      { count: ordered.length, at: (rank) => ordered[ordered.length - rank] as number }, // a rank
      1 - p,
      error,
    ),
    method: "order-statistic",
  };
}

/** Values by rank, 1 to their count, from one end. */
interface Ranked {
  readonly count: number;
  readonly at: (rank: number) => number;
}

/** The bound on the side of rank 1: few values lie on its outer side when the quantile leaves few there. */
function lowerBound({ count, at }: Ranked, p: number, error: number): number | null {
  const errs = (rank: number): number => binomialAtMost(rank - 1, count, p);
  const rank = lastRank(count, (one) => errs(one) <= error);
  if (rank === 0) return null;
  if (rank === count) return at(count);
  const spared = error - errs(rank);
  const missing = errs(rank + 1) - error;
  const towards = 1 / (1 + (rank * (1 - p) * missing) / ((count - rank) * p * spared));
  return at(rank) + towards * (at(rank + 1) - at(rank));
}

/**
 * The last rank from 1 to `count` that is safe, where every rank below a safe one is safe; 0 when none is.
 */
function lastRank(count: number, safe: (rank: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (safe(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
