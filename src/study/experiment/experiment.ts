import { assert } from "#base/assert";
import type { Study } from "#scenario/language/resolved";
import { assemble } from "#study/experiment/assemble";
import type { Wording } from "#study/experiment/assemble";
import type { Batch } from "#study/experiment/batch";
import { gather } from "#study/experiment/gather";
import { planExperiment } from "#study/experiment/plan";
import type { Result } from "#study/experiment/result";
import type { Runner, RunnerOptions } from "#study/experiment/runner";

/** A result, and the batch of all replications that it was made from. */
export interface Experiment {
  readonly result: Result;
  readonly batch: Batch;
}

/**
 * Runs all replications of a study with a runner and makes the result; rejects when the signal interrupts
 * it.
 */
export async function runExperiment(
  study: Study,
  runner: Runner,
  options: RunnerOptions & Wording,
): Promise<Experiment> {
  const plan = planExperiment(study);
  const batch = gather(await runner.run(study, options));
  assert(batch.span.to - batch.span.from === plan.replications, "a runner runs every replication");
  return { result: assemble(plan, batch, options), batch };
}
