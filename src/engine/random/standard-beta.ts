import { exp, log } from "#base/elementary";
import { betaShares } from "#engine/random/incomplete-beta";
import { logBeta } from "#engine/random/log-beta";
import { LOG_ODDS_MOST, QuantileTable } from "#engine/random/quantile-table";

/** Shapes between these can be tabulated. */
export const betaShapes: { readonly least: number; readonly most: number } = { least: 0.25, most: 1e6 };

/**
 * The quantile function of a beta of two shapes between 0 and 1, as a table of the log-odds of x that is
 * built once. Relative error below 1e-10 of x, and of 1 - x where that is smaller, for every uniform of 53
 * bits, held by a test.
 */
export class StandardBeta {
  readonly #table: QuantileTable;

  private constructor(a: number, b: number) {
    const logBetaOfShapes = logBeta(a, b);
    this.#table = new QuantileTable({
      shares: (y) => betaShares(a, b, y, logBetaOfShapes),
      bend: (y) => bend(a, b, 1 / (1 + exp(-y))),
      // From P ≈ x^a / (a B) at the lower end.
      guess: Math.min((log(a) + logBetaOfShapes - LOG_ODDS_MOST) / a, log(a / b)),
      lowerSteepness: a,
    });
  }

  static readonly #known = new Map<string, StandardBeta>();

  /** The table for two shapes within `betaShapes`; the same pair is tabulated once. */
  static of(a: number, b: number): StandardBeta {
    const key = `${a} ${b}`;
    const known = StandardBeta.#known.get(key);
    if (known) return known;
    const made = new StandardBeta(a, b);
    StandardBeta.#known.set(key, made);
    return made;
  }

  /** The log-odds of the value below which a share `u` lies, 0 < u < 1. */
  logOddsAt(u: number): number {
    return this.#table.at(u);
  }

  /** The value between `min` and `max` below which a share `u` lies, exact at the nearer of both. */
  between(min: number, max: number, u: number): number {
    const logOdds = this.logOddsAt(u);
    const middle = min + (max - min) / 2;
    if (logOdds < 0) return Math.min(min + (max - min) / (1 + exp(-logOdds)), middle);
    return Math.max(max - (max - min) / (1 + exp(logOdds)), middle);
  }
}

/** d log(density in log-odds) ÷ d log-odds at x. */
function bend(a: number, b: number, x: number): number {
  return a * (1 - x) - b * x;
}
