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
 * The interval of a mean over replications: Student's; where `isSkewed`, as far on each side as the farther
 * of Student's and bootstrap-t's, since either alone misses too often in small samples of some skewed values
 * (COVERAGE.md), and then named bootstrap-t. For differences of pairs, pass the differences. `uniform` is a
 * stream of this statistic's own; it is drawn from only for skewed values.
 */
export function meanInterval(
  values: ArrayLike<number>,
  uniform: () => number,
  level: number = usualLevel,
): Interval {
  const sample = foldInBlocks(values);
  const student = studentInterval(sample, level);
  return isSkewed(sample) ? outerInterval(student, bootstrapTInterval(values, uniform, level)) : student;
}

/** From the lower of the lower to the higher of the higher sides, named after bootstrap-t. */
export function outerInterval(student: Interval, bootstrap: Interval): Interval {
  if (student.low === null || student.high === null) return bootstrap;
  if (bootstrap.low === null || bootstrap.high === null) return bootstrap;
  return {
    low: Math.min(student.low, bootstrap.low),
    high: Math.max(student.high, bootstrap.high),
    method: "bootstrap-t",
  };
}
