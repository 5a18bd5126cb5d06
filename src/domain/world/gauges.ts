import { assert } from "#base/assert";

/** What a rule may watch. */
export type GaugeName = "queue";

/** Live state that a rule may watch: never rows, never the twin. */
export class Gauges {
  readonly #queues: Map<number, () => number> = new Map();

  /** Tells how the queue of an element is read. */
  addQueue(element: number, read: () => number): void {
    this.#queues.set(element, read);
  }

  /** How many wait at an element now. */
  queue(element: number): number {
    const read = this.#queues.get(element);
    assert(read !== undefined, "a gauge is watched where there is a queue");
    return read();
  }
}
