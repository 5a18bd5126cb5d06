import { assert } from "#base/assert";
import type { Evidence, MeasureKind, Reading } from "#domain/measure/measure-kind";
import type { ResolvedMeasure } from "#scenario/language/resolved";

/** Of each measure of the scenario, what this replication gives. */
export interface StoryReading {
  readonly row: ResolvedMeasure;
  readonly unit: string;
  readonly reading: Reading;
}

/** Reads a row of the scenario from one replication. */
export function storyReading(
  row: ResolvedMeasure,
  evidence: Evidence,
  measures: readonly MeasureKind[],
): StoryReading {
  const { kind, ...values } = row;
  const known = measures.find((candidate) => candidate.kind === kind);
  assert(known !== undefined, `a resolved scenario names only known measures, not ${kind}`);
  const measure = known.create(values, evidence.run.facts);
  return { row, unit: measure.unit, reading: measure.read(evidence) };
}
