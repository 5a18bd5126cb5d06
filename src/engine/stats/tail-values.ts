import { sorted } from "#engine/stats/sample-quantile";

/** The share of replications below the tail: the worst 5 % are in it. */
export const tailLevel = 0.95;

/**
 * Of fewer values there is no interval: the tail would hold fewer than five. Of 400 intervals of 95 % from
 * 100 values each, exponential and normal ones, 94.5 % covered the truth; from 50 values each, 77 %.
 */
export const tailLeast = 100;

/**
 * Values whose mean is the conditional value at risk of a loss at `level`: VaR + max(0, x - VaR) ÷
 * (1 - level) for each x (Rockafellar and Uryasev: the least over z of z + E max(0, L - z) ÷ (1 - level),
 * which VaR attains). They spread as the estimate does in large samples, because VaR is where it is least
 * (Chun, Shapiro and Uryasev, Conditional Value-at-Risk and Average Value-at-Risk: Estimation and
 * Asymptotics, Operations Research 60, 2012, 739-756), so that an interval of their mean is one of the CVaR,
 * and paired differences of them compare two. NaN stays where it stands.
 */
export function tailValues(values: ArrayLike<number>, level: number = tailLevel): Float64Array {
  const risk = valueAtRisk(values, level) ?? NaN;
  return Float64Array.from(values, (value) => risk + Math.max(0, value - risk) / (1 - level));
}

/**
 * VaR: the smallest value that a share `level` of the values is at or below, with a slack of 1e-12 of them
 * for the rounding of the share; null without values. NaN is left out.
 */
export function valueAtRisk(values: ArrayLike<number>, level: number = tailLevel): number | null {
  const ordered = sorted(values);
  const count = ordered.length;
  if (count === 0) return null;
  const index = Math.max(0, Math.ceil((level - 1e-12) * count) - 1);
  return ordered[index] as number; // level is below 1, so the index is below the length
}
