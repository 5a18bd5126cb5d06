import { assert } from "#base/assert";
import { Accumulator } from "#engine/stats/accumulator";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";

/** Resamples of one interval: the bounds are then the 25th from either end. */
export const resamples = 999;

/**
 * Efron's bootstrap-t interval of a mean: the quantiles of (mean* - mean) ÷ se* over resamples take the place
 * of Student's, so that the interval leans to the side to which the values do. `uniform` gives numbers from 0
 * (included) to 1 (not): a stream of the statistic's own. Resamples of equal values have no se* and are drawn
 * again, up to as many times as there are resamples. NaN is left out. Null on both sides below two values; no
 * width where all are equal.
 */
export function bootstrapTInterval(
  values: ArrayLike<number>,
  uniform: () => number,
  level: number = usualLevel,
): Interval {
  const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
  const sample = accumulate(present.length, (index) => present[index] as number); // index is below the length
  if (sample.count < 2) return { low: null, high: null, method: "bootstrap-t" };
  if (sample.m2 === 0) return { low: sample.mean, high: sample.mean, method: "bootstrap-t" };
  const ratios = studentRatios(present, sample.mean, uniform);
  const tail = Math.max(0, Math.floor(((1 - level) / 2) * (ratios.length + 1)) - 1);
  const least = ratios[tail] as number; // below the length
  const most = ratios[ratios.length - 1 - tail] as number; // below the length
  return {
    low: sample.mean - most * sample.standardError,
    high: sample.mean - least * sample.standardError,
    method: "bootstrap-t",
  };
}

function studentRatios(present: Float64Array, mean: number, uniform: () => number): Float64Array {
  const ratios = new Float64Array(resamples);
  const draw = (): number => present[Math.floor(uniform() * present.length)] as number; // uniform is below 1
  let kept = 0;
  for (let round = 0; kept < resamples && round < 2 * resamples; round += 1) {
    const resample = accumulate(present.length, draw);
    if (resample.m2 > 0) ratios[kept++] = (resample.mean - mean) / resample.standardError;
  }
  assert(kept > 0, "a sample of unequal values gives unequal resamples");
  return ratios.subarray(0, kept).sort();
}

function accumulate(count: number, value: (index: number) => number): Accumulator {
  const sample = new Accumulator();
  for (let index = 0; index < count; index += 1) sample.add(value(index));
  return sample;
}
