import { Streams } from "#engine/random/stream";
import { foldInBlocks } from "#engine/stats/fold";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { longestLimit, restrictedTimes } from "#engine/stats/restricted-mean";
import { intervalOfMean, meanValues } from "#study/experiment/estimate";
import type { Sample } from "#study/experiment/estimate";
import type { PairedDifference } from "#study/experiment/summary";

/**
 * The limit L to which times are cut before they are compared, one for all variants: the longest for which
 * everyone was watched. Infinity when nothing is censored, so that nothing is cut.
 */
export function commonLimit(samples: readonly Sample[]): number {
  const limits = samples.map(({ times, censored }) => longestLimit(times, censored));
  return limits.reduce((least, limit) => Math.min(least, limit), Infinity);
}

/**
 * Variant minus baseline in pairs of equal replications, times as min(T, limit). Distinguishable when the
 * interval of the mean difference leaves 0 out; never below two pairs.
 */
export function versusBaseline(sample: Sample, baseline: Sample, limit: number): PairedDifference {
  const cut = (one: Sample): Float64Array => restrictedTimes(meanValues(one), one.censored, limit);
  return meanDifference(pairedDifferences(cut(sample), cut(baseline)), sample, "versus-baseline");
}

/**
 * The mean of the differences of a sample's replications, with its interval. `what` they are names the stream
 * of the interval, after the sample.
 */
export function meanDifference(differences: Float64Array, sample: Sample, what: string): PairedDifference {
  const folded = foldInBlocks(differences);
  const stream = new Streams(sample.seed, 0).at(`statistics/${what}/${sample.name}`);
  const { low, high } = intervalOfMean(differences, sample.form, () => stream.uniform());
  const distinguishable = low !== null && high !== null && (low > 0 || high < 0);
  return { difference: folded.count === 0 ? null : folded.mean, low, high, distinguishable };
}
