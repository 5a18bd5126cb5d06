import type { Table } from "#engine/record/table";

/** One column of a table, to be read, and to be changed in rows that there are. */
export class Column {
  readonly #table: Table;
  readonly #number: number;

  /** The column `number` of a table, from 0. */
  constructor(table: Table, number: number) {
    this.#table = table;
    this.#number = number;
  }

  /** Values held: the rows of its table. */
  get length(): number {
    return this.#table.length;
  }

  /** The value at `index`; `index` is below `length`. */
  at(index: number): number {
    return this.#table.cells[this.#number * this.#table.capacity + index] as number; // below the length
  }

  /** Replaces the value at `index`, which is below `length`. */
  set(index: number, value: number): void {
    this.#table.cells[this.#number * this.#table.capacity + index] = value;
  }

  /** The values so far: a view, from which a later row may part the table. */
  view(): Float64Array {
    return this.#table.view(this.#number);
  }
}
