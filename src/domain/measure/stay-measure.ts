import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields, visitFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { daysOf, none } from "#domain/measure/reading";
import { holds, spanOf } from "#domain/measure/span";
import { stationsOf } from "#domain/measure/subject";
import type { StaysAt } from "#domain/measure/visits";

/**
 * All that a measure of mean stays at stations is but its name and words: the mean length, in days, of those
 * that are over, and that began in the window (by arrival) or ended in it (by completion).
 */
export function stayMeasure(staysAt: StaysAt): Omit<MeasureKind, "kind" | "summary" | "better"> {
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
          const stays = staysAt(run, places);
          if (stays === undefined) return none;
          const counted = values.by === "arrival" ? stays.from : stays.until;
          let [count, sum] = [0, 0];
          for (let stay = 0; stay < stays.from.length; stay += 1) {
            const until = stays.until[stay] as number; // one length
            const at = counted[stay] as number; // one length
            if (Number.isNaN(until) || !holds(span, at, facts)) continue;
            count += 1;
            sum += until - (stays.from[stay] as number); // one length
          }
          return daysOf(sum / count);
        },
      };
    },
  };
}
