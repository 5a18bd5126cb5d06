import type { Study } from "#scenario/language/resolved";
import type { Batch, Span, Timed } from "#study/experiment/batch";
import type { Runner, RunnerKind, RunnerOptions, Sitting } from "#study/experiment/runner";
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

  open(study: Study, { audit, signal }: RunnerOptions): Promise<Sitting> {
    const data: ThreadSettings = { study, audit };
    const stop = signal === undefined ? {} : { signal };
    const threadCount = this.#threads;
    const pool = new ThreadPool<Span, Timed<Batch>>({
      worker: this.#worker,
      threads: this.#threads,
      data,
      ...stop,
    });
    return Promise.resolve({
      run: (span, take) =>
        dispatchSpans((part) => pool.ask(part), { span, threads: threadCount, take, ...stop }),
      close: () => pool.close(),
    });
  }
}
