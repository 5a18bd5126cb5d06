import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields, windowFields } from "#domain/measure/measure-fields";
import { needLevels } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { spanOf } from "#domain/measure/span";
import { stepsOf, timeAverage } from "#domain/measure/steps";
import { stationsOf } from "#domain/measure/subject";

/** Occupied server time ÷ (servers × time), frozen jobs and closed time included. None for a passage. */
export const utilisation: MeasureKind = {
  kind: "utilisation",
  summary: "Occupied server time, as a share of servers × time, closed time included.",
  fields: { ...stationFields, ...windowFields },
  scale: "share",
  needsTwin: false,
  needs: ({ of }, facts) => needLevels(stationsOf(of, facts).map((id) => `busy/${id}`)),
  create(values, facts) {
    const stations = stationsOf(values.of, facts).filter((id) => facts.servers.has(id));
    const servers = stations.reduce((sum, id) => sum + (facts.servers.get(id) ?? 0), 0);
    const names = stations.map((id) => `busy/${id}`);
    const span = spanOf(values, facts);
    return {
      unit: "share",
      read({ run }) {
        const busy = stepsOf(run.recorder.levels, names);
        return busy === undefined ? none : valueOf(timeAverage(busy, span) / servers);
      },
    };
  },
};
