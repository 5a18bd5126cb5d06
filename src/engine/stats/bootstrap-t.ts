import { assert } from "#base/assert";
import { Accumulator } from "#engine/stats/accumulator";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";

/** Resamples of one interval: the bounds are then the 25th from either end. */
export const resamples = 999;

/** So many resamples, and one less, for each of the tests that are told together. */
const resamplesEach = 100;

/** More resamples are drawn where fewer of the first lie beyond 0: of any other, p is not small. */
const beyondMost = 5;

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
  readonly #present: Float64Array;
  readonly #uniform: () => number;

  constructor(values: ArrayLike<number>, uniform: () => number) {
    const present = Float64Array.from(values).filter((value) => !Number.isNaN(value));
    this.#present = present;
    this.#uniform = uniform;
    this.#sample = accumulate(present.length, (index) => present[index] as number); // below the length
    this.#ratios = this.#sample.m2 > 0 ? this.#further(resamples).sort() : new Float64Array();
    assert(this.#sample.m2 === 0 || this.#ratios.length > 0, "unequal values give unequal resamples");
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
   * equal, 1 for zeros and 0 for others; else at least 1 ÷ (r + 1), since what fewer resamples than that do
   * cannot be seen.
   *
   * Of tests that are told `together` each must be so much surer: where there are more than ten, and fewer
   * than 5 of the first 999 ratios lie beyond, more are drawn, 100 for each test in all, so that p times
   * their number may be 0.01. To look at the first 999 alone changes nothing where p times their number comes
   * to 0.09 or less, since at most 4 of all lie beyond there. It draws: ask once.
   */
  pValue(together: number = 1): number | null {
    const { count, mean } = this.#sample;
    if (count < 2) return null;
    if (this.#ratios.length === 0) return mean === 0 ? 1 : 0;
    const first = this.#beyond(this.#ratios);
    const wanted = resamplesEach * together - 1 - this.#ratios.length;
    const isSmall = Math.min(first.below, first.above) < beyondMost;
    const more = isSmall && wanted > 0 ? this.#further(wanted) : new Float64Array();
    const last = this.#beyond(more);
    const beyond = Math.min(first.below + last.below, first.above + last.above);
    return Math.min(1, (2 * beyond + 1) / (this.#ratios.length + more.length + 1));
  }

  /** So many further ratios, or fewer where too many resamples have no se*. */
  #further(count: number): Float64Array {
    return studentRatios(this.#present, this.#sample.mean, { uniform: this.#uniform, count });
  }

  /** Counted as bounds of intervals are computed, so that rounding cannot part the two. */
  #beyond(ratios: Float64Array): { readonly below: number; readonly above: number } {
    let [below, above] = [0, 0];
    for (const ratio of ratios) {
      const mean = this.#meanLess(ratio);
      if (mean <= 0) below += 1;
      if (mean >= 0) above += 1;
    }
    return { below, above };
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

function studentRatios(
  present: Float64Array,
  mean: number,
  { uniform, count }: { readonly uniform: () => number; readonly count: number },
): Float64Array {
  const ratios = new Float64Array(count);
  const draw = (): number => present[Math.floor(uniform() * present.length)] as number; // uniform is below 1
  let kept = 0;
  for (let round = 0; kept < count && round < 2 * count; round += 1) {
    const resample = accumulate(present.length, draw);
    if (resample.m2 > 0) ratios[kept++] = (resample.mean - mean) / resample.standardError;
  }
  return ratios.subarray(0, kept);
}

function accumulate(count: number, value: (index: number) => number): Accumulator {
  const sample = new Accumulator();
  for (let index = 0; index < count; index += 1) sample.add(value(index));
  return sample;
}
