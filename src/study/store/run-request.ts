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
}
