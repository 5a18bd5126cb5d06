import type { Batch } from "#study/experiment/batch";
import type { Plan } from "#study/experiment/plan";
import type { TidyRow } from "#study/experiment/result";
import type { Runner } from "#study/experiment/runner";
import { tidyRows } from "#study/experiment/tidy-rows";

/** The rows of a batch by replication, then variant, measure, and the run before its twin. */
export function rowsByReplication(plan: Plan, batch: Batch): readonly TidyRow[] {
  return [...tidyRows(plan, batch)].sort((left, right) => left.replication - right.replication);
}

/**
 * Hands on batches in order of their replications, in whatever order they come: one that is early waits. So
 * few wait as there are threads that were given a span before the one that is due.
 */
export class BatchOrder {
  readonly #hand: (batch: Batch) => void;
  readonly #early: Map<number, Batch> = new Map();
  #due = 0;

  constructor(hand: (batch: Batch) => void) {
    this.#hand = hand;
  }

  /** A batch comes. */
  take(batch: Batch): void {
    this.#early.set(batch.span.from, batch);
    for (let next = this.#early.get(this.#due); next !== undefined; next = this.#early.get(this.#due)) {
      this.#early.delete(this.#due);
      this.#due = next.span.to;
      this.#hand(next);
    }
  }
}

/** The same runner, whose batches somebody else sees first. */
export function watched(runner: Runner, see: (batch: Batch) => void): Runner {
  return {
    async open(study, options) {
      const sitting = await runner.open(study, options);
      return {
        run: (span, take) =>
          sitting.run(span, (batch) => {
            see(batch);
            take(batch);
          }),
        close: () => sitting.close(),
      };
    },
  };
}
