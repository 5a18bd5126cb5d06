import { Column } from "#engine/record/column";

/**
 * State over time: a step function per level, as a pair of columns (time, value); each value holds from its
 * time on, until the next. A level starts at 0 at the start of the run. Several changes in one instant keep
 * the last.
 */
export class Levels {
  readonly #names: string[] = [];
  readonly #numbers: Map<string, number> = new Map();
  readonly #times: Column[] = [];
  readonly #values: Column[] = [];

  /** Declares a level and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const level = this.#names.push(name) - 1;
    this.#numbers.set(name, level);
    this.#times.push(new Column());
    this.#values.push(new Column());
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
    const times = this.#times[level] as Column; // level numbers come from declare
    const values = this.#values[level] as Column; // the same
    const last = times.length - 1;
    if (last >= 0 && times.at(last) === time) values.set(last, value);
    else {
      times.push(time);
      values.push(value);
    }
  }

  /** The instants at which a level changed, ms since the epoch, strictly increasing. */
  times(level: number): Float64Array {
    return (this.#times[level] as Column).view(); // level numbers come from declare
  }

  /** The values beside `times`. */
  values(level: number): Float64Array {
    return (this.#values[level] as Column).view(); // the same
  }

  /** Forgets all changes and keeps the levels. */
  clear(): void {
    for (const column of this.#times) column.clear();
    for (const column of this.#values) column.clear();
  }
}
