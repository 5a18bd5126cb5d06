/**
 * The keys of the entries of a calendar: the time of a slot stands at four times its number, its order beside
 * it. So no number is passed on the way that would have to be boxed. The array is replaced by a longer one as
 * slots are added.
 */
export interface Keys {
  readonly keys: Float64Array;
}

/**
 * Pending events in order of (time, order), a pair that is unique. The order number holds priority and
 * sequence, so that every implementation pops alike. An entry is a slot, whose key stands in `Keys` before it
 * is pushed and stays as it is while the calendar holds it; nothing is allocated per entry. Times are finite,
 * slots are small whole numbers, and no two entries held share a slot; the caller checks.
 */
export interface Calendar {
  /** Entries held. */
  readonly size: number;
  /** Adds an entry. */
  push(slot: number): void;
  /** The slot of the least entry; -1 when empty. */
  leastSlot(): number;
  /** Removes the least entry; does nothing when empty. */
  removeLeast(): void;
  /** Moves the least entry, that of `slot`, to where its new key, not less than its old one, wants it. */
  renewLeast(slot: number): void;
  /** Removes every entry whose slot `isStale` names, asking once per entry, and rebuilds in linear time. */
  purge(isStale: (slot: number) => boolean): void;
  /** Removes all. */
  clear(): void;
}
