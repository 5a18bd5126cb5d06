import type { Counts } from "#engine/record/counts";
import type { Outcome, Stage } from "#engine/record/journeys";
import type { Recorder } from "#engine/record/recorder";
import type { Vessels } from "#domain/traffic/vessels";

/** Whether rows about journeys are kept, and of which places. */
export interface JourneyNeeds {
  readonly journeys: boolean;
  /** Places whose waits, services and transits are kept; `all`: every place. */
  readonly places: "all" | ReadonlySet<string>;
  /** Whether those who sail each leg are counted: for maps. */
  readonly legs: boolean;
}

/** Numbers of the two counts of a leg: how long each sail took, ms, and which part of the leg it was. */
export interface LegCounts {
  readonly sails: number;
  readonly parts: number;
}

/** Writes what befalls voyages into the rows of a replication: only what somebody reads. */
export class VoyageLog {
  readonly #recorder: Recorder;
  readonly #vessels: Vessels;
  readonly #needs: JourneyNeeds;

  constructor(recorder: Recorder, vessels: Vessels, needs: JourneyNeeds) {
    this.#recorder = recorder;
    this.#vessels = vessels;
    this.#needs = needs;
  }

  /** The counts, for those who add to them. */
  get counts(): Counts {
    return this.#recorder.counts;
  }

  /** The number under which stages at a place are written; -1 when nobody reads them. */
  place(id: string): number {
    const { places } = this.#needs;
    return this.#needs.journeys && (places === "all" || places.has(id))
      ? this.#recorder.journeys.place(id)
      : -1;
  }

  /** The counts of those who sail a leg, `leg/from>to` and its parts; -1 when nobody reads them. */
  leg(id: string): LegCounts {
    if (!this.#needs.legs) return { sails: -1, parts: -1 };
    const { counts } = this.#recorder;
    return { sails: counts.declare(`leg/${id}`), parts: counts.declare(`leg/${id}/part`) };
  }

  /** A vessel has sailed `part` of a leg since its present stage began: 1 is all of it. */
  sailed(vessel: number, leg: LegCounts, now: number, part: number): void {
    this.counts.add(leg.sails, now, now - (this.#vessels.since[vessel] as number)); // a vessel under way
    this.counts.add(leg.parts, now, part);
  }

  /** A voyage begins; `due` is NaN when nothing is due. */
  began(
    vessel: number,
    voyage: { readonly now: number; readonly metresPlanned: number; readonly due: number },
  ): void {
    const { now, metresPlanned, due } = voyage;
    const flow = this.#vessels.flow[vessel] as number; // a vessel under way
    const ordinal = this.#vessels.ordinal[vessel] as number; // the same
    this.#vessels.row[vessel] = this.#needs.journeys
      ? this.#recorder.journeys.open(flow, ordinal, now, metresPlanned, due)
      : -1;
  }

  /**
   * One stage of a voyage is over at `to`; `to` is NaN when the run ends before it. Place -1 is not written.
   */
  stage(
    vessel: number,
    kind: Stage,
    at: { readonly place: number; readonly reason: number; readonly to: number },
  ): void {
    const row = this.#vessels.row[vessel] as number; // a vessel under way
    if (row < 0 || at.place < 0) return;
    const since = this.#vessels.since[vessel] as number; // a vessel under way
    this.#recorder.journeys.stage(row, kind, at.place, since, at.to, at.reason);
  }

  /** It now skips a passage of its undisrupted route, or no longer does. */
  diverted(vessel: number, isDiverted: boolean): void {
    const row = this.#vessels.row[vessel] as number; // a vessel under way
    if (row >= 0) this.#recorder.journeys.diverted.set(row, isDiverted ? 1 : 0);
  }

  /** A voyage ends. */
  ended(vessel: number, now: number, how: Outcome): void {
    const row = this.#vessels.row[vessel] as number; // a vessel under way
    if (row < 0) return;
    this.#recorder.journeys.metres.set(row, this.#vessels.metres[vessel] as number); // its own
    this.#recorder.journeys.close(row, now, how);
  }
}
