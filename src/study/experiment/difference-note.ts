import { printInstant } from "#base/time";
import { commonLimit, isWatched } from "#engine/stats/restricted-mean";
import { comparisonOf, statisticOf } from "#study/experiment/measure-lines";
import { threeDigits, withUnit } from "#study/experiment/quantity-text";
import type { QuantityScale } from "#study/experiment/quantity-scale";
import type { TidyRow } from "#study/experiment/result";
import type { MeasureSummary } from "#study/experiment/summary";

/**
 * What a reader must know where the difference of a time does not fit the medians beside it: it is of means,
 * and restricted ones where some replications never get there. Empty where no such difference is shown.
 */
export function differenceNote(rows: readonly (readonly (MeasureSummary | undefined)[])[]): string {
  const times = rows.filter((cells) => comparedIn(cells) !== undefined);
  if (times.length === 0) return "";
  const missed = times.some((cells) => cells.some((cell) => cell !== undefined && cell.censored > 0));
  const means = "Differences of times are of paired means, not of the medians beside them";
  return missed
    ? `${means}; where some replications are not there by the end, every time is cut at one limit, the ` +
        "same for all variants (restricted means)."
    : `${means}.`;
}

/** The first of a row of medians whose difference is shown, and is not 0. */
function comparedIn(cells: readonly (MeasureSummary | undefined)[]): MeasureSummary | undefined {
  return cells.find((cell) => {
    if (cell === undefined || statisticOf(cell) !== "median") return false;
    const { difference = 0 } = comparisonOf(cell, cells[0]) ?? {};
    return difference !== 0;
  });
}

/**
 * What the differences of one row are where its values are medians: `difference of paired means, up to 40.2
 * days`, the limit at which all times are cut. Empty where values are means, or nothing is compared.
 */
export function differenceNature(
  rows: readonly TidyRow[],
  cells: readonly (MeasureSummary | undefined)[],
  { factor, unit }: QuantityScale,
): string {
  const compared = comparedIn(cells);
  if (compared === undefined) return "";
  const limit = cutAt(rowsOf(rows, compared));
  const upTo = limit === Infinity ? "" : `, up to ${withUnit(threeDigits(limit * factor), unit)}`;
  return `difference of paired means${upTo}`;
}

/**
 * On how many pairs the difference of a variant rests, `difference of 81 of 100 pairs`; empty where all,
 * or there is none.
 */
export function pairsText(rows: readonly TidyRow[], cell: MeasureSummary, names: PairNames): string {
  if ((cell.versusBaseline?.difference ?? null) === null) return "";
  const own = rowsOf(rows, cell).filter(({ value, status }) =>
    isWatched(value ?? Number.NaN, status === "censored"),
  );
  const told = (name: string): ReadonlySet<number> =>
    new Set(own.filter(({ variant }) => variant === name).map(({ replication }) => replication));
  const ours = told(names.variant);
  const pairs = [...told(names.baseline)].filter((replication) => ours.has(replication)).length;
  const all = cell.replications;
  return pairs === 0 || pairs >= all ? "" : `difference of ${pairs} of ${all} pairs`;
}

/** Who is compared with whom. */
interface PairNames {
  readonly variant: string;
  readonly baseline: string;
}

/** The rows of a measure in all variants, without twins. */
function rowsOf(
  rows: readonly TidyRow[],
  { measure, of, at, from, until }: MeasureSummary,
): readonly TidyRow[] {
  const [since, end] = [at ?? from, until];
  const printed = (time: number | null): string | undefined =>
    time === null ? undefined : printInstant(time);
  return rows.filter(
    (row) =>
      !row.twin &&
      row.measure === measure &&
      row.of === of &&
      printed(row.time) === since &&
      printed(row.until) === end,
  );
}

/** The limit that differences were made with: one for all variants, Infinity where nothing is censored. */
function cutAt(rows: readonly TidyRow[]): number {
  const names = new Set(rows.map(({ variant }) => variant));
  return commonLimit(
    [...names].map((name) => {
      const own = rows.filter(({ variant }) => variant === name);
      const censored = own.map(({ status }) => status === "censored");
      return { times: own.map(({ value }) => value ?? Number.NaN), censored };
    }),
  );
}
