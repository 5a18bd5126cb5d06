import { indicesByValue } from "#base/order";
import type { Distribution } from "#engine/random/distribution-kind";

/**
 * The law of values that come with the shares of their weights, which are not all 0; nothing in between.
 * Their order does not matter, and one of weight 0 never comes.
 */
export function weightedValues(values: readonly number[], weights: readonly number[]): Distribution {
  const order = indicesByValue(values).filter((index) => (weights[index] ?? 0) > 0);
  const sorted = Float64Array.from(order, (index) => values[index] ?? 0);
  const total = order.reduce((sum, index) => sum + (weights[index] ?? 0), 0);
  const reached = new Float64Array(order.length);
  let sum = 0;
  let mean = 0;
  order.forEach((index, rank) => {
    sum += weights[index] ?? 0;
    reached[rank] = sum / total;
    mean += ((weights[index] ?? 0) / total) * (values[index] ?? 0);
  });
  const variance = order.reduce((so, index) => {
    const distance = (values[index] ?? 0) - mean;
    return so + ((weights[index] ?? 0) / total) * distance * distance;
  }, 0);
  const atoms = order.map((index) => ({ value: values[index] ?? 0, share: (weights[index] ?? 0) / total }));
  return { mean, variance, atoms, quantile: (u) => sorted[firstReached(reached, u)] ?? 0 };
}

/** The first rank whose cumulative share is `u` or more; the last when rounding left none. */
function firstReached(reached: Float64Array, u: number): number {
  let low = 0;
  let high = reached.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((reached[middle] ?? 1) >= u) high = middle;
    else low = middle + 1;
  }
  return low;
}
