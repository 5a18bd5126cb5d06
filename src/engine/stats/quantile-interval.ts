import { binomialAtMost } from "#engine/stats/binomial";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";

/**
 * An interval of a quantile, with the chance that such an interval holds it, at least `level` where both
 * sides exist.
 */
export interface QuantileInterval extends Interval {
  readonly coverage: number;
}

/**
 * The interval of a quantile between two order statistics, true for every distribution: how many of n values
 * lie below the quantile is binomial. Each side is the nearest order statistic that errs with a chance of at
 * most half of 1 - level; a side that no order statistic reaches (too few values) is null, and then open.
 * `ordered` is least first, without NaN.
 */
export function quantileInterval(
  ordered: Float64Array,
  p: number,
  level: number = usualLevel,
): QuantileInterval {
  const count = ordered.length;
  const error = (1 - level) / 2;
  const low = lastRank(count, (rank) => binomialAtMost(rank - 1, count, p) <= error);
  const high = count + 1 - lastRank(count, (rank) => binomialAtMost(rank - 1, count, 1 - p) <= error);
  const missedBelow = low > 0 ? binomialAtMost(low - 1, count, p) : 0;
  const missedAbove = high <= count ? binomialAtMost(count - high, count, 1 - p) : 0;
  return {
    low: low > 0 ? (ordered[low - 1] as number) : null, // ranks run from 1 to the length
    high: high <= count ? (ordered[high - 1] as number) : null, // ranks run from 1 to the length
    method: "order-statistic",
    coverage: 1 - missedBelow - missedAbove,
  };
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
