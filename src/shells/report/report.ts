import type { GeoPermissibleObjects } from "d3";
import { focusOf } from "#shells/report/focus";
import type { Focus } from "#shells/report/focus";
import { measureRows } from "#shells/report/measure-row";
import type { MeasureRow } from "#shells/report/measure-row";
import type { Comparison } from "#study/comparison/comparison";
import { usualComparison } from "#study/comparison/usual-comparison";
import { summaryText } from "#study/experiment/money-text";
import type { Result } from "#study/experiment/result";

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
  return { result, variants, rows, focus, comparison, land };
}
