import type { Rows } from "#domain/measure/measure-kind";
import { remembered } from "#domain/measure/remembered";

/**
 * How much there was up to and including each instant: instants strictly increase, totals stand beside them.
 */
export interface Tally {
  readonly times: Float64Array;
  readonly totals: Float64Array;
}

/**
 * The sum of several count series as one running total, with one entry per instant however many events it
 * has: so nothing that reads it can look into the middle of an instant. Series that were not recorded add
 * nothing.
 */
export const tallyOf: (rows: Rows, names: readonly string[]) => Tally = remembered(
  ({ recorder: { counts } }, names) => {
    let tally: Tally = { times: new Float64Array(0), totals: new Float64Array(0) };
    for (const name of names) {
      const series = counts.series(name);
      if (series >= 0) tally = merge(tally, counts.times(series), counts.amounts(series));
    }
    return tally;
  },
);

/** The instant at an index; Infinity past the end, which no walk then ever comes to. */
export function instantAt(times: Float64Array, index: number): number {
  return index < times.length ? (times[index] as number) : Infinity; // index is below the length
}

/** How many entries lie at or before `instant`. */
export function entriesUntil(times: Float64Array, instant: number): number {
  let [low, high] = [0, times.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    const time = times[middle] as number; // middle is below the length
    if (time <= instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The total up to and including `instant`. */
export function totalAt({ times, totals }: Tally, instant: number): number {
  return totals[entriesUntil(times, instant) - 1] ?? 0;
}

/** One more series, whose instants may repeat, merged into a tally. Linear in both. */
function merge({ times, totals }: Tally, more: Float64Array, amounts: Float64Array): Tally {
  const mergedTimes = new Float64Array(times.length + more.length);
  const mergedTotals = new Float64Array(times.length + more.length);
  let [left, right, length, known, added, last] = [0, 0, 0, 0, 0, NaN];
  while (left < times.length || right < more.length) {
    const instant = Math.min(instantAt(times, left), instantAt(more, right));
    if (instantAt(times, left) === instant) known = totals[left++] as number; // beside times
    if (instantAt(more, right) === instant) added += amounts[right++] as number; // beside the instants
    if (instant !== last) mergedTimes[length++] = last = instant;
    mergedTotals[length - 1] = known + added;
  }
  return { times: mergedTimes.subarray(0, length), totals: mergedTotals.subarray(0, length) };
}
