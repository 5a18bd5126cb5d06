import type { Family } from "#base/family";
import { kindsIn } from "#base/kind";
import type { DisciplineKind } from "#domain/facility/discipline-kind";
import * as listed from "#domain/facility/disciplines/kinds";

/** The disciplines that a station may have. */
export const disciplines: Family<DisciplineKind> = {
  name: "discipline",
  shared: {},
  kinds: kindsIn(listed),
};
