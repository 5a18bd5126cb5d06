import type { SurvivalStep } from "#engine/stats/kaplan-meier";

/**
 * Whether anything is known of a time: of one that was censored at 0 as little as of one that is NaN, for
 * nobody watched it.
 */
export function isWatched(time: number, isCensored: boolean): boolean {
  return isCensored ? time > 0 : !Number.isNaN(time);
}

/** Times by index, and which of them are censored. */
export interface WatchedTimes {
  readonly times: ArrayLike<number>;
  readonly censored: ArrayLike<boolean>;
}

/**
 * The limit L up to which samples are compared, one for all: the least of the longest times for which anyone
 * was watched, of the samples whose longest is censored; where none is, though some times are censored, the
 * longest of all (as `rmst2` of the R package survRM2 chooses it). Infinity when nothing is censored, so that
 * nothing need be cut.
 */
export function commonLimit(samples: readonly WatchedTimes[]): number {
  let [limit, longest, isCensored] = [Infinity, 0, false];
  for (const sample of samples) {
    const end = endOfWatch(sample);
    isCensored ||= end.isCensored;
    longest = Math.max(longest, end.longest);
    if (end.isOpen) limit = Math.min(limit, end.longest);
  }
  return isCensored ? Math.min(limit, longest) : Infinity;
}

/** The longest time, whether it is (also) a censored one, and whether any is censored. */
function endOfWatch({ times, censored }: WatchedTimes): {
  longest: number;
  isOpen: boolean;
  isCensored: boolean;
} {
  let [longest, isOpen, anyCensored] = [0, false, false];
  for (let index = 0; index < times.length; index += 1) {
    const time = times[index] as number; // index is below the length
    const isCensored = censored[index] as boolean; // equal lengths
    if (!isWatched(time, isCensored)) continue;
    anyCensored ||= isCensored;
    if (time > longest) [longest, isOpen] = [time, isCensored];
    else if (time === longest) isOpen ||= isCensored;
  }
  return { longest, isOpen, isCensored: anyCensored };
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
