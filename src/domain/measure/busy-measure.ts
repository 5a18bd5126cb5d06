import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields, windowFields } from "#domain/measure/measure-fields";
import { needLevels } from "#domain/measure/needs";
import { none, valueOf } from "#domain/measure/reading";
import { spanOf } from "#domain/measure/span";
import { stepsOf, timeAverage } from "#domain/measure/steps";
import { stationsOf } from "#domain/measure/subject";

/** A level of the servers of stations as a share of servers × time. None for a passage. */
export function busyMeasure(level: "busy" | "blocked"): Omit<MeasureKind, "kind" | "summary" | "better"> {
  return {
    fields: { ...stationFields, ...windowFields },
    scale: "share",
    needsTwin: false,
    needs: ({ of }, facts) => needLevels(stationsOf(of, facts).map((id) => `${level}/${id}`)),
    create(values, facts) {
      const stations = stationsOf(values.of, facts).filter((id) => facts.servers.has(id));
      const servers = stations.reduce((sum, id) => sum + (facts.servers.get(id) ?? 0), 0);
      const names = stations.map((id) => `${level}/${id}`);
      const span = spanOf(values, facts);
      return {
        unit: "share",
        read({ run }) {
          const steps = stepsOf(run.recorder.levels, names);
          return steps === undefined ? none : valueOf(timeAverage(steps, span) / servers);
        },
      };
    },
  };
}
