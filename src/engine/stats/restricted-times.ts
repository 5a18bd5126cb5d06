import { pseudoValues } from "#engine/stats/pseudo-values";
import { isWatched } from "#engine/stats/restricted-mean";
import type { WatchedTimes } from "#engine/stats/restricted-mean";

/**
 * Numbers by index whose mean is the restricted mean up to `limit`: min(T, limit) where nobody's watch ended
 * before it, else the pseudo-values. NaN stands for whom nobody watched.
 */
export function restrictedTimes({ times, censored }: WatchedTimes, limit: number): Float64Array {
  const kept = Array.from({ length: times.length }, (_, index) => index).filter(
    (index) => isWatched(times[index] as number, censored[index] as boolean), // indices are below the length
  );
  const watched = kept.map((index) => times[index] as number); // the same
  const isCut = kept.map((index) => censored[index] as boolean); // the same
  const isKnown = watched.every((time, place) => !(isCut[place] as boolean) || time >= limit); // alike
  const values = isKnown ? watched.map((time) => Math.min(time, limit)) : pseudoValues(watched, isCut, limit);
  const all = new Float64Array(times.length).fill(NaN);
  kept.forEach((index, place) => {
    all[index] = values[place] as number; // as many as are kept
  });
  return all;
}

/** Samples of the same replications, NaN wherever any was not watched: means then compare the same. */
export function watchedTogether<Samples extends readonly WatchedTimes[]>(
  samples: readonly [...Samples],
): Samples {
  const isSeen = ({ times, censored }: WatchedTimes, index: number): boolean =>
    isWatched(times[index] as number, censored[index] as boolean); // an index of all samples
  const isWhole = (index: number): boolean => samples.every((sample) => isSeen(sample, index));
  const masked = samples.map((sample) => ({
    ...sample,
    times: Float64Array.from(sample.times, (time, index) => (isWhole(index) ? time : NaN)),
    censored: Array.from(sample.censored, (isCensored, index) => isCensored && isWhole(index)),
  }));
  return masked as unknown as Samples; // one for each, alike but for what is masked
}
