import { exp, log } from "#base/elementary";
import { logGamma } from "#engine/random/gamma-function";
import { gammaShares } from "#engine/random/incomplete-gamma";
import { LOG_ODDS_MOST, QuantileTable } from "#engine/random/quantile-table";
import { standardNormal } from "#engine/random/standard-normal";

/** Shapes between these can be tabulated: a standard deviation of 10 means down to 1/1,000 of the mean. */
export const gammaShapes: { readonly least: number; readonly most: number } = { least: 0.01, most: 1e6 };

/**
 * The quantile function of a gamma of shape `shape` and scale 1, as a table of log x that is built once.
 * Relative error below 1e-10 for every uniform of 53 bits, held by a test.
 */
export class StandardGamma {
  readonly #table: QuantileTable;

  private constructor(shape: number) {
    const logGammaOfShape = logGamma(shape);
    this.#table = new QuantileTable({
      shares: (y) => gammaShares(shape, y, logGammaOfShape),
      bend: (y) => shape - exp(y),
      guess: firstGuess(shape, logGammaOfShape),
      lowerSteepness: shape,
    });
  }

  static readonly #known = new Map<number, StandardGamma>();

  /** The table for a shape within `gammaShapes`; the same shape is tabulated once. */
  static of(shape: number): StandardGamma {
    const known = StandardGamma.#known.get(shape);
    if (known) return known;
    const made = new StandardGamma(shape);
    StandardGamma.#known.set(shape, made);
    return made;
  }

  /** The value below which a share `u` lies, 0 < u < 1. */
  quantile(u: number): number {
    return exp(this.#table.at(u));
  }
}

/** log x at the lower end: from P ≈ xᵏ / Γ(k + 1), or for large shapes from the cube-root normal. */
function firstGuess(shape: number, logGammaOfShape: number): number {
  if (shape < 20) return (logGammaOfShape - LOG_ODDS_MOST + log(shape)) / shape;
  const root = 1 - 1 / (9 * shape) + standardNormal(exp(-LOG_ODDS_MOST)) / (3 * Math.sqrt(shape));
  return log(shape) + 3 * log(Math.max(root, 0.05));
}
