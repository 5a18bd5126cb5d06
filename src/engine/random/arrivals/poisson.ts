import { distribution } from "#base/field";
import type { DistributionValue, FieldsOf, KindValue } from "#base/field";
import { dayMs } from "#base/time";
import type { ArrivalKind, Arrivals } from "#engine/random/arrival-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import { standardExponential } from "#engine/random/standard-exponential";
import type { Stream } from "#engine/random/stream";

/** What users write for Poisson arrivals. */
export interface PoissonValues {
  readonly rate: DistributionValue;
}

const fields: FieldsOf<PoissonValues> = {
  rate: distribution("rate", "Arrivals a day on average, 0 for never; drawn once a replication."),
};

/** The rate, or the mean of its distribution: whoever creates the process has drawn it before. */
function meanRate(values: KindValue): number {
  const { rate } = values as unknown as PoissonValues; // normalised by these very fields
  return Math.max(0, createDistribution(rate).mean);
}

/** Arrivals that know nothing of each other. */
export const poisson: ArrivalKind = {
  kind: "poisson",
  summary: "Arrivals that know nothing of each other, at a mean rate.",
  example: "{ kind: poisson, rate: 3 /d }",
  fields,
  ratePerDay: meanRate,
  create(values, stream, start) {
    const rate = meanRate(values);
    return rate > 0 ? new PoissonArrivals(stream, start, dayMs / rate) : { next: () => Infinity };
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
