import { rankRule } from "#domain/facility/discipline-kind";
import type { DisciplineKind } from "#domain/facility/discipline-kind";

/** By the date on which the voyage is due at its destination; what is never due goes last. */
export const due: DisciplineKind = {
  kind: "due",
  summary: "the earliest due date of its flow, what is never due last",
  example: "due",
  fields: {},
  rule: rankRule.due,
};
