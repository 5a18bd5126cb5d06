import type { Rows } from "#domain/measure/measure-kind";

/**
 * The same work, done once for each rows and each choice of ids, however many measures ask for it; what it
 * gave is forgotten with the rows. Ids in another order are another choice.
 */
export function remembered<Ids extends readonly string[] | "all", Value>(
  work: (rows: Rows, ids: Ids) => Value,
): (rows: Rows, ids: Ids) => Value {
  const known = new WeakMap<Rows, Map<string, { readonly value: Value }>>();
  return (rows, ids) => {
    let ofRows = known.get(rows);
    if (ofRows === undefined) known.set(rows, (ofRows = new Map<string, { readonly value: Value }>()));
    const key = typeof ids === "string" ? ids : JSON.stringify(ids);
    let found = ofRows.get(key);
    if (found === undefined) ofRows.set(key, (found = { value: work(rows, ids) }));
    return found.value;
  };
}
