import type { Accumulator } from "#engine/stats/accumulator";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";
import { studentQuantile } from "#engine/stats/student";

/** Fewer values than this make a Student interval that says so wherever it is shown. */
export const fewValues = 30;

/**
 * The interval of a mean: mean ± t(n - 1) s ÷ √n. Exact for normal values, good for many or symmetric ones.
 * Null on both sides below two values; of no width where all are equal.
 */
export function studentInterval(sample: Accumulator, level: number = usualLevel): Interval {
  if (sample.count < 2) return { low: null, high: null, method: "student" };
  const half = studentQuantile(0.5 + level / 2, sample.count - 1) * sample.standardError;
  return { low: sample.mean - half, high: sample.mean + half, method: "student" };
}
