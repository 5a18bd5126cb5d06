import { Table } from "#engine/record/table";

/**
 * Sails leg after leg, each in order of its end: those of leg `l` stand from `from[l]` to before
 * `from[l + 1]`.
 */
interface ByLeg {
  readonly length: number;
  readonly from: Int32Array;
  readonly ends: Float64Array;
  readonly lasted: Float64Array;
  readonly parts: Float64Array;
}

/**
 * Who sailed which leg: a row for each sail, with its leg, when it ended, how long it took, and which part of
 * the leg it was, 1 for all of it. A leg that nothing reads has number -1 and is not recorded. Rows are
 * written one after the other, whatever their leg, and brought together by leg when somebody reads them.
 */
export class Sails {
  readonly #numbers: Map<string, number> = new Map();
  readonly #table: Table = new Table(4);
  #sorted: ByLeg | undefined = undefined;

  /** Declares a leg and returns its number; the same name gives the same number. */
  declare(name: string): number {
    const number = this.#numbers.get(name) ?? this.#numbers.size;
    this.#numbers.set(name, number);
    return number;
  }

  /** Somebody who left at `from` (ms) has at `end` sailed a part of a leg. Leg -1 is ignored. */
  add(leg: number, end: number, from: number, part: number): void {
    if (leg < 0) return;
    let at = this.#table.append();
    const { cells, capacity } = this.#table;
    cells[at] = leg;
    cells[(at += capacity)] = end;
    cells[(at += capacity)] = end - from;
    cells[at + capacity] = part;
  }

  /** How many sails there are of all legs. */
  get length(): number {
    return this.#table.length;
  }

  /** When sails of a leg ended, ms since the epoch, never decreasing. */
  ends(leg: number): Float64Array {
    return this.#of(leg, "ends");
  }

  /** How long they took, ms, beside `ends`. */
  lasted(leg: number): Float64Array {
    return this.#of(leg, "lasted");
  }

  /** Which part of the leg they were, beside `ends`. */
  parts(leg: number): Float64Array {
    return this.#of(leg, "parts");
  }

  /** Forgets all sails and keeps the legs. */
  clear(): void {
    this.#table.clear();
    this.#sorted = undefined;
  }

  #of(leg: number, column: "ends" | "lasted" | "parts"): Float64Array {
    if (this.#sorted?.length !== this.length || leg + 1 >= this.#sorted.from.length)
      this.#sorted = this.#sort();
    const { from } = this.#sorted;
    return this.#sorted[column].subarray(from[leg], from[leg + 1]);
  }

  /** Counts the sails of each leg, and then puts each where those of its leg begin. */
  #sort(): ByLeg {
    const { length } = this;
    const legs = this.#table.view(0);
    const from = new Int32Array(this.#numbers.size + 1);
    for (const leg of legs) from[leg + 1] = (from[leg + 1] as number) + 1; // legs come from declare
    for (let leg = 1; leg < from.length; leg++) {
      from[leg] = (from[leg] as number) + (from[leg - 1] as number); // a leg each, and one more
    }
    const next = from.slice();
    const places = legs.map((leg) => {
      const place = next[leg] as number; // legs come from declare
      next[leg] = place + 1;
      return place;
    });
    const sorted = (column: number): Float64Array => {
      const values = new Float64Array(length);
      this.#table.view(column).forEach((value, row) => {
        values[places[row] as number] = value; // a place each
      });
      return values;
    };
    return { length, from, ends: sorted(1), lasted: sorted(2), parts: sorted(3) };
  }
}
