import { assert } from "#base/assert";
import type { Family } from "#base/family";
import type { DistributionValue } from "#base/field";
import { kindsIn } from "#base/kind";
import type { Distribution, DistributionKind } from "#engine/random/distribution-kind";
import * as listed from "#engine/random/distributions/kinds";

const kinds: readonly DistributionKind[] = kindsIn(listed);
const kindByName: ReadonlyMap<string, DistributionKind> = new Map(kinds.map((kind) => [kind.kind, kind]));

/** The distributions of the language, in order of name. A bare quantity is a constant. */
export const distributions: Family<DistributionKind> = {
  name: "distribution",
  shared: {},
  kinds,
  shorthand: { kind: "constant", field: "value" },
  listed: (values) => {
    const [first = "", second] = values;
    if (second === undefined) return first;
    const one = `{ kind: empirical, values: [${values.join(", ")}] }`;
    if (values.length > 2) return `${one} for one of them`;
    return `{ kind: uniform, min: ${first}, max: ${second} } for all between, or ${one} for one of both`;
  },
};

/**
 * Makes a written distribution ready. Its kind and parameters have been checked when the scenario was read.
 */
export function createDistribution(value: DistributionValue): Distribution {
  const kind = kindByName.get(value.kind);
  assert(kind !== undefined, `a distribution is of a known kind, but it is "${value.kind}"`);
  return kind.create(value, createDistribution);
}
