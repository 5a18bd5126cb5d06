import { printInstant } from "#base/time";

/** Where a run was when a handler threw. */
export interface FailurePlace {
  /** ms since the epoch. */
  readonly time: number;
  /** The handler's name. */
  readonly handler: string;
  /** The subject as its handler describes it. */
  readonly subject: string;
}

/**
 * A handler threw. The message names the simulated time, the handler and the entity; `cause` is what was
 * thrown.
 */
export class SimulationFailure extends Error {
  override readonly name: string = "SimulationFailure";
  readonly place: FailurePlace;

  constructor(place: FailurePlace, cause: unknown) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`at ${printInstant(place.time)}, ${place.handler} of ${place.subject}: ${reason}`, { cause });
    this.place = place;
  }
}
