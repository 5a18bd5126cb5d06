import { cumulativeOnGrid, levelOnGrid } from "#domain/measure/curve";
import type { Rows } from "#domain/measure/measure-kind";
import type { Resolved } from "#scenario/language/resolved";
import { gridStep, planCurves } from "#study/experiment/curve-plan";
import type { PlannedCurve } from "#study/experiment/curve-plan";
import { sumsOf } from "#study/experiment/sums";
import type { Sums } from "#study/experiment/sums";

/** A hundred batches of five: fine enough to see how long a start lasts, and few to keep. */
const cellsMost = 500;

/** What is watched from the start of the run on, and the ends of its cells (ms, evenly spaced). */
export interface WarmUpPlan {
  readonly curves: readonly PlannedCurve[];
  readonly step: number;
  readonly ends: Float64Array;
}

/** What the curves of the report show, from the start on: at most 500 cells over the whole run. */
export function planWarmUp(scenario: Resolved): WarmUpPlan {
  const { start, end } = scenario.time;
  const step = gridStep(end - start, cellsMost);
  const count = Math.floor((end - start) / step);
  const ends = Float64Array.from({ length: count }, (_, cell) => start + (cell + 1) * step);
  return { curves: planCurves(scenario).curves, step, ends };
}

/**
 * Adds, by what is watched, one undisturbed replication: how many waited at the end of each cell, and how
 * much was counted in each. Whole numbers.
 */
export function tallyWarmUp(tally: Sums, { curves, ends }: WarmUpPlan, rows: Rows): void {
  for (const curve of curves) {
    const column = sumsOf(tally, warmUpKey(curve), ends.length);
    cellValues(curve, rows, ends).forEach((value, cell) => {
      column[cell] = (column[cell] ?? 0) + value;
    });
  }
}

/** The key of what is watched. */
export function warmUpKey({ what, of }: PlannedCurve): string {
  return `${what}/${of}`;
}

function cellValues(curve: PlannedCurve, rows: Rows, ends: Float64Array): Float64Array {
  if (curve.what === "queue") {
    const levels = levelOnGrid(rows, [`queue/${curve.of}`], ends);
    return levels.map((level) => (Number.isNaN(level) ? 0 : level));
  }
  const totals = cumulativeOnGrid(rows, rows.facts.performance?.of ?? [], ends);
  return totals.map((total, cell) => total - (cell === 0 ? 0 : (totals[cell - 1] ?? 0)));
}
