import type { OpenedFutures } from "#study/sweep/futures-run";
import type { SweptScenario } from "#study/sweep/swept-scenario";

/** Reads a scenario with futures again, and opens what builds its worlds. */
export type OpenFutures = (scenario: SweptScenario) => Promise<OpenedFutures>;

/** Where futures are run from, in the calling thread and in those that are started. */
export interface SweepSource {
  readonly open: OpenFutures;
  /** URL of the file that a thread runs: see `study/runners/sweep-worker`. */
  readonly worker: string;
}
