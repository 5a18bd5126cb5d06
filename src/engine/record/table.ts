/**
 * Cells of a line of memory, by which columns are longer than a power of two: else the ends of all would fall
 * on the same few lines of the processor's cache.
 */
const APART = 8;

/** The cells of a table without room. */
const NOTHING = new Float64Array(0);

/**
 * Growing rows of numbers, kept column by column in one array, so that writing a row costs one look at its
 * end. The cell of row `r` in column `c` is `cells[c * capacity + r]`; both are replaced when the table
 * grows: read them after `append`.
 */
export class Table {
  /** Rows held. */
  length: number = 0;
  /** Rows for which there is room. */
  capacity: number;
  cells: Float64Array;
  readonly #width: number;

  /** With `width` columns, and room for `capacity` rows, 1 or more, before it grows. */
  constructor(width: number, capacity: number = 64) {
    this.#width = width;
    this.capacity = capacity;
    this.cells = new Float64Array(width * capacity);
  }

  /**
   * Adds a row and returns its number, which is where its first cell is; the next are each `capacity`
   * further. They hold anything: the caller sets them all. Amortised constant time: the room doubles when
   * full.
   */
  append(): number {
    if (this.length === this.capacity) this.#grow();
    return this.length++;
  }

  /** The cells of one column: a view, from which a later `append` may part the table. */
  view(column: number): Float64Array {
    const first = column * this.capacity;
    return this.cells.subarray(first, first + this.length);
  }

  /** Forgets all rows and keeps the memory. */
  clear(): void {
    this.length = 0;
  }

  /** Takes the room of another table of that width, which is left without any. Neither holds rows then. */
  inherit(other: Table): void {
    this.length = 0;
    this.capacity = other.capacity;
    this.cells = other.cells;
    other.length = 0;
    other.capacity = 0;
    other.cells = NOTHING;
  }

  #grow(): void {
    const capacity = 2 * this.capacity + APART;
    const larger = new Float64Array(this.#width * capacity);
    for (let column = 0; column < this.#width; column++) larger.set(this.view(column), column * capacity);
    this.cells = larger;
    this.capacity = capacity;
  }
}
