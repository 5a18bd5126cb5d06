import type { Place } from "#base/diagnostic";
import type { ScalarNode } from "#scenario/read/node";
import type { Row, Sheet } from "#scenario/source/table-kind";
import { cell } from "#scenario/source/table-kind";

/** Columns that every row of a graph has beside its attributes. */
export const nodeColumns: readonly string[] = ["id"];
/** As above; `one-way` is true of a directed edge and empty otherwise. */
export const edgeColumns: readonly string[] = ["id", "from", "to", "one-way"];

/**
 * Collects the rows of the nodes or the edges of a graph: attributes become columns as they are declared or
 * met. One that is named like a column which every row has is called `attribute id`, and so on.
 */
export class SheetBuilder {
  private readonly holds: Sheet["holds"];
  private readonly columns: ScalarNode[] = [];
  private readonly indexByName: Map<string, number> = new Map();
  private readonly own: readonly string[];
  private readonly rows: Row[] = [];

  constructor(holds: Sheet["holds"], own: readonly string[], place: Place) {
    this.holds = holds;
    this.own = own;
    for (const name of own) this.column(name, place);
  }

  /** The number of the column of an attribute, which is new at its first mention. */
  attribute(name: string, place: Place): number {
    return this.column(this.own.includes(name) ? `attribute ${name}` : name, place);
  }

  /** The number of a column, which is new at its first mention. */
  column(name: string, place: Place): number {
    const known = this.indexByName.get(name);
    if (known !== undefined) return known;
    this.columns.push(cell(name, place));
    this.indexByName.set(name, this.columns.length - 1);
    return this.columns.length - 1;
  }

  /** Adds a row of cells by column; empty texts are no cells. */
  add(place: Place, cells: readonly (ScalarNode | undefined)[]): void {
    this.rows.push({ place, cells: cells.map((one) => (one?.text === "" ? undefined : one)) });
  }

  /** All rows so far. */
  sheet(): Sheet {
    return { holds: this.holds, columns: this.columns, rows: this.rows };
  }
}
