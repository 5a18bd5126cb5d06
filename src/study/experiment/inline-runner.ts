import type { Study } from "#scenario/language/resolved";
import type { Batch } from "#study/experiment/batch";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import { planExperiment } from "#study/experiment/plan";
import type { OpenLaboratory, Runner, RunnerOptions } from "#study/experiment/runner";

/** Replications between two looks at the signal: small, so that an interruption is heard soon. */
const batchSize = 4;

/** Runs everything in the calling thread: in a browser, in tests, and where one thread is asked for. */
export class InlineRunner implements Runner {
  readonly #open: OpenLaboratory;

  constructor(open: OpenLaboratory) {
    this.#open = open;
  }

  /** Yields to the host between batches, so that it can show progress and interrupt. */
  async run(study: Study, options: RunnerOptions): Promise<readonly Batch[]> {
    const plan = planExperiment(study);
    const experiment = new CompiledExperiment(plan, await this.#open(study));
    const batches: Batch[] = [];
    for (let from = 0; from < plan.replications; from += batchSize) {
      options.signal?.throwIfAborted();
      const to = Math.min(from + batchSize, plan.replications);
      batches.push(experiment.run({ from, to }, options));
      options.progress?.(to, plan.replications);
      await new Promise((resume) => setTimeout(resume));
    }
    options.signal?.throwIfAborted();
    return batches;
  }
}
