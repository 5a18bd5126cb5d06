import { quantity } from "#base/field";
import type { ArrivalKind, Arrivals } from "#engine/random/arrival-kind";
import { parameter } from "#engine/random/parameter";
import { standardExponential } from "#engine/random/standard-exponential";
import type { Stream } from "#engine/random/stream";

const MS_PER_DAY = 86_400_000;

/** Arrivals that know nothing of each other. */
export const poisson: ArrivalKind = {
  kind: "poisson",
  summary: "Arrivals that know nothing of each other, at a mean rate.",
  fields: { rate: quantity("rate", "Arrivals a day on average; 0 for never.", "non-negative") },
  ratePerDay: (values) => parameter(values, "rate"),
  create(values, stream, start) {
    const rate = parameter(values, "rate");
    return rate > 0 ? new PoissonArrivals(stream, start, MS_PER_DAY / rate) : { next: () => Infinity };
  },
};

/** The exact time since the start is kept, and only what is handed out is rounded: no drift. */
class PoissonArrivals implements Arrivals {
  readonly #stream: Stream;
  readonly #start: number;
  readonly #meanGap: number;
  #elapsed = 0;

  constructor(stream: Stream, start: number, meanGap: number) {
    this.#stream = stream;
    this.#start = start;
    this.#meanGap = meanGap;
  }

  next(): number {
    this.#elapsed += this.#meanGap * standardExponential(this.#stream.uniform());
    return this.#start + Math.round(this.#elapsed);
  }
}
