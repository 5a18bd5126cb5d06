import type { Rows } from "#domain/measure/measure-kind";
import type { Span } from "#domain/measure/span";
import { stage } from "#engine/record/journeys";

/** The services of one voyage at one station. */
interface Served extends Span {
  readonly ms: number;
}

/** How one voyage spent its time. */
export interface TimeSpent {
  /** By place, then by reason ("none" for the ordinary queue), ms. */
  readonly waits: Map<string, Map<string, number>>;
  /** The same of stays in a server that is done. */
  readonly stays: Map<string, Map<string, number>>;
  /** By station: how long in all, and from the first service to the last. */
  readonly services: Map<string, Served>;
  /** From when to when it was in each passage, ms. */
  readonly passed: Map<string, Span>;
  /** The port whence it went overland, and whose fault that was; undefined where it did not. */
  port: { readonly place: string; readonly reason: string } | undefined;
  /** All that is left of its time: at sea, on links and overland. */
  sailing: number;
  readonly metres: number;
  /** Who slowed it for the longest time; "none" for nobody. */
  slowedBy: string;
}

/** How the voyages of one run spent their time, by their stages. */
export class VoyageTimes {
  readonly #rows: Rows;
  readonly #first: Int32Array;
  readonly #next: Int32Array;

  constructor(rows: Rows) {
    const { journeys } = rows.recorder;
    this.#rows = rows;
    this.#first = new Int32Array(journeys.start.length).fill(-1);
    this.#next = new Int32Array(journeys.stageVoyage.length).fill(-1);
    for (let index = journeys.stageVoyage.length - 1; index >= 0; index -= 1) {
      const voyage = journeys.stageVoyage.at(index);
      this.#next[index] = this.#first[voyage] ?? -1;
      this.#first[voyage] = index;
    }
  }

  /** Of the voyage in this row of the journeys. */
  of(row: number): TimeSpent {
    const { journeys } = this.#rows.recorder;
    const spent: TimeSpent = {
      waits: new Map(),
      stays: new Map(),
      services: new Map(),
      passed: new Map(),
      port: undefined,
      sailing: journeys.end.at(row) - journeys.start.at(row),
      metres: journeys.metres.at(row),
      slowedBy: "none",
    };
    let slowest = 0;
    for (let index = this.#first[row] ?? -1; index >= 0; index = this.#next[index] ?? -1) {
      const place = journeys.places[journeys.stagePlace.at(index)] ?? "";
      const reason = journeys.reasons[journeys.stageReason.at(index)] ?? "none";
      const [from, until] = [journeys.stageFrom.at(index), journeys.stageTo.at(index)];
      const ms = until - from;
      const kind = journeys.stageKind.at(index);
      if (kind === stage.wait || kind === stage.abandoned || kind === stage.blocked) {
        const places = kind === stage.blocked ? spent.stays : spent.waits;
        const reasons = places.get(place) ?? new Map<string, number>();
        places.set(place, reasons.set(reason, (reasons.get(reason) ?? 0) + ms));
      } else if (kind === stage.service || kind === stage.transfer) {
        const before = spent.services.get(place) ?? { from, until, ms: 0 };
        const span = { from: Math.min(before.from, from), until: Math.max(before.until, until) };
        spent.services.set(place, { ...span, ms: before.ms + ms });
      } else if (kind === stage.transit) {
        spent.passed.set(place, { from, until });
      } else {
        if (kind === stage.inland) spent.port = { place: place.split(">")[0] ?? place, reason };
        else if (reason !== "none" && ms > slowest) [spent.slowedBy, slowest] = [reason, ms];
        continue;
      }
      spent.sailing -= ms;
    }
    return spent;
  }
}

/** How long a voyage was served, everywhere. */
export const servedIn = ({ services }: TimeSpent): number =>
  [...services.values()].reduce((sum, { ms }) => sum + ms, 0);

/** How long a span is, ms; 0 of none. */
export const lengthOf = (span: Span | undefined): number => (span === undefined ? 0 : span.until - span.from);

/** How long a voyage was in passages, those of `but` left out. */
export const passingOf = ({ passed }: TimeSpent, but: ReadonlyMap<string, Span> = new Map()): number =>
  [...passed].reduce((sum, [place, span]) => sum + (but.has(place) ? 0 : lengthOf(span)), 0);
