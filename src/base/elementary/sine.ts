/*
 * Method and coefficients after fdlibm 5.3, k_sin.c, k_cos.c and e_rem_pio2.c, which carry this notice:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */
import { assert } from "#base/assert";

/** π/2 in three parts of 33 bits, and what is missing after each. */
const HALF_PI_1 = 1.57079632673412561417;
const HALF_PI_2 = 6.0771005063039659766e-11;
const HALF_PI_3 = 2.0222662487111664558e-21;
const HALF_PI_3_REST = 8.47842766036889956997e-32;
/** Whole multiples of a 33-bit part are exact up to here: 2^20 quarter turns. */
const ANGLE_MOST = 1647099;

/** The angle less whole quarter turns, as a sum of two, and the number of quarter turns modulo 4. */
let angle = 0;
let angleRest = 0;

function reduce(x: number): number {
  assert(Math.abs(x) <= ANGLE_MOST, `an angle is within ±${ANGLE_MOST} radians, but it is ${x}`);
  const turns = Math.abs(x) <= 0.7853981633974483 ? 0 : Math.round(x * 6.36619772367581382433e-1);
  const first = x - turns * HALF_PI_1;
  const second = turns * HALF_PI_2;
  const afterSecond = first - second;
  const lostBySecond = first - afterSecond - second;
  const third = turns * HALF_PI_3;
  const afterThird = afterSecond - third;
  const rest = turns * HALF_PI_3_REST - (afterSecond - afterThird - third) - lostBySecond;
  angle = afterThird - rest;
  angleRest = afterThird - angle - rest;
  return turns & 3;
}

/** sin(x + y) for |x| <= π/4 and a tiny correction y. */
function sineOfSmall(x: number, y: number): number {
  const z = x * x;
  const r =
    8.33333333332248946124e-3 +
    z *
      (-1.98412698298579493134e-4 +
        z * (2.75573137070700676789e-6 + z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10)));
  const v = z * x;
  return x - (z * (0.5 * y - v * r) - y - v * -1.66666666666666324348e-1);
}

/** cos(x + y) for |x| <= π/4 and a tiny correction y. */
function cosineOfSmall(x: number, y: number): number {
  const z = x * x;
  const r =
    z *
    (4.16666666666666019037e-2 +
      z *
        (-1.38888888888741095749e-3 +
          z *
            (2.48015872894767294178e-5 +
              z *
                (-2.75573143513906633035e-7 +
                  z * (2.0875723212981748279e-9 + z * -1.13596475577881948265e-11)))));
  const half = 0.5 * z;
  const w = 1 - half;
  return w + (1 - w - half + (z * r - x * y));
}

/** Sine of an angle in radians, within 1 ulp. Beyond ±1,647,099 radians it is a fault of the program. */
export function sin(x: number): number {
  if (x === 0) return x;
  const turns = reduce(x);
  const value = (turns & 1) === 0 ? sineOfSmall(angle, angleRest) : cosineOfSmall(angle, angleRest);
  return turns < 2 ? value : -value;
}

/** Cosine of an angle in radians, within 1 ulp. Beyond ±1,647,099 radians it is a fault of the program. */
export function cos(x: number): number {
  const turns = reduce(x);
  const value = (turns & 1) === 0 ? cosineOfSmall(angle, angleRest) : sineOfSmall(angle, angleRest);
  return turns === 0 || turns === 3 ? value : -value;
}
