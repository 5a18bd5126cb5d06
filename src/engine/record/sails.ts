import { Table } from "#engine/record/table";

/**
 * Who sailed which leg: per leg a row for each sail, with when it ended, how long it took, and which part of
 * the leg it was, 1 for all of it. A leg that nothing reads has number -1 and is not recorded.
 */
export class Sails {
  readonly #numbers: Map<string, number> = new Map();
  /** By leg: ends, lasted, parts. */
  readonly #tables: Table[] = [];

  /** Declares a leg and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const known = this.#numbers.get(name);
    if (known !== undefined) return known;
    const leg = this.#tables.push(new Table(3)) - 1;
    this.#numbers.set(name, leg);
    return leg;
  }

  /** Somebody who left at `from` (ms) has at `end` sailed a part of a leg. Leg -1 is ignored. */
  add(leg: number, end: number, from: number, part: number): void {
    if (leg < 0) return;
    const table = this.#tables[leg] as Table; // leg numbers come from declare
    const row = table.append();
    const { cells, capacity } = table;
    cells[row] = end;
    cells[row + capacity] = end - from;
    cells[row + 2 * capacity] = part;
  }

  /** How many sails there are of all legs. */
  get length(): number {
    return this.#tables.reduce((sum, table) => sum + table.length, 0);
  }

  /** When sails of a leg ended, ms since the epoch, never decreasing. */
  ends(leg: number): Float64Array {
    return (this.#tables[leg] as Table).view(0); // leg numbers come from declare
  }

  /** How long they took, ms, beside `ends`. */
  lasted(leg: number): Float64Array {
    return (this.#tables[leg] as Table).view(1); // leg numbers come from declare
  }

  /** Which part of the leg they were, beside `ends`. */
  parts(leg: number): Float64Array {
    return (this.#tables[leg] as Table).view(2); // leg numbers come from declare
  }

  /** Forgets all sails and keeps the legs. */
  clear(): void {
    for (const table of this.#tables) table.clear();
  }
}
