import type { MeasureKind } from "#domain/measure/measure-kind";
import { flowFields, visitFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { holds, spanOf } from "#domain/measure/span";
import { flowOf } from "#domain/measure/subject";
import { outcome } from "#engine/record/journeys";

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
  create(values, facts) {
    const flow = flowOf(values.of, facts);
    const span = spanOf(values, facts);
    return {
      unit: "vessels",
      read({ run }) {
        if (flow === undefined) return none;
        const { journeys } = run.recorder;
        const counted = values.by === "arrival" ? journeys.start : journeys.end;
        let number = 0;
        for (let row = 0; row < journeys.flow.length; row += 1) {
          if (flow >= 0 && journeys.flow.at(row) !== flow) continue;
          if (journeys.outcome.at(row) === outcome.cancelled || !holds(span, counted.at(row), facts))
            continue;
          number += journeys.diverted.at(row);
        }
        return valueOf(number);
      },
    };
  },
};
