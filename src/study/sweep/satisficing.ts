import type { Interval } from "#engine/stats/interval";
import { wilsonInterval } from "#engine/stats/wilson";
import type { Cube } from "#study/sweep/cube";
import { gainOver, valueAt } from "#study/sweep/sweep-question";
import type { SweepQuestion } from "#study/sweep/sweep-question";

/**
 * What it means that a variant does well enough in a future: that all thresholds of the scenario are met, or,
 * where it has none, that it is better than the baseline by more than the indifference.
 */
export type EnoughRule = "thresholds" | "baseline";

/** A share of futures with its interval. */
export interface FutureShare {
  readonly met: number;
  /** Futures in which it is known. */
  readonly of: number;
  /** Null where it is known in none. */
  readonly share: number | null;
  readonly interval: Interval;
}

/** In how many futures one variant does well enough. */
export interface Satisficing extends FutureShare {
  /** Of the variant. */
  readonly place: number;
  /** By threshold, in the order of the cube; empty where there is none. */
  readonly thresholds: readonly FutureShare[];
}

/** The shares of all variants. */
export interface SatisficingShares {
  readonly rule: EnoughRule;
  /** The largest share first. Without thresholds the baseline is no part of it: it is what is beaten. */
  readonly shares: readonly Satisficing[];
}

/** By what variants do well enough. */
export function enoughRule({ thresholds }: Cube): EnoughRule {
  return thresholds.length > 0 ? "thresholds" : "baseline";
}

/**
 * By future: 1 where the variant at a place does well enough, 0 where it does not, NaN where that is not
 * known: where a threshold that could still fail has no number. One threshold that is not met settles it.
 */
export function enoughOf(cube: Cube, { by, indifference }: SweepQuestion, place: number): Float64Array {
  const { thresholds, ids } = cube;
  return Float64Array.from(ids, (_, future) => {
    if (thresholds.length === 0) {
      if (!Number.isFinite(valueAt(by, place, future) - valueAt(by, 0, future))) return NaN;
      return gainOver(by, place, 0, future) > indifference ? 1 : 0;
    }
    const met = thresholds.map((threshold) => threshold.met[place]?.[future] ?? NaN);
    if (met.includes(0)) return 0;
    return met.every((one) => one === 1) ? 1 : NaN;
  });
}

/**
 * The satisficing share of each variant: the share of the futures in which it does well enough, with Wilson's
 * interval, which takes the futures for a sample of those that there might be.
 */
export function satisficingOf(cube: Cube, question: SweepQuestion): SatisficingShares {
  const rule = enoughRule(cube);
  const shares = cube.variants.flatMap((_, place): Satisficing[] => {
    if (rule === "baseline" && place === 0) return [];
    const own = futureShare(enoughOf(cube, question, place));
    const thresholds = cube.thresholds.map(({ met }) => futureShare(met[place] ?? []));
    return own.of === 0 ? [] : [{ place, ...own, thresholds }];
  });
  const ordered = shares.sort(
    (one, other) => (other.share ?? 0) - (one.share ?? 0) || one.place - other.place,
  );
  return { rule, shares: ordered };
}

function futureShare(column: ArrayLike<number>): FutureShare {
  const known = Array.from(column).filter((one) => !Number.isNaN(one));
  const met = known.filter((one) => one === 1).length;
  const share = known.length === 0 ? null : met / known.length;
  return { met, of: known.length, share, interval: wilsonInterval(met, known.length) };
}
