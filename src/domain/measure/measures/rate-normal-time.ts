import type { MeasureKind } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { censoredAfter, daysOf, none, unaffected } from "#domain/measure/reading";
import { fateOf, firstHold } from "#domain/measure/recovery";
import { curveOf } from "#domain/measure/subject";

/**
 * From the last end of the episode that failed to the first t from which Q holds within 1 - threshold of 1,
 * on either side: neither a lack nor the surge that works off a backlog. Its counterpart in history is the
 * first day back at the usual rate after a surge.
 */
export const rateNormalTime: MeasureKind = {
  kind: "rate-normal-time",
  summary: "Days from the end of the disruption until the rate holds near the twin's: no lack, no surge.",
  fields: curveFields,
  scale: "time-to-event",
  needsTwin: true,
  needs: ({ of }, facts) => needCounts(curveOf(of, facts).of),
  create({ of }, facts) {
    const curve = curveOf(of, facts);
    const band = { least: curve.recoveredAt, most: 2 - curve.recoveredAt };
    return {
      unit: "d",
      read(evidence) {
        const fate = fateOf(evidence, curve);
        if (fate === "unaffected") return unaffected;
        if (fate === "unwatched") return none;
        const { lastEnd } = fate.episode;
        if (Number.isNaN(lastEnd)) return censoredAfter(0);
        const normalAt = firstHold(fate, curve, lastEnd, band);
        if (Number.isNaN(normalAt)) return censoredAfter(fate.watchedUntil - curve.heldFor - lastEnd);
        return daysOf(normalAt - lastEnd);
      },
    };
  },
};
