import { Streams } from "#engine/random/stream";

/** Uniform numbers of one experiment. */
export type Uniform = () => number;

/** What one method says in one experiment, and what is true. An open side is null. */
export interface Told {
  readonly low: number | null;
  readonly high: number | null;
  readonly truth: number;
}

/** A system with a known answer, and the ways in which an interval for it can be made. */
export interface CoverageCase {
  /** The heading under which it is published. */
  readonly asks: string;
  /** Names the draws, too: whoever renames a system draws it anew. */
  readonly system: string;
  /** The first is what Breakwater prints. */
  readonly methods: readonly string[];
  /** Numbers in a sample; all of `sizes` where it does not say. */
  readonly sizes?: readonly number[];
  /** One experiment: a sample of `count`, and what each method says of it, in the order of `methods`. */
  told(count: number, uniform: Uniform, resampling: Uniform): readonly Told[];
}

/** The sizes of samples that are published. */
export const sizes: readonly number[] = [10, 30, 100, 600];

/** Experiments behind each published share. */
export const experiments = 1000;

/** How many experiments of `count` numbers have the truth inside the interval, by method. */
export function coveredBy({ asks, system, methods, told }: CoverageCase, count: number): readonly number[] {
  const covered = methods.map(() => 0);
  for (let experiment = 0; experiment < experiments; experiment += 1) {
    const streams = new Streams(`coverage/${asks}/${system}/${count}`, experiment);
    const [values, again] = [streams.at("values"), streams.at("resamples")];
    const says = told(
      count,
      () => values.uniform(),
      () => again.uniform(),
    );
    says.forEach(({ low, high, truth }, method) => {
      // Sums of decimals may miss a bound that is the truth itself by their last bits.
      const isInside = (low ?? -Infinity) <= truth + 1e-12 && truth - 1e-12 <= (high ?? Infinity);
      if (isInside) covered[method] = (covered[method] ?? 0) + 1;
    });
  }
  return covered;
}
