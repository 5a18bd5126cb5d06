/*
 * Method and coefficients after fdlibm 5.3, e_pow.c, which carries this notice:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */
import { highWord, scaleByPowerOfTwo, withHighWord, withoutLowWord } from "#base/elementary/bits";

/** 2 / (3 ln 2), and split in two. */
const CP = 9.61796693925975554329e-1;
const CP_HIGH = 9.61796700954437255859e-1;
const CP_LOW = -7.02846165095275826516e-9;
/** log2 of 1.5, split in two. */
const LOG2_THREE_HALVES_HIGH = 5.84962487220764160156e-1;
const LOG2_THREE_HALVES_LOW = 1.35003920212974897128e-8;
const LN2 = 6.93147180559945286227e-1;
const LN2_HIGH = 6.93147182464599609375e-1;
const LN2_LOW = -1.90465429995776804525e-9;

/** log2 of `x` in about 70 bits, as a high part of 21 bits in `logHigh` and the rest in `logLow`. */
let logHigh = 0;
let logLow = 0;

function splitLog2(positive: number): void {
  const subnormal = positive < 2.2250738585072014e-308;
  const x = subnormal ? positive * 9007199254740992 : positive;
  const word = highWord(x);
  const fraction = word & 0x000fffff;
  let n = (word >> 20) - 1023 - (subnormal ? 53 : 0);
  // Centre the fraction on 1 or on 1.5, whichever keeps it nearer.
  const onThreeHalves = fraction > 0x3988e && fraction < 0xbb67a;
  let high = fraction | 0x3ff00000;
  if (fraction >= 0xbb67a) {
    n += 1;
    high -= 0x00100000;
  }
  const a = withHighWord(x, high);
  const base = onThreeHalves ? 1.5 : 1;
  // s = (a - base) / (a + base) in two parts
  const u = a - base;
  const v = 1 / (a + base);
  const s = u * v;
  const sHigh = withoutLowWord(s);
  const tHigh = withHighWord(0, ((high >> 1) | 0x20000000) + 0x00080000 + (onThreeHalves ? 0x00040000 : 0));
  const tLow = a - (tHigh - base);
  const sLow = v * (u - sHigh * tHigh - sHigh * tLow);
  const s2 = s * s;
  const r =
    s2 *
      s2 *
      (5.99999999999994648725e-1 +
        s2 *
          (4.28571428578550184252e-1 +
            s2 *
              (3.33333329818377432918e-1 +
                s2 *
                  (2.72728123808534006489e-1 +
                    s2 * (2.30660745775561754067e-1 + s2 * 2.06975017800338417784e-1))))) +
    sLow * (sHigh + s);
  const square = sHigh * sHigh;
  const cHigh = withoutLowWord(3 + square + r);
  const cLow = r - (cHigh - 3 - square);
  const uHigh = sHigh * cHigh;
  const vLow = sLow * cHigh + cLow * s;
  const pHigh = withoutLowWord(uHigh + vLow);
  const pLow = vLow - (pHigh - uHigh);
  const zHigh = CP_HIGH * pHigh;
  const zLow = CP_LOW * pHigh + pLow * CP + (onThreeHalves ? LOG2_THREE_HALVES_LOW : 0);
  const dpHigh = onThreeHalves ? LOG2_THREE_HALVES_HIGH : 0;
  logHigh = withoutLowWord(zHigh + zLow + dpHigh + n);
  logLow = zLow - (logHigh - n - dpHigh - zHigh);
}

/** 2 to the power high + low. */
function exp2Split(high: number, low: number): number {
  const z = high + low;
  if (z >= 1024) {
    // 8.008...e-17: log2 of how far the largest double may be exceeded before it rounds to Infinity.
    if (z > 1024 || low + 8.0085662595372944372e-17 > z - high) return Infinity;
  } else if (z <= -1075) {
    if (z < -1075 || low <= z - high) return 0;
  }
  const n = Math.abs(z) > 0.5 ? Math.floor(z + 0.5) : 0;
  const rest = high - n;
  const t = withoutLowWord(low + rest);
  const u = t * LN2_HIGH;
  const v = (low - (t - rest)) * LN2 + t * LN2_LOW;
  const x = u + v;
  const w = v - (x - u);
  const q = x * x;
  const c =
    x -
    q *
      (1.66666666666666019037e-1 +
        q *
          (-2.77777777770155933842e-3 +
            q *
              (6.61375632143793436117e-5 + q * (-1.6533902205465251539e-6 + q * 4.13813679705723846039e-8))));
  return scaleByPowerOfTwo(1 - ((x * c) / (c - 2) - (w + x * w) - x), n);
}

function isOdd(y: number): boolean {
  return Math.abs(y) < 9007199254740992 && Math.floor(y) === y && y % 2 !== 0;
}

/** `x` to the power `y`, within 1 ulp, with the special cases of ECMAScript: 1 to the power NaN is NaN. */
export function pow(x: number, y: number): number {
  if (y === 0) return 1;
  if (x !== x || y !== y) return NaN;
  const size = Math.abs(x);
  if (Math.abs(y) === Infinity) return size === 1 ? NaN : size > 1 === y > 0 ? Infinity : 0;
  const sign = (x < 0 || Object.is(x, -0)) && isOdd(y) ? -1 : 1;
  if (size === 0 || size === Infinity) return sign * ((size === 0) === y > 0 ? 0 : Infinity);
  if (x < 0 && Math.floor(y) !== y) return NaN;
  if (y === 1) return x;
  if (size === 1) return sign;
  // Beyond 2^64 every power of a double other than 1 over- or underflows.
  if (Math.abs(y) > 18446744073709551616) return size > 1 === y > 0 ? Infinity : 0;
  splitLog2(size);
  const yHigh = withoutLowWord(y);
  return sign * exp2Split(yHigh * logHigh, (y - yHigh) * logHigh + y * logLow);
}
