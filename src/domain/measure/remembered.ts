import type { Rows } from "#domain/measure/measure-kind";

/** What work about rows may be about beside them: ids, all there is, or the rows of a twin. */
type About = readonly string[] | "all" | Rows;

/**
 * The same work, done once for each rows and what else it is about, however many measures ask for it; what it
 * gave is forgotten with the rows. Ids in another order are another choice.
 */
export function remembered<Other extends About, Value>(
  work: (rows: Rows, about: Other) => Value,
): (rows: Rows, about: Other) => Value {
  const known = new WeakMap<Rows, Map<unknown, { readonly value: Value }>>();
  return (rows, about) => {
    let ofRows = known.get(rows);
    if (ofRows === undefined) known.set(rows, (ofRows = new Map<unknown, { readonly value: Value }>()));
    const key = Array.isArray(about) ? JSON.stringify(about) : about;
    let found = ofRows.get(key);
    if (found === undefined) ofRows.set(key, (found = { value: work(rows, about) }));
    return found.value;
  };
}
