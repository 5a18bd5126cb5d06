/** A heap of values by key: the least key comes out first, of equal keys the one that went in first. */
export class LeastFirst<T> {
  readonly #entries: { readonly key: number; readonly turn: number; readonly value: T }[] = [];
  #turn = 0;

  /** How many are in it. */
  get size(): number {
    return this.#entries.length;
  }

  /** Puts a value in. */
  push(key: number, value: T): void {
    const entries = this.#entries;
    const entry = { key, turn: this.#turn++, value };
    let at = entries.push(entry) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = entries[parent];
      if (above === undefined || isBefore(above, entry)) break;
      entries[at] = above;
      at = parent;
    }
    entries[at] = entry;
  }

  /** Takes the first out; undefined when it is empty. */
  pop(): T | undefined {
    const entries = this.#entries;
    const [first] = entries;
    const last = entries.pop();
    if (first === undefined || last === undefined || entries.length === 0) return first?.value;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      const [left, right] = [entries[child], entries[child + 1]];
      if (left === undefined) break;
      if (right !== undefined && isBefore(right, left)) child += 1;
      const lesser = entries[child];
      if (lesser === undefined || isBefore(last, lesser)) break;
      entries[at] = lesser;
      at = child;
    }
    entries[at] = last;
    return first.value;
  }
}

interface Ranked {
  readonly key: number;
  readonly turn: number;
}

function isBefore(one: Ranked, other: Ranked): boolean {
  return one.key < other.key || (one.key === other.key && one.turn < other.turn);
}
