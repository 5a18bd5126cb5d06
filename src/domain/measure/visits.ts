import type { Rows } from "#domain/measure/measure-kind";
import { remembered } from "#domain/measure/remembered";
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

/** Times spent at places, ms: when each began, and when it ended; NaN for one that has not. */
export interface Stays {
  readonly from: Float64Array;
  readonly until: Float64Array;
}

/** The stays of one kind at some places; undefined when none of the places was recorded. */
export type StaysAt = (rows: Rows, ids: readonly string[] | "all") => Stays | undefined;

/** Every wait at the places, in order of their ends. */
export const waitsAt: StaysAt = remembered(({ recorder: { journeys } }, ids) => {
  const wanted = placesOf(journeys, ids);
  if (wanted === undefined) return undefined;
  const [kinds, places] = [journeys.stageKind.view(), journeys.stagePlace.view()];
  const [from, until] = [journeys.stageFrom.view(), journeys.stageTo.view()];
  const stays: { readonly from: number[]; readonly until: number[] } = { from: [], until: [] };
  for (let row = 0; row < kinds.length; row += 1) {
    if (kinds[row] !== stage.wait || wanted[places[row] as number] !== 1) continue; // one length
    stays.from.push(from[row] as number); // one length
    stays.until.push(until[row] as number); // one length
  }
  return columnsOf(stays);
});

/**
 * Every visit to the places that was begun and ended there, in order of the ends of services: from arrival, a
 * wait's start, to the end of the service or transit, or of being blocked after it. Whoever left the queue
 * and was not served is none, nor is who was thrown out while blocked.
 */
export const visitsTo: StaysAt = remembered(({ recorder: { journeys } }, ids) => {
  const wanted = placesOf(journeys, ids);
  if (wanted === undefined) return undefined;
  const [kinds, places, voyages] = [
    journeys.stageKind.view(),
    journeys.stagePlace.view(),
    journeys.stageVoyage.view(),
  ];
  const [from, until] = [journeys.stageFrom.view(), journeys.stageTo.view()];
  const arrived = new Float64Array(journeys.start.length).fill(NaN);
  const admitted = new Float64Array(journeys.start.length).fill(NaN);
  const afterwards = staysAfterService(journeys, wanted);
  const stays: { readonly from: number[]; readonly until: number[] } = { from: [], until: [] };
  for (let row = 0; row < kinds.length; row += 1) {
    if (wanted[places[row] as number] !== 1) continue; // one length
    const voyage = voyages[row] as number; // one length
    if (kinds[row] === stage.wait) {
      arrived[voyage] = from[row] as number; // one length
      admitted[voyage] = until[row] as number; // one length
    } else if (isDone(kinds[row]) && from[row] === admitted[voyage] && !Number.isNaN(until[row])) {
      const ended = until[row] as number; // one length
      const after = afterwards.get(voyage)?.get(ended);
      const left = after !== undefined && after.place === places[row] ? after.until : ended;
      if (Number.isNaN(left)) continue;
      stays.from.push(arrived[voyage] as number); // its wait came before
      stays.until.push(left);
    }
  }
  return columnsOf(stays);
});

function columnsOf({ from, until }: Record<keyof Stays, readonly number[]>): Stays {
  return { from: Float64Array.from(from), until: Float64Array.from(until) };
}

/** A stay in the server of a station after its service, and its end; NaN: after the run, or thrown out. */
interface StayAfterService {
  readonly place: number;
  readonly until: number;
}

/** By voyage, by the end of a service, which is when the stay after it or its loss began. */
function staysAfterService(
  journeys: Journeys,
  wanted: Uint8Array,
): ReadonlyMap<number, Map<number, StayAfterService>> {
  const stays = new Map<number, Map<number, StayAfterService>>();
  const kinds = journeys.stageKind.view();
  if (!kinds.includes(stage.blocked) && !kinds.includes(stage.lost)) return stays;
  kinds.forEach((kind, row) => {
    const place = journeys.stagePlace.at(row);
    if ((kind !== stage.blocked && kind !== stage.lost) || wanted[place] !== 1) return;
    const voyage = journeys.stageVoyage.at(row);
    const ends = stays.get(voyage) ?? new Map<number, StayAfterService>();
    const until = kind === stage.lost ? NaN : journeys.stageTo.at(row);
    stays.set(voyage, ends.set(journeys.stageFrom.at(row), { place, until }));
  });
  return stays;
}

function isDone(kind: number | undefined): boolean {
  return kind === stage.service || kind === stage.transit;
}
