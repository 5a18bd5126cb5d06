import { assert } from "#base/assert";
import { indicesByValue } from "#base/order";
import { usualLevel } from "#engine/stats/interval";

/** Resamples: the bounds of 95 % are then the 25th from either end. */
const resamples = 999;

/** A share of the variance with its interval. By chance it may lie a little below 0. */
export interface CorrelationRatio {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The share of the variance of `values` that lies between groups, corrected for the groups being few values
 * each: epsilon squared (Kelley 1935), (g - 1) (between - within) ÷ total of the mean squares between and
 * within groups and the sum of all squares. It estimates the Sobol index of first order of what sets the
 * groups. `groups` names the group of each value from 0 on. The interval is of percentiles of a bootstrap of
 * the pairs, moved by the bias that the bootstrap itself shows: resampled pairs repeat, which makes groups
 * look more alike within than they are. `uniform` is a stream of this statistic's own. Null where the values
 * never vary, or where there are fewer than two groups, or not more values than groups.
 */
export function correlationRatio(
  values: ArrayLike<number>,
  groups: ArrayLike<number>,
  uniform: () => number,
  level: number = usualLevel,
): CorrelationRatio | null {
  assert(values.length === groups.length, "each value has a group");
  const count = values.length;
  const sums = new GroupSums(values, groups);
  const places = Uint32Array.from({ length: count }, (_, index) => index);
  const share = sums.epsilonSquared(places);
  if (share === undefined) return null;
  const drawn = new Float64Array(resamples);
  let kept = 0;
  for (let round = 0; kept < resamples && round < 2 * resamples; round += 1) {
    for (let index = 0; index < count; index += 1) places[index] = Math.floor(uniform() * count);
    const again = sums.epsilonSquared(places);
    if (again === undefined) continue;
    drawn[kept] = again;
    kept += 1;
  }
  if (kept === 0) return null;
  const ordered = drawn.subarray(0, kept).sort();
  const bias = ordered.reduce((sum, one) => sum + one, 0) / kept - share;
  const tail = Math.max(0, Math.floor(((1 - level) / 2) * (kept + 1)) - 1);
  // The places of the bounds are below the length.
  const [low, high] = [ordered[tail] ?? NaN, ordered[kept - 1 - tail] ?? NaN];
  return { share, low: low - bias, high: Math.min(1, high - bias) };
}

/** Sums by group, over any of the values again and again. */
class GroupSums {
  readonly #steps: Float64Array;
  readonly #groups: Uint32Array;
  readonly #sums: Float64Array;
  readonly #sizes: Uint32Array;

  constructor(values: ArrayLike<number>, groups: ArrayLike<number>) {
    const origin = values[0] ?? 0; // near the values, so that little is lost of their squares
    this.#steps = Float64Array.from(values, (value) => value - origin);
    this.#groups = Uint32Array.from(groups);
    const count = this.#groups.reduce((most, group) => Math.max(most, group), 0) + 1;
    this.#sums = new Float64Array(count);
    this.#sizes = new Uint32Array(count);
  }

  /** Of the values at some places; undefined where nothing varies, or there are too few groups or values. */
  epsilonSquared(places: Uint32Array): number | undefined {
    const [sums, sizes, count] = [this.#sums.fill(0), this.#sizes.fill(0), places.length];
    let [sum, squares] = [0, 0];
    for (let index = 0; index < count; index += 1) {
      const place = places[index] as number; // below the length
      const [step, group] = [this.#steps[place] as number, this.#groups[place] as number]; // a place of both
      sums[group] = (sums[group] as number) + step; // a group at most
      sizes[group] = (sizes[group] as number) + 1; // the same
      sum += step;
      squares += step * step;
    }
    const total = squares - (sum * sum) / count;
    let [used, between] = [0, -(sum * sum) / count];
    for (const [group, size] of sizes.entries()) {
      if (size === 0) continue;
      used += 1;
      between += ((sums[group] as number) * (sums[group] as number)) / size; // a group has a sum
    }
    // Equal values leave what rounding leaves.
    if (used < 2 || count <= used || !(total > 1e-12 * squares)) return undefined;
    const within = (total - between) / (count - used);
    return (between - (used - 1) * within) / total;
  }
}

/**
 * Cuts values into groups of equal count in their order, from 0 on, as many as the root of their number, 2 to
 * 20: of a straight line g groups keep all but 1 ÷ g² of the variance.
 */
export function equalCountGroups(values: ArrayLike<number>): Uint32Array {
  const count = values.length;
  const groups = Math.max(2, Math.min(20, Math.round(Math.sqrt(count))));
  const found = new Uint32Array(count);
  for (const [rank, index] of indicesByValue(values).entries())
    found[index] = Math.floor((rank * groups) / count);
  return found;
}
