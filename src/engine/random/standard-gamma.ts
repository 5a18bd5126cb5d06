import { exp, fastLog, log, log1p } from "#base/elementary";
import { logGamma } from "#engine/random/gamma-function";
import { COLUMNS, quintic } from "#engine/random/quintic";
import { gammaShares } from "#engine/random/incomplete-gamma";
import { standardNormal } from "#engine/random/standard-normal";

/** The table covers odds u : (1 - u) from e^-38 to e^38, which hold every uniform of 53 bits. */
const LOG_ODDS_MOST = 38;
const CELLS = 1024;
const WIDTH = (2 * LOG_ODDS_MOST) / CELLS;

/** Shapes between these can be tabulated: a standard deviation of 10 means down to 1/1,000 of the mean. */
export const gammaShapes: { readonly least: number; readonly most: number } = { least: 0.01, most: 1e6 };

/**
 * The quantile function of a gamma of shape `shape` and scale 1, as a table that is built once (1 to 20 ms):
 * log x as a smooth function of the log-odds of u, by quintic interpolation between points that are solved
 * for. Relative error below 1e-10 for every uniform of 53 bits, held by a test; for smaller u the leading
 * term of the tail.
 */
export class StandardGamma {
  readonly #shape: number;
  readonly #table: Float64Array;

  private constructor(shape: number) {
    this.#shape = shape;
    this.#table = tabulate(shape);
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
    const logOdds = fastLog(u) - fastLog(1 - u);
    if (logOdds <= -LOG_ODDS_MOST) return this.#lowerTail(logOdds);
    const position = (logOdds + LOG_ODDS_MOST) / WIDTH;
    const cell = Math.min(Math.floor(position), CELLS - 1);
    return exp(quintic(this.#table, cell * COLUMNS, position - cell));
  }

  /** Below the table, log x is a straight line of slope 1 / shape. */
  #lowerTail(logOdds: number): number {
    return exp((this.#table[0] ?? 0) + (logOdds + LOG_ODDS_MOST) / this.#shape);
  }
}

function tabulate(shape: number): Float64Array {
  const table = new Float64Array((CELLS + 1) * COLUMNS);
  const logGammaOfShape = logGamma(shape);
  let y = firstGuess(shape, -LOG_ODDS_MOST, logGammaOfShape);
  for (let point = 0; point <= CELLS; point++) {
    const logOdds = point * WIDTH - LOG_ODDS_MOST;
    y = solve(shape, logOdds, y, logGammaOfShape);
    const x = exp(y);
    const u = 1 / (1 + exp(-logOdds));
    const above = 1 / (1 + exp(logOdds));
    const slope = exp(log(u) + log(above) - gammaShares(shape, y, logGammaOfShape).logDensity);
    const curvature = slope * (above - u - (shape - x) * slope);
    table[point * COLUMNS] = y;
    table[point * COLUMNS + 1] = slope * WIDTH;
    table[point * COLUMNS + 2] = curvature * WIDTH * WIDTH;
    y += slope * WIDTH + 0.5 * curvature * WIDTH * WIDTH;
  }
  return table;
}

/** log x at the lower end: from P ≈ xᵏ / Γ(k + 1), or for large shapes from the cube-root normal. */
function firstGuess(shape: number, logOdds: number, logGammaOfShape: number): number {
  if (shape < 20) return (logOdds + logGammaOfShape + log(shape)) / shape;
  const root = 1 - 1 / (9 * shape) + standardNormal(exp(logOdds)) / (3 * Math.sqrt(shape));
  return log(shape) + 3 * log(Math.max(root, 0.05));
}

/** The log of the quantile at given log-odds, by Newton's method on the log of the smaller tail. */
function solve(shape: number, logOdds: number, guess: number, logGammaOfShape: number): number {
  const logBelow = -log1p(exp(-logOdds));
  const logAbove = -log1p(exp(logOdds));
  let y = guess;
  let last = Infinity;
  for (let step = 0; step < 40; step++) {
    const shares = gammaShares(shape, y, logGammaOfShape);
    const change =
      logOdds <= 0
        ? (logBelow - shares.logBelow) * exp(shares.logBelow - shares.logDensity)
        : (shares.logAbove - logAbove) * exp(shares.logAbove - shares.logDensity);
    y += change;
    // Newton's steps shrink until only rounding is left, which for large shapes is coarser than y's bits.
    if (Math.abs(change) <= 1e-14 * Math.max(1, Math.abs(y)) || Math.abs(change) >= last) break;
    if (Math.abs(change) < 1e-6) last = Math.abs(change);
  }
  return y;
}
