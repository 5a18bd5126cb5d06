import { rankRule } from "#domain/facility/discipline-kind";
import type { DisciplineKind } from "#domain/facility/discipline-kind";

/** By the `priority` of the flow: 1 goes before 2. */
export const priority: DisciplineKind = {
  kind: "priority",
  summary: "the lowest priority number of its flow",
  example: "priority",
  fields: {},
  rule: rankRule.priority,
};
