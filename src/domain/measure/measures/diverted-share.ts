import type { MeasureKind } from "#domain/measure/measure-kind";
import { voyageShare } from "#domain/measure/voyage-measure";

/**
 * The share of voyages that skip a passage of their undisrupted route, or call at another port than their
 * own, of all that began after the warm-up.
 */
export const divertedShare: MeasureKind = {
  kind: "diverted-share",
  summary: "The share of voyages that skip a passage of their undisrupted route or call at another port.",
  better: "neither",
  ...voyageShare((journeys, row) => journeys.diverted.at(row)),
};
