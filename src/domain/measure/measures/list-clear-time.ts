import { episodesOf } from "#domain/measure/episode";
import type { MeasureKind, Rows } from "#domain/measure/measure-kind";
import { stationFields } from "#domain/measure/measure-fields";
import { needJourneys } from "#domain/measure/needs";
import { censoredAfter, daysOf, none, unaffected } from "#domain/measure/reading";
import { stationsOf } from "#domain/measure/subject";
import { placesOf } from "#domain/measure/visits";
import { stage } from "#engine/record/journeys";

/** From the last end of the first episode with somebody waiting then, until the last of these has passed. */
export const listClearTime: MeasureKind = {
  kind: "list-clear-time",
  summary: "Days from the end of the disruption until the last of those waiting then has passed.",
  naming: { title: "Waiting list cleared", noun: "the time to clear the waiting list" },
  since: "lastEnd",
  fields: stationFields,
  scale: "time-to-event",
  better: "less",
  isOfQueue: true,
  needsTwin: true,
  needs: ({ of }, facts) => needJourneys(of === "all" ? "all" : stationsOf(of, facts)),
  create({ of }, facts) {
    const places = of === "all" ? "all" : stationsOf(of, facts);
    return {
      unit: "d",
      read({ run }) {
        const episodes = episodesOf(run);
        if (episodes.length === 0) return unaffected;
        const wanted = placesOf(run.recorder.journeys, places);
        if (wanted === undefined) return none;
        for (const { lastEnd } of episodes) {
          if (Number.isNaN(lastEnd)) return censoredAfter(0);
          const passedAt = lastPassed(run, wanted, lastEnd);
          if (passedAt === undefined) continue;
          return passedAt === Infinity ? censoredAfter(facts.end - lastEnd) : daysOf(passedAt - lastEnd);
        }
        return unaffected;
      },
    };
  },
};

/**
 * When the last of those waiting at `instant` had passed, or had left the queue for another way; Infinity
 * when one is still there at the end of the run, undefined when nobody was waiting.
 */
function lastPassed(run: Rows, wanted: Uint8Array, instant: number): number | undefined {
  const { journeys } = run.recorder;
  const [kinds, places, voyages] = [
    journeys.stageKind.view(),
    journeys.stagePlace.view(),
    journeys.stageVoyage.view(),
  ];
  const [from, until] = [journeys.stageFrom.view(), journeys.stageTo.view()];
  const admitted = new Float64Array(journeys.start.length).fill(NaN);
  let last = -Infinity;
  for (let row = 0; row < kinds.length; row += 1) {
    if (wanted[places[row] as number] !== 1) continue; // one length
    const [came, went] = [from[row] as number, until[row] as number]; // one length
    const voyage = voyages[row] as number; // one length
    const isWait = kinds[row] === stage.wait || kinds[row] === stage.abandoned;
    const isListed = isWait
      ? came <= instant && came !== went && !(went < instant)
      : kinds[row] !== stage.sail && came === admitted[voyage];
    if (!isListed) continue;
    if (kinds[row] === stage.wait) admitted[voyage] = went;
    last = Math.max(last, Number.isNaN(went) ? Infinity : went);
  }
  return last === -Infinity ? undefined : last;
}
