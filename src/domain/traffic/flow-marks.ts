import type { Mark, Marks } from "#engine/random/mark";
import type { Purpose } from "#engine/random/purpose";

/** A flow as draws know it. */
export interface DrawingFlow {
  readonly id: string;
  readonly number: number;
}

/**
 * All draws of one purpose at one place, whatever flow a voyage is of. The mark of a flow is looked up when a
 * voyage of it first draws: a world holds none for what never comes about.
 */
export class FlowMarks {
  readonly #marks: Marks;
  readonly #purpose: Purpose;
  readonly #place: string;
  /** By number of flow. */
  readonly #known: Mark[] = [];

  /** `place`: a site, station or link; empty when it is tied to none. */
  constructor(marks: Marks, purpose: Purpose, place: string) {
    this.#marks = marks;
    this.#purpose = purpose;
    this.#place = place;
  }

  /** As of `Mark`, of voyage `ordinal` of a flow at its `visit`-th visit to the place, from 0. */
  uniform({ id, number }: DrawingFlow, ordinal: number, visit: number = 0): number {
    const mark = (this.#known[number] ??= this.#marks.at(id, this.#purpose, this.#place));
    return mark.uniform(ordinal, visit);
  }
}
