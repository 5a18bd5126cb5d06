import { factor, pairs, quantity } from "#base/field";
import type { DistributionValue, Pair } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { weightedValues } from "#engine/random/weighted-values";

/** One of a few values, each with a weight. */
export const discrete: DistributionKind = {
  kind: "discrete",
  summary: "One of a few `values`, each as likely as its weight; nothing in between.",
  example: "{ kind: discrete, values: { 12 h: 3, 2 d: 1 } }",
  fields: {
    values: {
      ...pairs(
        quantity("number", "A value that may come.", "non-negative"),
        factor("How likely it is beside the others."),
        "Weights by value, in shares or in any other measure: `{ 12 h: 3, 2 d: 1 }`.",
      ),
      example: "{ 2: 3, 5: 1 }",
    },
  },
  problem(written) {
    const isPossible = valuesOf(written).some(({ value }) => value > 0);
    return isPossible ? undefined : "all weights of `values` are 0; write one above 0";
  },
  create(written) {
    const values = valuesOf(written);
    return weightedValues(
      values.map(({ key }) => key),
      values.map(({ value }) => value),
    );
  },
};

function valuesOf(written: DistributionValue): readonly Pair<number, number>[] {
  return written["values"] as readonly Pair<number, number>[]; // normalised by these very fields
}
