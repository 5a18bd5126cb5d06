import type { Rows } from "#domain/measure/measure-kind";
import type { Journeys } from "#engine/record/journeys";
import { stage } from "#engine/record/journeys";

/** 1 by number of place, for the places that a row is about; undefined when none of them was recorded. */
export function placesOf(journeys: Journeys, ids: readonly string[] | "all"): Uint8Array | undefined {
  const wanted = new Uint8Array(journeys.places.length);
  if (ids === "all") return wanted.fill(1);
  for (const id of ids) {
    const place = journeys.places.indexOf(id);
    if (place >= 0) wanted[place] = 1;
  }
  return wanted.includes(1) ? wanted : undefined;
}

/**
 * Every wait at the places, in order of their ends: `until` is NaN for who still waits at the end of the run.
 */
export function eachWait(rows: Rows, wanted: Uint8Array, visit: (from: number, until: number) => void): void {
  const { journeys } = rows.recorder;
  const [kinds, places] = [journeys.stageKind.view(), journeys.stagePlace.view()];
  const [from, until] = [journeys.stageFrom.view(), journeys.stageTo.view()];
  for (let row = 0; row < kinds.length; row += 1) {
    if (kinds[row] !== stage.wait || wanted[places[row] as number] !== 1) continue; // one length
    visit(from[row] as number, until[row] as number); // one length
  }
}

/**
 * Every visit to the places that was begun and ended there, in order of the ends of services: from arrival, a
 * wait's start, to the end of the service or transit, or of being blocked after it. Whoever left the queue
 * and was not served is none.
 */
export function eachVisit(
  rows: Rows,
  wanted: Uint8Array,
  visit: (arrived: number, left: number) => void,
): void {
  const { journeys } = rows.recorder;
  const [kinds, places, voyages] = [
    journeys.stageKind.view(),
    journeys.stagePlace.view(),
    journeys.stageVoyage.view(),
  ];
  const [from, until] = [journeys.stageFrom.view(), journeys.stageTo.view()];
  const arrived = new Float64Array(journeys.start.length).fill(NaN);
  const admitted = new Float64Array(journeys.start.length).fill(NaN);
  const stays = blockedStays(journeys, wanted);
  for (let row = 0; row < kinds.length; row += 1) {
    if (wanted[places[row] as number] !== 1) continue; // one length
    const voyage = voyages[row] as number; // one length
    if (kinds[row] === stage.wait) {
      arrived[voyage] = from[row] as number; // one length
      admitted[voyage] = until[row] as number; // one length
    } else if (isDone(kinds[row]) && from[row] === admitted[voyage] && !Number.isNaN(until[row])) {
      const ended = until[row] as number; // one length
      const left = stays.get(voyage)?.get(ended) ?? ended;
      if (!Number.isNaN(left)) visit(arrived[voyage] as number, left); // its wait came before
    }
  }
}

/** By voyage, by the end of a service: the end of the stay in the server after it; NaN: after the run. */
function blockedStays(journeys: Journeys, wanted: Uint8Array): ReadonlyMap<number, Map<number, number>> {
  const stays = new Map<number, Map<number, number>>();
  const kinds = journeys.stageKind.view();
  if (!kinds.includes(stage.blocked)) return stays;
  kinds.forEach((kind, row) => {
    if (kind !== stage.blocked || wanted[journeys.stagePlace.at(row)] !== 1) return;
    const voyage = journeys.stageVoyage.at(row);
    const ends = stays.get(voyage) ?? new Map<number, number>();
    stays.set(voyage, ends.set(journeys.stageFrom.at(row), journeys.stageTo.at(row)));
  });
  return stays;
}

function isDone(kind: number | undefined): boolean {
  return kind === stage.service || kind === stage.transit;
}
