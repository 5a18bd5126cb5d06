import type { MeasureKind } from "#domain/measure/measure-kind";
import { flowFields, visitFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { voyageShare } from "#domain/measure/voyage-measure";

/**
 * The share of voyages that skip a passage of their undisrupted route, of all that began after the warm-up.
 */
export const divertedShare: MeasureKind = {
  kind: "diverted-share",
  summary: "The share of voyages that skip a passage of their undisrupted route.",
  fields: { ...flowFields, ...visitFields },
  scale: "share",
  needsTwin: false,
  needs: () => needJourneys(),
  create: (values, facts) => voyageShare(values, facts, (journeys, row) => journeys.diverted.at(row)),
};
