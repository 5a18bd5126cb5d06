import type { Study } from "#scenario/language/resolved";
import { assemble } from "#study/experiment/assemble";
import type { Wording } from "#study/experiment/assemble";
import type { Batch } from "#study/experiment/batch";
import { Campaign } from "#study/experiment/campaign";
import { planExperiment } from "#study/experiment/plan";
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
}

/**
 * Runs all replications of a study with a runner and makes the result; rejects when the signal interrupts
 * it.
 */
export async function runExperiment(
  study: Study,
  runner: Runner,
  options: ExperimentOptions,
): Promise<Experiment> {
  const plan = planExperiment(study);
  const total = plan.replications;
  const progress = (done: number): void => options.progress?.(done, total);
  const campaign = await Campaign.open(study, runner, { ...options, progress });
  try {
    const batch = await campaign.growTo(total);
    return { result: assemble(plan, batch, options), batch };
  } finally {
    await campaign.close();
  }
}
