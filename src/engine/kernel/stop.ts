/** When a run ends: at whichever comes first. Without any, when the calendar is empty. */
export interface Until {
  /** ms since the epoch: everything at or before it fires, then the clock shows it. */
  readonly time?: number;
  /** At most so many further events. */
  readonly events?: number;
  /** Asked before each event, the first included; true ends the run before that event. */
  readonly when?: () => boolean;
}

/** Why a run ended. */
export interface Stop {
  /**
   * `time`, `events`, `condition`: what was asked for. `empty`: nothing is scheduled and no time was asked
   * for. `deadlock`: nothing is scheduled, yet somebody waits; or at the end some wait for each other.
   * `runaway`: more than a million events in one instant.
   */
  readonly reason: "time" | "events" | "condition" | "empty" | "deadlock" | "runaway";
  /** The clock, ms since the epoch. */
  readonly time: number;
  /** Events that fired during this run. */
  readonly events: number;
  /** For people: who waits in a deadlock, which handler ran away. */
  readonly detail?: string;
}
