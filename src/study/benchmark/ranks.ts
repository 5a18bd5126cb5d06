import { foldInBlocks } from "#engine/stats/fold";
import { midRanks } from "#engine/stats/mid-ranks";
import { studentInterval } from "#engine/stats/student-interval";
import { benchmark } from "#study/benchmark/cells";
import type { Field } from "#study/benchmark/cells";
import { noDisruption, noPolicy } from "#study/benchmark/design";
import type { Contest, Entry } from "#study/comparison/contest";

/** What tables and ranks are about: the measures of the benchmark that need no unit to be compared. */
export const foremost: readonly { readonly measure: string; readonly of: string; readonly label: string }[] =
  [
    { measure: "throughput-loss-share", of: "performance", label: "lost, %" },
    { measure: "time-to-recover", of: "performance", label: "back, d" },
    { measure: "delay", of: "all", label: "late, d" },
  ];

/** Where a policy stands on the average of all networks and disruptions: a line of `ranks.csv`. */
export interface MeanRank {
  readonly benchmark: string;
  readonly version: string;
  readonly measure: string;
  readonly of: string;
  readonly policy: string;
  /** 1 is best; equal ones share the mean of their ranks. */
  readonly mean_rank: number | null;
  /** Its 95 % interval over the replications: networks and disruptions are those of the benchmark. */
  readonly low: number | null;
  readonly high: number | null;
  /** Networks times disruptions. */
  readonly cells: number;
  readonly replications: number;
}

/**
 * Mean ranks of all policies, none included, by each of `foremost`: in each replication they are ranked
 * within each disruption of each network, and the mean of these ranks is one value of the replication. So the
 * interval tells of chance alone. Who never failed comes before all who did, and who had not recovered by
 * the end after all who had. The quiet days are left out.
 */
export function meanRanks(fields: readonly Field[], policies: readonly string[]): readonly MeanRank[] {
  return foremost.flatMap(({ measure, of }) => {
    const contests = fields.flatMap(({ disruption, contests: all }): Contest[] => {
      const found = all.find(({ line: { first } }) => first.measure === measure && first.of === of);
      return disruption === noDisruption || found === undefined ? [] : [found];
    });
    const replications = Math.max(0, ...contests.map(lengthOf));
    const ranks = Array.from({ length: replications }, (_, index) => ranksOf(contests, index));
    return [noPolicy, ...policies].map((policy, place): MeanRank => {
      const folded = foldInBlocks(ranks.map((row) => row[place] ?? Number.NaN));
      const { low, high } = studentInterval(folded);
      const mean = folded.count === 0 ? null : folded.mean;
      const about = { benchmark: benchmark.name, version: benchmark.version, measure, of, policy };
      return { ...about, mean_rank: mean, low, high, cells: contests.length, replications };
    });
  });
}

function lengthOf({ entries }: Contest): number {
  return entries.find((entry) => entry !== undefined)?.sample.times.length ?? 0;
}

/** By place of the policy: the mean over the contests of its rank in one replication. */
function ranksOf(contests: readonly Contest[], replication: number): readonly number[] {
  const sums: number[] = [];
  for (const { entries, better } of contests) {
    const ranks = midRanks(entries.map((entry) => badness(entry, replication) * -better));
    ranks.forEach((rank, place) => (sums[place] = (sums[place] ?? 0) + rank));
  }
  return sums.map((sum) => sum / contests.length);
}

/** How bad one replication was: a time that never came is beyond all others, one that was spared below. */
function badness(entry: Entry | undefined, replication: number): number {
  const time = entry?.sample.times[replication] ?? Number.NaN;
  if (Number.isNaN(time)) return Number.NEGATIVE_INFINITY;
  return entry?.sample.censored[replication] === true ? Number.POSITIVE_INFINITY : time;
}
