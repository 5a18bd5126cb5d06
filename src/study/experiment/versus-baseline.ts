import { Streams } from "#engine/random/stream";
import { foldInBlocks } from "#engine/stats/fold";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { pairedOutcomes, pairedSharesTest } from "#engine/stats/paired-shares";
import { restrictedTimes, watchedTogether } from "#engine/stats/restricted-times";
import { intervalOfMean, meanValues } from "#study/experiment/estimate";
import type { Sample } from "#study/experiment/estimate";
import type { PairedDifference } from "#study/experiment/summary";

/**
 * Variant minus baseline in pairs of equal replications: outcomes of yes and no by their shares, times by
 * their restricted means up to `limit` (`commonLimit` of all variants), all else by means. Distinguishable
 * when the interval of the difference leaves 0 out; never below two pairs.
 */
export function versusBaseline(sample: Sample, baseline: Sample, limit: number): PairedDifference {
  const [ours, theirs] = watchedTogether([meansOf(sample), meansOf(baseline)]);
  const outcomes = sample.form.scale === "share" ? pairedOutcomes(ours.times, theirs.times) : null;
  if (outcomes !== null) {
    const { difference, low, high } = pairedSharesTest(outcomes);
    return { difference, low, high, distinguishable: leavesOut0(low, high) };
  }
  const differences = pairedDifferences(restrictedTimes(ours, limit), restrictedTimes(theirs, limit));
  return meanDifference(differences, sample, "versus-baseline");
}

/** What a sample is put together of by a mean, with what is censored. */
export function meansOf(sample: Sample): Pick<Sample, "times" | "censored"> {
  return { times: meanValues(sample), censored: sample.censored };
}

/**
 * The mean of the differences of a sample's replications, with its interval. `what` they are names the stream
 * of the interval, after the sample.
 */
export function meanDifference(differences: Float64Array, sample: Sample, what: string): PairedDifference {
  const folded = foldInBlocks(differences);
  const stream = new Streams(sample.seed, 0).at(`statistics/${what}/${sample.name}`);
  const { low, high } = intervalOfMean(differences, sample.form, () => stream.uniform());
  const difference = folded.count === 0 ? null : folded.mean;
  return { difference, low, high, distinguishable: leavesOut0(low, high) };
}

function leavesOut0(low: number | null, high: number | null): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}
