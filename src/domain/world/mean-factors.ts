import type { DistributionValue, Schedule } from "#base/field";
import { createDistribution } from "#engine/random/distribution-kinds";

/** The mean factor of each step of a schedule; none of a schedule that is not written. */
export function meanFactors(factor: Schedule<DistributionValue> | undefined): readonly number[] {
  return (factor?.steps ?? []).map(({ value }) => createDistribution(value).mean);
}
