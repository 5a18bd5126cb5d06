import { holmAdjusted } from "#engine/stats/holm";
import { howManyMore } from "#engine/stats/how-many-more";
import type { HowManyMore } from "#engine/stats/how-many-more";
import type { PairedTest } from "#engine/stats/paired-test";
import { unpairedReplications } from "#engine/stats/unpaired-replications";
import type { Stream } from "#engine/random/stream";
import type { Contest, Entry } from "#study/comparison/contest";
import { comparedPairs, testOf } from "#study/experiment/versus-baseline";

/** Nobody is told to run more replications than this. */
export const toTellMost = 1_000_000;

/** A difference is told apart from 0 where its chance under none, adjusted by Holm, is below this. */
export const significance = 0.05;

/** What a difference says: `alike` where it cannot be told apart from 0, `unknown` where there is none. */
export type Verdict = "better" | "worse" | "differs" | "alike" | "unknown";

/** One contender less another, by one measure, in pairs of equal replications. */
export interface Difference extends PairedTest {
  /** Places of the contenders: the first less the second. */
  readonly place: number;
  readonly against: number;
  /** Its chance among all differences that are told together, by Holm; null where there is none. */
  readonly adjusted: number | null;
  /** Of the first contender, seen from the second. */
  readonly verdict: Verdict;
  /** Replications in which both have a value. */
  readonly pairs: number;
  /** After how many replications it is expected to be told from 0; null where no number would tell it. */
  readonly toTell: HowManyMore | null;
  /** Replications of each that would give as narrow an interval without pairs; null where it has no width. */
  readonly unpaired: number | null;
}

/** Two contenders whose difference is asked for, and the stream that its bootstrap draws from. */
export interface Asked {
  readonly entry: Entry;
  readonly against: Entry;
  readonly stream: Stream;
}

/**
 * Differences that are told together: each with the interval of its own, and all with a chance that is
 * adjusted for their number. Of contenders most of whose replications were spared there is none.
 */
export function differencesOf({ better, limit }: Contest, asked: readonly Asked[]): readonly Difference[] {
  const together = asked.filter(({ entry, against }) => !entry.isSpared && !against.isSpared).length;
  const tested = asked.map(({ entry, against, stream }) => {
    const pairs = comparedPairs(entry.sample, against.sample, limit);
    const count = pairs.differences.reduce((sum, value) => (Number.isNaN(value) ? sum : sum + 1), 0);
    const places = { place: entry.place, against: against.place, pairs: count };
    if (entry.isSpared || against.isSpared) return { ...untested, ...places };
    return {
      ...testOf(pairs, entry.sample, stream, together),
      ...places,
      toTell: howManyMore(pairs.differences, { most: toTellMost }),
      unpaired: unpairedReplications(pairs.ours, pairs.theirs),
    };
  });
  const known = tested.filter(({ pValue }) => pValue !== null);
  const adjusted = holmAdjusted(known.map(({ pValue }) => pValue ?? Number.NaN));
  const byTest = new Map(known.map((test, index) => [test, adjusted[index] ?? null]));
  return tested.map((test) => {
    const chance = byTest.get(test) ?? null;
    return { ...test, adjusted: chance, verdict: verdictOf(test.difference, chance, better) };
  });
}

const untested = {
  difference: null,
  low: null,
  high: null,
  method: "student",
  pValue: null,
  toTell: null,
  unpaired: null,
} as const;

function verdictOf(difference: number | null, adjusted: number | null, better: Contest["better"]): Verdict {
  if (difference === null || adjusted === null) return "unknown";
  if (adjusted >= significance || difference === 0) return "alike";
  if (better === 0) return "differs";
  return difference > 0 === better > 0 ? "better" : "worse";
}
