import { SeriesTable } from "#engine/record/series-table";

/** Who hears of each addition to a series. */
type Hearers = readonly (() => void)[];

/** One list for all that nobody hears: each addition looks at it. */
const NOBODY: Hearers = [];

/**
 * What happened, when, and how much: a pair of columns (time, amount) per series. A measure that reads a
 * count names its series when the world is built; what nothing reads has series -1 and is not recorded.
 */
export class Counts {
  readonly #rows: SeriesTable = new SeriesTable(2);
  /** By series. */
  readonly #hearers: Hearers[] = [];

  /** Declares a series and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const series = this.#rows.declare(name);
    if (series === this.#hearers.length) this.#hearers.push(NOBODY);
    return series;
  }

  /** The number of a declared series; -1 when nothing declared it. */
  series(name: string): number {
    return this.#rows.number(name);
  }

  /** The declared names, in order of declaration. */
  get names(): readonly string[] {
    return this.#rows.names;
  }

  /** Adds `amount` units at `time` (ms). Times never decrease. Series -1 is ignored. */
  add(series: number, time: number, amount: number): void {
    if (series < 0) return;
    const { log } = this.#rows;
    let at = log.append();
    const { cells, capacity } = log;
    cells[at] = series;
    cells[(at += capacity)] = time;
    cells[at + capacity] = amount;
    for (const hearer of this.#of(series)) hearer();
  }

  /** Calls `hearer` each time that a declared series is added to, in order of hearing; `clear` keeps it. */
  hear(series: number, hearer: () => void): void {
    this.#hearers[series] = [...this.#of(series), hearer];
  }

  /** The instants of a series, ms since the epoch, never decreasing. */
  times(series: number): Float64Array {
    return this.#rows.column(series, 0);
  }

  /** The amounts beside `times`. */
  amounts(series: number): Float64Array {
    return this.#rows.column(series, 1);
  }

  /** Forgets all rows and keeps the series. */
  clear(): void {
    this.#rows.clear();
  }

  /** As `Recorder.rest`. */
  rest(): void {
    this.#rows.unsort();
  }

  /** Takes the room of another, see `Table`: nobody reads that any more. */
  inherit(other: Counts): void {
    this.#rows.inherit(other.#rows);
  }

  #of(series: number): Hearers {
    return this.#hearers[series] as Hearers; // series numbers come from declare
  }
}
