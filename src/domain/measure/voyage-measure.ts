import type { Facts } from "#domain/measure/facts";
import type { Measure, MeasureValues } from "#domain/measure/measure-kind";
import { none, valueOf } from "#domain/measure/reading";
import { holds, spanOf } from "#domain/measure/span";
import { flowOf } from "#domain/measure/subject";
import type { Journeys } from "#engine/record/journeys";
import { outcome } from "#engine/record/journeys";

/** What `judge` says of a voyage: 1 for one that counts, 0 for one that does not, NaN: it is left out. */
type Judge = (journeys: Journeys, row: number) => number;

/** Voyages that were judged, and how many of them count. */
interface Judged {
  readonly number: number;
  readonly counting: number;
}

/**
 * A measure that is a share of the voyages of a flow, or of all. Voyages are those that began in the window
 * (by arrival), or ended in it (by completion). Cancelled ones never sailed and are left out.
 */
export function voyageShare(values: MeasureValues, facts: Facts, judge: Judge): Measure {
  return voyageMeasure(values, facts, {
    unit: "share",
    judge,
    of: ({ number, counting }) => counting / number,
  });
}

/** The same for the number of those that count. */
export function voyageNumber(values: MeasureValues, facts: Facts, judge: Judge): Measure {
  return voyageMeasure(values, facts, { unit: "vessels", judge, of: ({ counting }) => counting });
}

function voyageMeasure(
  values: MeasureValues,
  facts: Facts,
  { unit, judge, of }: { readonly unit: string; readonly judge: Judge; readonly of: (all: Judged) => number },
): Measure {
  const flow = flowOf(values.of, facts);
  const span = spanOf(values, facts);
  return {
    unit,
    read({ run }) {
      if (flow === undefined) return none;
      const { journeys } = run.recorder;
      const counted = values.by === "arrival" ? journeys.start : journeys.end;
      let [number, counting] = [0, 0];
      for (let row = 0; row < journeys.flow.length; row += 1) {
        if (flow >= 0 && journeys.flow.at(row) !== flow) continue;
        if (journeys.outcome.at(row) === outcome.cancelled || !holds(span, counted.at(row), facts)) continue;
        const verdict = judge(journeys, row);
        if (Number.isNaN(verdict)) continue;
        number += 1;
        counting += verdict;
      }
      return valueOf(of({ number, counting }));
    },
  };
}
