import { assert } from "#base/assert";
import type { Interval } from "#engine/stats/interval";
import { usualLevel } from "#engine/stats/interval";
import type { PairedTest } from "#engine/stats/paired-test";
import { wilsonInterval } from "#engine/stats/wilson";

/** How often two outcomes of one replication, yes or no, came about together. */
export interface PairedOutcomes {
  readonly both: number;
  readonly oursOnly: number;
  readonly theirsOnly: number;
  readonly neither: number;
}

/**
 * Counts outcomes that are 1 or 0, by index; a pair of which either is NaN is left out. Null where a value is
 * neither, or where one answer stands in all of them: then they are no outcomes that can be told apart.
 */
export function pairedOutcomes(ours: ArrayLike<number>, theirs: ArrayLike<number>): PairedOutcomes | null {
  assert(ours.length === theirs.length, "paired values come from the same replications");
  const counts = [0, 0, 0, 0];
  for (let index = 0; index < ours.length; index += 1) {
    const [mine, other] = [ours[index] as number, theirs[index] as number]; // index is below both lengths
    if (Number.isNaN(mine) || Number.isNaN(other)) continue;
    if (!isOutcome(mine) || !isOutcome(other)) return null;
    const cell = 2 * mine + other;
    counts[cell] = (counts[cell] as number) + 1; // 0 to 3
  }
  const [neither = 0, theirsOnly = 0, oursOnly = 0, both = 0] = counts;
  const all = neither + theirsOnly + oursOnly + both;
  return neither === all || both === all ? null : { both, oursOnly, theirsOnly, neither };
}

function isOutcome(value: number): boolean {
  return value === 0 || value === 1;
}

/**
 * The interval of a difference of paired shares, ours less theirs: method 10 of Newcombe, Statistics in
 * Medicine 17 (1998), 2635-2650, which puts it together from Wilson's intervals of both and their
 * correlation; copied from `confIntPairedProportion` of the R package biostatUZH. Student's interval of the
 * differences, -1, 0 and 1, misses the true one far more often in small samples.
 */
export function pairedSharesInterval(outcomes: PairedOutcomes, level: number = usualLevel): Interval {
  const { both, oursOnly, theirsOnly, neither } = outcomes;
  const count = both + oursOnly + theirsOnly + neither;
  if (count === 0) return { low: null, high: null, method: "newcombe" };
  const ours = sides(both + oursOnly, count, level);
  const theirs = sides(both + theirsOnly, count, level);
  const difference = (oursOnly - theirsOnly) / count;
  const shared = correlation(outcomes, count);
  const reach = (mine: number, other: number): number =>
    Math.sqrt(Math.max(0, mine * mine - 2 * shared * mine * other + other * other));
  return {
    low: difference - reach(ours.below, theirs.above),
    high: difference + reach(ours.above, theirs.below),
    method: "newcombe",
  };
}

/** How far Wilson's bounds lie from the share itself. */
function sides(successes: number, count: number, level: number): { below: number; above: number } {
  const { low, high } = wilsonInterval(successes, count, level);
  const share = successes / count;
  return { below: share - (low ?? 0), above: (high ?? 1) - share };
}

/** Newcombe's correlation of the outcomes, corrected for continuity where they go together. */
function correlation({ both, oursOnly, theirsOnly, neither }: PairedOutcomes, count: number): number {
  const margins = (both + oursOnly) * (theirsOnly + neither) * (both + theirsOnly) * (oursOnly + neither);
  if (margins === 0) return 0;
  const determinant = both * neither - oursOnly * theirsOnly;
  const corrected = determinant > 0 ? Math.max(0, determinant - count / 2) : determinant;
  return corrected / Math.sqrt(margins);
}

/**
 * The difference with its interval, and the test that it is 0: the p-value is 1 - level of the interval whose
 * nearer bound is 0, by halving, so that it is below 0.05 just where 0 lies outside the interval of 95 %. At
 * least 1e-12; 1 where the difference is 0.
 */
export function pairedSharesTest(outcomes: PairedOutcomes, level: number = usualLevel): PairedTest {
  const { both, oursOnly, theirsOnly, neither } = outcomes;
  const count = both + oursOnly + theirsOnly + neither;
  const difference = count === 0 ? null : (oursOnly - theirsOnly) / count;
  const pValue = difference === null ? null : difference === 0 ? 1 : touchingError(outcomes);
  return { difference, ...pairedSharesInterval(outcomes, level), pValue };
}

const leastError = 1e-12;

function touchingError(outcomes: PairedOutcomes): number {
  const holdsNothing = (error: number): boolean => {
    const { low, high } = pairedSharesInterval(outcomes, 1 - error);
    return (low ?? -1) <= 0 && (high ?? 1) >= 0;
  };
  let [holding, missing] = [leastError, 1];
  if (!holdsNothing(holding)) return leastError;
  for (let round = 0; round < 60; round += 1) {
    const middle = (holding + missing) / 2;
    if (holdsNothing(middle)) holding = middle;
    else missing = middle;
  }
  return missing;
}
