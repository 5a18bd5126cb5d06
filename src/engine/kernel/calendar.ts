/**
 * Pending events in order of (time, order), a pair that is unique. The order number holds priority and
 * sequence, so that every implementation pops alike. An entry is a time, an order and a slot of the caller;
 * nothing is allocated per entry. Times are finite, slots are small whole numbers, and no two entries held
 * share a slot; the caller checks.
 */
export interface Calendar {
  /** Entries held. */
  readonly size: number;
  /** Adds an entry. */
  push(time: number, order: number, slot: number): void;
  /** The time of the least entry; Infinity when empty. */
  leastTime(): number;
  /** The slot of the least entry; -1 when empty. */
  leastSlot(): number;
  /** Removes the least entry; does nothing when empty. */
  removeLeast(): void;
  /**
   * Removes the least entry and adds another, which may take over its slot, in one sift. Adds it when empty.
   */
  replaceLeast(time: number, order: number, slot: number): void;
  /** Removes every entry whose slot `isStale` names, asking once per entry, and rebuilds in linear time. */
  purge(isStale: (slot: number) => boolean): void;
  /** Removes all. */
  clear(): void;
}
