import type { Span, Timed } from "#study/experiment/batch";

/** A batch below this is mostly the cost of passing it on. */
const batchMillisecondsLeast = 20;
/** A batch above this makes progress jerky and leaves threads idle at the end. */
const batchMillisecondsAim = 200;

/** What is to be done, on how many threads. */
export interface DispatchOptions {
  /** Replications in all, 1 or more. */
  readonly total: number;
  readonly threads: number;
  /** Called after each span with the replications done so far and their number. */
  readonly progress?: (done: number, total: number) => void;
  /** Stops between spans: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/**
 * Hands out spans of replications, each thread one at a time, sized by how long a replication took so far.
 * The parts come back in the order of their spans.
 */
export async function dispatchSpans<Part>(
  work: (span: Span) => Promise<Timed<Part>>,
  options: DispatchOptions,
): Promise<readonly Part[]> {
  return new Dispatch(work, options).run();
}

class Dispatch<Part> {
  readonly #work: (span: Span) => Promise<Timed<Part>>;
  readonly #options: DispatchOptions;
  readonly #parts: { readonly from: number; readonly part: Part }[] = [];
  #next = 0;
  #done = 0;
  #millisecondsEach = 0;

  constructor(work: (span: Span) => Promise<Timed<Part>>, options: DispatchOptions) {
    this.#work = work;
    this.#options = options;
  }

  async run(): Promise<readonly Part[]> {
    await Promise.all(Array.from({ length: this.#options.threads }, () => this.#lane()));
    this.#options.signal?.throwIfAborted();
    return this.#parts.sort((left, right) => left.from - right.from).map(({ part }) => part);
  }

  async #lane(): Promise<void> {
    const { total, signal, progress } = this.#options;
    while (this.#next < total) {
      signal?.throwIfAborted();
      const from = this.#next;
      const to = Math.min(from + this.#size(), total);
      this.#next = to;
      const { part, milliseconds } = await this.#work({ from, to });
      this.#millisecondsEach = milliseconds / (to - from);
      this.#parts.push({ from, part });
      this.#done += to - from;
      progress?.(this.#done, total);
    }
  }

  /**
   * As many replications as fill the aim, fewer towards the end, never so few that passing them on
   * dominates.
   */
  #size(): number {
    if (this.#millisecondsEach === 0) return 1;
    const { total, threads } = this.#options;
    const even = Math.ceil((total - this.#next) / (2 * threads));
    const aimed = Math.floor(batchMillisecondsAim / this.#millisecondsEach);
    const least = Math.ceil(batchMillisecondsLeast / this.#millisecondsEach);
    return Math.max(1, least, Math.min(even, aimed));
  }
}
