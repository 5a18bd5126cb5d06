import Table from "cli-table3";
import { directionOf } from "#study/experiment/direction";
import { threeDigits, unitTextFor } from "#study/experiment/quantity-text";
import type { UnitText } from "#study/experiment/quantity-text";
import type { MeasureSummary, Summary } from "#study/experiment/summary";
import type { Paint } from "#shells/cli/paint";

/** What stands for a number that does not exist. */
const nothing = "-";

/**
 * The numbers of all variants, measure by measure: the mean, or the median of a time, with its 95 %
 * interval; the same without disruption; the paired difference, marked only where its interval leaves 0
 * out; counts of what has no number.
 */
export function measureTable(summary: Summary, paint: Paint): string {
  const head = ["", "value", "95 % interval", "undisrupted", "versus baseline", "without a value"];
  const table = new Table({
    head: head.map((word) => paint.bold(word)),
    style: { head: [], border: [], compact: true },
  });
  const longest = summary.variants.reduce((most, { measures }) => Math.max(most, measures.length), 0);
  for (let index = 0; index < longest; index += 1) {
    const alike = summary.variants.flatMap(({ name, measures }) => {
      const measure = measures[index];
      return measure === undefined ? [] : [{ name, measure }];
    });
    const unit = unitOf(alike.map(({ measure }) => measure));
    const [first] = alike;
    if (first === undefined) continue;
    table.push([
      {
        content: paint.bold(`${titleOf(first.measure)}, ${statisticOf(first.measure)} in ${unit.unit}`),
        colSpan: head.length,
      },
    ]);
    for (const { name, measure } of alike) table.push([`  ${name}`, ...cellsOf(measure, unit, paint)]);
  }
  return table.toString();
}

/** `time-to-recover of suez.transit, at 2021-03-29T16:00Z`. */
export function titleOf({ measure, of, at, from, until }: MeasureSummary): string {
  const about = of === "performance" ? measure : `${measure} of ${of}`;
  const when = [
    ["at", at],
    ["from", from],
    ["until", until],
  ].filter(([, time]) => time !== undefined);
  return when.length === 0 ? about : `${about}, ${when.flat().join(" ")}`;
}

/** One unit for all variants of a measure, chosen by the largest, so that they compare at sight. */
function unitOf(measures: readonly MeasureSummary[]): UnitText {
  const sizes = measures.flatMap(({ mean, median }) => [mean ?? 0, median ?? 0]).map(Math.abs);
  return unitTextFor(
    measures[0]?.unit ?? "",
    sizes.reduce((most, size) => Math.max(most, size), 0),
  );
}

function statisticOf({ method }: MeasureSummary): string {
  return method === "kaplan-meier" ? "median" : "mean";
}

function cellsOf(measure: MeasureSummary, unit: UnitText, paint: Paint): readonly string[] {
  const print = (value: number | null | undefined): string =>
    value === null || value === undefined ? nothing : threeDigits(value * unit.factor);
  const value = print(statisticOf(measure) === "median" ? measure.median : measure.mean);
  const twin = print(measure.twin?.mean);
  return [value, rangeText(measure, print), twin, versusText(measure, print, paint), countsText(measure)];
}

function rangeText(
  { low, high }: { readonly low: number | null; readonly high: number | null },
  print: (value: number | null) => string,
): string {
  return low === null && high === null ? nothing : `${print(low)} to ${print(high)}`;
}

function versusText(
  { measure, versusBaseline }: MeasureSummary,
  print: (value: number | null) => string,
  paint: Paint,
): string {
  if (versusBaseline === undefined) return "";
  const { difference, distinguishable } = versusBaseline;
  if (difference === null) return nothing;
  const sign = difference > 0 ? "+" : "";
  const text = `${sign}${print(difference)} (${rangeText(versusBaseline, print)})`;
  if (!distinguishable) return text;
  const effect = directionOf(measure) * difference;
  if (effect === 0) return `${text} *`;
  return effect > 0 ? paint.good(`${text} better`) : paint.bad(`${text} worse`);
}

function countsText({ censored, unaffected, replications }: MeasureSummary): string {
  const parts = [
    ...(censored > 0 ? [`${censored} of ${replications} not by the end`] : []),
    ...(unaffected > 0 ? [`${unaffected} of ${replications} unaffected`] : []),
  ];
  return parts.join(", ");
}
