import { episodesOf } from "#domain/measure/episode";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { censoredAfter, daysOf, unaffected } from "#domain/measure/reading";
import { stationsOf } from "#domain/measure/subject";
import type { Happening } from "#engine/record/timeline";

/**
 * From the first onset of a disruption of the stations until none acts on them any more, and all that they
 * lost has come back.
 */
export const capacityRestoredTime: MeasureKind = {
  kind: "capacity-restored-time",
  summary: "Days from the disruption of a station or passage until none acts on it and its pace is back.",
  naming: { title: "Capacity restored", noun: "the time until capacity is restored" },
  since: "onset",
  fields: stationFields,
  scale: "time-to-event",
  better: "less",
  needsTwin: true,
  needs: () => needCounts([]),
  create({ of }, facts) {
    const stations = stationsOf(of, facts);
    const touches = (row: Happening): boolean => of === "all" || row.of.some((id) => stations.includes(id));
    return {
      unit: "d",
      read({ run }) {
        const [first, ...later] = episodesOf(run, touches);
        if (first === undefined) return unaffected;
        const restoredAt = later.reduce(
          (at, next) => (next.onset < at ? Math.max(at, next.restoredAt) : at), // NaN stays: it never ends
          first.restoredAt,
        );
        const isSeen = restoredAt <= facts.end;
        return isSeen ? daysOf(restoredAt - first.onset) : censoredAfter(facts.end - first.onset);
      },
    };
  },
};
