import type { Rows } from "#domain/measure/measure-kind";
import { remembered } from "#domain/measure/remembered";

/**
 * The voyages of a run with the same voyages of a twin: by row of the run the row of the twin, or -1 for a
 * voyage that the twin lacks. The same are those of one flow, by its id, and one ordinal; flows may stand in
 * another order in the twin. Linear, without an object per voyage: the twin's rows stand in a table by hash.
 * Worked out once for all measures.
 */
export const pairsOf: (run: Rows, twin: Rows) => Int32Array = remembered((run, twin: Rows) => {
  const numbers = new Map(twin.facts.flows.map(({ id }, number) => [id, number]));
  const flows = run.facts.flows.map(({ id }) => numbers.get(id) ?? -1);
  const table = new VoyageTable(twin);
  const [flow, ordinal] = [run.recorder.journeys.flow.view(), run.recorder.journeys.ordinal.view()];
  const pairs = new Int32Array(flow.length);
  for (let row = 0; row < pairs.length; row += 1) {
    pairs[row] = table.row(flows[flow[row] as number] ?? -1, ordinal[row] as number); // one length
  }
  return pairs;
});

/** Rows of voyages by flow and ordinal: open addressing in one array, half empty. */
class VoyageTable {
  readonly #flow: Float64Array;
  readonly #ordinal: Float64Array;
  readonly #rows: Int32Array;

  constructor({ recorder }: Rows) {
    this.#flow = recorder.journeys.flow.view();
    this.#ordinal = recorder.journeys.ordinal.view();
    let size = 16;
    while (size < 2 * this.#flow.length) size *= 2;
    this.#rows = new Int32Array(size).fill(-1);
    for (let row = 0; row < this.#flow.length; row += 1) {
      this.#rows[this.#place(this.#flow[row] as number, this.#ordinal[row] as number)] = row; // one length
    }
  }

  row(flow: number, ordinal: number): number {
    return flow < 0 ? -1 : (this.#rows[this.#place(flow, ordinal)] as number); // places lie in the table
  }

  /** Where the voyage stands, or the empty place where it would. */
  #place(flow: number, ordinal: number): number {
    const mask = this.#rows.length - 1;
    let place = (Math.imul(ordinal, 0x9e3779b1) ^ Math.imul(flow + 1, 0x85ebca6b)) & mask;
    for (;;) {
      const row = this.#rows[place] as number; // places lie in the table
      if (row < 0 || (this.#flow[row] === flow && this.#ordinal[row] === ordinal)) return place;
      place = (place + 1) & mask;
    }
  }
}
