import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields, windowFields } from "#domain/measure/measure-fields";
import { needLevels } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { spanOf } from "#domain/measure/span";
import { stepsOf, timeAverage } from "#domain/measure/steps";
import { stationsOf } from "#domain/measure/subject";

/** The time average of those waiting, without those served. */
export const meanQueue: MeasureKind = {
  kind: "mean-queue",
  summary: "The number waiting on average over time, without those being served.",
  fields: { ...stationFields, ...windowFields },
  scale: "mean",
  needsTwin: false,
  needs: ({ of }, facts) => needLevels(stationsOf(of, facts).map((id) => `queue/${id}`)),
  create(values, facts) {
    const names = stationsOf(values.of, facts).map((id) => `queue/${id}`);
    const span = spanOf(values, facts);
    return {
      unit: "vessels",
      read({ run }) {
        const waiting = stepsOf(run.recorder.levels, names);
        return waiting === undefined ? none : valueOf(timeAverage(waiting, span));
      },
    };
  },
};
