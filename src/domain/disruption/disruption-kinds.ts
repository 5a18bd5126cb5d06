import type { Family } from "#base/family";
import type { DisruptionKind } from "#domain/disruption/disruption-kind";
import { disruptionFields } from "#domain/disruption/disruption-kind";
import { capacity } from "#domain/disruption/disruptions/capacity";
import { closure } from "#domain/disruption/disruptions/closure";

/** What may go wrong. */
export const disruptions: Family<DisruptionKind> = {
  name: "disruption",
  shared: disruptionFields,
  kinds: [closure, capacity],
};
