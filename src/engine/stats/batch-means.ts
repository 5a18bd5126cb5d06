import { foldInBlocks } from "#engine/stats/fold";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";
import { normalQuantile } from "#engine/stats/normal";
import { stretchMeans } from "#engine/stats/stretch-means";
import { studentInterval } from "#engine/stats/student-interval";

/**
 * Numbers of batches that are tried, most first: more than thirty gain next to nothing, fewer than ten make
 * wide intervals (Schmeiser, Operations Research 30, 1982, 556-568).
 */
const batchCounts: readonly number[] = [30, 20, 10];

/** Batches count as independent unless von Neumann's ratio is as low once in ten such series. */
const independenceError = 0.1;

/** The mean of one long series in steady state, from the means of its batches. */
export interface BatchMeans extends Interval {
  readonly mean: number | null;
  /** How many batches there are, and the numbers in each; what is left over at the start is not read. */
  readonly batches: number;
  readonly size: number;
  /** Standard deviation of the batch means; null without batches. */
  readonly spread: number | null;
  /** Whether the batch means look independent: else the series is too short for the interval. */
  readonly isIndependent: boolean;
}

/**
 * The mean of a series whose neighbours go together, by nonoverlapping batch means: its interval is Student's
 * of the means of as many batches (30, 20 or 10) as still look independent. They do when von Neumann's ratio,
 * Σ (Y' - Y)² ÷ Σ (Y - mean)², does not lie far below 2: under independence its mean is 2 and its variance
 * 4 (k - 2) ÷ (k² - 1) (von Neumann 1941; `randomness_test` of the Python package kim-convergence). A series
 * of fewer than ten numbers has no interval.
 */
export function batchMeans(series: ArrayLike<number>, level: number = usualLevel): BatchMeans {
  const counts = batchCounts.filter((count) => count <= series.length);
  const numbers = Float64Array.from(series);
  const cuts = counts.map((count) => batchesOf(numbers, count));
  const chosen = cuts.find((means) => looksIndependent(means)) ?? cuts.at(-1);
  if (chosen === undefined)
    return { ...noInterval, mean: null, batches: 0, size: 0, spread: null, isIndependent: false };
  const folded = foldInBlocks(chosen);
  return {
    ...studentInterval(folded, level),
    mean: folded.mean,
    batches: chosen.length,
    size: Math.floor(series.length / chosen.length),
    spread: Math.sqrt(folded.variance),
    isIndependent: looksIndependent(chosen),
  };
}

const noInterval: Interval = { low: null, high: null, method: "student" };

/** Means of `count` batches of equal size, up to the end of the series. */
function batchesOf(series: Float64Array, count: number): Float64Array {
  const size = Math.floor(series.length / count);
  return stretchMeans(series.subarray(series.length - size * count), size);
}

function looksIndependent(means: Float64Array): boolean {
  const count = means.length;
  const { mean, m2 } = foldInBlocks(means);
  if (m2 === 0 || !Number.isFinite(mean)) return true;
  let steps = 0;
  for (let place = 1; place < count; place += 1) {
    const step = (means[place] as number) - (means[place - 1] as number); // below the count
    steps += step * step;
  }
  const deviation = Math.sqrt((4 * (count - 2)) / (count * count - 1));
  return (steps / m2 - 2) / deviation >= normalQuantile(independenceError);
}
