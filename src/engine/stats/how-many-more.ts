import { assert } from "#base/assert";
import { foldBlockSize, foldInBlocks, wholeBlocks } from "#engine/stats/fold";
import { usualLevel } from "#engine/stats/interval";
import { studentQuantile } from "#engine/stats/student";

/** How many replications would tell a difference from 0. */
export interface HowManyMore {
  /** In all, those that were run among them: whole blocks of 32, or what was run where that tells already. */
  readonly inAll: number;
  /** Whether even `inAll`, the most that were asked about, would not do: say "more than". */
  readonly isBeyond: boolean;
}

/**
 * After how many replications the interval of a paired difference is expected to leave 0 out: the least whole
 * blocks of 32 from which t(n - 1) s ÷ √n is below the difference, both taken as they were found so far. If
 * they are the true ones, the interval then leaves 0 out about every other time: it is when to look again,
 * not a promise. Where some replications have no difference (NaN), as large a share of later ones is taken to
 * have none. Asks about at most `most` replications in all. Null below two differences, and where all are 0,
 * which no number would tell apart.
 */
export function howManyMore(
  differences: ArrayLike<number>,
  { most, level = usualLevel }: { readonly most: number; readonly level?: number },
): HowManyMore | null {
  assert(most > 0, `replications are asked about up to a number above 0, not ${most}`);
  const { count, mean, variance } = foldInBlocks(differences);
  if (count < 2 || (mean === 0 && variance === 0)) return null;
  const share = count / differences.length;
  const tells = (replications: number): boolean => {
    const present = Math.floor(replications * share);
    if (present < 2) return false;
    const half = studentQuantile(0.5 + level / 2, present - 1) * Math.sqrt(variance / present);
    return half < Math.abs(mean);
  };
  if (tells(differences.length)) return { inAll: differences.length, isBeyond: false };
  let [tooFew, enough] = [differences.length, wholeBlocks(differences.length + 1)];
  while (enough <= most && !tells(enough)) [tooFew, enough] = [enough, 2 * enough];
  enough = Math.min(enough, Math.floor(most / foldBlockSize) * foldBlockSize);
  if (enough <= tooFew || !tells(enough)) return { inAll: most, isBeyond: true };
  while (enough - tooFew > foldBlockSize) {
    const middle = wholeBlocks((tooFew + enough) / 2);
    if (tells(middle)) enough = middle;
    else tooFew = middle;
  }
  return { inAll: enough, isBeyond: false };
}
