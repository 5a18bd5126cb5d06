import { quantity } from "#base/field";
import type { Distribution, DistributionKind } from "#engine/random/distribution-kind";
import { parameter } from "#engine/random/parameter";

/** The same value each time: what a plain quantity means. */
export const constant: DistributionKind = {
  kind: "constant",
  summary: "The same value each time; a plain quantity stands for it.",
  example: "{ kind: constant, value: 14 h }",
  fields: { value: quantity("number", "The value.", "non-negative") },
  create: (written) => always(parameter(written, "value")),
};

/** The law of one value, which is also that of bounds that meet. */
export const always = (value: number): Distribution => ({
  mean: value,
  variance: 0,
  atoms: [{ value, share: 1 }],
  quantile: () => value,
});
