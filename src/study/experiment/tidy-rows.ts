import type { Batch } from "#study/experiment/batch";
import type { Plan, PlannedVariant } from "#study/experiment/plan";
import { readingAt } from "#study/experiment/readings";
import type { Readings } from "#study/experiment/readings";
import type { TidyRow } from "#study/experiment/result";

/**
 * Every number of an experiment, a line each: by variant, measure, replication, the run before its twin.
 * `replication` counts from `batch.span.from`, so that one replication alone gives the lines that it gives
 * among others.
 */
export function tidyRows(plan: Plan, batch: Batch): readonly TidyRow[] {
  return plan.variants.flatMap((planned, variant) => {
    const part = batch.variants[variant];
    return planned.variant.scenario.measures.flatMap((_, measure) => {
      const unit = part?.forms[measure]?.unit ?? "";
      const own = part?.readings[measure];
      const twin = part?.twinReadings[measure];
      return [
        ...(own
          ? rowsOf(plan, planned, measure, { readings: own, from: batch.span.from, unit, twin: false })
          : []),
        ...(twin
          ? rowsOf(plan, planned, measure, { readings: twin, from: batch.span.from, unit, twin: true })
          : []),
      ];
    });
  });
}

interface Column {
  readonly readings: Readings;
  readonly from: number;
  readonly unit: string;
  readonly twin: boolean;
}

function rowsOf(
  plan: Plan,
  { variant }: PlannedVariant,
  measure: number,
  column: Column,
): readonly TidyRow[] {
  const row = variant.scenario.measures[measure];
  if (row === undefined) return [];
  const shared = {
    scenario: plan.study.id,
    variant: variant.name,
    seed: variant.scenario.seed,
    time: row.at ?? row.from ?? null,
    of: row.of,
    measure: row.kind,
    unit: column.unit,
    until: row.until ?? null,
    by: row.by === "completion" ? row.by : null,
    twin: column.twin,
  };
  return Array.from(column.readings.codes, (_, index): TidyRow => {
    const reading = readingAt(column.readings, index);
    const value = "value" in reading ? reading.value : null;
    return { ...shared, replication: column.from + index, value, status: reading.status };
  });
}
