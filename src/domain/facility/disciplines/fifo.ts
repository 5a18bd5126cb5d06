import { rankRule } from "#domain/facility/discipline-kind";
import type { DisciplineKind } from "#domain/facility/discipline-kind";

/** In order of arrival. */
export const fifo: DisciplineKind = {
  kind: "fifo",
  summary: "first come",
  fields: {},
  rule: rankRule.none,
};
