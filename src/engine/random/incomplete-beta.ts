import { assert } from "#base/assert";
import { exp, log, log1p } from "#base/elementary";
import { logBeta } from "#engine/random/log-beta";
import type { TailShares } from "#engine/random/tail-shares";

const tiny = 1e-300;
const termsMost = 100_000;

/**
 * The regularised incomplete beta function I_x(a, b), for a and b above 0. It takes x and its complement y =
 * 1 - x apart, because whoever calls it often knows the small one exactly. By the continued fraction of the
 * function, evaluated by the modified Lentz method on the side where it converges fast.
 */
export function incompleteBeta(a: number, b: number, x: number, y: number): number {
  if (x <= 0) return 0;
  if (y <= 0) return 1;
  const front = exp(a * log(x) + b * log(y) - logBeta(a, b));
  return x < (a + 1) / (a + b + 2) ? (front * fraction(a, b, x)) / a : 1 - (front * fraction(b, a, y)) / b;
}

/**
 * The shares of a beta of shapes a and b on both sides of the x whose log-odds log(x / (1 - x)) are given,
 * and the log of its density in these; `logBetaOfShapes` is log B(a, b).
 */
export function betaShares(a: number, b: number, logOdds: number, logBetaOfShapes: number): TailShares {
  const logX = -log1p(exp(-logOdds));
  const logRest = -log1p(exp(logOdds));
  const logDensity = a * logX + b * logRest - logBetaOfShapes;
  const x = exp(logX);
  if (x < (a + 1) / (a + b + 2)) {
    const logBelow = logDensity + log(fraction(a, b, x) / a);
    return { logBelow, logAbove: log1p(-exp(logBelow)), logDensity };
  }
  const logAbove = logDensity + log(fraction(b, a, exp(logRest)) / b);
  return { logBelow: log1p(-exp(logAbove)), logAbove, logDensity };
}

function fraction(a: number, b: number, x: number): number {
  let c = 1;
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1));
  let value = d;
  for (let m = 1; m <= termsMost; m += 1) {
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m));
    d = 1 / awayFromZero(1 + even * d);
    c = awayFromZero(1 + even / c);
    value *= d * c;
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    d = 1 / awayFromZero(1 + odd * d);
    c = awayFromZero(1 + odd / c);
    const change = d * c;
    value *= change;
    if (Math.abs(change - 1) < 1e-16) return value;
  }
  assert(false, `the fraction of the incomplete beta function converges for a = ${a}, b = ${b}, x = ${x}`);
}

function awayFromZero(value: number): number {
  return Math.abs(value) < tiny ? tiny : value;
}
