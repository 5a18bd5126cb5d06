import type { Kind } from "#base/kind";
import type { Facts } from "#domain/measure/facts";
import type { MeasureKind } from "#domain/measure/measure-kind";
import type { Recorder } from "#engine/record/recorder";
import type { World } from "#scenario/build/world";
import type { Resolved, Study } from "#scenario/language/resolved";
import type { Batch, Span } from "#study/experiment/batch";

/** What an experiment is made with: how to build a world, and the measures that its scenarios may name. */
export interface Laboratory {
  /** What measures must know about the world of a scenario. */
  factsOf(scenario: Resolved): Facts;
  /** `after` are rows that nobody reads any more: the new world may take their memory. */
  makeWorld(scenario: Resolved, after?: Recorder): World;
  readonly measures: readonly MeasureKind[];
}

/** What every runner takes beside the study. */
export interface RunnerOptions {
  /** Audit every world while it runs. */
  readonly audit: boolean;
  /** Stops the run between batches: it then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Runs replications of studies. Every runner gives the same content, cut into batches where it likes. */
export interface Runner {
  /** Makes everything ready to run replications of one study; rejects where the signal has come already. */
  open(study: Study, options: RunnerOptions): Promise<Sitting>;
}

/** A runner at one piece of work: what it compiled for a span serves the next one too. */
export interface Sitting<Part = Batch> {
  /** Runs what is in a span, each once, and hands out each part as it comes, in whatever order. */
  run(span: Span, take: (part: Part) => void): Promise<void>;
  /** Ends its threads, if it has any. */
  close(): Promise<void>;
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
