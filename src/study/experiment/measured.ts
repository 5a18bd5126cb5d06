import { printInstant } from "#base/time";
import type { ResolvedMeasure } from "#scenario/language/resolved";
import type { Batch } from "#study/experiment/batch";
import { sampleOf } from "#study/experiment/estimate";
import type { Sample } from "#study/experiment/estimate";
import type { Plan } from "#study/experiment/plan";
import type { Readings } from "#study/experiment/readings";

/** One measure of one variant over all replications, with its counterparts. */
export interface Measured {
  readonly row: ResolvedMeasure;
  readonly readings: Readings;
  readonly sample: Sample;
  /** The same of the twin; undefined for a measure that compares with a twin. */
  readonly twin: Sample | undefined;
}

/** All measures of all variants: by variant, then in the order of the scenario. */
export function measuredOf(plan: Plan, batch: Batch): readonly (readonly Measured[])[] {
  return plan.variants.map(({ variant }, index) => {
    const part = batch.variants[index];
    return variant.scenario.measures.flatMap((row, position): Measured[] => {
      const readings = part?.readings[position];
      const form = part?.forms[position];
      if (readings === undefined || form === undefined) return [];
      const name = `${variant.name}/${measureKey(row)}`;
      const seed = variant.scenario.seed;
      const twin = part?.twinReadings[position];
      return [
        {
          row,
          readings,
          sample: sampleOf(readings, form, seed, name),
          twin: twin ? sampleOf(twin, form, seed, `twin/${name}`) : undefined,
        },
      ];
    });
  });
}

/** The same row of every variant, in the order of the study; undefined where a variant has none. */
export function acrossVariants(
  measured: readonly (readonly Measured[])[],
  row: ResolvedMeasure,
): readonly (Measured | undefined)[] {
  const key = measureKey(row);
  return measured.map((entries) => entries.find((entry) => measureKey(entry.row) === key));
}

/** What tells a row under `measures` from all others, and pairs it with the same row of another variant. */
export function measureKey(row: ResolvedMeasure): string {
  const instants = [row.at, row.from, row.until].map((time) =>
    time === undefined ? "" : printInstant(time),
  );
  return [row.kind, row.of, ...instants, row.by].join("|");
}
