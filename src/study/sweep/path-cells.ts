import { foldInBlocks } from "#engine/stats/fold";
import { studentInterval } from "#engine/stats/student-interval";
import type { Cube } from "#study/sweep/cube";
import { pathBins } from "#study/sweep/path-bins";
import type { PathBin } from "#study/sweep/path-bins";
import { fieldOf, gainOver } from "#study/sweep/sweep-question";
import type { SweepQuestion } from "#study/sweep/sweep-question";

/** The futures that are alike in two paths, and what a variant does there. */
export interface PathCell {
  /** Which group of the first path, and of the second. */
  readonly column: number;
  readonly row: number;
  readonly futures: number;
  /** Variant less baseline, in the unit of the measure, in the mean. */
  readonly difference: number;
  /**
   * `better` or `worse` where the difference is larger than the indifference and its interval over the
   * futures
   * leaves out 0; `alike` else. A single future, and those of a grid, have no interval.
   */
  readonly verdict: "better" | "worse" | "alike";
}

/** How a variant differs from the baseline over two paths. */
export interface PathCells {
  /** Of the variant. */
  readonly place: number;
  /** Of the paths, in the order of the cube: across, and up. */
  readonly across: number;
  readonly up: number;
  readonly columns: readonly PathBin[];
  readonly rows: readonly PathBin[];
  /** Those that hold a future. */
  readonly cells: readonly PathCell[];
}

/** At least so many futures a cell, in the mean, and at most so many groups of a path. */
const futuresLeast = 5;
const binsMost = 7;

/**
 * How a variant differs from the baseline over two paths, in cells of groups: the values of a list, else
 * groups of equal count, so many that a cell holds five futures in the mean, two at least and seven at most.
 * Intervals are Student's over the futures of a cell. Undefined without a future that all variants have.
 */
export function pathCells(
  cube: Cube,
  { by, indifference }: SweepQuestion,
  subject: { readonly place: number; readonly across: number; readonly up: number },
): PathCells | undefined {
  const { futures } = fieldOf(by);
  const [first, second] = [cube.paths[subject.across], cube.paths[subject.up]];
  if (futures.length === 0 || first === undefined || second === undefined) return undefined;
  const bins = Math.max(2, Math.min(binsMost, Math.floor(Math.sqrt(futures.length / futuresLeast))));
  const [columns, rows] = [pathBins(first, futures, bins), pathBins(second, futures, bins)];
  const rowOf = new Map(rows.flatMap((bin, row) => bin.futures.map((future) => [future, row] as const)));
  const cells = columns.flatMap((bin, column) =>
    rows.flatMap((_, row): PathCell[] => {
      const own = bin.futures.filter((future) => rowOf.get(future) === row);
      if (own.length === 0) return [];
      const gains = own.map((future) => gainOver(by, subject.place, 0, future));
      const sample = foldInBlocks(gains);
      const { low, high } = studentInterval(sample);
      const isTold = cube.design === "grid" || low === null || high === null || low > 0 || high < 0;
      const isLarge = Math.abs(sample.mean) > indifference;
      const verdict = !isTold || !isLarge ? "alike" : sample.mean > 0 ? "better" : "worse";
      return [{ column, row, futures: own.length, difference: sample.mean * by.better, verdict }];
    }),
  );
  return { ...subject, columns, rows, cells };
}
