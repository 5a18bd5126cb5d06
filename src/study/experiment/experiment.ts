import type { Study } from "#scenario/language/resolved";
import { assemble } from "#study/experiment/assemble";
import type { Wording } from "#study/experiment/assemble";
import type { Batch } from "#study/experiment/batch";
import { Campaign } from "#study/experiment/campaign";
import type { CampaignOptions } from "#study/experiment/campaign";
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

/** Replications beyond those that a study says, until there are enough. */
export interface MoreReplications {
  /** How many in all at the most. */
  readonly most: number;
  /** Asked first of those that the study says, and then at every checkpoint. */
  readonly isEnough: (plan: Plan, batch: Batch) => boolean;
}

/** How an experiment is run, and what is said beside its numbers. */
export interface ExperimentOptions
  extends RunnerOptions,
    Wording,
    Pick<CampaignOptions, "kept" | "keep" | "reached"> {
  /** Called after each batch with the replications done so far, and how many are run before the next look. */
  readonly progress?: (done: number, total: number) => void;
  /** When more are run than the study says; none are when left out. */
  readonly more?: MoreReplications;
}

/**
 * Runs the replications of a study with a runner and makes the result: all of them, or as many as are enough
 * at the first checkpoint at which they are, and then what is asked for beyond. Rejects when the signal
 * interrupts it.
 */
export async function runExperiment(
  study: Study,
  runner: Runner,
  options: ExperimentOptions,
): Promise<Experiment> {
  const plan = planExperiment(study);
  let target = 0;
  const progress = (done: number): void => options.progress?.(done, target);
  const campaign = await Campaign.open(study, runner, { ...options, progress });
  const growTo = (count: number): Promise<Batch> => campaign.growTo((target = count));
  try {
    const { replications, precision } = plan;
    let done = precision === undefined ? replications : Math.min(nextCheckpoint(0), replications);
    let batch = await growTo(done);
    const goOn = async (most: number): Promise<void> => {
      done = Math.min(nextCheckpoint(done), most);
      batch = await growTo(done);
    };
    while (done < replications && !isPrecise(plan, batch)) await goOn(replications);
    const { most, isEnough } = options.more ?? { most: 0, isEnough: () => true };
    while (done < most && !isEnough(plan, batch)) await goOn(most);
    return { result: assemble(plan, batch, options), batch };
  } finally {
    await campaign.close();
  }
}
