import { highWord, scaleByPowerOfTwo } from "#base/elementary/bits";
import { log } from "#base/elementary/log";

/*
 * The logarithm of the draw path. With m = x / 2ᵏ about within [√½, √2) and c the centre of the step of the
 * table that m lies in, log x = k ln 2 + log c + log(1 + (m - c) / c). Steps are 2^-7 of a binade wide, so
 * the upper bits of x name both k and the step. 1 is a centre, so near 1 nothing cancels.
 *
 * The table holds c, 1/c and log c side by side, the last as a high part that is a multiple of 2^-42, so that
 * adding k times the high part of ln 2 is exact, and a rest.
 */
const STEP = 0x2000; // 2^-7 of a binade, in units of the high word
const FIRST = 0x3fe6a000; // the high word of the first centre, 181/256 < √½
const STEPS = 128;
const STRIDE = 4;
const LN2_HIGH = 6.9314718036912381649e-1;
const LN2_LOW = 1.90821492927058770002e-10;

/** log(i / 256) as a whole number of 2^-110: 2 artanh((i - 256) / (i + 256)) by its series in integers. */
function logOfMultiple(i: number): bigint {
  const one = 1n << 110n;
  const z = (BigInt(i - 256) * one) / BigInt(i + 256);
  const square = (z * z) / one;
  let power = z;
  let sum = 0n;
  for (let n = 1n; power !== 0n; n += 2n) {
    sum += power / n;
    power = (power * square) / one;
  }
  return 2n * sum;
}

const table = new Float64Array(STEPS * STRIDE);
for (let step = 0; step < STEPS; step++) {
  const numerator = step < 75 ? 181 + step : 256 + 2 * (step - 75); // above 1, a binade is twice as wide
  const exact = logOfMultiple(numerator);
  const high = exact >> 68n; // in units of 2^-42
  table[step * STRIDE] = numerator / 256;
  table[step * STRIDE + 1] = 256 / numerator;
  table[step * STRIDE + 2] = Number(high) / 4398046511104;
  table[step * STRIDE + 3] = Number(exact - (high << 68n)) / 1.298074214633707e33; // 2^110
}

/** 2 to the power -k at k + 1022: m is x times this, exactly. Writing the bits of x would be slower. */
const scale = new Float64Array(2047);
for (let k = -1022; k <= 1024; k++) scale[k + 1022] = scaleByPowerOfTwo(1, -k);

/** A constant of this module: what is imported is looked up at each use, on the path of every draw. */
const upperBits = highWord;

/**
 * Natural logarithm by table, faster than `log`: within 1.2 ulp for normal x > 0; elsewhere it is `log`.
 * On the 53-bit grid of uniforms it never decreases.
 */
export function fastLog(x: number): number {
  if (!(x >= 2.2250738585072014e-308 && x < Infinity)) return log(x);
  const steps = upperBits(x) + (STEP / 2 - FIRST);
  const k = steps >> 20;
  const entry = ((steps >> 13) & 127) << 2;
  const r = (x * scale[k + 1022]! - table[entry]!) * table[entry + 1]!;
  const whole = k * LN2_HIGH + table[entry + 2]!;
  const sum = whole + r;
  const rest = whole - sum + r + (k * LN2_LOW + table[entry + 3]!);
  // The series is summed in pairs, so that the processor can do them side by side.
  const s = r * r;
  const low = -1 / 2 + r * (1 / 3);
  const high = -1 / 4 + r * (1 / 5) + s * (-1 / 6 + r * (1 / 7));
  return s * s * high + (s * low + rest) + sum;
}
