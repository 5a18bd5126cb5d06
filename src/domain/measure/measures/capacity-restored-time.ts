import { episodesOf } from "#domain/measure/episode";
import type { MeasureKind } from "#domain/measure/measure-kind";
import { stationFields } from "#domain/measure/measure-fields";
import { needCounts } from "#domain/measure/needs";
import { censoredAfter, daysOf, unaffected } from "#domain/measure/reading";
import { stationsOf } from "#domain/measure/subject";
import type { Happening } from "#engine/record/timeline";

/** From the first onset of a disruption of the stations until none of them is disrupted any more. */
export const capacityRestoredTime: MeasureKind = {
  kind: "capacity-restored-time",
  summary: "Days from the disruption of a station or passage until none acts on it any more.",
  fields: stationFields,
  scale: "time-to-event",
  needsTwin: true,
  needs: () => needCounts([]),
  create({ of }, facts) {
    const stations = stationsOf(of, facts);
    const touches = (row: Happening): boolean => of === "all" || row.of.some((id) => stations.includes(id));
    return {
      unit: "d",
      read({ run }) {
        const [episode] = episodesOf(run, touches);
        if (episode === undefined) return unaffected;
        const { onset, lastEnd } = episode;
        return Number.isNaN(lastEnd) ? censoredAfter(facts.end - onset) : daysOf(lastEnd - onset);
      },
    };
  },
};
