import type { Family } from "#base/family";
import { kindsIn } from "#base/kind";
import type { DisruptionKind } from "#domain/disruption/disruption-kind";
import { disruptionFields } from "#domain/disruption/disruption-kind";
import * as listed from "#domain/disruption/disruptions/kinds";

/** What may go wrong. */
export const disruptions: Family<DisruptionKind> = {
  name: "disruption",
  shared: disruptionFields,
  kinds: kindsIn(listed),
};
