import { Table } from "#engine/record/table";

/** The rows of all series side by side: those of series `s` stand from `from[s]` to before `from[s + 1]`. */
interface BySeries {
  readonly length: number;
  readonly from: Int32Array;
  /** Beside the column of series itself, which is left out. */
  readonly columns: readonly Float64Array[];
}

/**
 * Rows of named series, all of one width. They are written one after the other, whatever their series, so
 * that writing touches one end of memory and not as many as there are series; they are brought together by
 * series, each in the order of writing, when somebody reads them.
 */
export class SeriesTable {
  /**
   * The rows as they are written: column 0 is the series, the others are the writer's, who appends and sets
   * all cells.
   */
  readonly log: Table;
  readonly #width: number;
  readonly #names: string[] = [];
  readonly #numbers: Map<string, number> = new Map();
  #sorted: BySeries | undefined = undefined;

  /** With `width` columns beside that of the series. */
  constructor(width: number) {
    this.#width = width;
    this.log = new Table(width + 1);
  }

  /** Declares a series and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const series = this.#names.push(name) - 1;
    this.#numbers.set(name, series);
    return series;
  }

  /** The number of a declared series; -1 when nothing declared it. */
  number(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  /** The declared names, in order of declaration. */
  get names(): readonly string[] {
    return this.#names;
  }

  /**
   * One column of one series, in the order of writing; columns count from 0 beside that of the series. What
   * was read before rows were written goes on to show what it showed.
   */
  column(series: number, column: number): Float64Array {
    if (this.#sorted?.length !== this.log.length || series + 1 >= this.#sorted.from.length)
      this.#sorted = this.#sort();
    const { from, columns } = this.#sorted;
    return (columns[column] as Float64Array).subarray(from[series], from[series + 1]); // below the width
  }

  /**
   * Lets go of the rows by series, since one was set anew or nobody reads them. They are brought
   * together again when somebody does.
   */
  unsort(): void {
    this.#sorted = undefined;
  }

  /** Forgets all rows and keeps the series. */
  clear(): void {
    this.log.clear();
    this.#sorted = undefined;
  }

  /** Takes the room of another, see `Table`; its series stay its own. */
  inherit(other: SeriesTable): void {
    this.log.inherit(other.log);
    this.#sorted = undefined;
  }

  /** Counts the rows of each series, and then puts each where those of its series begin. */
  #sort(): BySeries {
    const { length } = this.log;
    const series = this.log.view(0);
    const from = new Int32Array(this.#names.length + 1);
    for (let row = 0; row < length; row++) {
      const after = (series[row] as number) + 1; // row is below the length
      from[after] = (from[after] as number) + 1; // series come from declare
    }
    for (let one = 1; one < from.length; one++) {
      from[one] = (from[one] as number) + (from[one - 1] as number); // a series each, and one more
    }
    const next = from.slice();
    const places = new Int32Array(length);
    for (let row = 0; row < length; row++) {
      const one = series[row] as number; // row is below the length
      const place = next[one] as number; // series come from declare
      places[row] = place;
      next[one] = place + 1;
    }
    const columns: Float64Array[] = [];
    for (let column = 0; column < this.#width; column++)
      columns.push(moved(this.log.view(column + 1), places));
    return { length, from, columns };
  }
}

/** The values of a column at other places, of which each has one. */
function moved(written: Float64Array, places: Int32Array): Float64Array {
  const sorted = new Float64Array(written.length);
  for (let row = 0; row < written.length; row++) {
    sorted[places[row] as number] = written[row] as number; // a place each
  }
  return sorted;
}
