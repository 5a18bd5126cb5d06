import { factor, listOf, optional, quantity } from "#base/field";
import type { DistributionValue } from "#base/field";
import { indicesByValue } from "#base/order";
import type { Distribution, DistributionKind } from "#engine/random/distribution-kind";
import { listParameter } from "#engine/random/parameter";

/** One of the values that were observed, each as often as it was. */
export const empirical: DistributionKind = {
  kind: "empirical",
  summary: "One of the observed `values`, each as likely as its weight; nothing in between.",
  fields: {
    values: listOf(quantity("number", "One observation.", "non-negative"), "The observations, in any order."),
    weights: optional(
      listOf(factor("One weight."), "A weight per value, in the same order; all alike when left out."),
    ),
  },
  problem(written) {
    const values = listParameter(written, "values");
    const weights = weightsOf(written, values.length);
    const counts = `${values.length} \`values\` and ${weights.length} \`weights\``;
    if (values.length === 0) return "`values` is empty; write at least one";
    if (weights.length !== values.length) return `there are ${counts}; write one weight per value`;
    return weights.some((weight) => weight > 0) ? undefined : "all `weights` are 0; write one above 0";
  },
  create(written) {
    const values = listParameter(written, "values");
    return steps(values, weightsOf(written, values.length));
  },
};

function weightsOf(written: DistributionValue, length: number): readonly number[] {
  if (written["weights"] === undefined) return new Array<number>(length).fill(1);
  return listParameter(written, "weights");
}

function steps(values: readonly number[], weights: readonly number[]): Distribution {
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
  return { mean, variance, quantile: (u) => sorted[firstReached(reached, u)] ?? 0 };
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
