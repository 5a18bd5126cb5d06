import {
  count,
  distribution,
  fallback,
  kindOf,
  listOf,
  optional,
  quantity,
  reference,
  weights,
} from "#base/field";
import type { DistributionValue, FieldsOf, KindValue } from "#base/field";

/** A flow as the scenario gives it: demand between origins and destinations. */
export interface FlowSpec {
  readonly from: Readonly<Record<string, number>>;
  readonly to: Readonly<Record<string, number>>;
  readonly vessel: string;
  readonly onward: readonly string[];
  readonly commodity: string | undefined;
  readonly size: number | undefined;
  readonly arrivals: KindValue;
  readonly priority: number;
  readonly due: DistributionValue | undefined;
  readonly via: string | undefined;
}

/** What users write for a flow. */
export const flowFields: FieldsOf<FlowSpec> = {
  from: weights("site", "Where voyages begin: one site, or weights by site."),
  to: weights("site", "Where they end: one site, or weights by site."),
  vessel: reference("vessel", "The class that sails."),
  onward: fallback(
    listOf(
      reference("vessel", "A class."),
      "The classes that carry it on, in order, each from a site with a `transfer`; none when left out.",
    ),
    [],
  ),
  commodity: optional(reference("commodity", "What is carried; a voyage without cargo when left out.")),
  size: optional(quantity("amount", "The amount of one shipment; needs `commodity`.")),
  arrivals: kindOf("arrival", "When voyages begin."),
  priority: fallback(count("Rank at stations that serve by priority, 1 first; 1 when left out.", 1), 1),
  due: optional(
    distribution(
      "duration",
      "Due this long after the voyage began: for the on-time share and stations that serve what is due.",
    ),
  ),
  via: optional(reference("passage", "A passage that every voyage must take.")),
};
