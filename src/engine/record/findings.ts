/**
 * What was worked out from the rows of one replication, so that many who ask for the same wait for it once.
 * It stands beside the rows and not in a table of weak keys: what such a table holds outlives the collections
 * of young memory, and rows live for moments.
 */
export class Findings {
  #known: Map<object, Map<unknown, unknown>> = new Map();

  /** What `find` gives, asked once for each `work` and what it is `about`, both told apart by identity. */
  once<Value>(work: object, about: unknown, find: () => Value): Value {
    let known = this.#known.get(work);
    if (known === undefined) this.#known.set(work, (known = new Map<unknown, unknown>()));
    if (!known.has(about)) known.set(about, find());
    return known.get(about) as Value; // one work finds one type of value
  }

  /** Forgets all, as the rows change. */
  clear(): void {
    this.#known = new Map();
  }
}
