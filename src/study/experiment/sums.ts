/**
 * Columns of sums by key, over some replications of one variant. All that is added is a whole number, so
 * that any order adds up alike, however the replications were cut into batches.
 */
export type Sums = Map<string, Float64Array>;

/** The column of a key, of `length` zeros when it is new. */
export function sumsOf(sums: Sums, key: string, length: number): Float64Array {
  const column = sums.get(key) ?? new Float64Array(length);
  sums.set(key, column);
  return column;
}

/** Adds a part to a whole, and gives the whole. */
export function mergeSums(whole: Sums, part: Sums): Sums {
  for (const [key, column] of part) {
    const sums = sumsOf(whole, key, column.length);
    column.forEach((value, index) => (sums[index] = (sums[index] ?? 0) + value));
  }
  return whole;
}
