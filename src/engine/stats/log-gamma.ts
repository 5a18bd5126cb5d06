import { log, log1p } from "#base/elementary";

const halfLogTwoPi = 0.918938533204672741780329736406;

/**
 * What Stirling's formula lacks: log Γ(x) - ((x - 1/2) log x - x + log √(2π)), for x of 10 or more. The
 * series in Bernoulli numbers; its first term left out is below 1e-16 there.
 */
function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  const tail = 1 / 1188 + s * (-691 / 360_360 + s * (1 / 156));
  return (1 / 12 + s * (-1 / 360 + s * (1 / 1260 + s * (-1 / 1680 + s * tail)))) / x;
}

/** log Γ(x) for x above 0, to some 1e-15 of its size or of 1. */
export function logGamma(x: number): number {
  let product = 1;
  let shifted = x;
  while (shifted < 10) {
    product *= shifted;
    shifted += 1;
  }
  return (shifted - 0.5) * log(shifted) - shifted + halfLogTwoPi + stirlingRest(shifted) - log(product);
}

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
