import type { Span, Timed } from "#study/experiment/batch";

/** A batch below this is mostly the cost of passing it on. */
const batchMillisecondsLeast = 20;
/** A batch above this makes progress jerky and leaves threads idle at the end. */
const batchMillisecondsAim = 200;

/** What is to be done, on how many threads. */
export interface DispatchOptions<Part> {
  /** The replications to run, 1 or more. */
  readonly span: Span;
  readonly threads: number;
  /** Called with each part as it comes, in whatever order, and the replications that it holds. */
  readonly take: (part: Part, span: Span) => void;
  /** Stops between parts: the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal;
}

/** Hands out parts of a span, each thread one at a time, sized by how long a replication took so far. */
export async function dispatchSpans<Part>(
  work: (span: Span) => Promise<Timed<Part>>,
  options: DispatchOptions<Part>,
): Promise<void> {
  return new Dispatch(work, options).run();
}

class Dispatch<Part> {
  readonly #work: (span: Span) => Promise<Timed<Part>>;
  readonly #options: DispatchOptions<Part>;
  #next: number;
  #millisecondsEach = 0;

  constructor(work: (span: Span) => Promise<Timed<Part>>, options: DispatchOptions<Part>) {
    this.#work = work;
    this.#options = options;
    this.#next = options.span.from;
  }

  async run(): Promise<void> {
    await Promise.all(Array.from({ length: this.#options.threads }, () => this.#lane()));
    this.#options.signal?.throwIfAborted();
  }

  async #lane(): Promise<void> {
    const { span, signal, take } = this.#options;
    while (this.#next < span.to) {
      signal?.throwIfAborted();
      const from = this.#next;
      const to = Math.min(from + this.#size(), span.to);
      this.#next = to;
      const { part, milliseconds } = await this.#work({ from, to });
      this.#millisecondsEach = milliseconds / (to - from);
      take(part, { from, to });
    }
  }

  /**
   * As many replications as fill the aim, fewer towards the end, never so few that passing them on
   * dominates.
   */
  #size(): number {
    if (this.#millisecondsEach === 0) return 1;
    const { span, threads } = this.#options;
    const even = Math.ceil((span.to - this.#next) / (2 * threads));
    const aimed = Math.floor(batchMillisecondsAim / this.#millisecondsEach);
    const least = Math.ceil(batchMillisecondsLeast / this.#millisecondsEach);
    return Math.max(1, least, Math.min(even, aimed));
  }
}
