import { costParts } from "#domain/measure/cost-parts";
import type { Evidence } from "#domain/measure/measure-kind";
import { sumsOf } from "#study/experiment/sums";
import type { Sums } from "#study/experiment/sums";

/** Adds what one replication cost by part, in whole US dollars. */
export function tallyCosts(tally: Sums, evidence: Evidence): void {
  for (const { part, dollars } of costParts(evidence)) {
    const column = sumsOf(tally, part, 1);
    column[0] = (column[0] ?? 0) + Math.round(dollars);
  }
}

/** What one part of the cost of a variant is, mean over the replications, US dollars. */
export interface CostShare {
  /** `detour`, `waiting`, `overland`, `transfers`, `policy/<id>` or `variant/<name>`. */
  readonly part: string;
  readonly mean: number;
}

/** The parts of a variant's cost, those that come to nothing left out. */
export function costShares(tally: Sums, replications: number): readonly CostShare[] {
  return [...tally]
    .map(([part, [sum = 0]]) => ({ part, mean: sum / replications }))
    .filter(({ mean }) => mean !== 0);
}
