import { Table } from "#engine/record/table";

/**
 * What happened, when, and how much: a pair of columns (time, amount) per series. A measure that reads a
 * count names its series when the world is built; what nothing reads has series -1 and is not recorded.
 */
export class Counts {
  readonly #names: string[] = [];
  readonly #numbers: Map<string, number> = new Map();
  /** By series: times, amounts. */
  readonly #tables: Table[] = [];
  /** By series: who hears of it; undefined where nobody does. */
  readonly #hearers: ((() => void)[] | undefined)[] = [];

  /** Declares a series and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const series = this.#names.push(name) - 1;
    this.#numbers.set(name, series);
    this.#tables.push(new Table(2));
    this.#hearers.push(undefined);
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
    const table = this.#tables[series] as Table; // series numbers come from declare
    const row = table.append();
    table.cells[row] = time;
    table.cells[row + table.capacity] = amount;
    const hearers = this.#hearers[series];
    if (hearers !== undefined) for (const hearer of hearers) hearer();
  }

  /** Calls `hearer` each time that a declared series is added to, in order of hearing; `clear` keeps it. */
  hear(series: number, hearer: () => void): void {
    (this.#hearers[series] ??= []).push(hearer);
  }

  /** The instants of a series, ms since the epoch, never decreasing. */
  times(series: number): Float64Array {
    return (this.#tables[series] as Table).view(0); // series numbers come from declare
  }

  /** The amounts beside `times`. */
  amounts(series: number): Float64Array {
    return (this.#tables[series] as Table).view(1); // the same
  }

  /** Forgets all rows and keeps the series. */
  clear(): void {
    for (const table of this.#tables) table.clear();
  }
}
