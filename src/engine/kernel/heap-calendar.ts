import type { Calendar, Keys } from "#engine/kernel/calendar";

/**
 * A 4-ary heap in typed arrays. Positions hold the time and the slot; the order number is looked up only when
 * two times are equal: moving it along with the entries costs 30 % more. It grows by doubling and never
 * shrinks.
 */
export class HeapCalendar implements Calendar {
  size: number = 0;
  private readonly source: Keys;
  private times: Float64Array = new Float64Array(64);
  private slots: Int32Array = new Int32Array(64);

  /** Of entries whose keys stand in `source`. */
  constructor(source: Keys) {
    this.source = source;
  }

  push(slot: number): void {
    if (this.size === this.times.length) this.grow();
    this.rise(this.size++, slot);
  }

  /** Adds the first entry to an empty heap: it need not be sifted. */
  begin(slot: number): void {
    this.times[0] = this.source.keys[slot << 2]!;
    this.slots[0] = slot;
    this.size = 1;
  }

  leastSlot(): number {
    return this.size === 0 ? -1 : this.slots[0]!;
  }

  removeLeast(): void {
    if (this.size > 0 && --this.size > 0) this.sink(0, this.slots[this.size]!);
  }

  renewLeast(slot: number): void {
    this.sink(0, slot);
  }

  purge(isStale: (slot: number) => boolean): void {
    const { times, slots } = this;
    let kept = 0;
    for (let position = 0; position < this.size; position++) {
      const slot = slots[position]!;
      if (isStale(slot)) continue;
      times[kept] = times[position]!;
      slots[kept++] = slot;
    }
    this.size = kept;
    for (let position = (kept - 2) >> 2; position >= 0; position--) this.sink(position, slots[position]!);
  }

  clear(): void {
    this.size = 0;
  }

  /** Moves the hole at `position` towards the root until `slot` fits into it. */
  private rise(position: number, slot: number): void {
    const { times, slots } = this;
    const { keys } = this.source;
    const time = keys[slot << 2]!;
    while (position > 0) {
      const parent = (position - 1) >> 2;
      const parentTime = times[parent]!;
      if (parentTime < time) break;
      const parentSlot = slots[parent]!;
      if (parentTime === time && keys[(parentSlot << 2) | 1]! < keys[(slot << 2) | 1]!) break;
      times[position] = parentTime;
      slots[position] = parentSlot;
      position = parent;
    }
    times[position] = time;
    slots[position] = slot;
  }

  /**
   * Moves the hole at `position` towards the leaves until `slot` fits into it. Of four children the least is
   * found without a branch, because which of them it is cannot be foreseen and a branch would be mispredicted
   * more often than not.
   */
  private sink(position: number, slot: number): void {
    const { times, slots, size } = this;
    const { keys } = this.source;
    const time = keys[slot << 2]!;
    let hole = position | 0;
    for (let first = (hole << 2) | 1; first < size; first = (hole << 2) | 1) {
      let least = first;
      if ((((hole << 2) + 4) | 0) < size) {
        const time0 = times[first]!;
        const time1 = times[(hole << 2) | 2]!;
        const time2 = times[(hole << 2) | 3]!;
        const time3 = times[((hole << 2) + 4) | 0]!;
        const left = (first + +(time1 < time0)) | 0;
        const right = (((hole << 2) | 3) + +(time3 < time2)) | 0;
        const leftTime = times[left]!;
        const rightTime = times[right]!;
        const isTied = time0 === time1 || time2 === time3 || leftTime === rightTime;
        least = (left + Math.imul(right - left, +(rightTime < leftTime))) | 0;
        if (isTied) least = this.leastChild(first, first + 4) | 0;
      } else if (first + 1 < size) least = this.leastChild(first, size) | 0;
      const leastTime = times[least]!;
      if (leastTime > time) break;
      const leastSlot = slots[least]!;
      if (leastTime === time && keys[(leastSlot << 2) | 1]! > keys[(slot << 2) | 1]!) break;
      times[hole] = leastTime;
      slots[hole] = leastSlot;
      hole = least;
    }
    times[hole] = time;
    slots[hole] = slot;
  }

  /** The position of the least entry from `first` to before `end`. */
  private leastChild(first: number, end: number): number {
    const { times, slots } = this;
    const { keys } = this.source;
    let least = first;
    for (let child = first + 1; child < end; child++) {
      const difference = times[child]! - times[least]!;
      if (
        difference < 0 ||
        (difference === 0 && keys[(slots[child]! << 2) | 1]! < keys[(slots[least]! << 2) | 1]!)
      )
        least = child;
    }
    return least;
  }

  private grow(): void {
    const times = new Float64Array(2 * this.times.length);
    const slots = new Int32Array(2 * this.slots.length);
    times.set(this.times);
    slots.set(this.slots);
    this.times = times;
    this.slots = slots;
  }
}
