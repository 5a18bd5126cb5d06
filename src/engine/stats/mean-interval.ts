import type { Accumulator } from "#engine/stats/accumulator";
import { bootstrapTInterval } from "#engine/stats/bootstrap-t";
import { foldInBlocks } from "#engine/stats/fold";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";
import { studentInterval } from "#engine/stats/student-interval";

/** Below this many values a bootstrap has too little to draw from, however skewed they are. */
export const bootstrapLeast = 10;

/**
 * True when values are too skewed for Student's interval of their mean: n < 25 G1², Cochran's rule of thumb
 * for how many values an interval by the normal distribution takes. Never below 10 values.
 */
export function isSkewed(sample: Accumulator): boolean {
  const { count, skewness } = sample;
  return count >= bootstrapLeast && count < 25 * skewness * skewness;
}

/**
 * The interval of a mean over replications: Student's, or bootstrap-t where `isSkewed`. For differences of
 * pairs, pass the differences. `uniform` is a stream of this statistic's own; it is drawn from only for
 * skewed values.
 */
export function meanInterval(
  values: ArrayLike<number>,
  uniform: () => number,
  level: number = usualLevel,
): Interval {
  const sample = foldInBlocks(values);
  return isSkewed(sample) ? bootstrapTInterval(values, uniform, level) : studentInterval(sample, level);
}
