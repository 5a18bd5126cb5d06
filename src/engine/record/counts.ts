import { Table } from "#engine/record/table";

/** One series: its times and amounts, and who hears of each that is added. */
interface Series {
  readonly table: Table;
  hearers: readonly (() => void)[];
}

/** One list for all that nobody hears: each addition looks at it. */
const NOBODY: Series["hearers"] = [];

/**
 * What happened, when, and how much: a pair of columns (time, amount) per series. A measure that reads a
 * count names its series when the world is built; what nothing reads has series -1 and is not recorded.
 */
export class Counts {
  readonly #names: string[] = [];
  readonly #numbers: Map<string, number> = new Map();
  readonly #series: Series[] = [];

  /** Declares a series and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const series = this.#names.push(name) - 1;
    this.#numbers.set(name, series);
    this.#series.push({ table: new Table(2), hearers: NOBODY });
    return series;
  }

  /** The number of a declared series; -1 when nothing declared it. */
  series(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  /** The declared names, in order of declaration. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** Adds `amount` units at `time` (ms). Times never decrease. Series -1 is ignored. */
  add(series: number, time: number, amount: number): void {
    if (series < 0) return;
    const { table, hearers } = this.#of(series);
    const row = table.append();
    table.cells[row] = time;
    table.cells[row + table.capacity] = amount;
    for (const hearer of hearers) hearer();
  }

  /** Calls `hearer` each time that a declared series is added to, in order of hearing; `clear` keeps it. */
  hear(series: number, hearer: () => void): void {
    const one = this.#of(series);
    one.hearers = [...one.hearers, hearer];
  }

  /** The instants of a series, ms since the epoch, never decreasing. */
  times(series: number): Float64Array {
    return this.#of(series).table.view(0);
  }

  /** The amounts beside `times`. */
  amounts(series: number): Float64Array {
    return this.#of(series).table.view(1);
  }

  /** Forgets all rows and keeps the series. */
  clear(): void {
    for (const { table } of this.#series) table.clear();
  }

  #of(series: number): Series {
    return this.#series[series] as Series; // series numbers come from declare
  }
}
