import { dayMs } from "#base/time";
import { eachArrivedPair } from "#domain/measure/delayed-voyages";
import type { Evidence, Measure, MeasureKind, MeasureValues } from "#domain/measure/measure-kind";
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
  needsTwin: true,
  needs({ of }, facts) {
    return flowOf(of, facts) === undefined ? needCounts(seriesOf(of, facts)) : needJourneys();
  },
  create(values, facts) {
    const flow = flowOf(values.of, facts);
    if (flow !== undefined) return ofVoyages(flow, values);
    const series = seriesOf(values.of, facts);
    return {
      unit: `${unitOf(values.of, facts)}·d`,
      read: (evidence) => valueOf(wholeShortfall(evidence, series).integral / dayMs),
    };
  },
};

function ofVoyages(flow: number, values: MeasureValues): Measure {
  return {
    unit: "d",
    read(evidence: Evidence) {
      const ours = evidence.run.recorder.journeys.end;
      const theirs = evidence.baselineTwin.recorder.journeys.end;
      let [count, sum] = [0, 0];
      eachArrivedPair(evidence, flow, values, (row, twinRow) => {
        count += 1;
        sum += ours.at(row) - theirs.at(twinRow);
      });
      return daysOf(sum / count);
    },
  };
}
