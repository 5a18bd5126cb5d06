import type { Study } from "#scenario/language/resolved";
import { assemble } from "#study/experiment/assemble";
import type { Wording } from "#study/experiment/assemble";
import type { Batch } from "#study/experiment/batch";
import { Campaign } from "#study/experiment/campaign";
import { planExperiment } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import { isPrecise, nextCheckpoint } from "#study/experiment/precision";
import type { Result } from "#study/experiment/result";
import type { Runner, RunnerOptions } from "#study/experiment/runner";

/** A result, and the batch of all replications that it was made from. */
export interface Experiment {
  readonly result: Result;
  readonly batch: Batch;
}

/** How an experiment is run, and what is said beside its numbers. */
export interface ExperimentOptions extends RunnerOptions, Wording {
  /** Called after each batch with the replications done so far and their number. */
  readonly progress?: (done: number, total: number) => void;
  /**
   * Asked at every checkpoint whether the replications so far are enough; all are run when left out. Where
   * the study itself says how well it wants something known, that alone counts.
   */
  readonly isEnough?: (plan: Plan, batch: Batch) => boolean;
}

/**
 * Runs the replications of a study with a runner and makes the result: all of them, or as many as are enough
 * at the first checkpoint at which they are. Rejects when the signal interrupts it.
 */
export async function runExperiment(
  study: Study,
  runner: Runner,
  options: ExperimentOptions,
): Promise<Experiment> {
  const plan = planExperiment(study);
  const total = plan.replications;
  const isEnough = plan.precision === undefined ? options.isEnough : isPrecise;
  const progress = (done: number): void => options.progress?.(done, total);
  const campaign = await Campaign.open(study, runner, { ...options, progress });
  try {
    let batch = await campaign.growTo(isEnough === undefined ? total : Math.min(nextCheckpoint(0), total));
    while (isEnough?.(plan, batch) === false && campaign.done < total)
      batch = await campaign.growTo(Math.min(nextCheckpoint(campaign.done), total));
    return { result: assemble(plan, batch, options), batch };
  } finally {
    await campaign.close();
  }
}
