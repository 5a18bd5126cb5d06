import { assert } from "#base/assert";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";

/** A handle is generation * 2^26 + slot: exact in a double with 27 bits of generation. */
const SLOTS_MAX = 2 ** 26;
const GENERATIONS = 2 ** 27;

/** In `handlers`: the slot's event was cancelled, its entry is still in the calendar. */
const STALE = -1;
/** In `handlers`: the slot is free, or its event is being run. */
const FREE = -2;

/**
 * Where pending events live while the calendar orders them: a column for the handler, one for the subject, one for
 * the generation. The generation is raised when an event fires or is cancelled, so that its handle is void from then
 * on; the slot itself is given out again only when its entry has left the calendar. A slot that has used up its
 * generations is retired, so that a handle never names two events.
 */
export class Slots {
  handlers: Int32Array = new Int32Array(64);
  subjects: Int32Array = new Int32Array(64);
  private generations: Int32Array = new Int32Array(64).fill(1);
  private free: Int32Array = new Int32Array(64);
  private freeCount: number = 0;
  private used: number = 0;
  private readonly lastGeneration: number;

  /** `generations`: how often a slot may serve before it is retired. */
  constructor(generations: number = GENERATIONS) {
    this.lastGeneration = generations;
  }

  /** Gives out a slot for an event. */
  take(handler: HandlerId, subject: number): number {
    const slot = this.freeCount > 0 ? this.free[--this.freeCount]! : this.fresh();
    this.handlers[slot] = handler;
    this.subjects[slot] = subject;
    return slot;
  }

  /** The handle of the event in a slot that was just taken. */
  handle(slot: number): EventHandle {
    return this.generations[slot]! * SLOTS_MAX + slot;
  }

  /** The slot of a handle whose event is pending; -1 when there is none. */
  pending(handle: EventHandle): number {
    const generation = Math.floor(handle / SLOTS_MAX);
    const slot = handle - generation * SLOTS_MAX;
    return slot < this.used && this.generations[slot] === generation && this.handlers[slot]! >= 0 ? slot : -1;
  }

  /** Whether a slot holds a cancelled event whose entry is still in the calendar. */
  isStale(slot: number): boolean {
    return this.handlers[slot] === STALE;
  }

  /** Voids a pending event and leaves its slot to its entry. */
  cancel(slot: number): void {
    this.handlers[slot] = STALE;
    this.generations[slot]!++;
  }

  /** Frees the slot of an event that fires now. */
  fire(slot: number): void {
    this.generations[slot]!++;
    this.release(slot);
  }

  /** Frees a slot whose entry has left the calendar, or retires it. */
  release(slot: number): void {
    this.handlers[slot] = FREE;
    if (this.generations[slot]! >= this.lastGeneration) return;
    this.free[this.freeCount++] = slot;
  }

  /** Frees everything; handles from before stay void. */
  clear(): void {
    this.freeCount = 0;
    for (let slot = this.used - 1; slot >= 0; slot--) {
      if (this.handlers[slot]! >= 0) this.generations[slot]!++;
      this.release(slot);
    }
  }

  private fresh(): number {
    assert(this.used < SLOTS_MAX, `at most ${SLOTS_MAX} events are pending at once`);
    if (this.used === this.handlers.length) this.grow();
    return this.used++;
  }

  private grow(): void {
    const length = 2 * this.handlers.length;
    this.handlers = copied(this.handlers, new Int32Array(length));
    this.subjects = copied(this.subjects, new Int32Array(length));
    this.generations = copied(this.generations, new Int32Array(length).fill(1));
    this.free = copied(this.free, new Int32Array(length));
  }
}

function copied(old: Int32Array, grown: Int32Array): Int32Array {
  grown.set(old);
  return grown;
}
