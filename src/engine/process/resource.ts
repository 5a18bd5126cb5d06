import type { Process } from "#engine/process/process";

/** How a resource is made. */
export interface ResourceOptions {
  /** Units that may be held at once: whole, 0 or more; 1 when left out. */
  readonly capacity?: number;
}

/** How a process asks for units of a resource. */
export interface SeizeOptions {
  /** Units: whole, 1 or more; 1 when left out. */
  readonly amount?: number;
  /** Who is served first: the least, and of equal ones the first to come; 0 when left out. */
  readonly priority?: number;
  /** ms, rounded to whole ones, after which it gives up and `yield` answers false; for ever when left out. */
  readonly patienceMs?: number;
}

/** How a process waits for a condition. */
export interface UntilOptions {
  /** ms, rounded to whole ones, after which it gives up and `yield` answers false; for ever when left out. */
  readonly patienceMs?: number;
}

/**
 * Units that processes hold: berths, tugs, cranes. They are given strictly in order: while the first in line
 * needs more than is free, nobody behind it gets any. All but `figures` may be read by a condition.
 */
export interface Resource {
  readonly name: string;
  /** Units that may be held at once, as it is now. */
  readonly capacity: number;
  /** Units held. */
  readonly held: number;
  /** Units that nobody holds; below 0 while capacity was cut to less than is held. */
  readonly free: number;
  /** Processes that wait in line. */
  readonly queue: number;
  /** Who holds some, in no order that means anything. */
  readonly holders: readonly Process[];
  /** What was counted since the end of the warm-up. */
  readonly figures: ResourceFigures;
  /**
   * Changes the capacity. With less than is held nothing is taken away, and nothing is given until enough has
   * come back; who is to stop at once is interrupted.
   */
  setCapacity(capacity: number): void;
}

/** What a resource counted since the end of the warm-up, up to now; NaN where nothing was. */
export interface ResourceFigures {
  /** Waits of those who came since then and got what they asked for, waits of 0 included. */
  readonly waits: number;
  /** Their mean, ms. */
  readonly meanWaitMs: number;
  /** Who came since then and gave up, or was interrupted in line. */
  readonly gaveUp: number;
  /** Time average of those in line. */
  readonly meanQueue: number;
  /** Time average of units held over that of the capacity. */
  readonly utilisation: number;
}

/** How a wait in line ended. */
export type WaitOutcome = "granted" | "gave-up" | "interrupted";

/** One wait in line, of 0 ms for who got its units at once: what an observer of a model is told. */
export interface WaitRow {
  readonly resource: string;
  /** The name and number of the process. */
  readonly process: string;
  readonly number: number;
  readonly amount: number;
  /** ms: when it asked, and when its wait ended. */
  readonly from: number;
  readonly until: number;
  readonly outcome: WaitOutcome;
}
