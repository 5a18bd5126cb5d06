import { rankRule } from "#domain/facility/discipline-kind";
import type { DisciplineKind } from "#domain/facility/discipline-kind";

/** By the service that each will need at a factor of 1, drawn as it comes; none interrupts another. */
export const shortest: DisciplineKind = {
  kind: "shortest",
  summary: "the shortest service",
  example: "shortest",
  fields: {},
  rule: rankRule.service,
};
