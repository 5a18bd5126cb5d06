import { Streams } from "#engine/random/stream";
import type { Stream } from "#engine/random/stream";
import { foldInBlocks } from "#engine/stats/fold";
import { pairedDifferences } from "#engine/stats/paired-difference";
import { pairedOutcomes, pairedSharesTest } from "#engine/stats/paired-shares";
import type { PairedOutcomes } from "#engine/stats/paired-shares";
import { pairedTest } from "#engine/stats/paired-test";
import type { PairedTest } from "#engine/stats/paired-test";
import { restrictedTimes, watchedTogether } from "#engine/stats/restricted-times";
import { tailLeast } from "#engine/stats/tail-values";
import { intervalOfMean, meanValues } from "#study/experiment/estimate";
import type { Sample } from "#study/experiment/estimate";
import type { PairedDifference } from "#study/experiment/summary";

/**
 * Variant minus baseline in pairs of equal replications: outcomes of yes and no by their shares, times by
 * their restricted means up to `limit` (`commonLimit` of all variants), all else by means. Distinguishable
 * when the interval of the difference leaves 0 out; never below two pairs.
 */
export function versusBaseline(sample: Sample, baseline: Sample, limit: number): PairedDifference {
  const { difference, low, high } = testOf(comparedPairs(sample, baseline, limit), sample);
  return { difference, low, high, distinguishable: leavesOut0(low, high) };
}

/** Two samples side by side: what each is compared by, by index of replication; NaN where either has none. */
export interface ComparedPairs {
  readonly ours: Float64Array;
  readonly theirs: Float64Array;
  /** Ours less theirs. */
  readonly differences: Float64Array;
  /** Where every reading says yes or no, how often which; else null. */
  readonly outcomes: PairedOutcomes | null;
}

/** Pairs of equal replications, times as what their restricted means up to `limit` are made of. */
export function comparedPairs(sample: Sample, against: Sample, limit: number): ComparedPairs {
  const [mine, others] = watchedTogether([meansOf(sample), meansOf(against)]);
  const [ours, theirs] = [restrictedTimes(mine, limit), restrictedTimes(others, limit)];
  const outcomes = sample.form.scale === "share" ? pairedOutcomes(mine.times, others.times) : null;
  return { ours, theirs, differences: pairedDifferences(ours, theirs), outcomes };
}

/**
 * Tests whether pairs of a sample differ in the mean, among so many that are told `together`; of a tail that
 * holds too few it says nothing.
 */
export function testOf(
  { differences, outcomes }: ComparedPairs,
  sample: Sample,
  stream: Stream = differenceStream(sample, "versus-baseline"),
  together: number = 1,
): PairedTest {
  if (outcomes !== null) return pairedSharesTest(outcomes);
  const folded = foldInBlocks(differences);
  if (sample.form.scale !== "tail" || folded.count >= tailLeast)
    return pairedTest(differences, () => stream.uniform(), { together });
  const difference = folded.count === 0 ? null : folded.mean;
  return { difference, low: null, high: null, method: "bootstrap-t", pValue: null };
}

/** The stream that a bootstrap of differences draws from, by what they are. */
export function differenceStream({ seed, name }: Sample, what: string): Stream {
  return new Streams(seed, 0).at(`statistics/${what}/${name}`);
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
  const stream = differenceStream(sample, what);
  const { low, high } = intervalOfMean(differences, sample.form, () => stream.uniform());
  const difference = folded.count === 0 ? null : folded.mean;
  return { difference, low, high, distinguishable: leavesOut0(low, high) };
}

function leavesOut0(low: number | null, high: number | null): boolean {
  return low !== null && high !== null && (low > 0 || high < 0);
}
