import type { Diagnostic } from "#base/diagnostic";
import type { Arguments } from "#shells/cli/command";
import { version } from "#shells/cli/version";
import { repeatedWarnings } from "#study/experiment/repeated-warnings";
import type { SweepRequest } from "#study/store/sweep-request";
import type { SweepPlan } from "#study/sweep/sweep-plan";
import type { SweptScenario } from "#study/sweep/swept-scenario";

/** All that the sweep needs to go on where it is broken off. */
export function sweepRequestOf(
  scenario: SweptScenario,
  { replications }: SweepPlan,
  { given, warnings }: { readonly given: Arguments; readonly warnings: readonly Diagnostic[] },
): SweepRequest {
  const { paths, set, vary, sample = null, count = null, seed = null, audit } = given;
  const { by = null, of = null, indifference = null } = given;
  const typed = {
    ...{ paths, set, vary, sample, count, seed, replications: given.replications ?? null },
    ...{ by, of, indifference },
  };
  return { version: version(), scenario, replications, audit, warnings: repeatedWarnings(warnings), typed };
}
