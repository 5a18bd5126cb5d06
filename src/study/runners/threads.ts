import type { Study } from "#scenario/language/resolved";
import type { Batch, Span, Timed } from "#study/experiment/batch";
import { planExperiment } from "#study/experiment/plan";
import type { Runner, RunnerKind, RunnerOptions } from "#study/experiment/runner";
import { dispatchSpans } from "#study/runners/span-dispatch";
import { ThreadPool } from "#study/runners/thread-pool";
import type { ThreadSettings } from "#study/runners/thread-task";

/** On worker threads, each with its own compiled worlds. */
export const threads: RunnerKind = {
  kind: "threads",
  summary: "Runs replications on worker threads",
  fields: {},
  create: ({ worker }, count) => new ThreadRunner(worker, count),
};

class ThreadRunner implements Runner {
  readonly #worker: string;
  readonly #threads: number;

  constructor(worker: string, threadCount: number) {
    this.#worker = worker;
    this.#threads = threadCount;
  }

  async run(study: Study, options: RunnerOptions): Promise<readonly Batch[]> {
    const { audit, progress, signal } = options;
    const data: ThreadSettings = { study, audit };
    const stop = signal === undefined ? {} : { signal };
    const pool = new ThreadPool<Span, Timed<Batch>>({
      worker: this.#worker,
      threads: this.#threads,
      data,
      ...stop,
    });
    try {
      return await dispatchSpans((span) => pool.ask(span), {
        total: planExperiment(study).replications,
        threads: this.#threads,
        ...(progress === undefined ? {} : { progress }),
        ...stop,
      });
    } finally {
      await pool.close();
    }
  }
}
