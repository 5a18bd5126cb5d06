import type { Admission, Line } from "#domain/passage/admission-kind";
import type { SlotPace } from "#domain/passage/slot-pace";
import type { SlotShares } from "#domain/passage/slot-shares";

/**
 * Booked slots at work, of one line. Slots stand as those of `slots`, and some are kept for a class.
 *
 * - **Who books.** A vessel of a class that has slots books once, when the passage is told of it: `ahead`
 *   before it expects to come, or as its voyage begins or turns to the passage, if that is later. It gets the
 *   first slot of its class that stands after it comes, at most `within` later, and that nobody has booked;
 *   with none it is not booked. What it expects is what its route says without waits, and slots stand where
 *   the pace of that moment puts them.
 * - **Who enters.** At a slot the vessel that has booked it, if it came before; else the first of those in
 *   line who have no booking. One who is early waits for its own slot, and never takes another's place; so a
 *   slot that only such vessels could take is lost. One that comes at the very instant of a slot is late.
 * - **Who is late** has lost its slot, and waits in line like those who never booked, by its arrival. So does
 *   one whose slot stood in a closure: closures lose slots, and the grid does not move.
 * - **Bookings are of a slot by its number**: a factor, or a step in the schedule of the rate, that stretches
 *   what is left to a slot takes its booking along. A step in the shares is of the slots that stand after it,
 *   but for those that bookings had already reached.
 */
export class BookedSlots implements Admission {
  readonly #pace: SlotPace;
  readonly #shares: SlotShares;
  readonly #withinMs: number;
  readonly #line: Line;
  /** The vessel of each booked slot, and the slot of each vessel that has one. */
  readonly #vesselOf: Map<number, number> = new Map();
  readonly #slotOf: Map<number, number> = new Map();
  /** Those with a booking who wait. */
  readonly #here: Set<number> = new Set();

  constructor(pace: SlotPace, shares: SlotShares, at: { readonly withinMs: number; readonly line: Line }) {
    this.#pace = pace;
    this.#shares = shares;
    this.#withinMs = at.withinMs;
    this.#line = at.line;
  }

  admitsAtOnce(): boolean {
    return false;
  }

  next(time: number, isInclusive: boolean): number {
    return this.#pace.grid.next(time, isInclusive);
  }

  chosen(time: number): number {
    const booker = this.#vesselOf.get(this.#pace.grid.numberFrom(time));
    return booker !== undefined && this.#here.has(booker) ? booker : this.#firstUnbooked(time);
  }

  expected(job: number, eta: number): void {
    const vesselClass = this.#line.vesselClass(job);
    if (!this.#shares.has(vesselClass)) return;
    const slot = this.#freeSlot(vesselClass, eta);
    if (slot < 0) return;
    this.#vesselOf.set(slot, job);
    this.#slotOf.set(job, slot);
  }

  forgotten(job: number): void {
    const slot = this.#slotOf.get(job);
    if (slot === undefined) return;
    this.#vesselOf.delete(slot);
    this.#slotOf.delete(job);
    this.#here.delete(job);
  }

  joined(job: number, time: number): void {
    if (this.#hasBooking(job, time)) this.#here.add(job);
  }

  left(job: number): void {
    this.#here.delete(job);
  }

  admit(time: number, job: number): void {
    this.#pace.grid.take(time);
    this.forgotten(job);
  }

  scale(time: number, factor: number): void {
    this.#dealBefore(time);
    this.#pace.scale(time, factor);
  }

  change(time: number): void {
    this.#dealBefore(time);
    if (this.#pace.changesAt(time)) this.#pace.change(time);
  }

  #firstUnbooked(time: number): number {
    const line = this.#line;
    let job = line.first();
    while (job >= 0 && (this.#hasBooking(job, time) || line.came(job) === time)) job = line.behind(job);
    return job;
  }

  /** Whether a vessel has booked a slot that is still to come; of one that has passed nothing is left. */
  #hasBooking(job: number, time: number): boolean {
    const slot = this.#slotOf.get(job);
    if (slot === undefined) return false;
    if (this.#pace.grid.isAhead(slot, time)) return true;
    this.forgotten(job);
    return false;
  }

  /** The first slot that this class may book for a vessel that comes at `eta`; -1: there is none. */
  #freeSlot(vesselClass: number, eta: number): number {
    const { grid } = this.#pace;
    const latest = eta + this.#withinMs;
    for (let slot = grid.numberFrom(eta); grid.instantOf(slot) <= latest; slot++) {
      const isTaken = this.#vesselOf.has(slot) || !grid.isAhead(slot, eta);
      if (!isTaken && this.#owner(slot) === vesselClass) return slot;
    }
    return -1;
  }

  #owner(slot: number): number {
    return this.#shares.owner(slot, (number) => this.#pace.grid.instantOf(number));
  }

  /** Slots that stand before a change of the pace are dealt by the shares of their time. */
  #dealBefore(time: number): void {
    const slots = this.#pace.grid.numberFrom(time);
    if (slots > 0) this.#owner(slots - 1);
  }
}
