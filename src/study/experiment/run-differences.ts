import { commonLimit } from "#engine/stats/restricted-mean";
import { measureLines } from "#study/experiment/measure-lines";
import type { MeasureLine } from "#study/experiment/measure-lines";
import { placeName } from "#study/experiment/place-names";
import type { Result, TidyRow } from "#study/experiment/result";
import type { MeasureSummary, PairedDifference } from "#study/experiment/summary";
import { versusBaseline } from "#study/experiment/versus-baseline";

/** How one measure of one variant differs between two runs. */
export interface MeasureDifference {
  readonly variant: string;
  /** Its two cells are those of the first and of the second run. */
  readonly line: MeasureLine;
  /** Second less first, with its 95 % interval; null numbers where there are no pairs. */
  readonly versus: PairedDifference;
  /** Replications that both have. */
  readonly pairs: number;
  /** Whether each of them says the same in both. */
  readonly isEqual: boolean;
}

/**
 * The measures of the variants that two runs share, in the order of the first run, where they are of the same
 * thing in both, as the performance of two scenarios may not be: each with both estimates,
 * and the mean of the differences between replications of one number. These are pairs on common draws where
 * both runs have one seed; with two seeds their interval holds too, and is wider. Times are cut where either
 * run stopped watching.
 */
export function runDifferences(first: Result, second: Result): readonly MeasureDifference[] {
  return first.summary.variants.flatMap((own) => {
    const other = second.summary.variants.find(({ name }) => name === own.name);
    if (other === undefined) return [];
    return measureLines([own, other]).flatMap((line) => {
      if (line.cells.includes(undefined) || !isOfOne(line.first.of, first, second)) return [];
      const [ours, theirs] = [first, second].map(({ rows }) => rowsOf(rows, line.first, own.name));
      return [{ variant: own.name, line, ...compared(ours ?? [], theirs ?? [], own.name) }];
    });
  });
}

/** Whether an id means the same in both runs, by its name. */
function isOfOne(of: string, first: Result, second: Result): boolean {
  return placeName(first.study, of) === placeName(second.study, of);
}

function compared(
  ours: readonly TidyRow[],
  theirs: readonly TidyRow[],
  variant: string,
): Pick<MeasureDifference, "versus" | "pairs" | "isEqual"> {
  const theirsByReplication = new Map(theirs.map((row) => [row.replication, row]));
  const shared = ours.flatMap((row) => {
    const pair = theirsByReplication.get(row.replication);
    return pair === undefined ? [] : [[row, pair] as const];
  });
  const [before, after] = [0, 1].map((side) => sampleOf(shared.map((pair) => pair[side === 0 ? 0 : 1])));
  const isEqual = shared.every(([row, pair]) => row.value === pair.value && row.status === pair.status);
  if (before === undefined || after === undefined || shared.length === 0)
    return { versus: { difference: null, low: null, high: null, distinguishable: false }, pairs: 0, isEqual };
  const { measure = "", of = "", seed = "" } = ours[0] ?? {};
  const named = { seed, name: `${variant}/${measure}/${of}`, form: { unit: "", scale: "mean" as const } };
  const [one, other] = [
    { ...before, ...named },
    { ...after, ...named },
  ];
  return { versus: versusBaseline(other, one, commonLimit([one, other])), pairs: shared.length, isEqual };
}

function sampleOf(rows: readonly TidyRow[]): { times: Float64Array; censored: readonly boolean[] } {
  return {
    times: Float64Array.from(rows, ({ value }) => value ?? NaN),
    censored: rows.map(({ status }) => status === "censored"),
  };
}

/** The rows of one measure, of the runs and not of their twins, one for each replication. */
function rowsOf(
  rows: readonly TidyRow[],
  { measure, of, at, from, until }: MeasureSummary,
  variant: string,
): readonly TidyRow[] {
  const time = instantOf(at ?? from);
  const end = instantOf(until);
  const seen = new Set<number>();
  return rows.filter((row) => {
    if (row.twin || row.variant !== variant || row.measure !== measure || row.of !== of) return false;
    if (row.time !== time || row.until !== end || seen.has(row.replication)) return false;
    seen.add(row.replication);
    return true;
  });
}

const instantOf = (text: string | undefined): number | null => (text === undefined ? null : Date.parse(text));
