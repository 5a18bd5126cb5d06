import { assert } from "#base/assert";
import type { Keys } from "#engine/kernel/calendar";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";

/** A handle is generation * 2^26 + slot: exact in a double with 27 bits of generation. */
const SLOTS_MAX = 67_108_864;
/** 2^53: no handle is given out from here on. */
const HANDLES_END = 9_007_199_254_740_992;
/**
 * The first generation, so large that no handle fits into 32 bits: the compiler need not change its mind
 * later.
 */
const FIRST_GENERATION = 64;

/*
 * Four doubles a slot, side by side, so that an event touches one line of memory: time, order, the handle of
 * its event or of its next one, and in the place of the fourth two whole numbers, handler and subject. A free
 * slot has the next free one in place of the subject.
 */
const SLOT_BITS = 2;
const HANDLE = 2;
const WHOLE_BITS = 3;
const HANDLER = 6;
const SUBJECT = 7;

/** Instead of a handler: the slot's event was cancelled, its entry is still in the calendar. */
const STALE = -1;
/** Instead of a handler: the slot is free. */
const FREE = -2;

/**
 * Where pending events live while the calendar orders them: key, handler, subject and handle. The generation
 * in the handle is raised when an event fires or is cancelled, so that its old handle is void from then on.
 * The slot itself is given out again only when its entry has left the calendar, or with its entry to the
 * first event that is scheduled while its own is being run. A slot that has used up its generations is
 * retired, so that a handle never names two events.
 */
export class Slots implements Keys {
  keys: Float64Array = new Float64Array(64 << SLOT_BITS);
  /** The same memory as whole numbers. */
  private events: Int32Array = new Int32Array(this.keys.buffer);
  private firstFree: number = -1;
  private used: number = 0;
  private readonly firstGeneration: number;

  /** `firstGeneration`: that of a new slot; the later, the fewer events it serves. */
  constructor(firstGeneration: number = FIRST_GENERATION) {
    this.firstGeneration = firstGeneration;
  }

  /** Gives out a slot, to be filled at once. */
  take(): number {
    const slot = this.firstFree;
    if (slot < 0) return this.takeFresh();
    this.firstFree = this.events[(slot << WHOLE_BITS) | SUBJECT]!;
    return slot;
  }

  /** Puts an event into a slot that was taken, or whose own event has fired. */
  fill(slot: number, handler: HandlerId, subject: number): void {
    const { events } = this;
    events[(slot << WHOLE_BITS) | HANDLER] = handler;
    events[(slot << WHOLE_BITS) | SUBJECT] = subject;
  }

  /** The handle of the event in a slot. */
  handle(slot: number): EventHandle {
    return this.keys[(slot << SLOT_BITS) | HANDLE]!;
  }

  /** The handler of a slot's event; negative when there is none, or it was cancelled. */
  handler(slot: number): HandlerId {
    return this.events[(slot << WHOLE_BITS) | HANDLER]!;
  }

  /** The subject of a slot's event. */
  subject(slot: number): number {
    return this.events[(slot << WHOLE_BITS) | SUBJECT]!;
  }

  /** The slot of a handle whose event is pending; -1 when there is none. */
  pending(handle: EventHandle): number {
    const slot = handle - Math.floor(handle / SLOTS_MAX) * SLOTS_MAX;
    return slot < this.used && this.keys[(slot << SLOT_BITS) | HANDLE] === handle && this.handler(slot) >= 0
      ? slot
      : -1;
  }

  /** Whether a slot holds a cancelled event whose entry is still in the calendar. */
  isStale(slot: number): boolean {
    return this.handler(slot) === STALE;
  }

  /** Voids a pending event and leaves its slot to its entry. */
  cancel(slot: number): void {
    this.events[(slot << WHOLE_BITS) | HANDLER] = STALE;
    this.keys[(slot << SLOT_BITS) | HANDLE]! += SLOTS_MAX;
  }

  /** Voids an event that fires now. True when its slot may serve another. */
  fire(slot: number): boolean {
    return (this.keys[(slot << SLOT_BITS) | HANDLE]! += SLOTS_MAX) < HANDLES_END;
  }

  /** Frees a slot whose entry has left the calendar, or retires it. */
  release(slot: number): void {
    this.events[(slot << WHOLE_BITS) | HANDLER] = FREE;
    if (this.keys[(slot << SLOT_BITS) | HANDLE]! >= HANDLES_END) return;
    this.events[(slot << WHOLE_BITS) | SUBJECT] = this.firstFree;
    this.firstFree = slot;
  }

  /** Frees everything; handles from before stay void. */
  clear(): void {
    this.firstFree = -1;
    for (let slot = this.used - 1; slot >= 0; slot--) {
      if (this.handler(slot) >= 0) this.keys[(slot << SLOT_BITS) | HANDLE]! += SLOTS_MAX;
      this.release(slot);
    }
  }

  private takeFresh(): number {
    assert(this.used < SLOTS_MAX, `at most ${SLOTS_MAX} events are pending at once`);
    if (this.used << SLOT_BITS === this.keys.length) this.grow();
    const slot = this.used++;
    this.keys[(slot << SLOT_BITS) | HANDLE] = this.firstGeneration * SLOTS_MAX + slot;
    return slot;
  }

  private grow(): void {
    const longer = new Float64Array(2 * this.keys.length);
    longer.set(this.keys);
    this.keys = longer;
    this.events = new Int32Array(longer.buffer);
  }
}
