import type { Study } from "#scenario/language/resolved";
import type { Figures } from "#study/experiment/curves";
import type { Summary } from "#study/experiment/summary";

/** One number of one replication, tidy: a line of the rows of a run folder. */
export interface TidyRow {
  readonly scenario: string;
  readonly variant: string;
  readonly replication: number;
  readonly seed: string;
  /** ms: the instant that was read, or the start of the window; null without one. */
  readonly time: number | null;
  readonly of: string;
  readonly measure: string;
  /** Null with `status` "none" or "unaffected"; how long it was watched with "censored". */
  readonly value: number | null;
  readonly unit: string;
  /** ms: the end of the window, which is outside it; null without one. */
  readonly until: number | null;
  /** "completion": of those who left in the window; null: as ever, of those who came in it. */
  readonly by: "completion" | null;
  readonly status: "value" | "censored" | "unaffected" | "none";
  /** True for a row of the twin. */
  readonly twin: boolean;
}

/** One value that a replication drew for its world: a line of `draws.csv` of a run folder. */
export interface DrawRow {
  readonly scenario: string;
  readonly variant: string;
  readonly replication: number;
  readonly seed: string;
  /** Whose draw it is: `flow/boxes-north`, `passage/suez/admission`, `disruption/grounding`. */
  readonly of: string;
  /** Its name: `rate`, `end` ...; `times` and `lasted` tell how often a disruption came and how long. */
  readonly draw: string;
  readonly value: number;
  /** `d`, `/d`, `factor`, `times`; `d since start` for an instant, counted from the start of the run. */
  readonly unit: string;
}

/** All that one experiment gives: written to a run folder, and read by the report. */
export interface Result {
  readonly study: Study;
  readonly summary: Summary;
  readonly figures: Figures;
  readonly rows: readonly TidyRow[];
  /** What each replication drew for its world. */
  readonly draws: readonly DrawRow[];
  /** What to type to get the same result again. */
  readonly command: string;
}
