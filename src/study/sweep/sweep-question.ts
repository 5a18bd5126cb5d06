import { suggest } from "#scenario/read/nearest";
import { NoComparison } from "#study/comparison/chosen-contest";
import type { RankedBy } from "#study/comparison/chosen-contest";
import { decisiveMeasures, tellingShare } from "#study/experiment/effect";
import type { Cube, CubeMeasure } from "#study/sweep/cube";

/** By what variants are held against each other in every future, and how finely. */
export interface SweepQuestion {
  readonly by: CubeMeasure;
  /** In its unit: a difference of this or less does not matter. 0 or above. */
  readonly indifference: number;
}

/** Whether variants can be ranked by a measure: it has a better side, and some of them have numbers. */
export function canRankFutures({ better, cells }: CubeMeasure): boolean {
  return better !== 0 && cells.some((cell) => cell?.values.some(Number.isFinite));
}

/**
 * The measure that is named, or the one that answers turn on first, else the first that can rank. Measures
 * read at an instant or over a window stand back where nothing is named. Throws `NoComparison` where there is
 * none.
 */
export function chosenMeasure({ measures }: Cube, { by, of }: RankedBy): CubeMeasure {
  const able = measures.filter(canRankFutures);
  const isNamed = ({ about }: CubeMeasure): boolean =>
    (by ?? about.measure) === about.measure && (of ?? about.of) === about.of;
  const chosen = by === undefined && of === undefined ? foremost(able) : able.find(isNamed);
  if (chosen !== undefined) return chosen;
  const names = [...new Set(able.map(({ about }) => about.measure))];
  if (by !== undefined && !names.includes(by))
    throw new NoComparison(`nothing can be ranked by "${by}"; ${suggest(by, names)}`);
  const places = able.filter(({ about }) => (by ?? about.measure) === about.measure);
  const all = [...new Set(places.map(({ about }) => about.of))];
  throw new NoComparison(`nothing is ranked of "${of ?? ""}"; ${suggest(of ?? "", all)}`);
}

function foremost(able: readonly CubeMeasure[]): CubeMeasure | undefined {
  const isWhole = ({ about: { at, from, until } }: CubeMeasure): boolean =>
    at === undefined && from === undefined && until === undefined;
  const whole = able.filter((measure) => isWhole(measure) && measure.about.measure !== "cost");
  const decisive = decisiveMeasures.flatMap((name) => whole.filter(({ about }) => about.measure === name));
  return decisive[0] ?? whole[0] ?? able[0];
}

/**
 * The difference that does not matter where none is given: 5 % of the baseline's mean over the futures; where
 * that is 0 or missing, of the largest mean of a variant.
 */
export function usualSweepIndifference(by: CubeMeasure): number {
  return shareOfBaseline(by, tellingShare);
}

/** A share of the size of the baseline's mean over the futures; where that is 0 or missing, of the most. */
export function shareOfBaseline({ cells }: CubeMeasure, share: number): number {
  const sizes = cells.map((cell) => Math.abs(meanOf(cell?.values ?? []) ?? 0));
  return share * (sizes[0] === 0 || sizes[0] === undefined ? Math.max(...sizes) : sizes[0]);
}

/** The mean of the numbers there are; null where there is none. */
export function meanOf(values: ArrayLike<number>): number | null {
  let [sum, count] = [0, 0];
  for (const value of Array.from(values)) {
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return count === 0 ? null : sum / count;
}

/** What is held against each other: variants with a number, in the futures in which all of these have one. */
export interface Field {
  /** The places of the variants. */
  readonly places: readonly number[];
  /** The futures by index. */
  readonly futures: readonly number[];
  /** How many futures are left out, because some variant has no number there. */
  readonly leftOut: number;
}

/** The variants and futures that can be held against each other by a measure. */
export function fieldOf({ cells }: CubeMeasure): Field {
  const places = [...cells.keys()].filter((place) => cells[place]?.values.some(Number.isFinite));
  const count = cells.find((cell) => cell !== undefined)?.values.length ?? 0;
  const futures = Array.from({ length: count }, (_, future) => future).filter((future) =>
    places.every((place) => Number.isFinite(cells[place]?.values[future] ?? NaN)),
  );
  return { places, futures, leftOut: count - futures.length };
}

/** What a variant comes to in a future; NaN where it has no number. */
export function valueAt({ cells }: CubeMeasure, place: number, future: number): number {
  return cells[place]?.values[future] ?? NaN;
}

/** By how much the variant at a place is better than another in a future: below 0 where it is worse. */
export function gainOver(by: CubeMeasure, place: number, against: number, future: number): number {
  return (valueAt(by, place, future) - valueAt(by, against, future)) * by.better;
}
