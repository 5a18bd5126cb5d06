import { Column } from "#engine/record/column";

/**
 * What happened, when, and how much: a pair of columns (time, amount) per series. A measure that reads a
 * count names its series when the world is built; what nothing reads has series -1 and is not recorded.
 */
export class Counts {
  readonly #names: string[] = [];
  readonly #numbers: Map<string, number> = new Map();
  readonly #times: Column[] = [];
  readonly #amounts: Column[] = [];

  /** Declares a series and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const series = this.#names.push(name) - 1;
    this.#numbers.set(name, series);
    this.#times.push(new Column());
    this.#amounts.push(new Column());
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
    (this.#times[series] as Column).push(time); // series numbers come from declare
    (this.#amounts[series] as Column).push(amount); // series numbers come from declare
  }

  /** The instants of a series, ms since the epoch, never decreasing. */
  times(series: number): Float64Array {
    return (this.#times[series] as Column).view(); // the same
  }

  /** The amounts beside `times`. */
  amounts(series: number): Float64Array {
    return (this.#amounts[series] as Column).view(); // the same
  }

  /** Forgets all rows and keeps the series. */
  clear(): void {
    for (const column of this.#times) column.clear();
    for (const column of this.#amounts) column.clear();
  }
}
