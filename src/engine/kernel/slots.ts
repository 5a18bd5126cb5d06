import { assert } from "#base/assert";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";

/** A handle is generation * 2^26 + slot: exact in a double with 27 bits of generation. */
const SLOTS_MAX = 67_108_864;
const GENERATIONS = 134_217_728;

/** Four numbers a slot, side by side, so that an event touches one line of memory. */
const STRIDE = 4;
const HANDLER = 0;
const SUBJECT = 1;
const GENERATION = 2;
const NEXT_FREE = 3;

/** Instead of a handler: the slot's event was cancelled, its entry is still in the calendar. */
const STALE = -1;
/** Instead of a handler: the slot is free, or its event is being run. */
const FREE = -2;

/**
 * Where pending events live while the calendar orders them: handler, subject and generation. The generation
 * is raised when an event fires or is cancelled, so that its handle is void from then on; the slot itself is
 * given out again only when its entry has left the calendar. A slot that has used up its generations is
 * retired, so that a handle never names two events.
 */
export class Slots {
  private values: Int32Array = new Int32Array(64 * STRIDE);
  private firstFree: number = -1;
  private used: number = 0;
  private readonly generations: number;

  /** `generations`: a slot is retired when its generation reaches it. */
  constructor(generations: number = GENERATIONS) {
    this.generations = generations;
  }

  /** Gives out a slot for an event. */
  take(handler: HandlerId, subject: number): number {
    const slot = this.firstFree;
    if (slot < 0) return this.takeFresh(handler, subject);
    const at = slot * STRIDE;
    this.firstFree = this.values[at + NEXT_FREE]!;
    this.values[at + HANDLER] = handler;
    this.values[at + SUBJECT] = subject;
    return slot;
  }

  /** The handle of the event in a slot that was just taken. */
  handle(slot: number): EventHandle {
    return this.values[slot * STRIDE + GENERATION]! * SLOTS_MAX + slot;
  }

  /** The handler of a slot's pending event; negative when the event was cancelled. */
  handler(slot: number): HandlerId {
    return this.values[slot * STRIDE + HANDLER]!;
  }

  /** The subject of a slot's event. */
  subject(slot: number): number {
    return this.values[slot * STRIDE + SUBJECT]!;
  }

  /** The slot of a handle whose event is pending; -1 when there is none. */
  pending(handle: EventHandle): number {
    const generation = Math.floor(handle / SLOTS_MAX);
    const slot = handle - generation * SLOTS_MAX;
    if (!(slot < this.used) || this.handler(slot) < 0) return -1;
    return this.values[slot * STRIDE + GENERATION] === generation ? slot : -1;
  }

  /** Whether a slot holds a cancelled event whose entry is still in the calendar. */
  isStale(slot: number): boolean {
    return this.handler(slot) === STALE;
  }

  /** Voids a pending event and leaves its slot to its entry. */
  cancel(slot: number): void {
    const at = slot * STRIDE;
    this.values[at + HANDLER] = STALE;
    this.values[at + GENERATION]!++;
  }

  /** Voids an event that fires now and frees its slot. */
  fire(slot: number): void {
    this.values[slot * STRIDE + GENERATION]!++;
    this.release(slot);
  }

  /** Frees a slot whose entry has left the calendar, or retires it. */
  release(slot: number): void {
    const at = slot * STRIDE;
    this.values[at + HANDLER] = FREE;
    if (this.values[at + GENERATION]! >= this.generations) return;
    this.values[at + NEXT_FREE] = this.firstFree;
    this.firstFree = slot;
  }

  /** Frees everything; handles from before stay void. */
  clear(): void {
    this.firstFree = -1;
    for (let slot = this.used - 1; slot >= 0; slot--) {
      if (this.handler(slot) >= 0) this.values[slot * STRIDE + GENERATION]!++;
      this.release(slot);
    }
  }

  private takeFresh(handler: HandlerId, subject: number): number {
    assert(this.used < SLOTS_MAX, `at most ${SLOTS_MAX} events are pending at once`);
    if (this.used * STRIDE === this.values.length) this.grow();
    const slot = this.used++;
    const at = slot * STRIDE;
    this.values[at + HANDLER] = handler;
    this.values[at + SUBJECT] = subject;
    this.values[at + GENERATION] = 1;
    return slot;
  }

  private grow(): void {
    const longer = new Int32Array(2 * this.values.length);
    longer.set(this.values);
    this.values = longer;
  }
}
