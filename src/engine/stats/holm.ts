import { assert } from "#base/assert";
import { indicesByValue } from "#base/order";

/**
 * Holm's step-down adjustment of p-values that are told together, by index (Holm, Scandinavian Journal of
 * Statistics 6, 1979): the i-th least of m, from 0, becomes the greatest of (m - j) p over the j-th least up
 * to it, at most 1. Who calls those below 0.05 different is wrong about any of them once in twenty studies at
 * most, however they depend on one another. Equal values stay equal; one value stays as it is. A value that
 * is NaN or not within 0 to 1 is a fault of the caller: leave out comparisons that have none.
 */
export function holmAdjusted(pValues: ArrayLike<number>): Float64Array {
  const adjusted = Float64Array.from(pValues);
  for (const p of adjusted) assert(p >= 0 && p <= 1, `a p-value lies between 0 and 1, not ${p}`);
  let greatest = 0;
  indicesByValue(pValues).forEach((index, place) => {
    const p = adjusted[index] as number; // an index of the values
    greatest = Math.max(greatest, Math.min(1, (adjusted.length - place) * p));
    adjusted[index] = greatest;
  });
  return adjusted;
}
