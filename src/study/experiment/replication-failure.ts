import type { Plan } from "#study/experiment/plan";

/** A replication that broke off: a fault of the program, with the command that replays it. */
export class ReplicationFailure extends Error {
  override readonly name: string = "ReplicationFailure";
  /** Index of the replication, from 0. */
  readonly replication: number;

  constructor(plan: Plan, world: number, replication: number, cause: unknown) {
    const what = cause instanceof Error ? cause.message : String(cause);
    const label = plan.worlds[world]?.label ?? `world ${world}`;
    super(`${label}, replication ${replication}: ${what}`, { cause });
    this.replication = replication;
  }
}
