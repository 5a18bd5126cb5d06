import type { MeasureKind } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { daysOf, none, unaffected } from "#domain/measure/reading";
import { fateOf } from "#domain/measure/recovery";
import { curveOf } from "#domain/measure/subject";

/** From the onset to the first t at which Q is below the threshold. */
export const timeToSurvive: MeasureKind = {
  kind: "time-to-survive",
  summary: "Days from the disruption to the first window that is below the threshold; unaffected if none is.",
  fields: curveFields,
  scale: "time-to-event",
  needsTwin: true,
  needs: ({ of }, facts) => needCounts(curveOf(of, facts).of),
  create({ of }, facts) {
    const curve = curveOf(of, facts);
    return {
      unit: "d",
      read(evidence) {
        const fate = fateOf(evidence, curve);
        if (fate === "unaffected") return unaffected;
        return fate === "unwatched" ? none : daysOf(fate.failedAt - fate.episode.onset);
      },
    };
  },
};
