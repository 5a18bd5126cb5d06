import type { MeasureKind } from "#domain/measure/measure-kind";
import { flowFields, visitFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { voyageNumber } from "#domain/measure/voyage-measure";

/**
 * The number of voyages, of a flow or of all, that skip a passage of their undisrupted route: those
 * that began in the window (by arrival), or ended in it (by completion). Cancelled ones never sailed
 * and are left out.
 */
export const diverted: MeasureKind = {
  kind: "diverted",
  summary: "The number of voyages that skip a passage of their undisrupted route.",
  fields: { ...flowFields, ...visitFields },
  scale: "mean",
  needsTwin: false,
  needs: () => needJourneys(),
  create: (values, facts) => voyageNumber(values, facts, (journeys, row) => journeys.diverted.at(row)),
};
