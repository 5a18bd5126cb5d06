import { distribution, factor, listOf, record } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { mixedLaw } from "#engine/random/mixed-law";
import type { WeightedLaw } from "#engine/random/blended-laws";
import type { Distribution } from "#engine/random/distribution-kind";

/** One law of a mixture. */
interface MixturePart {
  readonly weight: number;
  readonly value: DistributionValue;
}

const partFields: FieldsOf<MixturePart> = {
  weight: factor("How likely it is beside the others."),
  value: distribution("number", "A quantity, or a distribution of one; a mixture too."),
};

/** Now one law and now another: most ships are quick, some wait for spare parts. */
export const mixture: DistributionKind = {
  kind: "mixture",
  summary: "Each value from one of several distributions, `parts`, chosen by their weights.",
  example:
    "{ kind: mixture, parts: [{ weight: 9, value: 6 h }, " +
    "{ weight: 1, value: { kind: exponential, mean: 3 d } }] }",
  fields: {
    parts: {
      ...listOf(record(partFields, "One of them."), "Weights in any measure, each with its distribution."),
      example: "[{ weight: 9, value: 2 }, { weight: 1, value: { kind: exponential, mean: 8 } }]",
    },
  },
  problem(written) {
    const isPossible = partsOf(written).some(({ weight }) => weight > 0);
    return isPossible ? undefined : "no part of `parts` has a weight; write one above 0";
  },
  create: (written, make) => mixedLaw(flat(written, 1, make)),
};

/** All laws of it, those of mixtures inside of it with them. */
function flat(
  written: DistributionValue,
  share: number,
  make: (value: DistributionValue) => Distribution,
): WeightedLaw[] {
  const parts = partsOf(written).filter(({ weight }) => weight > 0);
  const total = parts.reduce((sum, { weight }) => sum + weight, 0);
  return parts.flatMap(({ weight, value }) => {
    const own = (share * weight) / total;
    return value.kind === "mixture" ? flat(value, own, make) : [{ weight: own, law: make(value) }];
  });
}

function partsOf(written: DistributionValue): readonly MixturePart[] {
  return written["parts"] as readonly MixturePart[]; // normalised by these very fields
}
