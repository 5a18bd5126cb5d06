import type { MeasureKind } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { censoredAfter, daysOf, none, unaffected } from "#domain/measure/reading";
import { fateOf, firstHold } from "#domain/measure/recovery";
import { curveOf } from "#domain/measure/subject";

/**
 * From the onset to the first t after the failure from which Q holds. Censored at the end less hold and
 * window.
 */
export const timeToRecover: MeasureKind = {
  kind: "time-to-recover",
  summary: "Days from the disruption to the first moment from which the rate holds at the threshold again.",
  fields: curveFields,
  scale: "time-to-event",
  needsTwin: true,
  needs: ({ of }, facts) => needCounts(curveOf(of, facts).of),
  create({ of }, facts) {
    const curve = curveOf(of, facts);
    const band = { least: curve.recoveredAt, most: Infinity };
    return {
      unit: "d",
      read(evidence) {
        const fate = fateOf(evidence, curve);
        if (fate === "unaffected") return unaffected;
        if (fate === "unwatched") return none;
        const { onset } = fate.episode;
        const recoveredAt = firstHold(fate, curve, fate.failedAt, band);
        if (Number.isNaN(recoveredAt)) return censoredAfter(fate.watchedUntil - curve.heldFor - onset);
        return daysOf(recoveredAt - onset);
      },
    };
  },
};
