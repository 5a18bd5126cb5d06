import { assert } from "#base/assert";
import { exp, log } from "#base/elementary";
import { usualLevel } from "#engine/stats/interval";
import { midRanks } from "#engine/stats/mid-ranks";
import { normalQuantile } from "#engine/stats/normal";

/** Spearman's rank correlation of pairs, -1 to 1, with its interval. */
export interface RankCorrelation {
  readonly correlation: number;
  readonly low: number;
  readonly high: number;
}

/** Fewer pairs than this give no interval worth printing. */
export const rankPairsLeast = 10;

/**
 * Spearman's correlation: Pearson's of the ranks, equal values sharing the mean of theirs. The interval is
 * Fisher's, on the scale of atanh, with the standard error of Bonett and Wright, √((1 + r²/2) / (n - 3)), as
 * `ci.spear` of the R package statpsych gives it; a correlation of exactly 1 or -1 is its own interval.
 * Undefined for fewer than ten pairs, or where one side never varies. No NaN.
 */
export function rankCorrelation(
  xs: ArrayLike<number>,
  ys: ArrayLike<number>,
  level: number = usualLevel,
): RankCorrelation | undefined {
  assert(xs.length === ys.length, "values that are correlated come in pairs");
  if (xs.length < rankPairsLeast) return undefined;
  const [left, right] = [deviations(xs), deviations(ys)];
  const [squares, others] = [product(left, left), product(right, right)];
  if (squares === 0 || others === 0) return undefined;
  const correlation = Math.max(-1, Math.min(1, product(left, right) / Math.sqrt(squares * others)));
  if (Math.abs(correlation) === 1) return { correlation, low: correlation, high: correlation };
  const centre = log((1 + correlation) / (1 - correlation)) / 2;
  const error = Math.sqrt((1 + (correlation * correlation) / 2) / (xs.length - 3));
  const half = normalQuantile(0.5 + level / 2) * error;
  return { correlation, low: hyperbolicTangent(centre - half), high: hyperbolicTangent(centre + half) };
}

/** Ranks less their mean. */
function deviations(values: ArrayLike<number>): Float64Array {
  const mean = (values.length + 1) / 2;
  return midRanks(values).map((rank) => rank - mean);
}

function product(one: Float64Array, other: Float64Array): number {
  return one.reduce((sum, value, index) => sum + value * (other[index] as number), 0); // of one length
}

function hyperbolicTangent(x: number): number {
  const grown = exp(-2 * Math.abs(x));
  return (Math.sign(x) * (1 - grown)) / (1 + grown);
}
