import { Table } from "#engine/record/table";

/**
 * State over time: a step function per level, as a pair of columns (time, value); each value holds from its
 * time on, until the next. A level starts at 0 at the start of the run. Several changes in one instant keep
 * the last.
 */
export class Levels {
  readonly #names: string[] = [];
  readonly #numbers: Map<string, number> = new Map();
  /** By level: times, values. */
  readonly #tables: Table[] = [];

  /** Declares a level and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const level = this.#names.push(name) - 1;
    this.#numbers.set(name, level);
    this.#tables.push(new Table(2));
    return level;
  }

  /** The number of a declared level; -1 when nothing declared it. */
  level(name: string): number {
    return this.#numbers.get(name) ?? -1;
  }

  /** The declared names, in order of declaration. */
  get names(): readonly string[] {
    return this.#names;
  }

  /** Sets a level from `time` (ms) on. Times never decrease. Level -1 is ignored. */
  set(level: number, time: number, value: number): void {
    if (level < 0) return;
    const table = this.#tables[level] as Table; // level numbers come from declare
    let row = table.length - 1;
    if (row < 0 || table.cells[row] !== time) {
      row = table.append();
      table.cells[row] = time;
    }
    table.cells[row + table.capacity] = value;
  }

  /** The instants at which a level changed, ms since the epoch, strictly increasing. */
  times(level: number): Float64Array {
    return (this.#tables[level] as Table).view(0); // level numbers come from declare
  }

  /** The values beside `times`. */
  values(level: number): Float64Array {
    return (this.#tables[level] as Table).view(1); // the same
  }

  /** Forgets all changes and keeps the levels. */
  clear(): void {
    for (const table of this.#tables) table.clear();
  }
}
