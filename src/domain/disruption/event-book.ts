import type { Instant } from "#base/field";
import type { Simulation } from "#engine/kernel/simulation";

/** An instant that is tied to an event. */
export type EventInstant = Extract<Instant, { event: string }>;

/**
 * What the world knows of events, `storm.start` and `storm.end`: when they will happen, as soon as that is
 * settled, and when they happened last. What waits for an event is called with the instant that is counted
 * from it, never one of the past.
 */
export class EventBook {
  readonly #simulation: Simulation;
  /** When events will happen, or did, the last time that it was settled. */
  readonly #settled: Map<string, number> = new Map();
  readonly #happened: Map<string, number> = new Map();
  readonly #waiting: Map<string, ((time: number) => void)[]> = new Map();
  readonly #followers: Map<string, ((time: number) => void)[]> = new Map();

  constructor(simulation: Simulation) {
    this.#simulation = simulation;
  }

  /** Calls `then` each time that it is settled when the event happens, from now on. */
  each(instant: EventInstant, then: (time: number) => void): void {
    add(this.#followers, keyOf(instant), (time) => then(this.#inTime(time + instant.offset)));
  }

  /** Calls `then` the next time that it is settled when the event happens. */
  next(instant: EventInstant, then: (time: number) => void): void {
    add(this.#waiting, keyOf(instant), (time) => then(this.#inTime(time + instant.offset)));
  }

  /** Calls `then` at once when it is settled already when the event happens or happened, else like `next`. */
  once(instant: EventInstant, then: (time: number) => void): void {
    const known = this.settled(instant);
    if (known === undefined) this.next(instant, then);
    else then(this.#inTime(known));
  }

  /** The instant that is counted from an event, past or to come; undefined while nothing is settled. */
  settled(instant: EventInstant): number | undefined {
    return counted(instant, this.#settled);
  }

  /** The instant that is counted from an event that has happened; undefined before. */
  happened(instant: EventInstant): number | undefined {
    return counted(instant, this.#happened);
  }

  /** It is settled when an event happens: what is tied to it follows. */
  settle(key: string, time: number): void {
    this.#settled.set(key, time);
    const waiting = this.#waiting.get(key) ?? [];
    this.#waiting.delete(key);
    for (const then of waiting) then(time);
    for (const then of this.#followers.get(key) ?? []) then(time);
  }

  /** An event happens now. */
  happen(key: string): void {
    this.#happened.set(key, this.#simulation.now);
  }

  /** As at the start of a run: nothing has happened, and nothing waits. */
  reset(): void {
    this.#settled.clear();
    this.#happened.clear();
    this.#waiting.clear();
    this.#followers.clear();
  }

  #inTime(time: number): number {
    return Math.max(this.#simulation.now, time);
  }
}

function keyOf({ event, edge }: EventInstant): string {
  return `${event}.${edge}`;
}

function counted(instant: EventInstant, known: ReadonlyMap<string, number>): number | undefined {
  const time = known.get(keyOf(instant));
  return time === undefined ? undefined : time + instant.offset;
}

function add(
  lists: Map<string, ((time: number) => void)[]>,
  key: string,
  then: (time: number) => void,
): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [then]);
  else list.push(then);
}
