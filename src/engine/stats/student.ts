import { assert } from "#base/assert";
import { exp, log, log1p } from "#base/elementary";
import { incompleteBeta } from "#engine/random/incomplete-beta";
import { logBeta } from "#engine/random/log-beta";
import { normalQuantile } from "#engine/stats/normal";

/** The chance that a Student t with `freedom` degrees (above 0, not always whole) is above `t`. */
export function studentAbove(t: number, freedom: number): number {
  const square = t * t;
  const sum = freedom + square;
  const half = incompleteBeta(freedom / 2, 0.5, freedom / sum, square / sum) / 2;
  return t >= 0 ? half : 1 - half;
}

/**
 * The quantile of Student's t with `freedom` degrees, 0 < p < 1, to some 1e-13 of its size. Newton steps on
 * the chance of being above, kept inside a bracket that halves where a step would leave it.
 */
export function studentQuantile(p: number, freedom: number): number {
  assert(p > 0 && p < 1, `a t quantile is asked for a share between 0 and 1, not ${p}`);
  assert(freedom > 0, `a t distribution has degrees of freedom above 0, not ${freedom}`);
  if (p === 0.5) return 0;
  const above = Math.min(p, 1 - p);
  const size = sizeAbove(above, freedom);
  return p < 0.5 ? -size : size;
}

function sizeAbove(above: number, freedom: number): number {
  let low = 0;
  let high = Math.abs(normalQuantile(above));
  while (studentAbove(high, freedom) > above) {
    low = high;
    high *= 2;
  }
  let t = (low + high) / 2;
  for (let round = 0; round < 200; round += 1) {
    const excess = studentAbove(t, freedom) - above;
    if (excess > 0) low = t;
    else high = t;
    const step = t + excess / density(t, freedom);
    const next = step > low && step < high ? step : (low + high) / 2;
    if (Math.abs(next - t) <= 4e-16 * t) return next;
    t = next;
  }
  return t;
}

function density(t: number, freedom: number): number {
  const logPeak = -0.5 * log(freedom) - logBeta(freedom / 2, 0.5);
  return exp(logPeak - ((freedom + 1) / 2) * log1p((t * t) / freedom));
}
