import { headlineOf, toneOf } from "#shells/report/measure-reading";
import {
  comparisonOf,
  differenceDecimals,
  isNone,
  statisticOf,
  valueOf,
} from "#study/experiment/measure-lines";
import type { MeasureLine } from "#study/experiment/measure-lines";
import { differenceNature, pairsText } from "#study/experiment/difference-note";
import { measureTitle, sparedText, unitSince } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";
import { numberText, scaledText, signedText } from "#study/experiment/quantity-text";
import type { Result } from "#study/experiment/result";
import type { MeasureSummary } from "#study/experiment/summary";
import { isDisrupted } from "#study/experiment/twin";
import { isEven } from "#shells/cli/shown-measures";
import type { Paint } from "#shells/cli/paint";
import { tableLayout } from "#shells/cli/table-layout";
import type { Cell, TableLayout, TableRow } from "#shells/cli/table-layout";

/** What stands for a number that does not exist. */
const nothing = "-";

/**
 * The numbers of all variants, measure by measure, in lines of at most `width` characters: the mean, or the
 * median of a time, with its 95 % interval, and the paired difference from the baseline, marked only where
 * its interval leaves 0 out. A measure that comes out alike in all variants takes one line. Where the width
 * does not do, differences stand without their intervals; what is still wider is printed as it is.
 */
export function measureTable(
  result: Result,
  lines: readonly MeasureLine[],
  {
    paint,
    width,
    withIds = false,
  }: { readonly paint: Paint; readonly width: number; readonly withIds?: boolean },
): string {
  const names = result.summary.variants.map(({ name }) => name);
  const columns = ["value", "95 % interval", ...(names.length > 1 ? ["versus baseline"] : [])];
  const layout = (isBrief: boolean): TableLayout => {
    const rows = lines.flatMap((line) => rowsOf(result, line, { names, paint, isBrief, withIds }));
    return tableLayout(columns, rows, { paint, width });
  };
  const full = layout(false);
  return full.fits ? full.text : layout(true).text;
}

/**
 * `Peak queue, Suez Canal`, with the instant or the window that it is read in; with the id that files write
 * where it is asked for.
 */
export function titleOf(
  result: Result,
  { measure, of, at, from, until }: MeasureSummary,
  withId: boolean = false,
): string {
  const when = [
    at === undefined ? "" : `at ${at}`,
    from ? `from ${from}` : "",
    until ? `until ${until}` : "",
  ];
  const words = measureTitle(measure);
  const id = withId && words.toLowerCase() !== measure ? ` (${measure})` : "";
  const title = `${words}${id}, ${placeName(result.study, of)}`;
  return [title, when.filter((part) => part !== "").join(" ")].filter((part) => part !== "").join(", ");
}

function rowsOf(
  result: Result,
  line: MeasureLine,
  how: {
    readonly names: readonly string[];
    readonly paint: Paint;
    readonly isBrief: boolean;
    readonly withIds: boolean;
  },
): readonly TableRow[] {
  const { first, cells, scale } = line;
  const title = titleOf(result, first, how.withIds);
  if (isEven(line)) return [{ heading: `${how.paint.bold(title)}: ${evenText(line, how.names.length)}` }];
  // A world in which nothing is disrupted is its own twin: the number would stand there twice.
  const disrupted = result.study.variants.some(({ scenario }) => isDisrupted(scenario));
  const usual = disrupted ? usualText(line) : "";
  const unit = unitSince(first.measure, scale.unit);
  const nature = differenceNature(result.rows, cells, scale);
  const about = [`${statisticOf(first)}, ${unit}`, usual === "" ? "" : `undisrupted ${usual}`, nature]
    .filter((part) => part !== "")
    .join("; ");
  return [
    { heading: `${how.paint.bold(title)}: ${about}` },
    ...cells.flatMap((cell, place): TableRow[] => {
      const name = how.names[place] ?? "";
      if (cell === undefined) return [];
      const isCompared = comparisonOf(cell, cells[0]) !== undefined;
      const pair = { variant: name, baseline: how.names[0] ?? "" };
      const pairs = isCompared ? pairsText(result.rows, cell, pair) : "";
      const counts = valueOf(cell) === null ? absenceText(cell) : countsText(cell);
      const note = [counts, pairs].filter((part) => part !== "").join("; ");
      return [{ name, cells: cellsOf(cell, line, how), note }];
    }),
  ];
}

function evenText({ first, scale }: MeasureLine, variants: number): string {
  const value = valueOf(first);
  const everywhere = variants > 1 ? " in every variant" : "";
  if (value === null) return `${absenceText(first)}${everywhere}`;
  const { low, high } = first;
  const hasSpread = low !== null && high !== null && low !== high;
  const range = hasSpread ? ` (${rangeText(low, high, scale.factor, scale.decimals)})` : "";
  return `${scaledText(value, scale)}${range}${everywhere}`;
}

/** The twin's mean where all variants have the same; a twin that differs is in the report. */
function usualText({ cells, scale }: MeasureLine): string {
  const means = new Set(cells.map((cell) => cell?.twin?.mean ?? null));
  const [mean = null] = means;
  return mean === null || means.size > 1 ? "" : numberText(mean * scale.factor, scale.decimals);
}

function cellsOf(
  cell: MeasureSummary,
  line: MeasureLine,
  how: { readonly paint: Paint; readonly isBrief: boolean },
): readonly Cell[] {
  const { scale } = line;
  const { factor, decimals } = scale;
  const { value, low, high } = headlineOf(cell);
  const versus = versusCell(cell, line, how);
  if (value === null) return [{ text: nothing }, { text: "" }, versus];
  return [
    { text: numberText(value * factor, decimals) },
    { text: rangeText(low, high, factor, decimals) },
    versus,
  ];
}

function versusCell(
  cell: MeasureSummary,
  { scale, cells: [baseline] }: MeasureLine,
  { paint, isBrief }: { readonly paint: Paint; readonly isBrief: boolean },
): Cell {
  const versus = comparisonOf(cell, baseline);
  if (versus === undefined) return { text: "" };
  const { factor } = scale;
  const decimals = differenceDecimals(versus, scale);
  const range = isBrief || isNone(versus) ? "" : ` (${rangeText(versus.low, versus.high, factor, decimals)})`;
  const tone = toneOf(cell, baseline);
  const verdict = tone === undefined || tone === "alike" || tone === "same" ? "" : ` ${tone}`;
  const difference = signedText(versus.difference * factor, decimals);
  const text = `${difference}${range}${verdict}`;
  if (tone === "better") return { text, paint: paint.good };
  return tone === "worse" ? { text, paint: paint.bad } : { text };
}

function rangeText(low: number | null, high: number | null, factor: number, decimals: number): string {
  if (low === null && high === null) return nothing;
  const print = (value: number | null): string =>
    value === null ? "unknown" : numberText(value * factor, decimals);
  return `${print(low)} to ${print(high)}`;
}

/** Why there is no number: most often, because what is measured never befell it. */
function absenceText(cell: MeasureSummary): string {
  return countsText(cell) === "" ? "no value" : countsText(cell);
}

function countsText({ measure, censored, unaffected, replications }: MeasureSummary): string {
  const parts = [
    ...(censored > 0 ? [`${censored} of ${replications} not by the end`] : []),
    ...(unaffected > 0 ? [sparedCount(measure, unaffected, replications)] : []),
  ];
  return parts.join(", ");
}

function sparedCount(measure: string, unaffected: number, replications: number): string {
  const words = sparedText(measure);
  return words === "unaffected"
    ? `${unaffected} of ${replications} ${words}`
    : `in ${unaffected} of ${replications} ${words}`;
}
