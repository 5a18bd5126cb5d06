import { log, log1p } from "#base/elementary";
import { halfLogTwoPi, logGamma, stirlingRest } from "#engine/random/gamma-function";

/**
 * log B(a, b) for a and b above 0. Where one is large the large parts of the three log Γ are cancelled by
 * algebra before anything is rounded, so that 1e6 degrees of freedom are as exact as 10.
 */
export function logBeta(a: number, b: number): number {
  const p = Math.min(a, b);
  const q = Math.max(a, b);
  const sum = p + q;
  if (q < 10) return logGamma(p) + logGamma(q) - logGamma(sum);
  if (p < 10) {
    const rest = stirlingRest(q) - stirlingRest(sum);
    return logGamma(p) + rest + p - p * log(sum) + (q - 0.5) * log1p(-p / sum);
  }
  const rest = stirlingRest(p) + stirlingRest(q) - stirlingRest(sum);
  return halfLogTwoPi - 0.5 * log(q) + rest + (p - 0.5) * log(p / sum) + q * log1p(-p / sum);
}
