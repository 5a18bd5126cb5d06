/**
 * What chance gave the world of one replication, by address (`disruption/grounding/end`), in the order drawn:
 * instants and durations in ms, rates a day, factors and shares as such. What is certain is not among them,
 * and neither is what befalls single vessels.
 */
export class Draws {
  readonly #values: Map<string, number> = new Map();

  /** Notes one; an address that is drawn again gives the same value. */
  add(address: string, value: number): void {
    this.#values.set(address, value);
  }

  /** All so far. */
  get values(): ReadonlyMap<string, number> {
    return this.#values;
  }

  /** Forgets all. */
  clear(): void {
    this.#values.clear();
  }
}
