import { measureKind } from "#domain/measure/measure-kinds";
import type { Resolved } from "#scenario/language/resolved";

const hour = 3_600_000;
const minute = 60_000;
const pointsMost = 240;

/** One curve that every replication of every variant is sampled for. */
export interface PlannedCurve {
  readonly what: "performance" | "queue";
  /** `performance`, or a station's id. */
  readonly of: string;
}

/**
 * The curves of an experiment, and the instants at which they are sampled (ms, evenly spaced, at most 240).
 */
export interface CurvePlan {
  readonly curves: readonly PlannedCurve[];
  readonly times: Float64Array;
}

/**
 * Q of the performance, and the queue at each station whose queue the scenario measures, after the warm-up.
 */
export function planCurves(scenario: Resolved): CurvePlan {
  const queued = scenario.measures.filter(({ kind }) => measureKind(kind)?.isOfQueue).map(({ of }) => of);
  const stations = [...new Set(queued)].filter((of) => of.includes("."));
  const queues = stations.map((of): PlannedCurve => ({ what: "queue", of }));
  const performance: readonly PlannedCurve[] =
    scenario.performance === undefined ? [] : [{ what: "performance", of: "performance" }];
  return { curves: [...performance, ...queues], times: gridOf(scenario) };
}

/** The length of at most so many equal steps over a span, ms: whole hours, or minutes where it is short. */
export function gridStep(span: number, most: number): number {
  const unit = span > hour * (most + 1) ? hour : minute;
  return Math.ceil(span / most / unit) * unit;
}

/** Steps of whole hours (whole minutes where the span is short), so that the instants read well. */
function gridOf(scenario: Resolved): Float64Array {
  const from = scenario.time.start + scenario.time.warmUp;
  const span = scenario.time.end - from;
  const step = gridStep(span, pointsMost - 1);
  return Float64Array.from({ length: Math.floor(span / step) + 1 }, (_, index) => from + index * step);
}
