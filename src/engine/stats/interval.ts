/** How an interval was made; it is named wherever the interval is shown. */
export type Method = "student" | "bootstrap-t" | "order-statistic" | "wilson" | "newcombe" | "kaplan-meier";

/** A two-sided interval. A side that does not exist (too few values, or nobody knows how large) is null. */
export interface Interval {
  readonly low: number | null;
  readonly high: number | null;
  readonly method: Method;
}

/** The level of every interval that Breakwater prints. */
export const usualLevel = 0.95;
