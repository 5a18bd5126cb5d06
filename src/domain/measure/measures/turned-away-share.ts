import type { Facts } from "#domain/measure/facts";
import type { Measure, MeasureKind, MeasureValues } from "#domain/measure/measure-kind";
import { curveFields, windowFields } from "#domain/measure/measure-fields";
import { needCounts, needJourneys } from "#domain/measure/needs";
import { valueOf } from "#domain/measure/reading";
import { spanOf } from "#domain/measure/span";
import { flowOf, stationsOf } from "#domain/measure/subject";
import { tallyOf, totalAt } from "#domain/measure/tally";
import { voyageShare } from "#domain/measure/voyage-measure";
import { outcome } from "#engine/record/journeys";

/**
 * Those turned away, as a share of all who came: to a station; or of the voyages of a flow, or of all flows.
 */
export const turnedAwayShare: MeasureKind = {
  kind: "turned-away-share",
  summary: "Those turned away, as a share of all who came to a station, or of the voyages of a flow.",
  naming: { title: "Share turned away" },
  fields: { ...curveFields, ...windowFields },
  scale: "share",
  better: "less",
  needsTwin: false,
  needs({ of }, facts) {
    if (flowOf(of, facts) !== undefined) return needJourneys();
    return needCounts(stationsOf(of, facts).flatMap((id) => [`arrivals/${id}`, `turned-away/${id}`]));
  },
  create(values, facts) {
    if (flowOf(values.of, facts) === undefined) return atStation(values, facts);
    return ofFlows.create({ ...values, by: "arrival" }, facts);
  },
};

/** By when they began, for `turned-away-share` has no `by`. */
const ofFlows = voyageShare((journeys, row) => (journeys.outcome.at(row) === outcome["turned-away"] ? 1 : 0));

/**
 * Nobody stands between coming and being turned away: both have one instant, so the window is the same for
 * both.
 */
function atStation(values: MeasureValues, facts: Facts): Measure {
  const { from, until } = spanOf(values, facts);
  const last = until === facts.end ? until : until - 1;
  const stations = stationsOf(values.of, facts);
  return {
    unit: "share",
    read({ run }) {
      const number = (what: string): number => {
        const tally = tallyOf(
          run,
          stations.map((id) => `${what}/${id}`),
        );
        return totalAt(tally, last) - totalAt(tally, from - 1);
      };
      return valueOf(number("turned-away") / number("arrivals"));
    },
  };
}
