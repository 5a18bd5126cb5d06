/*
 * The two 32-bit words of a double. Whether the high word comes first in memory is asked once, so that the
 * words are the same on every machine.
 */
const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
const littleEndian = new Uint8Array(new Uint16Array([1]).buffer)[0] === 1;
const HIGH = littleEndian ? 1 : 0;
const LOW = 1 - HIGH;

/** The sign, exponent and upper 20 bits of the fraction of `x`, as a signed 32-bit integer. */
export function highWord(x: number): number {
  double[0] = x;
  return words[HIGH] as number; // a view of 8 bytes has two words
}

/** The double with this high word and the low word of `x`. */
export function withHighWord(x: number, high: number): number {
  double[0] = x;
  words[HIGH] = high;
  return double[0];
}

/** `x` with its low word cleared: the upper 21 bits of precision, whose square is exact. */
export function withoutLowWord(x: number): number {
  double[0] = x;
  words[LOW] = 0;
  return double[0];
}

/** 2 to the power `k`, exactly, for whole -1022 <= k <= 1023. */
export function powerOfTwo(k: number): number {
  words[LOW] = 0;
  words[HIGH] = (k + 1023) << 20;
  return double[0] as number; // a Float64Array of length 1 has a number at 0
}

/** `x` times 2 to the power `k`, for whole k within ±1100; rounded once, also below the normal range. */
export function scaleByPowerOfTwo(x: number, k: number): number {
  if (k > 1023) return x * powerOfTwo(1023) * powerOfTwo(k - 1023);
  if (k >= -1022) return x * powerOfTwo(k);
  // The first step keeps every bit, so that only the second rounds.
  return x * powerOfTwo(-969) * powerOfTwo(k + 969);
}
