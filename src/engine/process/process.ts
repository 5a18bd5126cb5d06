/** What `hold`, `seize` and `until` give, to be yielded at once. */
export class Wait {
  /** Whose wait it is: a wait of one model means nothing to another. */
  readonly model: object;

  constructor(model: object) {
    this.model = model;
  }
}

/**
 * What a process does: a generator that yields its waits. Each `yield` answers whether what was waited for
 * came about: always for `hold`; for `seize` and `until` false when patience ran out. `Result` is what the
 * generator returns.
 */
export type Steps<Result = void> = Generator<Wait, Result, boolean>;

/** A process as others see it. */
export interface Process<Result = unknown> {
  /** The name given at `spawn`. */
  readonly name: string;
  /** From 1, in order of spawning. */
  readonly number: number;
  /** Whether it has come to its end. A condition may ask it. */
  readonly hasEnded: boolean;
  /** What its generator returned; undefined before its end. A condition may ask it. */
  readonly result: Result | undefined;
}

/** How a process is spawned. */
export interface SpawnOptions {
  /** ms until it begins, rounded to whole ones; 0 when left out. */
  readonly delayMs?: number;
  /**
   * It serves others and may wait for ever: that it waits at the end is no deadlock. False when left out.
   */
  readonly isDaemon?: boolean;
}
