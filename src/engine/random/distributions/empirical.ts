import { factor, listOf, optional, quantity } from "#base/field";
import type { DistributionValue } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { listParameter } from "#engine/random/parameter";
import { weightedValues } from "#engine/random/weighted-values";

/** One of the values that were observed, each as often as it was. */
export const empirical: DistributionKind = {
  kind: "empirical",
  summary: "One of the observed `values`, each as likely as its weight; nothing in between.",
  example: "{ kind: empirical, values: [11 h, 14 h, 21 h], weights: [5, 8, 2] }",
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
    return weightedValues(values, weightsOf(written, values.length));
  },
};

function weightsOf(written: DistributionValue, length: number): readonly number[] {
  if (written["weights"] === undefined) return new Array<number>(length).fill(1);
  return listParameter(written, "weights");
}
