import { commonLimit } from "#engine/stats/restricted-mean";
import type { ResolvedThreshold } from "#scenario/language/resolved";
import { judgedDifference, judgedStatistic } from "#study/experiment/judged-statistic";
import { acrossVariants } from "#study/experiment/measured";
import type { Measured } from "#study/experiment/measured";
import { countWith } from "#study/experiment/readings";

/**
 * Whether a threshold is met in one future, by variant, whichever variants it is written for: 1 where the
 * statistic lies within its limits, 0 where not, NaN where it has no number. A statistic that had not come by
 * the end is longer than any limit; what all replications were spared stays within it. One that is held
 * against the baseline says nothing of the baseline itself.
 */
export function metBy(
  threshold: ResolvedThreshold,
  measured: readonly (readonly Measured[])[],
): readonly number[] {
  return measured.map((entries, place) => {
    const entry = entries.find(({ row }) => row.kind === threshold.measure && row.of === threshold.of);
    if (entry === undefined) return NaN;
    if (threshold.versus === undefined) return met(threshold, entry);
    return place === 0 ? NaN : metVersus(threshold, entry, measured);
  });
}

function met(threshold: ResolvedThreshold, entry: Measured): number {
  const { value } = judgedStatistic(entry, threshold.statistic);
  if (value !== null) return within(threshold, value);
  const { readings, sample } = entry;
  if (sample.censored.includes(true)) return within(threshold, Infinity);
  return countWith(readings, "unaffected") > 0 ? 1 : NaN;
}

function metVersus(
  threshold: ResolvedThreshold,
  entry: Measured,
  measured: readonly (readonly Measured[])[],
): number {
  const same = acrossVariants(measured, entry.row);
  const [baseline] = same;
  if (baseline === undefined) return NaN;
  const limit = commonLimit(same.flatMap((one) => one?.sample ?? []));
  const { value } = judgedDifference(entry, baseline, { statistic: threshold.statistic, limit });
  return value === null ? NaN : within(threshold, value);
}

function within({ atMost = Infinity, atLeast = -Infinity }: ResolvedThreshold, value: number): number {
  // Beyond the end is not at most anything, though nobody knows how long.
  const isBelow = atMost === Infinity || value <= atMost;
  return isBelow && value >= atLeast ? 1 : 0;
}
