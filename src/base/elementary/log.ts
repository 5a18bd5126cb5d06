/*
 * Method and coefficients after fdlibm 5.3, e_log.c and s_log1p.c, which carry this notice:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */
import { highWord, withHighWord } from "#base/elementary/bits";

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
/** High words of 1 and of the square root of 1/2: adding their difference centres the fraction on 1. */
const ONE = 0x3ff00000;
const ROOT_HALF = 0x3fe6a09e;
const TWO_54 = 18014398509481984;

/** log(1 + f) - (f - f²/2) for 1 + f within [√½, √2], as a function of s = f / (2 + f), given f²/2. */
function logRemainder(f: number, halfSquare: number): number {
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1));
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)));
  return s * (halfSquare + (odd + even));
}

/** Natural logarithm, within 1 ulp. -Infinity at 0, NaN below 0. */
export function log(x: number): number {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN;
  if (x === Infinity) return x;
  if (x < 2.2250738585072014e-308) return logOfNormal(x * TWO_54, -54);
  return logOfNormal(x, 0);
}

function logOfNormal(x: number, shift: number): number {
  const high = highWord(x) + (ONE - ROOT_HALF);
  const k = shift + (high >> 20) - 1023;
  const f = withHighWord(x, (high & 0x000fffff) + ROOT_HALF) - 1;
  const halfSquare = 0.5 * f * f;
  return logRemainder(f, halfSquare) + k * LN2_LOW - halfSquare + f + k * LN2_HIGH;
}

/** log(1 + x) without the loss of adding first, within 1 ulp. -Infinity at -1, NaN below -1. */
export function log1p(x: number): number {
  if (!(x > -1)) return x === -1 ? -Infinity : NaN;
  if (x === Infinity || Math.abs(x) < 1.1102230246251565e-16) return x;
  if (x > -0.2928932188134524 && x < 0.41421356237309503) {
    const halfSquare = 0.5 * x * x;
    return logRemainder(x, halfSquare) - halfSquare + x;
  }
  const sum = 1 + x;
  const high = highWord(sum) + (ONE - ROOT_HALF);
  const k = (high >> 20) - 1023;
  const lost = k >= 54 ? 0 : (k >= 2 ? 1 - (sum - x) : x - (sum - 1)) / sum;
  const f = withHighWord(sum, (high & 0x000fffff) + ROOT_HALF) - 1;
  const halfSquare = 0.5 * f * f;
  return logRemainder(f, halfSquare) + (k * LN2_LOW + lost) - halfSquare + f + k * LN2_HIGH;
}
