import { Streams } from "#engine/random/stream";
import { foldInBlocks } from "#engine/stats/fold";
import type { Interval } from "#engine/stats/interval";
import { kaplanMeier, survivalQuantile } from "#engine/stats/kaplan-meier";
import { meanInterval } from "#engine/stats/mean-interval";
import { quantileInterval } from "#engine/stats/quantile-interval";
import { sampleQuantile, sorted } from "#engine/stats/sample-quantile";
import { tailLeast, tailValues } from "#engine/stats/tail-values";
import { wilsonInterval } from "#engine/stats/wilson";
import type { ReadingForm } from "#study/experiment/batch";
import { countWith, readingStatuses } from "#study/experiment/readings";
import type { Readings } from "#study/experiment/readings";

/** One number of a sample with its 95 % interval; null where it does not exist. */
export interface Estimate extends Interval {
  readonly value: number | null;
}

/** What a threshold and the summary ask of the readings of one measure over replications. */
export interface Sample {
  /** By index of replication: the value, how long a censored time was watched, NaN where there is neither. */
  readonly times: Float64Array;
  readonly censored: readonly boolean[];
  readonly form: ReadingForm;
  /** Names the stream that a bootstrap draws from: the seed, and what is estimated. */
  readonly seed: string;
  readonly name: string;
}

/** The readings of one measure as a sample. */
export function sampleOf(readings: Readings, form: ReadingForm, seed: string, name: string): Sample {
  const censored = Array.from(readings.codes, (code) => readingStatuses[code] === "censored");
  return { times: readings.values, censored, form, seed, name };
}

/** How many of the sample have a value or a censored time. */
export function watched(sample: Sample): number {
  return sample.times.reduce((count, time) => (Number.isNaN(time) ? count : count + 1), 0);
}

/**
 * The mean with its interval: Student's or bootstrap-t, Wilson's where every reading says yes or no. Of a
 * tail the mean of the worst. A time of which any is censored has no mean.
 */
export function meanOf(sample: Sample): Estimate {
  if (sample.censored.includes(true)) return { value: null, low: null, high: null, method: "kaplan-meier" };
  const values = meanValues(sample);
  const folded = foldInBlocks(values);
  const value = folded.count === 0 ? null : folded.mean;
  if (sample.form.scale === "share" && isYesOrNo(sample)) {
    const successes = sample.times.reduce((count, reading) => (reading === 1 ? count + 1 : count), 0);
    return { value, ...wilsonInterval(successes, folded.count) };
  }
  const stream = new Streams(sample.seed, 0).at(`statistics/${sample.name}`);
  return { value, ...intervalOfMean(values, sample.form, () => stream.uniform()) };
}

/** The interval of the mean of `meanValues`, or of their differences; none of a tail that holds too few. */
export function intervalOfMean(
  values: Float64Array,
  { scale }: ReadingForm,
  uniform: () => number,
): Interval {
  if (scale === "tail" && foldInBlocks(values).count < tailLeast) return noInterval;
  return meanInterval(values, uniform);
}

const noInterval: Interval = { low: null, high: null, method: "bootstrap-t" };

/** The values whose mean a measure is put together by: the readings, or what their tail is the mean of. */
export function meanValues({ times, form }: Sample): Float64Array {
  return form.scale === "tail" ? tailValues(times) : times;
}

/** A quantile with its interval: of the Kaplan-Meier curve for times, else of the ordered values. */
export function quantileOf(sample: Sample, p: number): Estimate {
  if (sample.form.scale === "time-to-event") {
    const kept = Array.from(sample.times.keys()).filter((index) => !Number.isNaN(sample.times[index]));
    const steps = kaplanMeier(
      kept.map((index) => sample.times[index] ?? NaN),
      kept.map((index) => sample.censored[index] ?? false),
    );
    return survivalQuantile(steps, p);
  }
  const ordered = sorted(sample.times);
  return { value: sampleQuantile(ordered, p), ...quantileInterval(ordered, p) };
}

/** Replications that gave a value, a censored time or "unaffected". */
export function toldBy(readings: Readings): number {
  return readings.codes.length - countWith(readings, "none");
}

/**
 * True when the readings are outcomes, both of which came about: a mean share of vessels is no such thing.
 */
function isYesOrNo(sample: Sample): boolean {
  const present = sample.times.filter((reading) => !Number.isNaN(reading));
  return (
    present.length > 0 &&
    present.every((reading) => reading === 0 || reading === 1) &&
    new Set(present).size === 2
  );
}
