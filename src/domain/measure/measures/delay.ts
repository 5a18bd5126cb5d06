import { dayMs } from "#base/time";
import { meanExcess } from "#domain/measure/delayed-voyages";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { curveFields, visitFields } from "#domain/measure/measure-fields";
import { wholeShortfall } from "#domain/measure/measures/net-loss";
import { needCounts, needJourneys } from "#domain/measure/needs";
import { daysOf, valueOf } from "#domain/measure/reading";
import { flowOf, seriesOf, unitOf } from "#domain/measure/subject";

/**
 * Against the baseline's twin, signed, from the first onset. Of a flow, or `all` flows: the mean over paired
 * voyages of arrival less arrival in the twin, in days. Of anything else, `performance` too: ∫ D dt, in
 * unit-days.
 */
export const delay: MeasureKind = {
  kind: "delay",
  summary: "Of a flow: mean days later than the same voyage in the twin; of other counts: unit-days missing.",
  fields: { ...curveFields, ...visitFields },
  scale: "mean",
  better: "less",
  needsTwin: true,
  needs({ of }, facts) {
    return flowOf(of, facts) === undefined ? needCounts(seriesOf(of, facts)) : needJourneys();
  },
  create(values, facts) {
    const flow = flowOf(values.of, facts);
    if (flow !== undefined)
      return { unit: "d", read: (evidence) => daysOf(meanExcess(evidence, "end", flow, values)) };
    const series = seriesOf(values.of, facts);
    return {
      unit: `${unitOf(values.of, facts)}·d`,
      read: (evidence) => valueOf(wholeShortfall(evidence, series).integral / dayMs),
    };
  },
};
