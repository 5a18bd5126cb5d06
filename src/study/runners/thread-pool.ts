import { setFlagsFromString } from "node:v8";
import { Piscina } from "piscina";

/** Of the engine of JavaScript: a thread that begins from now on compiles its code itself. */
const COMPILE_IN_PLACE = "--no-concurrent-recompilation";

/** What the threads of a pool run. */
export interface PoolOptions {
  /** URL of the file whose export `task` is called with each message. */
  readonly worker: string;
  readonly threads: number;
  /** What each thread is opened with. */
  readonly data?: unknown;
  /** Ends all threads at once: what one of them would give is not kept anyway. */
  readonly signal?: AbortSignal;
}

/** Threads that answer messages. */
export class ThreadPool<Message, Answer> {
  readonly #pool: Piscina<Message, Answer>;
  readonly #signal: AbortSignal | undefined;
  readonly #stop = (): void => void this.#end();
  #ended: Promise<void> | undefined = undefined;

  constructor({ worker, threads, data, signal }: PoolOptions) {
    signal?.throwIfAborted();
    // Every core has a simulating thread: a compiling one beside it would take its time from another.
    setFlagsFromString(COMPILE_IN_PLACE);
    this.#pool = new Piscina<Message, Answer>({
      filename: worker,
      name: "task",
      minThreads: threads,
      maxThreads: threads,
      workerData: data,
    });
    // A thread that cannot start fails its message, which says so; unheard, it would end the process besides.
    this.#pool.on("error", () => {});
    this.#signal = signal;
    signal?.addEventListener("abort", this.#stop, { once: true });
  }

  /** The answer of whichever thread is free. Rejects with the signal's reason when it ends the pool. */
  async ask(message: Message): Promise<Answer> {
    try {
      return await this.#pool.run(message);
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw error;
    }
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    this.#signal?.removeEventListener("abort", this.#stop);
    await this.#end();
  }

  /**
   * Once only: a second time, before the threads of the first have ended, would let the pool start others in
   * their place.
   */
  #end(): Promise<void> {
    this.#ended ??= this.#pool.destroy();
    return this.#ended;
  }
}
