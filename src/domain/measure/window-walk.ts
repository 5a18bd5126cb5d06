import { assert } from "#base/assert";
import type { Span } from "#domain/measure/span";
import type { Tally } from "#domain/measure/tally";
import { entriesUntil, instantAt } from "#domain/measure/tally";

/**
 * Walks t from `from` (included) to `until` (not) and knows, at every t, the counts F(t) and F_twin(t) in the
 * window [t, t + w) that starts there. Both are constant between the changes at which an event comes into the
 * window (at its time less w, plus 1 ms) or leaves it (1 ms after its time), for instants are whole ms: so
 * the walk stops at every piece, is exact, and is linear in the events.
 */
export class WindowWalk {
  /**
   * The piece in hand: from `at` (included) to `next` (not). Empty before the first `advance` and at the end.
   */
  at: number;
  next: number;
  /** F and F_twin in it. */
  count: number = 0;
  twinCount: number = 0;
  readonly #run: Edge;
  readonly #twin: Edge;
  readonly #until: number;

  constructor(run: Tally, twin: Tally, span: Span & { readonly window: number }) {
    this.at = span.from;
    this.next = span.from;
    this.#until = span.until;
    this.#run = new Edge(run, span.window, span.from);
    this.#twin = new Edge(twin, span.window, span.from);
  }

  /** Goes to the next piece; false when there is none. */
  advance(): boolean {
    if (this.next >= this.#until) return false;
    this.at = this.next;
    this.count = this.#run.moveTo(this.at);
    this.twinCount = this.#twin.moveTo(this.at);
    this.next = Math.min(this.#until, this.#run.nextChange, this.#twin.nextChange);
    assert(this.next > this.at, "a walk over windows moves on");
    return true;
  }

  /** Q = F ÷ F_twin; NaN where the twin has nothing. */
  get share(): number {
    return this.twinCount > 0 ? this.count / this.twinCount : NaN;
  }
}

/**
 * The window over one tally: entries before `tail` are behind it, those from `head` on have not come in yet.
 */
class Edge {
  nextChange: number = -Infinity;
  readonly #tally: Tally;
  readonly #window: number;
  #head: number;
  #tail: number;

  constructor(tally: Tally, window: number, from: number) {
    this.#tally = tally;
    this.#window = window;
    this.#tail = entriesUntil(tally.times, from - 1);
    this.#head = entriesUntil(tally.times, from + window - 1);
  }

  moveTo(at: number): number {
    const { times, totals } = this.#tally;
    while (instantAt(times, this.#tail) < at) this.#tail += 1;
    while (instantAt(times, this.#head) < at + this.#window) this.#head += 1;
    const leavingAt = instantAt(times, this.#tail) + 1;
    const comingAt = instantAt(times, this.#head) - this.#window + 1;
    this.nextChange = Math.min(leavingAt, comingAt);
    return totalBefore(totals, this.#head) - totalBefore(totals, this.#tail);
  }
}

/** The total of the entries before an index. */
function totalBefore(totals: Float64Array, index: number): number {
  return index > 0 ? (totals[index - 1] as number) : 0; // index is at most the length
}
