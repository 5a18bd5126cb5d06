import type { Method } from "#engine/stats/interval";

/** How an interval was made, printed beside it. */
export type IntervalMethod = Method | "none";

/** A mean difference of pairs of equal replications, on common random numbers, with its 95 % interval. */
export interface PairedDifference {
  readonly difference: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** Whether the interval leaves 0 out. */
  readonly distinguishable: boolean;
}

/** One measure of one variant, over all replications. A number that does not exist is null. */
export interface MeasureSummary {
  readonly measure: string;
  /** An id, `site.station`, `performance` or `all`. */
  readonly of: string;
  /** The instant or the window that it is read in (ISO 8601, UTC), where the scenario names one. */
  readonly at?: string;
  readonly from?: string;
  readonly until?: string;
  readonly unit: string;
  /** Null for censored times: their mean is never given when any is censored. */
  readonly mean: number | null;
  /** The 95 % interval of the mean (share: of the share; censored time: of the median). */
  readonly low: number | null;
  readonly high: number | null;
  readonly method: IntervalMethod;
  readonly median: number | null;
  readonly p5: number | null;
  readonly p95: number | null;
  readonly censored: number;
  readonly unaffected: number;
  /** Replications that gave a value, a censored time or "unaffected". */
  readonly replications: number;
  readonly twin?: { readonly mean: number | null };
  /** Variant minus baseline; absent on the baseline. */
  readonly versusBaseline?: PairedDifference;
  /**
   * Of a variant that is put together of others: what they do together beyond the sum of what each does
   * alone.
   */
  readonly interaction?: PairedDifference;
}

/** One variant's numbers, in the order of the scenario's measures. */
export interface VariantSummary {
  readonly name: string;
  readonly summary: string | null;
  readonly measures: readonly MeasureSummary[];
}

/** One check of the scenario, of one variant. */
export interface ThresholdSummary {
  readonly id: string;
  /** A check of all variants is told once for each. */
  readonly variant: string;
  /** With it, what is checked is how the variant differs from the baseline. */
  readonly versus?: "baseline";
  readonly verdict: "pass" | "fail" | "undecided";
  readonly value: number | null;
  readonly limit: number;
  /** The 95 % interval of `value`; a side that does not exist is null. */
  readonly low: number | null;
  readonly high: number | null;
  /** How far `value` lies inside what is asked; below 0: how far beyond. */
  readonly margin: number | null;
  /** The least and the most that may be, by the interval; null where a side of it does not exist. */
  readonly marginLow: number | null;
  readonly marginHigh: number | null;
  /** The unit of all seven. */
  readonly unit: string;
}

/** `summary.json`, and what `run --json` prints. */
export interface Summary {
  readonly scenario: string;
  readonly title: string;
  readonly question: string | null;
  /** One or two sentences that answer the question. */
  readonly answer: string;
  readonly seed: string;
  readonly replications: number;
  readonly warmUpDays: number;
  /** SHA-256 of the tables, in hex: the same on every machine and any number of threads. */
  readonly digest: string;
  readonly variants: readonly VariantSummary[];
  readonly thresholds: readonly ThresholdSummary[];
  readonly conservation: { readonly checked: number; readonly audits: number; readonly violations: number };
  /** Limits hit and warnings to repeat, as sentences. */
  readonly limits: readonly string[];
}
