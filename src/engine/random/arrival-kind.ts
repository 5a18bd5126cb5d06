import type { KindValue } from "#base/field";
import type { Kind } from "#base/kind";
import type { Stream } from "#engine/random/stream";

/** The instants at which the voyages of one flow begin, one after the other. */
export interface Arrivals {
  /**
   * The next instant, whole ms since the epoch, never before the last one; Infinity when there are no more.
   */
  next(): number;
}

/** A part of time, ms since the epoch. */
export interface ArrivalSpan {
  readonly from: number;
  readonly until: number;
}

/** One arrival process of the language. It alone consumes its stream. */
export interface ArrivalKind extends Kind {
  /** Says what is wrong with the values taken together, or undefined. */
  problem?(values: KindValue): string | undefined;
  /** The expected number of arrivals a day over a span, that of the run, for plans and warnings. */
  ratePerDay(values: KindValue, span: ArrivalSpan): number;
  /**
   * The values of the `copy`-th process (from 1) that adds to one with these values when demand is higher.
   * The same when absent: what is random then has a stream of its own, and what has dates comes on them
   * again.
   */
  added?(values: KindValue, copy: number): KindValue;
  /** Starts the process at `start` (ms). The first arrival of a random process is one gap after `start`. */
  create(values: KindValue, stream: Stream, start: number): Arrivals;
}
