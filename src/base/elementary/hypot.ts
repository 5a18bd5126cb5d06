import { powerOfTwo } from "#base/elementary/bits";

/** 2^27 + 1: multiplying by it and taking the difference back halves the bits of a double (Dekker, 1971). */
const SPLIT = 134217729;
/** Beyond these the squares would overflow, or lose bits below the normal range. */
const LARGE = powerOfTwo(500);
const SMALL = powerOfTwo(-450);

/** What rounding lost of x². */
function squareRest(x: number): number {
  const c = x * SPLIT;
  const high = x - c + c;
  const low = x - high;
  return high * high - x * x + 2 * high * low + low * low;
}

/** The length of the vector (x, y), within 1 ulp, without overflow or underflow on the way. */
export function hypot(x: number, y: number): number {
  const long = Math.max(Math.abs(x), Math.abs(y));
  const short = Math.min(Math.abs(x), Math.abs(y));
  if (Math.abs(x) === Infinity || Math.abs(y) === Infinity) return Infinity;
  if (short === 0 || long / short > 18014398509481984) return long + short;
  const scale = powerOfTwo(long > LARGE ? -700 : short < SMALL ? 700 : 0);
  const a = long * scale;
  const b = short * scale;
  return Math.sqrt(squareRest(b) + squareRest(a) + b * b + a * a) / scale;
}
