import { Accumulator } from "#engine/stats/accumulator";

/** Replications are folded in blocks of this many by index, and the blocks by index. */
export const foldBlockSize = 32;

/** The least number of whole blocks that holds so many replications, as replications. */
export function wholeBlocks(replications: number): number {
  return Math.ceil(replications / foldBlockSize) * foldBlockSize;
}

/**
 * Folds values by index: first inside blocks of 32, then the blocks. A value that does not exist is NaN and
 * is left out, but keeps its index, so that a shard of whole blocks folds its part to the same bits as one
 * process folds all.
 */
export function foldInBlocks(values: ArrayLike<number>): Accumulator {
  const total = new Accumulator();
  for (let start = 0; start < values.length; start += foldBlockSize) {
    const block = new Accumulator();
    const end = Math.min(start + foldBlockSize, values.length);
    for (let index = start; index < end; index += 1) {
      const value = values[index] as number; // index is below the length
      if (!Number.isNaN(value)) block.add(value);
    }
    total.merge(block);
  }
  return total;
}
