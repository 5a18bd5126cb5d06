import type { Kind } from "#base/kind";
import type { MeasureKind } from "#domain/measure/measure-kind";
import type { World } from "#scenario/build/world";
import type { Resolved, Study } from "#scenario/language/resolved";
import type { Batch } from "#study/experiment/batch";

/** What an experiment is made with: how to build a world, and the measures that its scenarios may name. */
export interface Laboratory {
  /** `twin` is true when the world stands for a twin only. */
  makeWorld(scenario: Resolved, twin: boolean): World;
  readonly measures: readonly MeasureKind[];
}

/** What every runner takes beside the study. */
export interface RunnerOptions {
  /** Audit every world while it runs. */
  readonly audit: boolean;
  /** Called after each batch with the replications done so far and their number. */
  readonly progress?: (done: number, total: number) => void;
  /** Stops the run between batches: it then rejects with the signal's reason and keeps nothing. */
  readonly signal?: AbortSignal;
}

/** Runs all replications of a study. Every runner gives the same content, cut into batches where it likes. */
export interface Runner {
  /** Batches in order of their first replication, together all replications, each once. */
  run(study: Study, options: RunnerOptions): Promise<readonly Batch[]>;
}

/** Opens the laboratory that a study needs: reads what its worlds are built from. */
export type OpenLaboratory = (study: Study) => Promise<Laboratory>;

/** Where a laboratory comes from, for runners in the calling thread and for those that start others. */
export interface LaboratorySource {
  readonly open: OpenLaboratory;
  /**
   * URL of the file that a thread runs: it opens the same laboratory for itself. See
   * `study/runners/worker`.
   */
  readonly worker: string;
}

/** One way to run, listed in `study/runners/kinds`. */
export interface RunnerKind extends Kind {
  create(source: LaboratorySource, threads: number): Runner;
}
