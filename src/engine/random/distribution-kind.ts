import type { DistributionValue } from "#base/field";
import type { Kind } from "#base/kind";

/** A value that comes with a share of all draws. */
export interface Atom {
  readonly value: number;
  readonly share: number;
}

/** A law of chance as its quantile function, in the base unit of the place where it was written. */
export interface Distribution {
  /** Its own mean and variance, which tests hold `quantile` to. Infinity where it does not exist. */
  readonly mean: number;
  readonly variance: number;
  /** Of a law of single values and nothing between them: all of them. */
  readonly atoms?: readonly Atom[];
  /** The value below which a share `u` lies, 0 < u < 1; never NaN, never decreasing in u. */
  quantile(u: number): number;
}

/**
 * One distribution of the language. It is dimensionless: its parameters take the dimension of their place.
 */
export interface DistributionKind extends Kind {
  /** Its values are sizes counted from 0, so that instants, which have no 0, cannot be drawn from it. */
  readonly isOfSizes?: true;
  /** Says what is wrong with the parameters taken together (`sd` of 0, `min` above `max`), or undefined. */
  problem?(value: DistributionValue): string | undefined;
  /** Makes it ready; parameters have passed `fields` and `problem`. `make` does so with one inside of it. */
  create(value: DistributionValue, make: (value: DistributionValue) => Distribution): Distribution;
}
