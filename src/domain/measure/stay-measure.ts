import type { MeasureKind, Rows } from "#domain/measure/measure-kind";
import { stationFields, visitFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { daysOf, none } from "#domain/measure/reading";
import { holds, spanOf } from "#domain/measure/span";
import { stationsOf } from "#domain/measure/subject";
import { placesOf } from "#domain/measure/visits";

/** Calls `visit` for every stay at the places, with its start and its end: NaN while it is not over. */
type EachStay = (rows: Rows, wanted: Uint8Array, visit: (from: number, until: number) => void) => void;

/**
 * All that a measure of mean stays at stations is but its name and words: the mean length, in days, of those
 * that are over, and that began in the window (by arrival) or ended in it (by completion).
 */
export function stayMeasure(eachStay: EachStay): Omit<MeasureKind, "kind" | "summary"> {
  return {
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
          eachStay(run, wanted, (from, until) => {
            if (Number.isNaN(until) || !holds(span, values.by === "arrival" ? from : until, facts)) return;
            count += 1;
            sum += until - from;
          });
          return daysOf(sum / count);
        },
      };
    },
  };
}
