import type { Performance } from "#domain/measure/facts";
import type { Rows } from "#domain/measure/measure-kind";
import { levelAt, stepsOf } from "#domain/measure/steps";
import { tallyOf, totalAt } from "#domain/measure/tally";

/**
 * Q at each instant (ms, whole): the count in the window that starts there, as a share of the twin's. NaN
 * where the twin has nothing in it, or where the window is not over by the end of the run.
 */
export function performanceOnGrid(
  run: Rows,
  twin: Rows,
  curve: Performance,
  instants: ArrayLike<number>,
): Float64Array {
  const ours = tallyOf(run, curve.of);
  const theirs = tallyOf(twin, curve.of);
  return Float64Array.from(instants, (at) => {
    const last = at + curve.window - 1; // instants are whole ms: the window [t, t + w) ends 1 ms before t + w
    if (last >= run.facts.end) return NaN;
    const expected = totalAt(theirs, last) - totalAt(theirs, at - 1);
    return expected > 0 ? (totalAt(ours, last) - totalAt(ours, at - 1)) / expected : NaN;
  });
}

/**
 * The sum of some levels at each instant, after all that happens in it; NaN where none of them was recorded.
 */
export function levelOnGrid(run: Rows, names: readonly string[], instants: ArrayLike<number>): Float64Array {
  const steps = stepsOf(run.recorder.levels, names);
  return Float64Array.from(instants, (at) => (steps === undefined ? NaN : levelAt(steps, at)));
}

/**
 * The sum of some counts up to each instant, all that happens in it included; 0 where nothing was recorded.
 */
export function cumulativeOnGrid(
  run: Rows,
  series: readonly string[],
  instants: ArrayLike<number>,
): Float64Array {
  const tally = tallyOf(run, series);
  return Float64Array.from(instants, (at) => totalAt(tally, at));
}
