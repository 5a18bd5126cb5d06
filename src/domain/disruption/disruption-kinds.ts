import type { Family } from "#base/family";
import { kindsIn } from "#base/kind";
import type { DisruptionKind, EffectKind } from "#domain/disruption/disruption-kind";
import { disruptionFields } from "#domain/disruption/disruption-kind";
import * as listed from "#domain/disruption/disruptions/kinds";

/** What may go wrong. */
export const disruptions: Family<DisruptionKind> = {
  name: "disruption",
  shared: disruptionFields,
  kinds: kindsIn<DisruptionKind>(listed),
};

/**
 * What a disruption may do to an element that it strikes: what those kinds do that act on the elements of any
 * selection, all of them from one start to one end.
 */
export const effects: Family<EffectKind> = {
  name: "effect",
  shared: {},
  kinds: disruptions.kinds.filter(
    (kind): kind is EffectKind => "create" in kind && !kind.lifetime && !("of" in kind.fields),
  ),
};
