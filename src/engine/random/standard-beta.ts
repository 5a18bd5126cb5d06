import { exp, fastLog, log, log1p } from "#base/elementary";
import { betaShares } from "#engine/random/incomplete-beta";
import { logBeta } from "#engine/random/log-beta";
import { COLUMNS, quintic } from "#engine/random/quintic";

/** The table covers odds u : (1 - u) from e^-38 to e^38, which hold every uniform of 53 bits. */
const LOG_ODDS_MOST = 38;
const CELLS = 1024;
const WIDTH = (2 * LOG_ODDS_MOST) / CELLS;

/** Shapes between these can be tabulated. */
export const betaShapes: { readonly least: number; readonly most: number } = { least: 0.25, most: 1e6 };

/**
 * The quantile function of a beta of two shapes between 0 and 1, as a table that is built once (2 to 30 ms):
 * the log-odds of x as a smooth function of the log-odds of u, by quintic interpolation between points that
 * are solved for. Relative error below 1e-10 of x, and of 1 - x where that is smaller, for every uniform of
 * 53 bits, held by a test; beyond the table the leading terms of the tails.
 */
export class StandardBeta {
  readonly #a: number;
  readonly #b: number;
  readonly #table: Float64Array;

  private constructor(a: number, b: number) {
    this.#a = a;
    this.#b = b;
    this.#table = tabulate(a, b);
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
    const logOdds = fastLog(u) - fastLog(1 - u);
    const inside = Math.min(Math.max(logOdds, -LOG_ODDS_MOST), LOG_ODDS_MOST);
    const position = (inside + LOG_ODDS_MOST) / WIDTH;
    const cell = Math.min(Math.floor(position), CELLS - 1);
    const beyond = logOdds - inside;
    return quintic(this.#table, cell * COLUMNS, position - cell) + beyond / (beyond < 0 ? this.#a : this.#b);
  }

  /** The value between `min` and `max` below which a share `u` lies, exact at the nearer of both. */
  between(min: number, max: number, u: number): number {
    const logOdds = this.logOddsAt(u);
    const middle = min + (max - min) / 2;
    if (logOdds < 0) return Math.min(min + (max - min) / (1 + exp(-logOdds)), middle);
    return Math.max(max - (max - min) / (1 + exp(logOdds)), middle);
  }
}

function tabulate(a: number, b: number): Float64Array {
  const table = new Float64Array((CELLS + 1) * COLUMNS);
  const logBetaOfShapes = logBeta(a, b);
  // From P ≈ x^a / (a B) at the lower end.
  let y = Math.min((log(a) + logBetaOfShapes - LOG_ODDS_MOST) / a, log(a / b));
  for (let point = 0; point <= CELLS; point++) {
    const logOdds = point * WIDTH - LOG_ODDS_MOST;
    y = solve({ a, b, logBetaOfShapes }, logOdds, y);
    const x = 1 / (1 + exp(-y));
    const u = 1 / (1 + exp(-logOdds));
    const above = 1 / (1 + exp(logOdds));
    const slope = exp(log(u) + log(above) - betaShares(a, b, y, logBetaOfShapes).logDensity);
    const curvature = slope * (above - u - (a * (1 - x) - b * x) * slope);
    table[point * COLUMNS] = y;
    table[point * COLUMNS + 1] = slope * WIDTH;
    table[point * COLUMNS + 2] = curvature * WIDTH * WIDTH;
    y += slope * WIDTH + 0.5 * curvature * WIDTH * WIDTH;
  }
  return table;
}

interface Shapes {
  readonly a: number;
  readonly b: number;
  readonly logBetaOfShapes: number;
}

/** The log-odds of the quantile at given log-odds, by Newton's method on the log of the smaller tail. */
function solve({ a, b, logBetaOfShapes }: Shapes, logOdds: number, guess: number): number {
  const logBelow = -log1p(exp(-logOdds));
  const logAbove = -log1p(exp(logOdds));
  let y = guess;
  let last = Infinity;
  for (let step = 0; step < 100; step++) {
    const shares = betaShares(a, b, y, logBetaOfShapes);
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
