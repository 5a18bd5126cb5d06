import { assert } from "#base/assert";
import { Streams } from "#engine/random/stream";
import { foldInBlocks } from "#engine/stats/fold";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { pairedOutcomes, pairedSharesInterval } from "#engine/stats/paired-shares";
import { quantileInterval } from "#engine/stats/quantile-interval";
import { sampleQuantile, sorted } from "#engine/stats/sample-quantile";
import { tailValues } from "#engine/stats/tail-values";
import { wilsonInterval } from "#engine/stats/wilson";
import type { Statistic } from "#scenario/language/resolved";
import { directionOf } from "#study/experiment/direction";
import { intervalOfMean, meanOf, meanValues, quantileOf } from "#study/experiment/estimate";
import type { Estimate, Sample } from "#study/experiment/estimate";
import type { Measured } from "#study/experiment/measured";
import { readingStatuses } from "#study/experiment/readings";
import { versusBaseline } from "#study/experiment/versus-baseline";

/** What a threshold is held against, with its 95 % interval, in its own unit; null where there is none. */
export interface Judged {
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
}

/**
 * The statistic of a measure of one variant. The tail of `cvar` is on the side that is worse for the measure;
 * of times of which some are censored it is at least what it would be had they come when watching ended.
 */
export function judgedStatistic(entry: Measured, statistic: Statistic): Judged {
  const { sample } = entry;
  const { unit } = sample.form;
  const percent = percentOf(statistic);
  if (percent !== undefined) return judged(quantileOf(sample, percent / 100), unit);
  if (isOfStatus(statistic)) return shareOf(entry, statistic);
  if (statistic !== "cvar") return judged(meanOf(sample), unit);
  const mean = meanAs(worstOf(entry), ofTail(sample), "cvar");
  const isKnown = !sample.censored.includes(true);
  return judged(isKnown ? mean : { ...mean, value: null, high: null }, unit);
}

/**
 * The statistic of the differences variant minus baseline, in pairs of equal replications. Of a mean it is
 * the very difference that the table gives, times up to `limit`. A percentile says how many of the
 * replications differ by more; times count there as min(T, L), L being the shortest that anyone of either was
 * watched for, so that each of them is known. A tail of which some are not has no difference.
 */
export function judgedDifference(
  entry: Measured,
  baseline: Measured,
  { statistic, limit }: { readonly statistic: Statistic; readonly limit: number },
): Judged {
  const { sample } = entry;
  const { unit } = sample.form;
  const percent = percentOf(statistic);
  if (percent !== undefined) {
    const shortest = Math.min(shortestWatch(sample), shortestWatch(baseline.sample));
    const cut = ({ times }: Sample): Float64Array => times.map((time) => Math.min(time, shortest));
    const ordered = sorted(pairedDifferences(cut(sample), cut(baseline.sample)));
    const value = sampleQuantile(ordered, percent / 100);
    return judged({ value, ...quantileInterval(ordered, percent / 100) }, unit);
  }
  if (isOfStatus(statistic)) return shareDifference(saysSo(entry, statistic), saysSo(baseline, statistic));
  if (statistic === "cvar") {
    const isKnown = !sample.censored.includes(true) && !baseline.sample.censored.includes(true);
    if (!isKnown) return judged({ value: null, low: null, high: null }, unit);
    const differences = pairedDifferences(worstOf(entry), worstOf(baseline));
    return judged(meanAs(differences, ofTail(sample), "versus-baseline/cvar"), unit);
  }
  const { difference: value, low, high } = versusBaseline(sample, baseline.sample, limit);
  return { value, low, high, unit };
}

/** The shortest time that anyone was watched for whose own time is not known; Infinity where all are. */
function shortestWatch({ times, censored }: Sample): number {
  return times.reduce(
    (least, time, index) => (censored[index] === true ? Math.min(least, time) : least),
    Infinity,
  );
}

/** The statistics that count replications by what a reading of them says. */
type StatusStatistic = Extract<Statistic, "censored" | "unaffected">;

function isOfStatus(statistic: Statistic): statistic is StatusStatistic {
  return statistic === "censored" || statistic === "unaffected";
}

function ofTail(sample: Sample): Sample {
  return { ...sample, form: { ...sample.form, scale: "tail" } };
}

/** The percent of a percentile, 50 of a median; undefined of other statistics. */
function percentOf(statistic: Statistic): number | undefined {
  if (statistic === "median") return 50;
  const percent = /^p(\d+)$/.exec(statistic)?.[1];
  return percent === undefined ? undefined : Number(percent);
}

/** Whose mean is that of the worst 5 %: the greatest, or the least where more is better. */
function worstOf({ row, sample }: Measured): Float64Array {
  if (sample.form.scale === "tail") return meanValues(sample);
  if (directionOf(row.kind) < 1) return tailValues(sample.times);
  return tailValues(sample.times.map((value) => -value)).map((value) => -value);
}

/** 1 of each replication that has the status, 0 of the others; NaN of those that say nothing. */
function saysSo({ readings }: Measured, status: StatusStatistic): Float64Array {
  return Float64Array.from(readings.codes, (code) => {
    const own = readingStatuses[code];
    assert(own !== undefined, "a reading has one of the statuses");
    return own === "none" ? NaN : Number(own === status);
  });
}

function shareOf(entry: Measured, status: StatusStatistic): Judged {
  const said = saysSo(entry, status).filter((value) => !Number.isNaN(value));
  const times = said.reduce((sum, value) => sum + value, 0);
  const value = said.length === 0 ? null : times / said.length;
  return judged({ value, ...wilsonInterval(times, said.length) }, "share");
}

/** The difference of two shares of the same replications. */
function shareDifference(ours: Float64Array, theirs: Float64Array): Judged {
  const differences = pairedDifferences(ours, theirs);
  const { count, mean } = foldInBlocks(differences);
  if (count === 0) return judged({ value: null, low: null, high: null }, "share");
  // Where all say the same there are no outcomes to tell apart, but their shares are no surer than Wilson's.
  const same = { both: 0, oursOnly: 0, theirsOnly: 0, neither: count };
  return judged({ value: mean, ...pairedSharesInterval(pairedOutcomes(ours, theirs) ?? same) }, "share");
}

function judged({ value, low, high }: Omit<Judged, "unit">, unit: string): Judged {
  return { value, low, high, unit };
}

function meanAs(values: Float64Array, { form, seed, name }: Sample, what: string): Estimate {
  const folded = foldInBlocks(values);
  const stream = new Streams(seed, 0).at(`statistics/${what}/${name}`);
  const interval = intervalOfMean(values, form, () => stream.uniform());
  return { value: folded.count === 0 ? null : folded.mean, ...interval };
}
