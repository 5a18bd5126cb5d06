/*
 * Method and coefficients after fdlibm 5.3, e_exp.c and s_expm1.c, which carry this notice:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */
import { powerOfTwo, scaleByPowerOfTwo } from "#base/elementary/bits";

const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;
const ONE_OVER_LN2 = 1.442695040888963387;
const OVERFLOW = 7.09782712893383973096e2;
const UNDERFLOW = -7.4513321910194110842e2;

/** The whole number of ln 2 nearest to x, halves away from 0. */
function wholeLn2(x: number): number {
  return Math.trunc(ONE_OVER_LN2 * x + (x < 0 ? -0.5 : 0.5));
}

/** e to the power x, within 1 ulp. Infinity above 709.78, 0 below -745.13. */
export function exp(x: number): number {
  if (x !== x) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < UNDERFLOW) return 0;
  if (Math.abs(x) < 3.725290298461914e-9) return 1 + x;
  const k = Math.abs(x) > 0.34657359027997264 ? wholeLn2(x) : 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  const z = r * r;
  const c =
    r -
    z *
      (1.66666666666666019037e-1 +
        z *
          (-2.77777777770155933842e-3 +
            z *
              (6.61375632143793436117e-5 + z * (-1.6533902205465251539e-6 + z * 4.13813679705723846039e-8))));
  return scaleByPowerOfTwo(1 + ((r * c) / (2 - c) - low + high), k);
}

/** exp(x) - 1 without the loss of subtracting last, within 1 ulp. -1 for very negative x. */
export function expm1(x: number): number {
  if (x !== x || Math.abs(x) < 5.551115123125783e-17) return x;
  if (x > OVERFLOW) return Infinity;
  if (x < -38.816242111356935) return -1;
  const k = Math.abs(x) > 0.34657359027997264 ? wholeLn2(x) : 0;
  const high = x - k * LN2_HIGH;
  const low = k * LN2_LOW;
  const r = high - low;
  return expm1Scaled(r, high - r - low, k);
}

/** (1 + expm1(r + c)) · 2ᵏ - 1 for |r| <= ln 2 / 2 and a tiny correction c. */
function expm1Scaled(r: number, c: number, k: number): number {
  const half = 0.5 * r;
  const z = r * half;
  const p =
    1 +
    z *
      (-3.33333333333331316428e-2 +
        z *
          (1.58730158725481460165e-3 +
            z *
              (-7.93650757867487942473e-5 +
                z * (4.00821782732936239552e-6 + z * -2.01099218183624371326e-7))));
  const t = 3 - p * half;
  const quotient = z * ((p - t) / (6 - r * t));
  if (k === 0) return r - (r * quotient - z);
  const e = r * (quotient - c) - c - z;
  if (k === -1) return 0.5 * (r - e) - 0.5;
  if (k === 1) return r < -0.25 ? -2 * (e - (r + 0.5)) : 1 + 2 * (r - e);
  if (k < 0 || k > 56) return scaleByPowerOfTwo(r - e + 1, k) - 1;
  const back = powerOfTwo(-k);
  return (k < 20 ? r - e + (1 - back) : r - (e + back) + 1) * powerOfTwo(k);
}
