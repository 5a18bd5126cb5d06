import { grouped, indicesByValue } from "#base/order";
import type { SweptPath } from "#study/sweep/cube";

/** A rule on one path that tells the futures in which the choice flips from the others. */
export interface FlipBoundary {
  /** Of the path, in the order of the cube. */
  readonly path: number;
  /** The values at which the choice flips. */
  readonly flips: BoundarySide;
  /** How many futures the rule puts on the wrong side. */
  readonly misplaced: number;
}

/** One side of a number, or some of the words of a list. */
export type BoundarySide =
  | {
      readonly side: "above" | "below";
      /** The nearest values on either side, the lower first, in the unit of the path: it lies between. */
      readonly between: readonly [number, number];
    }
  | { readonly side: "levels"; readonly levels: readonly string[] };

/** A rule may misplace this share of all futures ... */
const misplacedMost = 0.05;
/** ... and of those that flip, and of those that do not, each. */
const missedMost = 0.25;

/**
 * Rules of one path each, the fewest misplaced first: a number above or below which the choice flips, or the
 * words of a list with which it flips in most futures. Kept are those that misplace at most 5 % of the
 * futures, and at most a quarter of those that flip and of those that do not. A rule is not a test: with many
 * paths and few futures one of them may fit by chance.
 */
export function boundaryOf(
  paths: readonly SweptPath[],
  futures: readonly number[],
  flipped: ReadonlySet<number>,
): readonly FlipBoundary[] {
  const total = flipped.size;
  if (total === 0 || total === futures.length) return [];
  return paths
    .flatMap((path, place): FlipBoundary[] => {
      const rule = isNumeric(path, futures)
        ? splitOf(path.numbers, futures, flipped)
        : levelsOf(path.texts, futures, flipped);
      if (rule === undefined) return [];
      const { wrongFlips, wrongOthers, flips } = rule;
      const misplaced = wrongFlips + wrongOthers;
      const fits =
        misplaced <= misplacedMost * futures.length &&
        wrongFlips <= missedMost * total &&
        wrongOthers <= missedMost * (futures.length - total);
      return fits ? [{ path: place, flips, misplaced }] : [];
    })
    .sort((one, other) => one.misplaced - other.misplaced || one.path - other.path);
}

/** Whether all values of a path in these futures are numbers. */
export function isNumeric({ numbers }: SweptPath, futures: readonly number[]): boolean {
  return futures.every((future) => Number.isFinite(numbers[future] ?? NaN));
}

interface Rule {
  readonly flips: BoundarySide;
  /** Futures that flip and lie on the other side. */
  readonly wrongFlips: number;
  /** Futures that do not flip and lie on the side of those that do. */
  readonly wrongOthers: number;
}

/** The cut between two neighbouring values that misplaces the fewest. */
function splitOf(
  numbers: Float64Array,
  futures: readonly number[],
  flipped: ReadonlySet<number>,
): Rule | undefined {
  const values = futures.map((future) => numbers[future] ?? NaN);
  const order = indicesByValue(values);
  const total = flipped.size;
  let best: Rule | undefined;
  let below = 0;
  for (const [count, index] of order.slice(0, -1).entries()) {
    if (flipped.has(futures[index] as number)) below += 1; // an index of the futures
    const [low, high] = [values[index] as number, values[order[count + 1] as number] as number]; // both below
    if (low === high) continue;
    const others = count + 1 - below;
    const rules = [
      ["above", below, futures.length - total - others],
      ["below", total - below, others],
    ] as const;
    for (const [side, wrongFlips, wrongOthers] of rules) {
      if (best !== undefined && wrongFlips + wrongOthers >= best.wrongFlips + best.wrongOthers) continue;
      best = { flips: { side, between: [low, high] }, wrongFlips, wrongOthers };
    }
  }
  return best;
}

/** The words with which the choice flips in more than half of the futures. */
function levelsOf(
  texts: readonly string[],
  futures: readonly number[],
  flipped: ReadonlySet<number>,
): Rule | undefined {
  const groups = [...grouped(futures, (future) => texts[future] ?? "")].map(([level, all]) => {
    const flips = all.filter((future) => flipped.has(future)).length;
    return { level, flips, others: all.length - flips };
  });
  const inside = groups.filter(({ flips, others }) => flips > others);
  const sum = (of: readonly number[]): number => of.reduce((all, one) => all + one, 0);
  if (inside.length === 0) return undefined;
  return {
    flips: { side: "levels", levels: inside.map(({ level }) => level) },
    wrongFlips: flipped.size - sum(inside.map(({ flips }) => flips)),
    wrongOthers: sum(inside.map(({ others }) => others)),
  };
}
