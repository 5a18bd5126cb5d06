import { suggest } from "#scenario/read/nearest";
import { canRank, foremostContest } from "#study/comparison/comparison";
import type { Contest } from "#study/comparison/contest";

/** By what contenders are ranked; what answers turn on where both are left out. */
export interface RankedBy {
  /** A measure, such as `time-to-recover`. */
  readonly by?: string | undefined;
  /** Of what it is: an id, `site.station`, `performance` or `all`. */
  readonly of?: string | undefined;
}

/** Nothing can be compared as it was asked for. The message says why, and what can be. */
export class NoComparison extends Error {
  override readonly name: string = "NoComparison";
}

/** The contest that is named, or the one that answers turn on. Throws `NoComparison` where there is none. */
export function chosenContest(contests: readonly Contest[], { by, of }: RankedBy): Contest {
  const able = contests.filter(canRank);
  const named = able.filter(
    ({ line: { first } }) => (by ?? first.measure) === first.measure && (of ?? first.of) === first.of,
  );
  const chosen = by === undefined && of === undefined ? foremostContest(contests) : named[0];
  if (chosen !== undefined) return chosen;
  const measures = [...new Set(able.map(({ line }) => line.first.measure))];
  if (by !== undefined && !measures.includes(by))
    throw new NoComparison(`nothing can be ranked by "${by}"; ${suggest(by, measures)}`);
  const places = able.filter(({ line }) => (by ?? line.first.measure) === line.first.measure);
  const all = [...new Set(places.map(({ line }) => line.first.of))];
  throw new NoComparison(`nothing is ranked of "${of ?? ""}"; ${suggest(of ?? "", all)}`);
}
