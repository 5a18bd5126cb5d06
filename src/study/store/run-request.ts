import type { Study } from "#scenario/language/resolved";

/** All that a run needs to go on beside what was run: plain JSON. */
export interface RunRequest {
  /** Version of Breakwater that began it. */
  readonly version: string;
  readonly study: Study;
  readonly audit: boolean;
  /** Warnings of the scenario's check, to be repeated beside the numbers. */
  readonly warnings: readonly string[];
  /** What was typed, so that the command of the result can be told. */
  readonly typed: {
    readonly paths: readonly string[];
    readonly set: readonly string[];
    readonly seed: string | null;
    readonly replications: number | null;
  };
  /** How its variants are compared when it is done, where that is what was typed. */
  readonly comparison?: AskedComparison;
}

/** What was asked of a comparison, as it was typed; null where nothing was. */
export interface AskedComparison {
  readonly by: string | null;
  readonly of: string | null;
  readonly indifference: string | null;
  /** Whether more replications are run until the best is selected, and how many in all at the most. */
  readonly untilItCan: boolean;
  readonly most: number | null;
  /** The file that it is written to, in place of stdout. */
  readonly out: string | null;
}
