import type { DistributionValue } from "#base/field";
import { parameter } from "#engine/random/parameter";

/** What is wrong with `min` and `max`, which may meet: then they say one value, which is always drawn. */
export function boundsProblem(written: DistributionValue): string | undefined {
  if (parameter(written, "max") >= parameter(written, "min")) return undefined;
  return "`max` is below `min`; write a larger `max`";
}

/** What is wrong with `min`, `mode` and `max`. */
export function modeProblem(written: DistributionValue): string | undefined {
  const problem = boundsProblem(written);
  if (problem !== undefined) return problem;
  const mode = parameter(written, "mode");
  if (mode >= parameter(written, "min") && mode <= parameter(written, "max")) return undefined;
  return "`mode` is not between `min` and `max`; write one that is";
}
