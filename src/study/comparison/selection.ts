import { foldInBlocks } from "#engine/stats/fold";
import { kimNelson } from "#engine/stats/kim-nelson";
import { usualLevel } from "#engine/stats/interval";
import type { Ranking } from "#study/comparison/ranking";

/** Who is selected as the best, or who may still be it. */
export interface Selection {
  readonly procedure: "kim-nelson";
  /** The chance that the best is selected where all others are worse by the indifference or more. */
  readonly level: number;
  readonly indifference: number;
  /** Place of the contender that is selected, or of the best mean so far. */
  readonly best: number;
  readonly isDecided: boolean;
  /** Places of those that may be the best, the best mean among them. */
  readonly inContention: readonly number[];
  /** Places of the others whose means are nearer to that of the best than the indifference. */
  readonly within: readonly number[];
  /** Replications that it rests on. */
  readonly looked: number;
  /** Replications in all after which it is decided at the latest; null where too few were run to tell. */
  readonly latest: number | null;
}

/**
 * Selects the best of a ranking among those that were not spared, with an indifference above 0 in the unit of
 * its measure. By Kim and Nelson, which holds under common random numbers, and however often it is looked at:
 * more replications may be run until it is decided. Undefined with fewer than two to select from, or where no
 * replication has them all.
 */
export function selectionOf(
  { contest, shared, columns }: Ranking,
  indifference: number,
): Selection | undefined {
  const rivals = columns.flatMap((values, place) => (values === undefined ? [] : [{ place, values }]));
  if (rivals.length < 2 || shared.length === 0 || indifference <= 0) return undefined;
  const values = rivals.map((rival) => rival.values);
  const better = contest.better > 0 ? "higher" : "lower";
  const found = kimNelson(values, { better, delta: indifference });
  const placeOf = (variant: number): number => rivals[variant]?.place ?? 0;
  const means = values.map((column) => foldInBlocks(column).mean);
  const best = found.best ?? 0;
  const behind = means.map((mean) => Math.abs(mean - (means[best] ?? Number.NaN)));
  return {
    procedure: "kim-nelson",
    level: usualLevel,
    indifference,
    best: placeOf(best),
    isDecided: found.isDecided,
    inContention: found.inContention.map(placeOf),
    within: behind.flatMap((distance, variant) =>
      variant !== best && distance < indifference ? [placeOf(variant)] : [],
    ),
    looked: found.looked,
    latest: found.latest,
  };
}
