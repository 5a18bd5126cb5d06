import { assert } from "#base/assert";
import { measureKind } from "#domain/measure/measure-kinds";
import type { Evidence } from "#domain/measure/measure-kind";

/** What a measure is read of, and from: a run alone is its own twin and the baseline. */
export interface MeasureReading {
  /** An id, `site.station` or `performance`. */
  readonly of: string;
  /** ms: the instant at which it is read, of measures that have one. */
  readonly at?: number;
  readonly evidence: Pick<Evidence, "run"> & Partial<Evidence>;
}

/** What a measure of the language gives; NaN where it gives no value. */
export function measureReading(name: string, { of, at, evidence }: MeasureReading): number {
  const measure = measureKind(name);
  assert(measure !== undefined, `there is a measure ${name}`);
  const { run, twin = run, baseline = run, baselineTwin = twin } = evidence;
  const values = { of, at, from: undefined, until: undefined, by: "arrival" } as const;
  const reading = measure.create(values, run.facts).read({ run, twin, baseline, baselineTwin });
  return reading.status === "value" ? reading.value : NaN;
}
