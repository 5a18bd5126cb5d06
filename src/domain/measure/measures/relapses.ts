import type { MeasureKind } from "#domain/measure/measure-kind";
import { curveFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { none, unaffected, valueOf } from "#domain/measure/reading";
import { fallsAfter, fateOf, firstHold } from "#domain/measure/recovery";
import { curveOf } from "#domain/measure/subject";

/** How often Q falls below the threshold again after it had recovered. None for who never recovered. */
export const relapses: MeasureKind = {
  kind: "relapses",
  summary: "How often the rate fell below the threshold again after it had recovered.",
  fields: curveFields,
  scale: "mean",
  needsTwin: true,
  needs: ({ of }, facts) => needCounts(curveOf(of, facts).of),
  create({ of }, facts) {
    const curve = curveOf(of, facts);
    const band = { least: curve.recoveredAt, most: Infinity };
    return {
      unit: "times",
      read(evidence) {
        const fate = fateOf(evidence, curve);
        if (fate === "unaffected") return unaffected;
        if (fate === "unwatched") return none;
        const recoveredAt = firstHold(fate, curve, fate.failedAt, band);
        return Number.isNaN(recoveredAt) ? none : valueOf(fallsAfter(fate, curve, recoveredAt));
      },
    };
  },
};
