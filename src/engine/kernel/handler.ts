import type { Priority } from "#engine/kernel/priority";

/** The number of a registered handler, from 0 in order of registration. */
export type HandlerId = number;

/**
 * Names one scheduled event, to cancel it or to ask for it; 0 names none. It outlives its event harmlessly: a
 * handle whose event has fired or was cancelled never comes to name another event.
 */
export type EventHandle = number;

/**
 * What happens at an event of one kind. The subject is the entity it befalls: a vessel, a job, a station; a
 * whole number of 32 bits, so that an event is four numbers and nothing is allocated for it.
 */
export interface Handler {
  /** For traces and failures: `station.finish`. */
  readonly name: string;
  /** Where its events stand among those of the same instant. */
  readonly priority: Priority;
  /**
   * Called at the event, without a `this`; what it throws stops the run and is reported with time and
   * subject.
   */
  readonly run: (subject: number) => void;
  /** Names the subject for people: `vessel boxes-north/17`. The number alone when left out. */
  describe?(subject: number): string;
}
