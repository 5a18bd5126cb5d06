import type { MeasureKind } from "#domain/measure/measure-kind";
import { voyageShare } from "#domain/measure/voyage-measure";
import { outcome } from "#engine/record/journeys";

/**
 * The share of voyages that had arrived when they were due, of those that were due by the end of the run:
 * later ones cannot be judged, and the early among them would flatter. Lost or turned away is not on time.
 */
export const onTimeShare: MeasureKind = {
  kind: "on-time-share",
  summary: "The share of voyages that arrived by when they were due, of those due by the end of the run.",
  naming: { title: "Share on time" },
  better: "more",
  ...voyageShare((journeys, row, facts) => {
    const due = journeys.due.at(row);
    if (!(due <= facts.end)) return NaN;
    return journeys.outcome.at(row) === outcome.arrived && journeys.end.at(row) <= due ? 1 : 0;
  }),
};
