import type { DistributionValue, Schedule } from "#base/field";
import { meanFactors } from "#domain/world/mean-factors";

/**
 * What is doubtful about a factor that is to slow a pace down: a step above 1 is mostly a percentage whose
 * sign was forgotten. Undefined where nothing is.
 */
export function slowingDoubt(factor: Schedule<DistributionValue> | undefined): string | undefined {
  const most = meanFactors(factor).find((mean) => mean > 1);
  if (most === undefined) return undefined;
  const meant = most >= 2 && most < 100 ? `${most} %` : "0.5";
  return `\`factor\` multiplies the pace, and ${most} makes it faster; write a part of 1, such as ${meant}`;
}

/** The same of a factor that is to speed a pace up: a step below 1 does the contrary. */
export function speedingDoubt(factor: Schedule<DistributionValue> | undefined): string | undefined {
  const least = meanFactors(factor).find((mean) => mean < 1);
  if (least === undefined) return undefined;
  const does = least === 0 ? "stops all work" : "makes it slower";
  return `\`factor\` multiplies the pace, and ${least} ${does}; write 1.5 for half as much again`;
}
