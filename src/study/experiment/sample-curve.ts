import { levelOnGrid, performanceOnGrid } from "#domain/measure/curve";
import type { Evidence } from "#domain/measure/measure-kind";
import type { PlannedCurve } from "#study/experiment/curve-plan";

/** One curve of one replication at the instants of the grid (ms, increasing); NaN where there is no value. */
export function sampleCurve(curve: PlannedCurve, { run, twin }: Evidence, times: Float64Array): Float64Array {
  if (curve.what === "queue") return levelOnGrid(run, [`queue/${curve.of}`], times);
  const { performance } = run.facts;
  if (performance === undefined) return new Float64Array(times.length).fill(NaN);
  return performanceOnGrid(run, twin, performance, times);
}
