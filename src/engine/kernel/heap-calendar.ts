import type { Calendar } from "#engine/kernel/calendar";

/**
 * A 4-ary heap in typed arrays. Positions hold the time and the slot; the order number stays in a column by slot and
 * is looked up only when two times are equal: moving it along with the entries costs 30 % more. It grows by doubling
 * and never shrinks.
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
    this.rise(this.size++, time, slot);
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
    this.sink(0, this.times[last]!, this.slots[last]!);
  }

  replaceLeast(time: number, order: number, slot: number): void {
    if (this.size === 0) return this.push(time, order, slot);
    if (slot >= this.orders.length) this.growOrders(slot);
    this.orders[slot] = order;
    this.sink(0, time, slot);
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
    for (let position = (kept - 2) >> 2; position >= 0; position--) {
      this.sink(position, times[position]!, slots[position]!);
    }
  }

  clear(): void {
    this.size = 0;
  }

  /** Moves a hole from `position` towards the root until the entry fits, and puts it there. */
  private rise(position: number, time: number, slot: number): void {
    const { times, slots, orders } = this;
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

  /** Moves a hole from `position` towards the leaves until the entry fits, and puts it there. */
  private sink(position: number, time: number, slot: number): void {
    const { times, slots, orders, size } = this;
    for (;;) {
      let least = 4 * position + 1;
      if (least >= size) break;
      let leastTime = times[least]!;
      const end = Math.min(least + 4, size);
      for (let child = least + 1; child < end; child++) {
        const childTime = times[child]!;
        if (childTime > leastTime) continue;
        if (childTime === leastTime && orders[slots[child]!]! > orders[slots[least]!]!) continue;
        least = child;
        leastTime = childTime;
      }
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

  private growHeap(): void {
    this.times = larger(this.times, new Float64Array(2 * this.times.length));
    this.slots = larger(this.slots, new Int32Array(2 * this.slots.length));
  }

  private growOrders(slot: number): void {
    this.orders = larger(this.orders, new Float64Array(Math.max(2 * this.orders.length, slot + 1)));
  }
}

function larger<Values extends Float64Array | Int32Array>(old: Values, grown: Values): Values {
  grown.set(old);
  return grown;
}
