import { Column } from "#engine/record/column";
import { Table } from "#engine/record/table";

/** What is paid for: a way overland, a transfer from one vessel to the next, or a vessel after the first. */
export const expense = { inland: 0, transfer: 1, vessel: 2 } as const;

/** A number of `expense`. */
export type Expense = (typeof expense)[keyof typeof expense];

/** What one thing costs, US dollars. */
export interface ExpenseCost {
  readonly dollars: number;
  /** Of a vessel: the metres that it sailed, and what these cost at its full speed; else 0. */
  readonly metres: number;
  readonly sailing: number;
}

/**
 * What carrying voyages on costs beside the days of their first vessels, as columns: a row for each thing
 * that is paid for, in order of time. Most voyages have none.
 */
export class Expenses {
  readonly #rows: Table = new Table(5);

  /** The voyage's row in the journeys. */
  readonly voyage: Column = new Column(this.#rows, 0);
  /** See `expense`. */
  readonly kind: Column = new Column(this.#rows, 1);
  /** US dollars. */
  readonly dollars: Column = new Column(this.#rows, 2);
  /** See `ExpenseCost`. */
  readonly metres: Column = new Column(this.#rows, 3);
  readonly sailing: Column = new Column(this.#rows, 4);

  /** Writes one row. */
  add(voyage: number, kind: Expense, { dollars, metres, sailing }: ExpenseCost): void {
    const row = this.#rows.append();
    const { cells, capacity } = this.#rows;
    cells[row] = voyage;
    cells[row + capacity] = kind;
    cells[row + 2 * capacity] = dollars;
    cells[row + 3 * capacity] = metres;
    cells[row + 4 * capacity] = sailing;
  }

  /** Forgets all rows. */
  clear(): void {
    this.#rows.clear();
  }

  /** Takes the room of another, see `Table`: nobody reads that any more. */
  inherit(other: Expenses): void {
    this.#rows.inherit(other.#rows);
  }
}
