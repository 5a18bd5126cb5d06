import type { Arrivals } from "#engine/random/arrival-kind";
import type { DatedRhythm } from "#engine/random/dated-rhythm";
import { standardExponential } from "#engine/random/standard-exponential";
import type { Stream } from "#engine/random/stream";

/** When so much time has passed since the start, as an arrival process counts it: an instant, whole ms. */
export type InstantAt = (elapsed: number) => number;

/** Time that is counted as it passes: ms since `start`. */
export function since(start: number): InstantAt {
  return (elapsed) => start + Math.round(elapsed);
}

/** Time that is weighed by a rhythm. */
export function along(rhythm: DatedRhythm): InstantAt {
  return (elapsed) => Math.round(rhythm.instantAt(elapsed));
}

/**
 * Arrivals whose gaps are drawn one by one. The time that has passed is kept exactly, and only what is handed
 * out is rounded: no drift.
 */
export class GapArrivals implements Arrivals {
  readonly #gap: () => number;
  readonly #instantAt: InstantAt;
  #elapsed = 0;

  constructor(gap: () => number, instantAt: InstantAt) {
    this.#gap = gap;
    this.#instantAt = instantAt;
  }

  next(): number {
    this.#elapsed += this.#gap();
    return this.#instantAt(this.#elapsed);
  }
}

/**
 * Arrivals that know nothing of each other, with a mean gap above 0, in the time of `instantAt`: where that
 * runs faster and slower by a rate that changes, nothing is drawn in vain.
 */
export function poissonArrivals(stream: Stream, meanGap: number, instantAt: InstantAt): Arrivals {
  return new GapArrivals(() => meanGap * standardExponential(stream.uniform()), instantAt);
}
