import type { MeasureKind } from "#domain/measure/measure-kind";
import { atField, stationFields } from "#domain/measure/measure-fields";
import { needLevels } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { levelAt, stepsOf } from "#domain/measure/steps";
import { jobsOf, stationsOf } from "#domain/measure/subject";

/** How many wait at an instant, after all that happens in it. None outside the run. */
export const queue: MeasureKind = {
  kind: "queue",
  summary: "How many wait at an instant.",
  fields: { ...stationFields, at: atField },
  scale: "mean",
  better: "less",
  isOfQueue: true,
  needsTwin: false,
  needs: ({ of }, facts) => needLevels(stationsOf(of, facts).map((id) => `queue/${id}`)),
  create({ of, at }, facts) {
    const names = stationsOf(of, facts).map((id) => `queue/${id}`);
    return {
      unit: jobsOf(of, facts),
      read({ run }) {
        const waiting = stepsOf(run.recorder.levels, names);
        if (waiting === undefined || at === undefined || at < facts.start || at > facts.end) return none;
        return valueOf(levelAt(waiting, at));
      },
    };
  },
};
