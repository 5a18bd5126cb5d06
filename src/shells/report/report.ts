import type { GeoPermissibleObjects } from "d3";
import { focusOf } from "#shells/report/focus";
import type { Focus } from "#shells/report/focus";
import { measureRows } from "#shells/report/measure-row";
import type { MeasureRow } from "#shells/report/measure-row";
import type { Comparison } from "#study/comparison/comparison";
import type { Difference } from "#study/comparison/difference";
import { usualComparison } from "#study/comparison/usual-comparison";
import { summaryText } from "#study/experiment/money-text";
import type { Result } from "#study/experiment/result";
import type { MeasureSummary } from "#study/experiment/summary";

/** A variant as the page knows it: its place gives it its colour. */
export interface ReportVariant {
  readonly place: number;
  readonly name: string;
  /** What it is and its price; of the baseline, that it is the scenario as written. */
  readonly summary: string;
}

/** A result with what several sections of the page need of it, worked out once. */
export interface Report {
  readonly result: Result;
  readonly variants: readonly ReportVariant[];
  readonly rows: readonly MeasureRow[];
  readonly focus: Focus;
  /** Undefined where there is nothing to choose from, or nothing to choose by. */
  readonly comparison: Comparison | undefined;
  /** What the comparison told of the differences from the baseline, by the numbers of the variant. */
  readonly findings: ReadonlyMap<MeasureSummary, Difference>;
  readonly land: GeoPermissibleObjects;
}

/** Prepares a result for the page. */
export function reportOf(result: Result, land: GeoPermissibleObjects): Report {
  const variants = result.study.variants.map((variant, place) => ({
    place,
    name: variant.name,
    summary:
      place === 0
        ? "The scenario as it is written, without the changes of any variant"
        : summaryText(variant),
  }));
  const [rows, focus, comparison] = [measureRows(result), focusOf(result), usualComparison(result)];
  return { result, variants, rows, focus, comparison, findings: findingsOf(comparison), land };
}

function findingsOf(comparison: Comparison | undefined): Report["findings"] {
  const told = (comparison?.measures ?? []).flatMap(({ contest, differences }) =>
    differences.map((difference) => ({ cell: contest.line.cells[difference.place], difference })),
  );
  return new Map(told.flatMap(({ cell, difference }) => (cell === undefined ? [] : [[cell, difference]])));
}
