import type { Batch } from "#study/experiment/batch";
import type { Plan } from "#study/experiment/plan";
import type { TidyRow } from "#study/experiment/result";
import { rowColumns, tableText } from "#study/experiment/rows-text";
import { tidyRows } from "#study/experiment/tidy-rows";

/** One number of one replication of one variant in one future. */
export interface SweepRow extends Omit<TidyRow, "twin"> {
  /** `f001`, `f002` ... */
  readonly future: string;
}

/** The columns of the rows of a sweep, in order: those of a run, with the future before the variant. */
export const sweepRowColumns: readonly (keyof SweepRow)[] = rowColumns.flatMap((column) => {
  if (column === "twin") return [];
  return column === "variant" ? (["future", column] as const) : [column];
});

/** The line of CSV above all rows. */
export const sweepRowHead: string = `${sweepRowColumns.join(",")}\n`;

/** All numbers of the variants of one future, of a batch that holds readings only, as CSV without a head. */
export function futureRows(future: string, plan: Plan, batch: Batch): string {
  const rows = tidyRows(plan, batch).map(({ twin: _twin, ...row }): SweepRow => ({ ...row, future }));
  return tableText(sweepRowColumns, rows).slice(sweepRowHead.length);
}
