import type { Arrivals } from "#engine/random/arrival-kind";
import type { DatedRhythm } from "#engine/random/dated-rhythm";
import { standardExponential } from "#engine/random/standard-exponential";
import type { Stream } from "#engine/random/stream";

/**
 * Arrivals that know nothing of each other, with a mean gap of weighted ms: exponential steps in weighted
 * time, turned into instants by the inverse, so that nothing is drawn in vain.
 */
export class RhythmArrivals implements Arrivals {
  readonly #stream: Stream;
  readonly #rhythm: DatedRhythm;
  readonly #meanGap: number;
  #weighed = 0;

  constructor(stream: Stream, rhythm: DatedRhythm, meanGap: number) {
    this.#stream = stream;
    this.#rhythm = rhythm;
    this.#meanGap = meanGap;
  }

  next(): number {
    this.#weighed += this.#meanGap * standardExponential(this.#stream.uniform());
    return Math.round(this.#rhythm.instantAt(this.#weighed));
  }
}
