/*
 * Method and coefficients after fdlibm 5.3, e_asin.c, e_acos.c, s_atan.c and e_atan2.c, which carry this
 * notice:
 * Copyright (C) 1993 by Sun Microsystems, Inc. All rights reserved.
 * Developed at SunSoft, a Sun Microsystems, Inc. business. Permission to use, copy, modify, and distribute
 * this software is freely granted, provided that this notice is preserved.
 */
import { withoutLowWord } from "#base/elementary/bits";

const PI = 3.141592653589793116;
const PI_LOW = 1.2246467991473531772e-16;
const HALF_PI = 1.570796326794896558;
const HALF_PI_LOW = 6.12323399573676603587e-17;

/** (asin(x) - x) / x as a function of z = x², for z <= 1/4. */
function arcRatio(z: number): number {
  const p =
    z *
    (1.66666666666666657415e-1 +
      z *
        (-3.25565818622400915405e-1 +
          z *
            (2.01212532134862925881e-1 +
              z *
                (-4.00555345006794114027e-2 +
                  z * (7.91534994289814532176e-4 + z * 3.4793310759602116757e-5)))));
  const q =
    1 +
    z *
      (-2.40339491173441421878 +
        z * (2.02094576023350569471 + z * (-6.8828397160545329303e-1 + z * 7.70381505559019352791e-2)));
  return p / q;
}

/** The angle in [-π/2, π/2] whose sine is x, within 1 ulp. NaN outside [-1, 1]. */
export function asin(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size === 1) return x * HALF_PI;
  if (size < 0.5) return size < 1.4901161193847656e-8 ? x : x + x * arcRatio(x * x);
  const z = (1 - size) * 0.5;
  const root = Math.sqrt(z);
  const ratio = arcRatio(z);
  if (size >= 0.975) return copySign(HALF_PI - (2 * (root + root * ratio) - HALF_PI_LOW), x);
  const f = withoutLowWord(root);
  const c = (z - f * f) / (root + f);
  const quarter = 0.5 * HALF_PI;
  return copySign(quarter - (2 * root * ratio - (HALF_PI_LOW - 2 * c) - (quarter - 2 * f)), x);
}

/** The angle in [0, π] whose cosine is x, within 1 ulp. NaN outside [-1, 1]. */
export function acos(x: number): number {
  const size = Math.abs(x);
  if (!(size <= 1)) return NaN;
  if (size < 0.5) return HALF_PI - (x - (HALF_PI_LOW - x * arcRatio(x * x)));
  const z = (1 - size) * 0.5;
  const root = Math.sqrt(z);
  if (x < 0) return 2 * (HALF_PI - (root + (arcRatio(z) * root - HALF_PI_LOW)));
  if (z === 0) return 0;
  const f = withoutLowWord(root);
  const c = (z - f * f) / (root + f);
  return 2 * (f + (arcRatio(z) * root + c));
}

function copySign(size: number, sign: number): number {
  return sign < 0 ? -size : size;
}

/** atan(x) - x for |x| <= 7/16. */
function arcTangentRest(x: number): number {
  const z = x * x;
  const w = z * z;
  const even =
    z *
    (3.33333333333329318027e-1 +
      w *
        (1.42857142725034663711e-1 +
          w *
            (9.09088713343650656196e-2 +
              w *
                (6.66107313738753120669e-2 +
                  w * (4.97687799461593236017e-2 + w * 1.62858201153657823623e-2)))));
  const odd =
    w *
    (-1.99999999998764832476e-1 +
      w *
        (-1.1111110405462355788e-1 +
          w *
            (-7.69187620504482999495e-2 + w * (-5.83357013379057348645e-2 + w * -3.6531572744216915527e-2))));
  return x * (even + odd);
}

/** atan of an anchor (in two parts) plus atan of the small rest. */
function fromAnchor(anchor: number, anchorLow: number, rest: number): number {
  return anchor - (arcTangentRest(rest) - anchorLow - rest);
}

/** The angle in [-π/2, π/2] whose tangent is x, within 1 ulp. */
export function atan(x: number): number {
  const size = Math.abs(x);
  if (x !== x) return x;
  if (size >= 73786976294838206464) return copySign(HALF_PI, x);
  if (size < 0.4375) return size < 7.450580596923828e-9 ? x : x - arcTangentRest(x);
  return copySign(arcTangentOfLarger(size), x);
}

/** atan(x) for x >= 7/16, from the nearest of four anchors: atan of 1/2, 1, 3/2 and infinity. */
function arcTangentOfLarger(x: number): number {
  if (x < 0.6875) {
    return fromAnchor(4.63647609000806093515e-1, 2.26987774529616870924e-17, (2 * x - 1) / (2 + x));
  }
  if (x < 1.1875) return fromAnchor(0.5 * HALF_PI, 3.06161699786838301793e-17, (x - 1) / (x + 1));
  if (x < 2.4375) {
    return fromAnchor(9.82793723247329054082e-1, 1.39033110312309984516e-17, (x - 1.5) / (1 + 1.5 * x));
  }
  return fromAnchor(HALF_PI, HALF_PI_LOW, -1 / x);
}

/** Angle of the point (x, y) from the positive x axis, in [-π, π], within 2 ulp; zeros keep their sign. */
export function atan2(y: number, x: number): number {
  if (x !== x || y !== y) return NaN;
  const left = x < 0 || Object.is(x, -0);
  const below = y < 0 || Object.is(y, -0);
  const size = angleOfSizes(Math.abs(y), Math.abs(x), left);
  return below ? -size : size;
}

function angleOfSizes(y: number, x: number, left: boolean): number {
  if (y === 0) return left ? PI : 0;
  if (x === 0) return HALF_PI;
  if (x === Infinity) return y === Infinity ? (left ? 0.75 * PI : 0.25 * PI) : left ? PI : 0;
  if (y === Infinity || y / x > 18446744073709551616) return HALF_PI;
  const angle = left && y / x < 5.421010862427522e-20 ? 0 : atan(y / x);
  return left ? PI - (angle - PI_LOW) : angle;
}
