import type { Study } from "#scenario/language/resolved";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import { planExperiment } from "#study/experiment/plan";
import type { OpenLaboratory, Runner, RunnerOptions, Sitting } from "#study/experiment/runner";

/** Replications between two looks at the signal: small, so that an interruption is heard soon. */
const batchSize = 4;

/** Runs everything in the calling thread: in a browser, in tests, and where one thread is asked for. */
export class InlineRunner implements Runner {
  readonly #open: OpenLaboratory;

  constructor(open: OpenLaboratory) {
    this.#open = open;
  }

  /** Yields to the host between batches, so that it can show progress and interrupt. */
  async open(study: Study, options: RunnerOptions): Promise<Sitting> {
    options.signal?.throwIfAborted();
    const experiment = new CompiledExperiment(planExperiment(study), await this.#open(study));
    return {
      async run(span, take) {
        for (let from = span.from; from < span.to; from += batchSize) {
          options.signal?.throwIfAborted();
          take(experiment.run({ from, to: Math.min(from + batchSize, span.to) }, options));
          await new Promise((resume) => setTimeout(resume));
        }
        options.signal?.throwIfAborted();
      },
      close: () => Promise.resolve(),
    };
  }
}
