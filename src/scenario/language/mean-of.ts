import type { DistributionValue } from "#base/field";
import type { DistributionKind } from "#engine/random/distribution-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Families } from "#scenario/language/reading";

/** The mean of a distribution as it was written. */
export function meanOf(value: DistributionValue, families: Families): number {
  const kind = families["distribution"]?.kinds.find((candidate) => candidate.kind === value.kind);
  const { create } = (kind ?? {}) as Partial<DistributionKind>; // the family holds distributions
  return create?.(value, createDistribution).mean ?? 0;
}
