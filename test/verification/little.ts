import { assert } from "#base/assert";
import { foldInBlocks } from "#engine/stats/fold";
import { studentInterval } from "#engine/stats/student-interval";

type Column = ArrayLike<number> | undefined;

/**
 * By how much the mean number waiting exceeds throughput x mean wait (days), as a share of that number:
 * the 99.9 % interval over replications. The law is exact between two instants at which nobody waits;
 * those who wait at either end of a run make a small difference.
 */
export function littleGap(columns: {
  readonly queue: Column;
  readonly wait: Column;
  readonly perDay: Column;
}): {
  readonly low: number;
  readonly high: number;
} {
  const { queue, wait, perDay } = columns;
  assert(queue !== undefined && wait !== undefined && perDay !== undefined, "three columns");
  assert(queue.length > 1, "more than one replication");
  const at = (column: ArrayLike<number>, row: number): number => column[row] ?? NaN;
  const gaps = Array.from(queue, (waiting, row) => 1 - (at(perDay, row) * at(wait, row)) / waiting);
  const { low, high } = studentInterval(foldInBlocks(gaps), 0.999);
  return { low: low ?? -Infinity, high: high ?? Infinity };
}
