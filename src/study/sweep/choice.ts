import type { Cube } from "#study/sweep/cube";
import { boundaryOf } from "#study/sweep/flip-boundary";
import type { FlipBoundary } from "#study/sweep/flip-boundary";
import { fieldOf, gainOver, meanOf, valueAt } from "#study/sweep/sweep-question";
import type { Field, SweepQuestion } from "#study/sweep/sweep-question";

/** How often one variant is the choice. */
export interface ChosenShare {
  /** Of the variant. */
  readonly place: number;
  /** Over the futures that all variants have. */
  readonly mean: number;
  /** The share of futures in which it is better than all others by more than the indifference. */
  readonly alone: number;
  /** The share of futures in which nothing is better than it by more than the indifference. */
  readonly amongBest: number;
}

/** A future in which another variant is the choice than over all. */
export interface Flip {
  readonly future: number;
  /** The variant that is best there. */
  readonly place: number;
  /** By how much it is better there than the one that is best over all, in the unit of the measure. */
  readonly gain: number;
  /** What variants come to there, in the order of `Field.places`. */
  readonly values: readonly number[];
}

/** Which variant to choose over the futures, and in which of them another would have been better. */
export interface Choice {
  readonly field: Field;
  /** The variant with the best mean over the futures, the first of equal ones; undefined without futures. */
  readonly best: number | undefined;
  /** The best mean first. */
  readonly shares: readonly ChosenShare[];
  /** The largest gain first. */
  readonly flips: readonly Flip[];
  /** By which one path futures that flip can be told; the best first. */
  readonly boundaries: readonly FlipBoundary[];
}

/**
 * Which variant is best in each future, and in which futures the choice flips: those in which another variant
 * is better than the one with the best mean by more than the indifference. Futures in which a variant has no
 * number are left out and counted.
 */
export function choiceOf(cube: Cube, { by, indifference }: SweepQuestion): Choice {
  const field = fieldOf(by);
  const { places, futures } = field;
  if (futures.length === 0) return { field, best: undefined, shares: [], flips: [], boundaries: [] };
  const bests = futures.map((future) => bestIn(by, places, future));
  const lags = (place: number, index: number): number =>
    gainOver(by, bests[index] as number, place, futures[index] as number); // an index of both
  const shares = places.map((place): ChosenShare => {
    const isAhead = (future: number): boolean =>
      places.every((other) => other === place || gainOver(by, place, other, future) > indifference);
    return {
      place,
      mean: meanOf(futures.map((future) => valueAt(by, place, future))) ?? NaN, // of one future at least
      alone: futures.filter(isAhead).length / futures.length,
      amongBest: futures.filter((_, index) => lags(place, index) <= indifference).length / futures.length,
    };
  });
  const ranked = shares.sort((one, other) => (other.mean - one.mean) * by.better || one.place - other.place);
  const best = ranked[0]?.place ?? 0;
  const flips = futures
    .map((future, index): Flip => {
      const place = bests[index] ?? best;
      const values = places.map((one) => valueAt(by, one, future));
      return { future, place, gain: lags(best, index), values };
    })
    .filter(({ gain }) => gain > indifference)
    .sort((one, other) => other.gain - one.gain || one.future - other.future);
  const flipped = new Set(flips.map(({ future }) => future));
  return { field, best, shares: ranked, flips, boundaries: boundaryOf(cube.paths, futures, flipped) };
}

/** The best variant in a future, the first of equal ones. */
function bestIn(by: SweepQuestion["by"], places: readonly number[], future: number): number {
  return places.reduce((best, place) => (gainOver(by, place, best, future) > 0 ? place : best));
}
