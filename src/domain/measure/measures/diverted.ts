import type { MeasureKind } from "#domain/measure/measure-kind";
import { voyageNumber } from "#domain/measure/voyage-measure";

/**
 * The number of voyages, of a flow or of all, that skip a passage of their undisrupted route or call at
 * another port than their own: those that began in the window (by arrival), or ended in it (by
 * completion). Cancelled ones never sailed and are left out.
 */
export const diverted: MeasureKind = {
  kind: "diverted",
  summary: "The number of voyages that skip a passage of their undisrupted route or call at another port.",
  better: "neither",
  ...voyageNumber((journeys, row) => journeys.diverted.at(row)),
};
