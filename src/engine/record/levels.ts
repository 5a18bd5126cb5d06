import { SeriesTable } from "#engine/record/series-table";

/**
 * State over time: a step function per level, as a pair of columns (time, value); each value holds from its
 * time on, until the next. A level starts at 0 at the start of the run. Several changes in one instant keep
 * the last.
 */
export class Levels {
  readonly #rows: SeriesTable = new SeriesTable(2);
  /** By level: when it changed last, and where in the log; before its first change a time that none has. */
  readonly #changed: number[] = [];
  readonly #last: number[] = [];

  /** Declares a level and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const level = this.#rows.declare(name);
    if (level === this.#last.length) {
      this.#changed.push(-Infinity);
      this.#last.push(0);
    }
    return level;
  }

  /** The number of a declared level; -1 when nothing declared it. */
  level(name: string): number {
    return this.#rows.number(name);
  }

  /** The declared names, in order of declaration. */
  get names(): readonly string[] {
    return this.#rows.names;
  }

  /** Sets a level from `time` (ms) on. Times never decrease. Level -1 is ignored. */
  set(level: number, time: number, value: number): void {
    if (level < 0) return;
    const { log } = this.#rows;
    let at = this.#last[level] as number; // level numbers come from declare
    if (this.#changed[level] !== time) {
      this.#changed[level] = time;
      this.#last[level] = at = log.append();
      log.cells[at] = level;
      log.cells[at + log.capacity] = time;
    } else {
      this.#rows.unsort();
    }
    log.cells[at + 2 * log.capacity] = value;
  }

  /** The instants at which a level changed, ms since the epoch, strictly increasing. */
  times(level: number): Float64Array {
    return this.#rows.column(level, 0);
  }

  /** The values beside `times`. */
  values(level: number): Float64Array {
    return this.#rows.column(level, 1);
  }

  /** Forgets all changes and keeps the levels. */
  clear(): void {
    this.#rows.clear();
    this.#changed.fill(-Infinity);
  }

  /** As `Recorder.rest`. */
  rest(): void {
    this.#rows.unsort();
  }

  /** Takes the room of another, see `Table`: nobody reads that any more. */
  inherit(other: Levels): void {
    this.#rows.inherit(other.#rows);
    this.#changed.fill(-Infinity);
  }
}
