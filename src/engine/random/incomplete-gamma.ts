import { exp, log, log1p } from "#base/elementary";
import type { TailShares } from "#engine/random/tail-shares";

/** More terms than a shape of 1e6 needs. */
const TERMS_MOST = 100_000;
const EPSILON = 1.1102230246251565e-16;

/**
 * The shares of a gamma of shape `k` and scale 1 below and above x, the regularised incomplete gamma
 * functions P and Q, and the log of its density in log x: by the series where x < k + 1, else by the
 * continued fraction (Abramowitz and Stegun, Handbook of Mathematical Functions, 6.5.29 and 6.5.31).
 * `logGammaOfShape` is log Γ(k).
 */
export function gammaShares(k: number, logX: number, logGammaOfShape: number): TailShares {
  const x = exp(logX);
  const logDensity = k * logX - x - logGammaOfShape;
  if (x < k + 1) {
    const logBelow = logDensity + log(seriesBelow(k, x));
    return { logBelow, logAbove: log1p(-exp(logBelow)), logDensity };
  }
  const logAbove = logDensity + log(fractionAbove(k, x));
  return { logBelow: log1p(-exp(logAbove)), logAbove, logDensity };
}

/** Σ xⁿ / (k (k + 1) ... (k + n)). */
function seriesBelow(k: number, x: number): number {
  let term = 1 / k;
  let sum = term;
  for (let n = 1; n < TERMS_MOST && term > sum * EPSILON; n++) {
    term *= x / (k + n);
    sum += term;
  }
  return sum;
}

/** 1 / (x + 1 - k - 1 (1 - k) / (x + 3 - k - ...)), from the front by Lentz's method. */
function fractionAbove(k: number, x: number): number {
  let b = x + 1 - k;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let n = 1; n < TERMS_MOST; n++) {
    const a = -n * (n - k);
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    value *= d * c;
    if (Math.abs(d * c - 1) <= 2 * EPSILON) break;
  }
  return value;
}
