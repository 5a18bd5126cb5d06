/** Shares of a law below and above a value, as logarithms, so that the smallest tail keeps all its digits. */
export interface TailShares {
  readonly logBelow: number;
  readonly logAbove: number;
  /** log of the density in the coordinate that the law is tabulated in: log x, or the log-odds of x. */
  readonly logDensity: number;
}
