import { incompleteBeta } from "#engine/random/incomplete-beta";

/**
 * The chance of at most `most` successes in `count` trials of chance `share` each. 0 below 0, 1 from `count`
 * on.
 */
export function binomialAtMost(most: number, count: number, share: number): number {
  if (most < 0) return 0;
  if (most >= count) return 1;
  return incompleteBeta(count - most, most + 1, 1 - share, share);
}
