import type { Counts } from "#engine/record/counts";
import type { Expense, ExpenseCost } from "#engine/record/expenses";
import type { Outcome, Stage } from "#engine/record/journeys";
import { outcome } from "#engine/record/journeys";
import type { Recorder } from "#engine/record/recorder";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Vessels } from "#domain/traffic/vessels";

/** Whether rows about journeys are kept, and of which places. */
export interface JourneyNeeds {
  readonly journeys: boolean;
  /** Places whose waits, services and transits are kept; `all`: every place. */
  readonly places: "all" | ReadonlySet<string>;
  /** Whether sails are kept, leg by leg: for maps. */
  readonly legs: boolean;
}

/** Where a stage is, a number of places (-1 is not written), and whose fault it is, a number of reasons. */
export interface StageCause {
  readonly place: number;
  readonly reason: number;
}

/** What is paid; of a vessel with what it sailed. */
export type PaidCost = Pick<ExpenseCost, "dollars"> & Partial<ExpenseCost>;

/** Writes what befalls voyages into the rows of a replication: only what somebody reads. */
export class VoyageLog {
  readonly #clock: { readonly now: number };
  readonly #recorder: Recorder;
  readonly #vessels: Vessels;
  readonly #needs: JourneyNeeds;

  /** Rows are of what is so now, by `clock`. */
  constructor(
    clock: { readonly now: number },
    recorder: Recorder,
    rooms: { readonly vessels: Vessels; readonly needs: JourneyNeeds },
  ) {
    this.#clock = clock;
    this.#recorder = recorder;
    this.#vessels = rooms.vessels;
    this.#needs = rooms.needs;
  }

  /** The counts, for those who look their series up. */
  get counts(): Counts {
    return this.#recorder.counts;
  }

  /** So many more of a series of the counts; -1 is not counted. */
  count(series: number, amount: number): void {
    this.#recorder.counts.add(series, this.#clock.now, amount);
  }

  /** The number under which stages at a place are written; -1 when nobody reads them. */
  place(id: string): number {
    const { places } = this.#needs;
    return this.#needs.journeys && (places === "all" || places.has(id))
      ? this.#recorder.journeys.place(id)
      : -1;
  }

  /** The number of a reason; 0, nobody's fault, for an empty one. */
  reason(name: string): number {
    return name === "" ? 0 : this.#recorder.journeys.reason(name);
  }

  /** The number under which sails of a leg are written, `from>to`; -1 when nobody reads them. */
  leg(id: string): number {
    return this.#needs.legs ? this.#recorder.sails.declare(id) : -1;
  }

  /** A vessel has sailed `part` of a leg since its present stage began: 1 is all of it. */
  sailed(vessel: number, leg: number, part: number): void {
    this.#recorder.sails.add(leg, this.#clock.now, this.#vessels.since[vessel] as number, part); // under way
  }

  /** A voyage begins; `due` is NaN when nothing is due. */
  began(
    vessel: number,
    { metresPlanned, due }: { readonly metresPlanned: number; readonly due: number },
  ): void {
    const { now } = this.#clock;
    const { number: flow } = this.#vessels.flow[vessel] as FlowPlan; // a vessel under way
    const ordinal = this.#vessels.ordinal[vessel] as number; // the same
    this.#vessels.row[vessel] = this.#needs.journeys
      ? this.#recorder.journeys.open(flow, ordinal, now, metresPlanned, due)
      : -1;
  }

  /** A voyage does not come about: its row says so, without metres. `due` is NaN when nothing is due. */
  cancelled(flow: number, ordinal: number, due: number): void {
    if (!this.#needs.journeys) return;
    const { journeys } = this.#recorder;
    journeys.close(journeys.open(flow, ordinal, this.#clock.now, 0, due), this.#clock.now, outcome.cancelled);
  }

  /** One stage of a voyage is over. */
  stage(vessel: number, kind: Stage, at: StageCause): void {
    this.#write(vessel, kind, at, this.#clock.now);
  }

  /** The run is over before this stage of a voyage. */
  unfinished(vessel: number, kind: Stage, at: StageCause): void {
    this.#write(vessel, kind, at, NaN);
  }

  /** Its cargo goes on without its vessel, which is free now, if it was not before. */
  freed(vessel: number): void {
    const row = this.#vessels.row[vessel] as number; // a vessel under way
    if (row < 0 || !Number.isNaN(this.#recorder.journeys.freed.at(row))) return;
    this.#recorder.journeys.freed.set(row, this.#clock.now);
  }

  /** Carrying a voyage on without its first vessel costs this, US dollars. */
  paid(vessel: number, kind: Expense, { dollars, metres = 0, sailing = 0 }: PaidCost): void {
    const row = this.#vessels.row[vessel] as number; // a vessel under way
    if (row >= 0) this.#recorder.expenses.add(row, kind, { dollars, metres, sailing });
  }

  /** It now goes another way or to another port than its own, or no longer does. */
  diverted(vessel: number, isDiverted: boolean): void {
    const row = this.#vessels.row[vessel] as number; // a vessel under way
    if (row >= 0) this.#recorder.journeys.diverted.set(row, isDiverted ? 1 : 0);
  }

  /** A voyage ends. */
  ended(vessel: number, how: Outcome): void {
    const row = this.#vessels.row[vessel] as number; // a vessel under way
    if (row < 0) return;
    this.#recorder.journeys.metres.set(row, this.#vessels.metres[vessel] as number); // its own
    this.#recorder.journeys.close(row, this.#clock.now, how);
  }

  #write(vessel: number, kind: Stage, { place, reason }: StageCause, to: number): void {
    const row = this.#vessels.row[vessel] as number; // a vessel under way
    if (row < 0 || place < 0) return;
    const since = this.#vessels.since[vessel] as number; // a vessel under way
    this.#recorder.journeys.stage(row, kind, place, since, to, reason);
  }
}
