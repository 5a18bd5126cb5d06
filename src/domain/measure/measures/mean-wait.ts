import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields, visitFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { daysOf, none } from "#domain/measure/reading";
import { holds, spanOf } from "#domain/measure/span";
import { stationsOf } from "#domain/measure/subject";
import { eachWait, placesOf } from "#domain/measure/visits";

/**
 * The mean time waiting, without service, of those who came after the warm-up and no longer wait at the end.
 */
export const meanWait: MeasureKind = {
  kind: "mean-wait",
  summary: "Mean days of waiting, without service; waits of 0 count, who still waits at the end does not.",
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
        eachWait(run, wanted, (from, until) => {
          if (Number.isNaN(until) || !holds(span, values.by === "arrival" ? from : until, facts)) return;
          count += 1;
          sum += until - from;
        });
        return daysOf(sum / count);
      },
    };
  },
};
