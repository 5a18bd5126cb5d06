import { exp, log } from "#base/elementary";

/** log √(2π). */
export const halfLogTwoPi: number = 0.918938533204672741780329736406;

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

/** Γ(x) for 0 < x < 171, relative error below 1e-13. */
export function gammaFunction(x: number): number {
  return exp(logGamma(x));
}

/**
 * What Stirling's formula lacks: log Γ(x) - ((x - 1/2) log x - x + log √(2π)), for x of 10 or more. The
 * series in Bernoulli numbers; its first term left out is below 1e-16 there.
 */
export function stirlingRest(x: number): number {
  const s = 1 / (x * x);
  const tail = 1 / 1188 + s * (-691 / 360_360 + s * (1 / 156));
  return (1 / 12 + s * (-1 / 360 + s * (1 / 1260 + s * (-1 / 1680 + s * tail)))) / x;
}
