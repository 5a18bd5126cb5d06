import { InlineRunner } from "#study/experiment/inline-runner";
import type { Study } from "#scenario/language/resolved";
import { runExperiment } from "#study/experiment/experiment";
import type { Result } from "#study/experiment/result";
import { shippedLaboratory } from "#study/runners/shipped-laboratory";
import { threads } from "#study/runners/threads";

export type { Diagnostic } from "#base/diagnostic";
export { Streams } from "#engine/random/stream";
export { holmAdjusted } from "#engine/stats/holm";
export type { HowManyMore } from "#engine/stats/how-many-more";
export { howManyMore } from "#engine/stats/how-many-more";
export type { Elimination, KimNelsonSelection } from "#engine/stats/kim-nelson";
export { kimNelson } from "#engine/stats/kim-nelson";
export { latinHypercube } from "#engine/stats/latin-hypercube";
export type { NelsonMatejcikSelection, VersusBest } from "#engine/stats/nelson-matejcik";
export { nelsonMatejcik } from "#engine/stats/nelson-matejcik";
export type { PairedTest } from "#engine/stats/paired-test";
export { pairedTest } from "#engine/stats/paired-test";
export type { MeasuredVariants, SelectionQuestion } from "#engine/stats/selection";
export type { SobolIndex, SobolIndices, SobolMatrices } from "#engine/stats/sobol-indices";
export { sobolDesign, sobolIndices } from "#engine/stats/sobol-indices";
export { unpairedReplications } from "#engine/stats/unpaired-replications";
export type { Resolution, ResolveInput } from "#scenario/language/resolve";
export { resolveStudy } from "#scenario/language/resolve";
export type { Resolved, ResolvedVariant, Study } from "#scenario/language/resolved";
export type { Library } from "#scenario/read/library";
export { WorldSource } from "#scenario/source/world-source";
export type { Figures } from "#study/experiment/curves";
export type { Result, TidyRow } from "#study/experiment/result";
export type { MeasureSummary, Summary, ThresholdSummary, VariantSummary } from "#study/experiment/summary";
export { shippedFiles } from "#study/runners/shipped-files";

/** How a study is run from a program. */
export interface StudyOptions {
  /** Worker threads; in the calling thread when left out or 1. The result is the same. */
  readonly threads?: number;
  /** Audit every world while it runs; false when left out. */
  readonly audit?: boolean;
  /** Called with the replications done so far and their number. */
  readonly progress?: (done: number, total: number) => void;
  /** Stops between batches: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Runs all replications of a resolved study and gives its summary, rows and figures. Data sets are those
 * that come with the package: resolve with `new WorldSource(shippedFiles)` as source to use them.
 */
export async function runStudy(study: Study, options: StudyOptions = {}): Promise<Result> {
  const { threads: threadCount = 1, audit = false, ...rest } = options;
  const isThreaded = threadCount > 1;
  const runner = isThreaded
    ? threads.create(shippedLaboratory, threadCount)
    : new InlineRunner(shippedLaboratory.open);
  const wording = { command: `runStudy of ${study.id}`, warnings: [] };
  return (await runExperiment(study, runner, { ...rest, audit, ...wording })).result;
}
export { generateScenario } from "#scenario/language/generate";
