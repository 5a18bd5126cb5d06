import { grouped } from "#base/order";
import type { ResolvedMeasure, Study } from "#scenario/language/resolved";
import { headlineOf } from "#shells/report/measure-reading";
import { windowText } from "#shells/report/window-text";
import { measureTitle } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";
import { decimalsFor, quantityScale } from "#study/experiment/quantity-scale";
import type { QuantityScale } from "#study/experiment/quantity-scale";
import type { Result, TidyRow } from "#study/experiment/result";
import type { MeasureSummary } from "#study/experiment/summary";

/** One measure across all variants: a row of the table, a panel of the charts. */
export interface MeasureRow {
  readonly measure: string;
  /** `Rate recovered`. */
  readonly title: string;
  /** What it is about: `Suez Canal`, with the instant or window it is read in. */
  readonly about: string;
  /** By place of the variant; undefined when a variant does not have it. */
  readonly cells: readonly (MeasureSummary | undefined)[];
  /** For values. */
  readonly scale: QuantityScale;
  /** The unit of differences on the same scale: percentage points where the values are percent. */
  readonly differenceUnit: string;
  /** The numbers of each variant's replications, in the row's base unit, by place. */
  readonly values: readonly (readonly number[])[];
}

/** All measures in the scenario's order, baseline's first and then those that only variants have. */
export function measureRows(result: Result): readonly MeasureRow[] {
  const { variants } = result.summary;
  const listed = result.study.variants[0]?.scenario.measures ?? [];
  const longest = variants.reduce((most, variant) => Math.max(most, variant.measures.length), 0);
  const everywhere = variants.flatMap(({ measures }) => measures);
  const read = numbersOf(result.rows);
  const rows: MeasureRow[] = [];
  for (let index = 0; index < longest; index++) {
    const first = variants.map((variant) => variant.measures[index]).find((measure) => measure !== undefined);
    if (first === undefined) continue;
    const cells = variants.map((variant) => sameMeasure(variant.measures[index], first));
    const asked = listed[index];
    const fitting = asked?.kind === first.measure && asked.of === first.of ? asked : undefined;
    const alike = everywhere.filter(({ measure, unit }) => measure === first.measure && unit === first.unit);
    const scale = commonScale(cells, alike, first.unit);
    rows.push({
      measure: first.measure,
      title: measureTitle(first.measure),
      about: aboutText(first, fitting, result.study),
      cells,
      scale,
      differenceUnit: scale.unit === "%" ? "percentage points" : scale.unit,
      values: variants.map(({ name }) => read(name, first, fitting)),
    });
  }
  return rows;
}

function sameMeasure(measure: MeasureSummary | undefined, first: MeasureSummary): MeasureSummary | undefined {
  return measure?.measure === first.measure && measure.of === first.of ? measure : undefined;
}

/** One unit for all rows of a measure, so that they can be compared; decimals as the row's own cells bear. */
function commonScale(
  cells: readonly (MeasureSummary | undefined)[],
  alike: readonly MeasureSummary[],
  unit: string,
): QuantityScale {
  const { factor, unit: common } = quantityScale(unit, alike.flatMap(endsOf));
  const present = cells.filter((cell) => cell !== undefined);
  const scaled = (value: number | null): number | null => (value === null ? null : value * factor);
  const halves = present.map((cell) => scaled(halfWidth(headlineOf(cell))));
  return { factor, unit: common, decimals: decimalsFor(present.flatMap(endsOf).map(scaled), halves) };
}

function endsOf(measure: MeasureSummary): readonly (number | null)[] {
  const { value, low, high } = headlineOf(measure);
  return [value, low, high];
}

const halfWidth = (interval: { low: number | null; high: number | null }): number | null =>
  interval.low === null || interval.high === null ? null : (interval.high - interval.low) / 2;

function aboutText(first: MeasureSummary, asked: ResolvedMeasure | undefined, study: Study): string {
  return [placeName(study, first.of), asked === undefined ? "" : windowText(asked)]
    .filter((part) => part !== "")
    .join(", ");
}

/** Reads the numbers of a variant's replications of a measure. */
type NumberReader = (
  variant: string,
  first: MeasureSummary,
  asked: ResolvedMeasure | undefined,
) => readonly number[];

/** Rows are many: they are gone through once, for all variants and measures. */
function numbersOf(rows: readonly TidyRow[]): NumberReader {
  const own = rows.filter(({ twin, status }) => !twin && status === "value");
  const key = (variant: string, measure: string, of: string): string => `${variant}\n${measure}\n${of}`;
  const columns = grouped(own, (row) => key(row.variant, row.measure, row.of));
  return (variant, { measure, of }, asked) => {
    // The same measure may be read at several instants, over several windows, or counted in two ways.
    const isAsked = (row: TidyRow): boolean =>
      asked === undefined ||
      (row.time === (asked.at ?? asked.from ?? null) &&
        row.until === (asked.until ?? null) &&
        row.by === (asked.by === "completion" ? "completion" : null));
    const column = columns.get(key(variant, measure, of)) ?? [];
    return column.filter(isAsked).flatMap(({ value }) => value ?? []);
  };
}
