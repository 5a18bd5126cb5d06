import { assert } from "#base/assert";
import { foldBlockSize } from "#engine/stats/fold";
import { usualLevel } from "#engine/stats/interval";

/** What is asked of a selection of the best with an indifference zone. */
export interface SelectionQuestion {
  /** Whether the variant with the least mean is the best, or the one with the greatest. */
  readonly better: "lower" | "higher";
  /** Above 0, in the unit of the measure: whoever asks does not mind a mean that is worse by so little. */
  readonly delta: number;
  /** The chance to select the best where all others are worse by delta or more, 1/2 to 1; default 0.95. */
  readonly level?: number;
  /**
   * Replications of which variances are estimated, in whole blocks of 32; default 64, since variances of
   * skewed values are told poorly by 32.
   */
  readonly firstStage?: number;
}

/**
 * Values of each variant by index of replication; those of one index come of the same random numbers. All are
 * finite: who is left out of a mean would say nothing of all.
 */
export type MeasuredVariants = readonly ArrayLike<number>[];

/** A question with nothing left out, and 1 where more is better, -1 where less is. */
export interface PosedQuestion {
  readonly sign: 1 | -1;
  readonly delta: number;
  readonly level: number;
  readonly firstStage: number;
}

/** Fills in what a question leaves out. One that makes no sense is a fault of the caller. */
export function posedQuestion(question: SelectionQuestion, variants: number): PosedQuestion {
  const { better, delta, level = usualLevel, firstStage = 2 * foldBlockSize } = question;
  assert(variants >= 2, `the best is selected of two variants or more, not of ${variants}`);
  assert(delta > 0 && delta < Infinity, `an indifference zone is wider than 0, not ${delta}`);
  assert(level >= 0.5 && level < 1, `the best is selected with a chance from 1/2 to 1, not ${level}`);
  const isWhole = firstStage > 0 && firstStage % foldBlockSize === 0;
  assert(isWhole, `a first stage is whole blocks of ${foldBlockSize} replications, not ${firstStage}`);
  return { sign: better === "lower" ? -1 : 1, delta, level, firstStage };
}

/** The values from one replication to before another, all of which must be there. */
export function presentPart(values: ArrayLike<number>, from: number, to: number): Float64Array {
  const part = Float64Array.from({ length: to - from }, (_, index) => values[from + index] ?? NaN);
  const missing = part.findIndex((value) => !Number.isFinite(value));
  assert(missing < 0, `a mean to select by has a value of replication ${from + missing}`);
  return part;
}

/** The place of the greatest of `sign` times the values; the first of equal ones, -1 of none. */
export function placeOfBest(values: readonly number[], sign: 1 | -1): number {
  let best = -1;
  values.forEach((value, place) => {
    if (best < 0 || sign * value > sign * (values[best] as number)) best = place; // a place before this one
  });
  return best;
}
