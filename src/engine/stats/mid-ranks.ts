import { indicesByValue } from "#base/order";

/** The rank of each value, by index: 1 for the least; equal values share the mean of theirs. No NaN. */
export function midRanks(values: ArrayLike<number>): Float64Array {
  const order = indicesByValue(values);
  const ranks = new Float64Array(values.length);
  const at = (place: number): number => values[order[place] as number] as number; // places of the order
  for (let first = 0; first < order.length; ) {
    let next = first + 1;
    while (next < order.length && at(next) === at(first)) next += 1;
    for (const index of order.slice(first, next)) ranks[index] = (first + next + 1) / 2;
    first = next;
  }
  return ranks;
}
