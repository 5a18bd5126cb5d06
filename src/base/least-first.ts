/** A heap of values by key: the least key comes out first, of equal keys the one that went in first. */
export class LeastFirst<T> {
  // One column for each, so that nothing is allocated for what goes in.
  readonly #keys: number[] = [];
  readonly #turns: number[] = [];
  readonly #values: T[] = [];
  #turn = 0;

  /** How many are in it. */
  get size(): number {
    return this.#keys.length;
  }

  /** Puts a value in. */
  push(key: number, value: T): void {
    const keys = this.#keys;
    const turn = this.#turn++;
    let at = keys.length;
    this.#put(at, key, turn, value);
    while (at > 0) {
      const parent = (at - 1) >> 1;
      // What goes in last comes after its equals.
      if ((keys[parent] as number) <= key) break; // inside the heap
      this.#move(parent, at);
      at = parent;
    }
    this.#put(at, key, turn, value);
  }

  /** Takes the first out; undefined when it is empty. */
  pop(): T | undefined {
    const first = this.#values[0];
    const key = this.#keys.pop();
    const turn = this.#turns.pop();
    const value = this.#values.pop() as T; // as many as keys
    if (key !== undefined && turn !== undefined && this.#keys.length > 0) this.#sink(key, turn, value);
    return first;
  }

  #sink(key: number, turn: number, value: T): void {
    const size = this.#keys.length;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= size) break;
      if (child + 1 < size && this.#isBefore(child + 1, child)) child += 1;
      if (!this.#isAhead(child, key, turn)) break;
      this.#move(child, at);
      at = child;
    }
    this.#put(at, key, turn, value);
  }

  #isBefore(one: number, other: number): boolean {
    return this.#isAhead(one, this.#keys[other] as number, this.#turns[other] as number); // inside the heap
  }

  #isAhead(one: number, key: number, turn: number): boolean {
    const own = this.#keys[one] as number; // inside the heap
    return own < key || (own === key && (this.#turns[one] as number) < turn); // the same
  }

  #move(from: number, to: number): void {
    this.#put(to, this.#keys[from] as number, this.#turns[from] as number, this.#values[from] as T); // inside
  }

  #put(at: number, key: number, turn: number, value: T): void {
    this.#keys[at] = key;
    this.#turns[at] = turn;
    this.#values[at] = value;
  }
}
