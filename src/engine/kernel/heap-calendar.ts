import type { Calendar } from "#engine/kernel/calendar";

/**
 * A 4-ary heap in typed arrays. Positions hold the time and the slot; the order number stays in a column by
 * slot and is looked up only when two times are equal: moving it along with the entries costs 30 % more. It
 * grows by doubling and never shrinks.
 */
export class HeapCalendar implements Calendar {
  size: number = 0;
  private times: Float64Array = new Float64Array(64);
  private slots: Int32Array = new Int32Array(64);
  private orders: Float64Array = new Float64Array(64);

  push(time: number, order: number, slot: number): void {
    if (this.size === this.times.length) this.growHeap();
    if (slot >= this.orders.length) this.growOrders(slot);
    this.orders[slot] = order;
    this.times[this.size] = time;
    this.slots[this.size] = slot;
    this.rise(this.size++);
  }

  leastTime(): number {
    return this.size === 0 ? Infinity : this.times[0]!;
  }

  leastSlot(): number {
    return this.size === 0 ? -1 : this.slots[0]!;
  }

  removeLeast(): void {
    if (this.size === 0) return;
    const last = --this.size;
    this.times[0] = this.times[last]!;
    this.slots[0] = this.slots[last]!;
    this.sink(0);
  }

  replaceLeast(time: number, order: number, slot: number): void {
    if (this.size === 0) return this.push(time, order, slot);
    if (slot >= this.orders.length) this.growOrders(slot);
    this.orders[slot] = order;
    this.times[0] = time;
    this.slots[0] = slot;
    this.sink(0);
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
    for (let position = (kept - 2) >> 2; position >= 0; position--) this.sink(position);
  }

  clear(): void {
    this.size = 0;
  }

  /**
   * Moves the entry at `position` towards the root until it fits. A time passed as an argument would be
   * boxed.
   */
  private rise(position: number): void {
    const { times, slots, orders } = this;
    const time = times[position]!;
    const slot = slots[position]!;
    while (position > 0) {
      const parent = (position - 1) >> 2;
      const parentTime = times[parent]!;
      if (parentTime < time) break;
      const parentSlot = slots[parent]!;
      if (parentTime === time && orders[parentSlot]! < orders[slot]!) break;
      times[position] = parentTime;
      slots[position] = parentSlot;
      position = parent;
    }
    times[position] = time;
    slots[position] = slot;
  }

  /** Moves the entry at `position` towards the leaves until it fits. */
  private sink(position: number): void {
    const { times, slots, orders, size } = this;
    const time = times[position]!;
    const slot = slots[position]!;
    for (let first = 4 * position + 1; first < size; first = 4 * position + 1) {
      const child = first + 4 <= size ? leastOfFour(times, first) : -1;
      const least = child >= 0 ? child : this.leastChild(first, Math.min(first + 4, size));
      const leastTime = times[least]!;
      if (leastTime > time) break;
      const leastSlot = slots[least]!;
      if (leastTime === time && orders[leastSlot]! > orders[slot]!) break;
      times[position] = leastTime;
      slots[position] = leastSlot;
      position = least;
    }
    times[position] = time;
    slots[position] = slot;
  }

  /** The position of the least entry from `first` to before `end`. */
  private leastChild(first: number, end: number): number {
    const { times, slots, orders } = this;
    let least = first;
    for (let child = first + 1; child < end; child++) {
      const difference = times[child]! - times[least]!;
      if (difference < 0 || (difference === 0 && orders[slots[child]!]! < orders[slots[least]!]!))
        least = child;
    }
    return least;
  }

  private growHeap(): void {
    this.times = larger(this.times, new Float64Array(2 * this.times.length));
    this.slots = larger(this.slots, new Int32Array(2 * this.slots.length));
  }

  private growOrders(slot: number): void {
    this.orders = larger(this.orders, new Float64Array(Math.max(2 * this.orders.length, slot + 1)));
  }
}

/**
 * The position of the least of four times, found without a branch, because which of them is the least cannot
 * be foreseen and a branch would be mispredicted more often than not. -1 when two that meet are equal.
 */
function leastOfFour(times: Float64Array, first: number): number {
  const time0 = times[first]!;
  const time1 = times[first + 1]!;
  const time2 = times[first + 2]!;
  const time3 = times[first + 3]!;
  const left = first + +(time1 < time0);
  const right = first + 2 + +(time3 < time2);
  const leftTime = times[left]!;
  const rightTime = times[right]!;
  if (time0 === time1 || time2 === time3 || leftTime === rightTime) return -1;
  return left + (right - left) * +(rightTime < leftTime);
}

function larger<Values extends Float64Array | Int32Array>(old: Values, grown: Values): Values {
  grown.set(old);
  return grown;
}
