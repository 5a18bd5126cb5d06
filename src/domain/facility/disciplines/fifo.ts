import { rankRule } from "#domain/facility/discipline-kind";
import type { DisciplineKind } from "#domain/facility/discipline-kind";

/** In order of arrival. */
export const fifo: DisciplineKind = {
  kind: "fifo",
  summary: "first come",
  example: "fifo",
  fields: {},
  rule: rankRule.none,
};
