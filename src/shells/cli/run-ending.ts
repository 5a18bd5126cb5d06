import { exitCodes } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import type { Batch } from "#study/experiment/batch";
import type { Plan } from "#study/experiment/plan";

/** Says on stderr where cargo was not conserved: in which world, in which replication, and how. */
export function tellViolations({ violations }: Batch, plan: Plan, io: Io): void {
  for (const { world, replication, text } of violations) {
    const label = plan.worlds[world]?.label ?? `world ${world}`;
    io.err(`Violation: ${label}, replication ${replication}: ${text}\n`);
  }
}

/** How runs end: 3 when one hit a limit, 1 when cargo was not conserved or not every check passed. */
export function exitCodeOf({ limits, violations }: Batch, allPass: boolean): number {
  if (limits.length > 0) return exitCodes.limitHit;
  return allPass && violations.length === 0 ? exitCodes.done : exitCodes.failed;
}
