import { assert } from "#base/assert";
import type { SurvivalStep } from "#engine/stats/kaplan-meier";

/**
 * Whether anything is known of a time: of one that was censored at 0 as little as of one that is NaN, for
 * nobody watched it.
 */
export function isWatched(time: number, isCensored: boolean): boolean {
  return isCensored ? time > 0 : !Number.isNaN(time);
}

/**
 * min(T, limit) by index, which is known for everyone who was watched for `limit` or longer, although T may
 * not be: censored times are then compared in pairs like any others, by the mean of their differences. What
 * nobody watched is NaN (a pair that does not count). A time censored before `limit` is a fault of the
 * caller: the limit is at most `longestLimit` of everything that is compared.
 */
export function restrictedTimes(
  times: ArrayLike<number>,
  censored: ArrayLike<boolean>,
  limit: number,
): Float64Array {
  return Float64Array.from(times, (time, index) => {
    const isCensored = censored[index] as boolean; // equal lengths
    if (!isWatched(time, isCensored)) return Number.NaN;
    const isKnown = !isCensored || time >= limit;
    assert(isKnown, `min(T, ${limit}) needs times that are watched as long, not one censored at ${time}`);
    return Math.min(time, limit);
  });
}

/**
 * The longest time for which everyone was watched who was watched at all: the least censored time, or the
 * greatest time of all. Infinity when nothing is censored, so that nothing need be cut.
 */
export function longestLimit(times: ArrayLike<number>, censored: ArrayLike<boolean>): number {
  let [leastCensored, greatest] = [Infinity, 0];
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] as number; // index is below the length
    const isCensored = censored[index] as boolean; // equal lengths
    if (!isWatched(time, isCensored)) continue;
    if (isCensored) leastCensored = Math.min(leastCensored, time);
    greatest = Math.max(greatest, time);
  }
  return leastCensored === Infinity ? Infinity : Math.min(leastCensored, greatest);
}

/**
 * The restricted mean of one sample, and its standard error: the area under the Kaplan-Meier curve up to
 * `limit`.
 */
export function restrictedMean(
  steps: readonly SurvivalStep[],
  limit: number,
): { readonly mean: number; readonly standardError: number } {
  const inside = steps.filter((step) => step.time < limit);
  let [right, area, variance] = [limit, 0, 0];
  for (let index = inside.length - 1; index >= 0; index -= 1) {
    const { time, atRisk, events, survival } = inside[index] as SurvivalStep; // index is below the length
    area += survival * (right - time);
    if (events < atRisk) variance += (area * area * events) / (atRisk * (atRisk - events));
    right = time;
  }
  return { mean: area + right, standardError: Math.sqrt(variance) };
}
