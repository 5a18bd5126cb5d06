import { assert } from "#base/assert";
import { exp, expm1, log } from "#base/elementary";
import { logGamma } from "#engine/random/gamma-function";
import { gammaShares } from "#engine/random/incomplete-gamma";
import { studentQuantile } from "#engine/stats/student";

const STEP = 0.3;
/** Beyond it lies less than 1e-17 of a normal. */
const OUTERMOST = 8.5;
/** What adds less than this share of the greatest term is left out. */
const NEGLIGIBLE = 1e-18;
const logGammaOfHalf = logGamma(0.5);

/**
 * The chance that the greatest of `count` Student t of one scale, with `freedom` degrees and correlation 1/2
 * between any two, is at most `t`: the mean of Φ(√2 t s + z)^count over a standard normal z and the root s of
 * a chi-square by its degrees (Dunnett, Journal of the American Statistical Association 50, 1955). By the
 * trapezoidal rule over z and log s, whose error for such bells vanishes faster than any power of the step:
 * better than 1e-11 for up to 20 of them, held by a test.
 */
export function equicorrelatedTBelow(t: number, count: number, freedom: number): number {
  // log s has the density exp(freedom (u - expm1(2 u) / 2)) but for a factor, and the width 1 / √(2 freedom).
  const step = Math.min(0.12, 1 / (3 * Math.sqrt(2 * freedom)));
  let [mass, below] = [0, 0];
  const add = (u: number): boolean => {
    const weight = exp(freedom * (u - expm1(2 * u) / 2));
    mass += weight;
    below += weight * normalsBelow(Math.SQRT2 * t * exp(u), count);
    return weight > NEGLIGIBLE;
  };
  add(0);
  for (let index = 1; add(index * step); index += 1);
  for (let index = 1; add(-index * step); index += 1);
  return below / mass;
}

/** The mean of Φ(at + z)^count over a standard normal z. */
function normalsBelow(at: number, count: number): number {
  let [mass, below] = [0, 0];
  for (let z = -OUTERMOST; z <= OUTERMOST; z += STEP) {
    const weight = exp((-z * z) / 2);
    mass += weight;
    below += weight * wholePower(normalBelow(at + z), count);
  }
  return below / mass;
}

function wholePower(base: number, exponent: number): number {
  let [power, square] = [1, base];
  for (let rest = exponent; rest > 0; rest = Math.floor(rest / 2)) {
    if (rest % 2 === 1) power *= square;
    square *= square;
  }
  return power;
}

/** The chance that a standard normal is at most `z`. */
function normalBelow(z: number): number {
  if (z === 0) return 0.5;
  const { logAbove } = gammaShares(0.5, log((z * z) / 2), logGammaOfHalf);
  const beyond = exp(logAbove) / 2;
  return z > 0 ? 1 - beyond : beyond;
}

const known = new Map<string, number>();

/**
 * The value that the greatest of such t is below with the chance `p`, 1/2 <= p < 1: Student's for one, and
 * between Student's and Bonferroni's for more. To some 1e-11 of its size; the same one is computed once.
 */
export function equicorrelatedTQuantile(p: number, count: number, freedom: number): number {
  assert(p >= 0.5 && p < 1, `a quantile of a greatest t is asked for a share from 1/2 to 1, not ${p}`);
  assert(count >= 1 && freedom > 0, `a greatest t is of 1 or more, with degrees of freedom`);
  const key = `${p} ${count} ${freedom}`;
  const found = known.get(key) ?? rootBetween(p, count, freedom);
  known.set(key, found);
  return found;
}

/** The Illinois form of false position: the end that stays counts half from the second time on. */
function rootBetween(p: number, count: number, freedom: number): number {
  let low = studentQuantile(p, freedom);
  if (count === 1) return low;
  let high = studentQuantile(1 - (1 - p) / count, freedom);
  let short = equicorrelatedTBelow(low, count, freedom) - p;
  let over = equicorrelatedTBelow(high, count, freedom) - p;
  let stayed = 0;
  for (let round = 0; round < 60 && high - low > 1e-12 * high && over > short; round += 1) {
    const next = low + ((high - low) * -short) / (over - short);
    const excess = equicorrelatedTBelow(next, count, freedom) - p;
    if (Math.abs(excess) < 1e-14) return next;
    if (excess > 0) {
      [high, over] = [next, excess];
      if (stayed === 1) short /= 2;
      stayed = 1;
    } else {
      [low, short] = [next, excess];
      if (stayed === -1) over /= 2;
      stayed = -1;
    }
  }
  return (low + high) / 2;
}
