import { fastLog, log1p } from "#base/elementary";

/**
 * The value below which a share `u` of an exponential of mean 1 lies, 0 < u < 1: -log(1 - u), within 1.2 ulp.
 * The fast logarithm serves where 1 - u is exact, as it is for the uniforms of streams and marks.
 */
export function standardExponential(u: number): number {
  const rest = 1 - u;
  return 1 - rest === u ? -fastLog(rest) : -log1p(-u);
}
