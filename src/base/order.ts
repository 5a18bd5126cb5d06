/**
 * Compares two texts by code units: less than 0, 0 or more than 0. The same on every engine and in every
 * locale.
 */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The entries of a map in order of id, whatever the order of its keys. */
export function byId<T>(map: Readonly<Record<string, T>>): readonly (readonly [id: string, value: T])[] {
  return Object.entries(map).sort(([a], [b]) => byText(a, b));
}

/**
 * The indices of `values` in the order of the values; equal values keep the order of their indices. No NaN.
 */
export function indicesByValue(values: ArrayLike<number>): number[] {
  const indices = Array.from({ length: values.length }, (_, index) => index);
  const at = (index: number): number => values[index] as number; // every index lies within `values`
  return indices.sort((a, b) => at(a) - at(b) || a - b);
}

/** The items by key, keys and the items of each in the order in which they come. */
export function grouped<Item, Key>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const key = keyOf(item);
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [item]);
    else known.push(item);
  }
  return groups;
}
