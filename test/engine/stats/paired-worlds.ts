import { exp } from "#base/elementary";
import { Stream } from "#engine/random/stream";
import { standardNormal } from "#engine/random/standard-normal";

/** A way in which variants depend on one another and on chance, for selections whose answer is known. */
export interface PairedWorld {
  readonly name: string;
  /** One replication of `variants` variants, all of mean 0; variances around 1. */
  readonly replication: (variants: number, uniform: () => number) => Float64Array;
}

/** Standard normals of which any two have the correlation `rho`. */
function alike(rho: number): (variants: number, uniform: () => number) => Float64Array {
  return (variants, uniform) => {
    const shared = Math.sqrt(rho) * standardNormal(uniform());
    const own = Math.sqrt(1 - rho);
    return Float64Array.from({ length: variants }, () => shared + own * standardNormal(uniform()));
  };
}

const normals = alike(0);

/**
 * The best goes its own way, and all others agree (correlation 0.99): as where one mitigation closes what the
 * others keep open. Only differences with the best vary, and those far more than the mean of all.
 */
function apart(variants: number, uniform: () => number): Float64Array {
  const values = alike(0.99)(variants, uniform);
  values[0] = standardNormal(uniform());
  return values;
}

/** Variances that rise with the number of the variant, from 1 to 9, with a correlation of 0.5. */
function widening(variants: number, uniform: () => number): Float64Array {
  return alike(0.5)(variants, uniform).map((value, variant) => value * (1 + (2 * variant) / (variants - 1)));
}

/** Exponential losses whose uniforms have the copula of normals of correlation 0.5. */
function exponential(variants: number, uniform: () => number): Float64Array {
  // A sum of two squared normals is exponential; both are shared in part, so that the losses are correlated.
  const [one, other] = [alike(0.5)(variants, uniform), alike(0.5)(variants, uniform)];
  return one.map((value, variant) => (value * value + Math.pow(other[variant] ?? NaN, 2)) / 2 - 1);
}

/** Lognormal losses (σ = 1: skewness 6.2) of normals of correlation 0.7, moved and scaled to 0 and 1. */
function lognormal(variants: number, uniform: () => number): Float64Array {
  const spread = Math.sqrt((exp(1) - 1) * exp(1));
  return alike(0.7)(variants, uniform).map((value) => (exp(value) - exp(0.5)) / spread);
}

/** Every structure in which selections are tried. */
export const pairedWorlds: readonly PairedWorld[] = [
  { name: "independent", replication: normals },
  { name: "correlation 0.5", replication: alike(0.5) },
  { name: "correlation 0.9", replication: alike(0.9) },
  { name: "variances 1 to 9", replication: widening },
  { name: "the best apart", replication: apart },
  { name: "exponential", replication: exponential },
  { name: "lognormal", replication: lognormal },
];

/**
 * `replications` of a world in the slippage configuration, where less is better: variant `best` has the mean
 * 0, all others are exactly `delta` worse.
 */
export function slippage(
  { replication, name }: PairedWorld,
  size: { readonly variants: number; readonly replications: number; readonly delta: number },
  seed: string,
): Float64Array[] {
  const stream = new Stream(`${name} ${size.variants} ${seed}`);
  const values = Array.from({ length: size.variants }, () => new Float64Array(size.replications));
  for (let index = 0; index < size.replications; index += 1) {
    const row = replication(size.variants, () => stream.uniform());
    values.forEach(
      (own, variant) => (own[index] = (row[variant] as number) + (variant === 0 ? 0 : size.delta)),
    );
  }
  return values;
}
