const double = new Float64Array(1);
const bits = new BigInt64Array(double.buffer);

/** The bits of a double as 16 hexadecimal digits. */
export function hex(x: number): string {
  double[0] = x;
  return BigInt.asUintN(64, bits[0] ?? 0n)
    .toString(16)
    .padStart(16, "0");
}

/** The place of a double in the order of all doubles. */
function rank(x: number): bigint {
  double[0] = x;
  const word = bits[0] ?? 0n;
  return word < 0n ? -(word & 0x7fffffffffffffffn) : word;
}

/** How many doubles lie between two, one end counted. Two NaN are equal; +0 and -0 are not (half a step). */
export function ulps(a: number, b: number): number {
  if (Object.is(a, b)) return 0;
  if (Number.isNaN(a) || Number.isNaN(b)) return Infinity;
  const steps = rank(a) - rank(b);
  return steps === 0n ? 0.5 : Number(steps < 0n ? -steps : steps);
}
