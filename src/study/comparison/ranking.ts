import { Streams } from "#engine/random/stream";
import { foldInBlocks } from "#engine/stats/fold";
import { restrictedTimes, watchedTogether } from "#engine/stats/restricted-times";
import type { Contest, Entry } from "#study/comparison/contest";
import { differencesOf } from "#study/comparison/difference";
import type { Difference } from "#study/comparison/difference";
import { meansOf } from "#study/experiment/versus-baseline";

/** Where one contender stands. */
export interface Rank {
  readonly place: number;
  /**
   * The best and the worst rank that the differences allow: from 1 plus the number of those that are told to
   * be better, to the number of all less those that are told to be worse.
   */
  readonly from: number;
  readonly to: number;
  /** Mean of what is compared, over the replications that all have; null for one that was spared. */
  readonly mean: number | null;
}

/** Contenders in order, with what tells any two of them apart. */
export interface Ranking {
  readonly contest: Contest;
  /** The best first; those that were mostly spared before all. */
  readonly ranks: readonly Rank[];
  /** Of each pair, the one with the lower place less the other, adjusted for the number of pairs. */
  readonly differences: readonly Difference[];
  /** Replications that all contenders have which were not spared. */
  readonly shared: readonly number[];
  /** What these are compared by over the shared replications, by place; undefined for all others. */
  readonly columns: readonly (Float64Array | undefined)[];
}

/**
 * Ranks contenders by a measure of which more or less is better. All pairs are told together, adjusted by
 * Holm, so that the chance that any two are told apart which are equal is 5 % at most. One that was mostly
 * spared what is timed stands before all that were not: it never failed.
 */
export function rankingOf(contest: Contest): Ranking {
  const present = contest.entries.filter((entry) => entry !== undefined);
  const [spared, met] = [true, false].map((isSpared) =>
    present.filter((entry) => entry.isSpared === isSpared),
  ) as [Entry[], Entry[]]; // one list each
  const { shared, columns } = sharedBy(contest, met);
  const pairs = met.flatMap((against, index) => met.slice(index + 1).map((entry) => ({ entry, against })));
  const differences = differencesOf(
    contest,
    pairs.map((pair) => ({ ...pair, stream: streamOf(pair.entry, pair.against) })),
  );
  const ranks = met
    .map((entry) => rankOf(entry, { differences, columns, before: spared.length, count: met.length }))
    .sort(
      (left, right) => ((left.mean ?? 0) - (right.mean ?? 0)) * -contest.better || left.place - right.place,
    );
  const first = spared.map(({ place }) => ({ place, from: 1, to: spared.length, mean: null }));
  return { contest, ranks: [...first, ...ranks], differences, shared, columns };
}

/** The difference of two by their places, seen from the first; undefined where there is none. */
export function differenceOf(
  { differences }: Pick<Ranking, "differences">,
  place: number,
  against: number,
): Pick<Difference, "difference" | "low" | "high" | "adjusted" | "verdict"> | undefined {
  const told = differences.find((one) => one.place === place && one.against === against);
  if (told !== undefined) return told;
  const turned = differences.find((one) => one.place === against && one.against === place);
  if (turned === undefined) return undefined;
  const { difference, low, high, adjusted, verdict } = turned;
  const minus = (value: number | null): number | null => (value === null ? null : -value);
  return {
    difference: minus(difference),
    low: minus(high),
    high: minus(low),
    adjusted,
    verdict: opposite[verdict],
  };
}

const opposite = {
  better: "worse",
  worse: "better",
  differs: "differs",
  alike: "alike",
  unknown: "unknown",
} as const;

/** The replications in which every entry has something to compare, and what, by place. */
function sharedBy({ entries, limit }: Contest, met: readonly Entry[]): Pick<Ranking, "shared" | "columns"> {
  const together = watchedTogether(met.map(({ sample }) => meansOf(sample)));
  const values = together.map((one) => restrictedTimes(one, limit));
  const shared = Array.from(values[0]?.keys() ?? []).filter(
    (index) => !Number.isNaN(values[0]?.[index] ?? Number.NaN),
  );
  const columns = entries.map((entry) => {
    const own = entry === undefined ? undefined : values[met.indexOf(entry)];
    return own && Float64Array.from(shared, (index) => own[index] ?? Number.NaN);
  });
  return { shared, columns };
}

function rankOf(
  { place }: Entry,
  field: {
    readonly differences: readonly Difference[];
    readonly columns: Ranking["columns"];
    readonly before: number;
    readonly count: number;
  },
): Rank {
  const told = (verdict: Difference["verdict"]): number =>
    field.differences.filter(
      (one) =>
        (one.place === place && one.verdict === opposite[verdict]) ||
        (one.against === place && one.verdict === verdict),
    ).length;
  const folded = foldInBlocks(field.columns[place] ?? []);
  return {
    place,
    from: field.before + 1 + told("better"),
    to: field.before + field.count - told("worse"),
    mean: folded.count === 0 ? null : folded.mean,
  };
}

function streamOf({ sample }: Entry, against: Entry): ReturnType<Streams["at"]> {
  return new Streams(sample.seed, 0).at(`statistics/comparison/${sample.name}/${against.sample.name}`);
}
