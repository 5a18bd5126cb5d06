import type { Calendar, Keys } from "#engine/kernel/calendar";
import { HeapCalendar } from "#engine/kernel/heap-calendar";

/** In place of a slot: none. */
const NONE = -1;
/** With so few entries a heap alone is faster. */
const FEW = 64;
/** A rung spans so many times the mean distance of the entries from the first. */
const SPAN = 6;
/** More buckets than entries: most that come to the bottom then come alone. */
const BUCKETS_PER_ENTRY = 4;
const BUCKETS_MAX = 1_048_576;

/**
 * A ladder of one rung: entries that are due soon stand in a heap at the bottom; those of the span after it
 * lie unsorted in the buckets of the rung, each a short stretch of time; all that come later lie unsorted at
 * the top. An entry is sorted only when its bucket comes to the bottom, among the few that share it, so that
 * the cost of an event hardly grows with the number that are pending. When the rung is empty, another is laid
 * over those at the top. Which bucket an entry belongs to is one monotone function of its time, so that no
 * rounding lets a later bucket hold an earlier entry. (After Tang, Goh and Thng, "Ladder queue: An O(1)
 * priority queue structure for large-scale discrete event simulation", ACM TOMACS 15(3), 2005: one rung, and
 * a heap for the sorted bottom.)
 */
export class LadderCalendar implements Calendar {
  private readonly source: Keys;
  private readonly bottom: HeapCalendar;
  /** Entries in no order: of each slot the next in its list. */
  private nexts: Int32Array = new Int32Array(64);
  /** Of each bucket of the rung the first of its list. */
  private buckets: Int32Array = new Int32Array(0);
  /** How many there are; 0 while there is no rung, and every entry belongs to the bottom. */
  private bucketCount: number = 0;
  /** The first bucket that has not come to the bottom. */
  private current: number = 0;
  /** An entry belongs to bucket `(time - start) * scale`, rounded down. */
  private start: number = 0;
  private scale: number = 0;
  private inRung: number = 0;
  private top: number = NONE;
  private atTop: number = 0;
  /** With more than so many at the bottom, a rung laid anew would serve better. */
  private crowd: number = FEW;

  /** Of entries whose keys stand in `source`. */
  constructor(source: Keys) {
    this.source = source;
    this.bottom = new HeapCalendar(source);
  }

  get size(): number {
    return this.bottom.size + this.inRung + this.atTop;
  }

  push(slot: number): void {
    if (this.place(slot)) return;
    this.bottom.push(slot);
    if (this.bottom.size > this.crowd) this.layAnew();
  }

  leastSlot(): number {
    return this.bottom.leastSlot();
  }

  removeLeast(): void {
    this.bottom.removeLeast();
    if (this.bottom.size === 0) this.refill();
  }

  renewLeast(slot: number): void {
    if (this.place(slot)) this.removeLeast();
    else this.bottom.renewLeast(slot);
  }

  purge(isStale: (slot: number) => boolean): void {
    this.bottom.purge(isStale);
    this.emptyRung();
    let slot = this.top;
    this.top = NONE;
    this.atTop = 0;
    while (slot >= 0) {
      const next = this.nexts[slot]!;
      if (!isStale(slot)) this.putOnTop(slot);
      slot = next;
    }
    this.spread();
    if (this.bottom.size === 0) this.refill();
  }

  clear(): void {
    this.bottom.clear();
    this.emptyRung();
    this.top = NONE;
    this.atTop = 0;
    this.bucketCount = 0;
    this.crowd = FEW;
  }

  /**
   * Puts an entry into its bucket, or to the top; false, and nothing happens, when it belongs to the bottom.
   */
  private place(slot: number): boolean {
    if (this.bucketCount === 0) return false;
    const at = (this.source.keys[slot << 2]! - this.start) * this.scale;
    if (at < this.current) return false;
    if (slot >= this.nexts.length) this.growNexts(slot);
    if (at < this.bucketCount) {
      const { buckets } = this;
      const bucket = at | 0;
      this.nexts[slot] = buckets[bucket]!;
      buckets[bucket] = slot;
      this.inRung++;
    } else this.putOnTop(slot);
    return true;
  }

  private putOnTop(slot: number): void {
    this.nexts[slot] = this.top;
    this.top = slot;
    this.atTop++;
  }

  /**
   * The bottom is empty: brings the next bucket that holds anybody to it, from a new rung if this one is
   * empty.
   */
  private refill(): void {
    if (this.inRung === 0) this.layRung();
    if (this.inRung === 0) return;
    const { bottom, buckets, nexts } = this;
    let bucket = this.current;
    while (buckets[bucket]! < 0) bucket = (bucket + 1) | 0;
    const first = buckets[bucket]!;
    buckets[bucket] = NONE;
    this.current = (bucket + 1) | 0;
    bottom.begin(first);
    for (let slot = nexts[first]!; slot >= 0; slot = nexts[slot]!) bottom.push(slot);
    const { size } = bottom;
    this.inRung = (this.inRung - size) | 0;
    this.crowd = Math.max(FEW, size << 2);
  }

  /** Lays a rung over those at the top. Few, or many of one time, go to the bottom instead. */
  private layRung(): void {
    const { keys } = this.source;
    const some = this.top < 0 ? 0 : keys[this.top << 2]!;
    let first = some;
    let sum = 0;
    for (let slot = this.top; slot >= 0; slot = this.nexts[slot]!) {
      const time = keys[slot << 2]!;
      if (time < first) first = time;
      sum += time - some;
    }
    const span = SPAN * (sum / this.atTop - (first - some));
    this.bucketCount = 0;
    if (this.atTop > FEW && span > 0) this.openRung(first, span);
    this.spread();
    this.crowd = Math.max(FEW, 2 * this.bottom.size);
  }

  private openRung(start: number, span: number): void {
    this.bucketCount = 64;
    while (this.bucketCount < BUCKETS_PER_ENTRY * this.atTop && this.bucketCount < BUCKETS_MAX)
      this.bucketCount *= 2;
    if (this.bucketCount > this.buckets.length) this.buckets = new Int32Array(this.bucketCount).fill(NONE);
    this.start = start;
    this.scale = this.bucketCount / span;
    this.current = 0;
  }

  /** Moves those at the top to where they belong. */
  private spread(): void {
    let slot = this.top;
    this.top = NONE;
    this.atTop = 0;
    while (slot >= 0) {
      const next = this.nexts[slot]!;
      if (!this.place(slot)) this.bottom.push(slot);
      slot = next;
    }
  }

  /** Sends everybody to the top and begins again, because too many had come to the bottom. */
  private layAnew(): void {
    this.bottom.purge((slot) => {
      if (slot >= this.nexts.length) this.growNexts(slot);
      this.putOnTop(slot);
      return true;
    });
    this.emptyRung();
    this.refill();
  }

  /** Sends those in the rung to the top. */
  private emptyRung(): void {
    for (let bucket = this.current; this.inRung > 0; bucket++) {
      let slot = this.buckets[bucket]!;
      this.buckets[bucket] = NONE;
      while (slot >= 0) {
        const next = this.nexts[slot]!;
        this.putOnTop(slot);
        this.inRung--;
        slot = next;
      }
    }
  }

  private growNexts(slot: number): void {
    const longer = new Int32Array(Math.max(2 * this.nexts.length, slot + 1));
    longer.set(this.nexts);
    this.nexts = longer;
  }
}
