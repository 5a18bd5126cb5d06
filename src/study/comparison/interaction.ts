import type { Comparison } from "#study/comparison/comparison";
import type { Contest } from "#study/comparison/contest";
import type { PairedDifference } from "#study/experiment/summary";

/** By one measure, what contenders that are put together of others do beyond the sum of what these do. */
export interface Interactions {
  readonly contest: Contest;
  readonly rows: readonly { readonly place: number; readonly beyond: PairedDifference }[];
}

/** Of every measure by which any contender has one. */
export function interactionsOf({ measures }: Comparison): readonly Interactions[] {
  return measures.flatMap(({ contest }): readonly Interactions[] => {
    const rows = contest.line.cells.flatMap((cell, place) =>
      cell?.interaction === undefined ? [] : [{ place, beyond: cell.interaction }],
    );
    return rows.length === 0 ? [] : [{ contest, rows }];
  });
}
