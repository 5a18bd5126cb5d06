import { setFlagsFromString } from "node:v8";
import { Piscina } from "piscina";
import type { Study } from "#scenario/language/resolved";
import type { Batch, Span } from "#study/experiment/batch";
import { planExperiment } from "#study/experiment/plan";
import type { Runner, RunnerKind, RunnerOptions } from "#study/experiment/runner";
import type { ThreadSettings, TimedBatch } from "#study/runners/thread-task";

/** A batch below this is mostly the cost of passing it on. */
const batchMillisecondsLeast = 20;
/** A batch above this makes progress jerky and leaves threads idle at the end. */
const batchMillisecondsAim = 200;

/** Of the engine of JavaScript: a thread that begins from now on compiles its code itself. */
const COMPILE_IN_PLACE = "--no-concurrent-recompilation";

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
    options.signal?.throwIfAborted();
    const settings: ThreadSettings = { study, audit: options.audit };
    // Every core has a simulating thread: a compiling one beside it would take its time from another.
    setFlagsFromString(COMPILE_IN_PLACE);
    const pool = new Piscina<Span, TimedBatch>({
      filename: this.#worker,
      name: "task",
      minThreads: this.#threads,
      maxThreads: this.#threads,
      workerData: settings,
    });
    // A thread that cannot start fails its batch, which says so; unheard, it would end the process besides.
    pool.on("error", () => {});
    // Threads are ended at once: what a batch in hand would give is not kept anyway.
    const stop = (): void => void pool.destroy();
    options.signal?.addEventListener("abort", stop, { once: true });
    try {
      return await new Dispatch(planExperiment(study).replications, this.#threads, options).run(pool);
    } catch (error) {
      options.signal?.throwIfAborted();
      throw error;
    } finally {
      options.signal?.removeEventListener("abort", stop);
      await pool.destroy();
    }
  }
}

/** Hands out spans, each thread one at a time, sized by how long a replication took so far. */
class Dispatch {
  readonly #total: number;
  readonly #threads: number;
  readonly #options: RunnerOptions;
  readonly #batches: Batch[] = [];
  #next = 0;
  #done = 0;
  #millisecondsEach = 0;

  constructor(total: number, threadCount: number, options: RunnerOptions) {
    this.#total = total;
    this.#threads = threadCount;
    this.#options = options;
  }

  async run(pool: Piscina<Span, TimedBatch>): Promise<readonly Batch[]> {
    await Promise.all(Array.from({ length: this.#threads }, () => this.#lane(pool)));
    this.#options.signal?.throwIfAborted();
    return this.#batches.sort((left, right) => left.span.from - right.span.from);
  }

  async #lane(pool: Piscina<Span, TimedBatch>): Promise<void> {
    while (this.#next < this.#total) {
      this.#options.signal?.throwIfAborted();
      const from = this.#next;
      const to = Math.min(from + this.#size(), this.#total);
      this.#next = to;
      const { batch, milliseconds } = await pool.run({ from, to });
      this.#millisecondsEach = milliseconds / (to - from);
      this.#batches.push(batch);
      this.#done += to - from;
      this.#options.progress?.(this.#done, this.#total);
    }
  }

  /**
   * As many replications as fill the aim, fewer towards the end, never so few that passing them on
   * dominates.
   */
  #size(): number {
    if (this.#millisecondsEach === 0) return 1;
    const even = Math.ceil((this.#total - this.#next) / (2 * this.#threads));
    const aimed = Math.floor(batchMillisecondsAim / this.#millisecondsEach);
    const least = Math.ceil(batchMillisecondsLeast / this.#millisecondsEach);
    return Math.max(1, least, Math.min(even, aimed));
  }
}
