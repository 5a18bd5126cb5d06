/** A growing column of numbers in a typed array: appended to, read as a view, emptied without freeing. */
export class Column {
  /** Values held. */
  length: number = 0;
  #values: Float64Array;

  constructor(capacity: number = 64) {
    this.#values = new Float64Array(capacity);
  }

  /** Appends one value. Amortised constant time: the array doubles when full. */
  push(value: number): void {
    if (this.length === this.#values.length) this.#grow();
    this.#values[this.length++] = value;
  }

  /** The value at `index`; `index` is below `length`. */
  at(index: number): number {
    return this.#values[index] as number; // a Float64Array has a number at every index below its length
  }

  /** Replaces the value at `index`, which is below `length`. */
  set(index: number, value: number): void {
    this.#values[index] = value;
  }

  /** The values so far: a view, which a later `push` may detach from the column. */
  view(): Float64Array {
    return this.#values.subarray(0, this.length);
  }

  /** Forgets all values and keeps the memory. */
  clear(): void {
    this.length = 0;
  }

  #grow(): void {
    const larger = new Float64Array(Math.max(64, this.#values.length * 2));
    larger.set(this.#values);
    this.#values = larger;
  }
}
