import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields, visitFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { daysOf, none } from "#domain/measure/reading";
import { holds, spanOf } from "#domain/measure/span";
import { stationsOf } from "#domain/measure/subject";
import { eachVisit, placesOf } from "#domain/measure/visits";

/** The mean time from arrival at a station or passage to leaving it, waiting and service together. */
export const dwell: MeasureKind = {
  kind: "dwell",
  summary: "Mean days from arrival to leaving, waiting and service or transit together; of completed visits.",
  fields: { ...stationFields, ...visitFields },
  scale: "mean",
  needsTwin: false,
  needs: ({ of }, facts) => needJourneys(of === "all" ? "all" : stationsOf(of, facts)),
  create(values, facts) {
    const places = values.of === "all" ? "all" : stationsOf(values.of, facts);
    const span = spanOf(values, facts);
    return {
      unit: "d",
      read({ run }) {
        const wanted = placesOf(run.recorder.journeys, places);
        if (wanted === undefined) return none;
        let [count, sum] = [0, 0];
        eachVisit(run, wanted, (arrived, left) => {
          if (!holds(span, values.by === "arrival" ? arrived : left, facts)) return;
          count += 1;
          sum += left - arrived;
        });
        return daysOf(sum / count);
      },
    };
  },
};
