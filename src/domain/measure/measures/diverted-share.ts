import type { MeasureKind } from "#domain/measure/measure-kind";
import { voyageShare } from "#domain/measure/voyage-measure";

/**
 * The share of voyages that skip a passage of their undisrupted route, or call at another port than their
 * own, of all that began after the warm-up.
 */
export const divertedShare: MeasureKind = {
  kind: "diverted-share",
  summary: "The share of voyages that skip a passage of their undisrupted route or call at another port.",
  naming: { title: "Went another way to the end", noun: "the share that went another way to the end" },
  better: "neither",
  ...voyageShare((journeys, row) => journeys.diverted.at(row)),
};
