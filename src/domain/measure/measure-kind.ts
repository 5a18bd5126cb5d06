import type { Kind } from "#base/kind";
import type { Facts } from "#domain/measure/facts";
import type { Naming } from "#domain/measure/naming";
import type { Recorder } from "#engine/record/recorder";

/** The rows of one replication with what is known of its world: another object for each replication. */
export interface Rows {
  readonly recorder: Recorder;
  readonly facts: Facts;
}

/**
 * What a measure is computed from: a run, its own twin, the run of the baseline, and the baseline's twin. A
 * run may be its own twin, and the baseline's.
 */
export interface Evidence {
  readonly run: Rows;
  readonly twin: Rows;
  readonly baseline: Rows;
  readonly baselineTwin: Rows;
}

/**
 * One number of one replication. `censored` is a time that had not come by the end of the run, with how long
 * it was watched; `unaffected` is a failure that never was; `none` is a number that does not exist.
 */
export type Reading =
  | { readonly status: "value"; readonly value: number }
  | { readonly status: "censored"; readonly value: number }
  | { readonly status: "unaffected" }
  | { readonly status: "none" };

/**
 * How the readings of many replications are put together: a mean with its interval; a share, which is a mean
 * with Wilson's interval where every replication says 0 or 1; a tail, the mean of the worst 5 %; or a time,
 * of which some readings may be censored, by its median.
 */
export type Scale = "mean" | "share" | "tail" | "time-to-event";

/** A measure made ready for one row of the scenario. */
export interface Measure {
  /** The unit of its readings, as printed: `d`, `vessels`, `share`, `USD` ... */
  readonly unit: string;
  /** The one reading of one replication. Never throws on empty rows: it says `none`. */
  read(evidence: Evidence): Reading;
}

/** What a measure reads; only what some measure reads is recorded. Names as in `domain/measure/README.md`. */
export interface Needs {
  readonly counts: readonly string[];
  readonly levels: readonly string[];
  /** True: voyage rows. Stage rows are kept for `places` only (`all`: everywhere). */
  readonly journeys: boolean;
  readonly places: readonly string[] | "all";
}

/** One row under `measures`: what it is about, and the instant or the window that it is read in. */
export interface MeasureValues {
  /** An id, `site.station`, `performance` or `all`. */
  readonly of: string;
  /** ms: the instant at which `queue` is read. */
  readonly at: number | undefined;
  /** ms: the window `[from, until)`; the whole time after the warm-up when absent. */
  readonly from: number | undefined;
  readonly until: number | undefined;
  /** Which voyages fall into the window: those that arrived at `of` in it, or those that left in it. */
  readonly by: "arrival" | "completion";
}

/** One measure of the language: the key under `measures` is its `kind`. */
export interface MeasureKind extends Kind {
  readonly naming?: Naming;
  /** Of a time: from when it is counted, the start of the disruption or its end. */
  readonly since?: "onset" | "lastEnd";
  readonly scale: Scale;
  /** Which change of it is for the better; neither of what only tells how something came about. */
  readonly better: "less" | "more" | "neither";
  /** True when it is about those who wait at a station, whose number is then drawn over time. */
  readonly isOfQueue?: boolean;
  /**
   * True when it compares with a twin, so that it means nothing for a twin itself (its twin column is then
   * null).
   */
  readonly needsTwin: boolean;
  /** What it reads for one row of the scenario. */
  needs(values: MeasureValues, facts: Facts): Needs;
  /** Makes it ready. */
  create(values: MeasureValues, facts: Facts): Measure;
}
