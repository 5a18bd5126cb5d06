import type { Accumulator } from "#engine/stats/accumulator";
import { BootstrapT } from "#engine/stats/bootstrap-t";
import { foldInBlocks } from "#engine/stats/fold";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";
import { isSkewed, outerInterval } from "#engine/stats/mean-interval";
import { studentAbove } from "#engine/stats/student";
import { studentInterval } from "#engine/stats/student-interval";

/** A mean difference of pairs, its interval, and the test that it is 0. */
export interface PairedTest extends Interval {
  /** The mean of the differences; null where there are none. */
  readonly difference: number | null;
  /**
   * The chance of a difference as far from 0, on either side, where the true one is 0: below 0.05 just where
   * 0 lies outside the interval of 95 %. Null below two pairs. Where all differences are equal, 1 for zeros
   * and 0 for others.
   */
  readonly pValue: number | null;
}

/** How sure a test and its interval are to be. */
export interface PairedTestOptions {
  /** Of the interval; 0.95 when left out. */
  readonly level?: number;
  /**
   * How many tests are told together, so that p can be as small as an adjustment for so many needs; 1 when
   * left out.
   */
  readonly together?: number;
}

/**
 * Tests whether the mean of `differences` (ours - theirs by index; NaN is left out) is 0, by the same rule as
 * `meanInterval` makes its interval: Student's t of the differences, and where `isSkewed` bootstrap-t too,
 * whose p is never below 0.001, or 0.01 ÷ `together` if that is less, unless it is 0: then the greater p of
 * both, as the interval reaches as far as either. The interval is that of `meanInterval` to the bit when
 * `uniform`, a stream of this statistic's own, is at the same place, and p begins with its resamples.
 */
export function pairedTest(
  differences: ArrayLike<number>,
  uniform: () => number,
  { level = usualLevel, together = 1 }: PairedTestOptions = {},
): PairedTest {
  const sample = foldInBlocks(differences);
  const difference = sample.count === 0 ? null : sample.mean;
  const student = { ...studentInterval(sample, level), pValue: studentPValue(sample) };
  if (!isSkewed(sample)) return { difference, ...student };
  const bootstrap = new BootstrapT(differences, uniform);
  // Both exist from two values on.
  const pValue = Math.max(student.pValue ?? 0, bootstrap.pValue(together) ?? 0);
  return { difference, ...outerInterval(student, bootstrap.interval(level)), pValue };
}

function studentPValue(sample: Accumulator): number | null {
  if (sample.count < 2) return null;
  if (sample.m2 === 0) return sample.mean === 0 ? 1 : 0;
  return 2 * studentAbove(Math.abs(sample.mean) / sample.standardError, sample.count - 1);
}
