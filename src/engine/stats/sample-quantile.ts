import { assert } from "#base/assert";

/** The values that exist (NaN is left out), least first. */
export function sorted(values: ArrayLike<number>): Float64Array {
  return Float64Array.from(values)
    .filter((value) => !Number.isNaN(value))
    .sort();
}

/**
 * The quantile of a sample: type 7 of Hyndman and Fan (the default of R and NumPy), a straight line between
 * the order statistics around 1 + (n - 1) p. Null for an empty sample. `ordered` is least first, without NaN.
 */
export function sampleQuantile(ordered: Float64Array, p: number): number | null {
  assert(p >= 0 && p <= 1, `a quantile is asked for a share from 0 to 1, not ${p}`);
  if (ordered.length === 0) return null;
  const place = (ordered.length - 1) * p;
  const below = Math.floor(place);
  const low = ordered[below] as number; // p is at most 1
  const high = ordered[Math.min(below + 1, ordered.length - 1)] as number; // below the length
  return low === high ? low : low + (place - below) * (high - low);
}
