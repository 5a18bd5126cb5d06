import { flowFields, visitFields } from "#domain/measure/measure-fields";
import type { MeasureKind, Rows } from "#domain/measure/measure-kind";
import { needJourneys } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { holds, spanOf } from "#domain/measure/span";
import { flowOf } from "#domain/measure/subject";
import type { Journeys } from "#engine/record/journeys";
import { outcome } from "#engine/record/journeys";

/** What is said of a voyage: 1 for one that counts, 0 for one that does not, NaN: it is left out. */
type Judge = (journeys: Journeys, row: number, facts: Rows["facts"]) => number;

/** Voyages that were judged, and how many of them count. */
interface Judged {
  readonly number: number;
  readonly counting: number;
}

type VoyageMeasure = Omit<MeasureKind, "kind" | "summary" | "better">;

/**
 * All that a share of the voyages of a flow, or of all, is but its name and words. Voyages are those that
 * began in the window (by arrival), or ended in it (by completion). Cancelled ones never sailed and are left
 * out.
 */
export function voyageShare(judge: Judge): VoyageMeasure {
  const share = ({ number, counting }: Judged): number => counting / number;
  return { scale: "share", ...voyageMeasure("share", judge, share) };
}

/** The same for the number of those that count. */
export function voyageNumber(judge: Judge): VoyageMeasure {
  return { scale: "mean", ...voyageMeasure("vessels", judge, ({ counting }) => counting) };
}

function voyageMeasure(
  unit: string,
  judge: Judge,
  of: (judged: Judged) => number,
): Omit<VoyageMeasure, "scale"> {
  return {
    fields: { ...flowFields, ...visitFields },
    needsTwin: false,
    needs: () => needJourneys(),
    create(values, facts) {
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
            if (journeys.outcome.at(row) === outcome.cancelled) continue;
            if (!holds(span, counted.at(row), facts)) continue;
            const verdict = judge(journeys, row, facts);
            if (Number.isNaN(verdict)) continue;
            number += 1;
            counting += verdict;
          }
          return valueOf(of({ number, counting }));
        },
      };
    },
  };
}
