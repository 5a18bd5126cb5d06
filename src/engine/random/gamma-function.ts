import { exp, log } from "#base/elementary";

const HALF_LOG_TWO_PI = 0.91893853320467274178;

/**
 * log Γ(x) for x > 0, absolute error below 1e-14 × max(1, |log Γ(x)|): Stirling's series from 15 on, and the
 * recurrence Γ(x + 1) = x Γ(x) below.
 */
export function logGamma(x: number): number {
  let product = 1;
  let z = x;
  while (z < 15) {
    product *= z;
    z += 1;
  }
  return stirling(z) - log(product);
}

/** Γ(x) for 0 < x < 171, relative error below 1e-13. */
export function gammaFunction(x: number): number {
  return exp(logGamma(x));
}

/** log Γ(z) for z >= 15; the coefficients are B(2n) / (2n (2n - 1)) with Bernoulli numbers B. */
function stirling(z: number): number {
  const w = 1 / (z * z);
  const last = w * (-1 / 1680 + w * (1 / 1188 + w * (-691 / 360360)));
  const series = 1 / 12 + w * (-1 / 360 + w * (1 / 1260 + last));
  return (z - 0.5) * log(z) - z + HALF_LOG_TWO_PI + series / z;
}
