import { assert } from "#base/assert";
import { Accumulator } from "#engine/stats/accumulator";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";

/** Resamples of one interval: the bounds are then the 25th from either end. */
export const resamples = 999;

/**
 * Efron's bootstrap-t of a mean, drawn once: the quantiles of (mean* - mean) ÷ se* over resamples take the
 * place of Student's, so that intervals lean to the side to which the values do. `uniform` gives numbers from
 * 0 (included) to 1 (not): a stream of the statistic's own. Resamples of equal values have no se* and are
 * drawn again, up to as many times as there are resamples. NaN is left out.
 */
export class BootstrapT {
  readonly #sample: Accumulator;
  /** Least first; empty where there are no two values that differ. */
  readonly #ratios: Float64Array;

  constructor(values: ArrayLike<number>, uniform: () => number) {
    const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
    this.#sample = accumulate(present.length, (index) => present[index] as number); // below the length
    const varies = this.#sample.m2 > 0;
    this.#ratios = varies ? studentRatios(present, this.#sample.mean, uniform) : new Float64Array();
  }

  /** Null on both sides below two values; no width where all are equal. */
  interval(level: number = usualLevel): Interval {
    const { count, mean } = this.#sample;
    if (count < 2) return { low: null, high: null, method: "bootstrap-t" };
    const ratios = this.#ratios;
    if (ratios.length === 0) return { low: mean, high: mean, method: "bootstrap-t" };
    const tail = Math.max(0, Math.floor(((1 - level) / 2) * (ratios.length + 1)) - 1);
    const least = ratios[tail] as number; // below the length
    const most = ratios[ratios.length - 1 - tail] as number; // below the length
    return { low: this.#meanLess(most), high: this.#meanLess(least), method: "bootstrap-t" };
  }

  /**
   * How likely a mean as far from 0 is where the true one is 0, on either side: (2 c + 1) ÷ (r + 1), c being
   * how many of the r ratios lie beyond that of the sample on the side where fewer do. With all resamples it
   * is below 0.05 just where 0 lies outside the interval of 95 %. Null below two values. Where all values are
   * equal, 1 for zeros and 0 for others; else at least 0.001, since fewer than one in a thousand resamples
   * cannot be seen.
   */
  pValue(): number | null {
    const { count, mean } = this.#sample;
    if (count < 2) return null;
    const ratios = this.#ratios;
    if (ratios.length === 0) return mean === 0 ? 1 : 0;
    // As bounds of intervals are computed, so that rounding cannot part the two.
    const below = ratios.reduce((sum, ratio) => (this.#meanLess(ratio) <= 0 ? sum + 1 : sum), 0);
    const above = ratios.reduce((sum, ratio) => (this.#meanLess(ratio) >= 0 ? sum + 1 : sum), 0);
    return Math.min(1, (2 * Math.min(below, above) + 1) / (ratios.length + 1));
  }

  #meanLess(ratio: number): number {
    return this.#sample.mean - ratio * this.#sample.standardError;
  }
}

/** The interval of `BootstrapT`. */
export function bootstrapTInterval(
  values: ArrayLike<number>,
  uniform: () => number,
  level: number = usualLevel,
): Interval {
  return new BootstrapT(values, uniform).interval(level);
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
