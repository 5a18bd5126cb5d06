import { assert } from "#base/assert";

/**
 * Differences `ours - theirs` by index, for comparisons on common random numbers: the interval of their mean
 * is the paired one. NaN, which folds leave out, where either of a pair does not exist.
 */
export function pairedDifferences(ours: ArrayLike<number>, theirs: ArrayLike<number>): Float64Array {
  assert(ours.length === theirs.length, "paired values come from the same replications");
  return Float64Array.from(ours, (value, index) => value - (theirs[index] as number)); // equal lengths
}
