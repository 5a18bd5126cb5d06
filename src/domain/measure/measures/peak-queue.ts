import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields, windowFields } from "#domain/measure/measure-fields";
import { needLevels } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { spanOf } from "#domain/measure/span";
import { largestLevel, stepsOf } from "#domain/measure/steps";
import { stationsOf } from "#domain/measure/subject";

/** The most that waited at once. */
export const peakQueue: MeasureKind = {
  kind: "peak-queue",
  summary: "The most that waited at once.",
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
        return waiting === undefined ? none : valueOf(largestLevel(waiting, span));
      },
    };
  },
};
