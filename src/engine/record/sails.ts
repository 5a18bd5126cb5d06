import { SeriesTable } from "#engine/record/series-table";

/**
 * Who sailed which leg: a row for each sail, with its leg, when it ended, how long it took, and which part of
 * the leg it was, 1 for all of it. A leg that nothing reads has number -1 and is not recorded.
 */
export class Sails {
  readonly #rows: SeriesTable = new SeriesTable(3);

  /** Declares a leg and returns its number; the same name gives the same number. */
  declare(name: string): number {
    return this.#rows.declare(name);
  }

  /** Somebody who left at `from` (ms) has at `end` sailed a part of a leg. Leg -1 is ignored. */
  add(leg: number, end: number, from: number, part: number): void {
    if (leg < 0) return;
    const { log } = this.#rows;
    let at = log.append();
    const { cells, capacity } = log;
    cells[at] = leg;
    cells[(at += capacity)] = end;
    cells[(at += capacity)] = end - from;
    cells[at + capacity] = part;
  }

  /** How many sails there are of all legs. */
  get length(): number {
    return this.#rows.log.length;
  }

  /** When sails of a leg ended, ms since the epoch, never decreasing. */
  ends(leg: number): Float64Array {
    return this.#rows.column(leg, 0);
  }

  /** How long they took, ms, beside `ends`. */
  lasted(leg: number): Float64Array {
    return this.#rows.column(leg, 1);
  }

  /** Which part of the leg they were, beside `ends`. */
  parts(leg: number): Float64Array {
    return this.#rows.column(leg, 2);
  }

  /** Forgets all sails and keeps the legs. */
  clear(): void {
    this.#rows.clear();
  }

  /** As `Recorder.rest`. */
  rest(): void {
    this.#rows.unsort();
  }

  /** Takes the room of another, see `Table`: nobody reads that any more. */
  inherit(other: Sails): void {
    this.#rows.inherit(other.#rows);
  }
}
