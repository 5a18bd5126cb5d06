import { assert, assertNever } from "#base/assert";
import { dayMs } from "#base/time";
import type { Admission } from "#domain/passage/admission-kind";
import { admissionRule } from "#domain/passage/admission-kind";
import { HeadwayClock } from "#domain/passage/headway-clock";
import { SlotGrid } from "#domain/passage/slot-grid";
import type { Actuator, Elements } from "#domain/world/elements";
import { lastInstantMs } from "#base/time";
import { WaitingLines } from "#domain/world/waiting-lines";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Levels } from "#engine/record/levels";
import type { Inside } from "#engine/station/station-client";
import type { Stations } from "#engine/station/stations";

/** The transit has a place for everybody: more servers than there can be vessels. */
const PLACES = 2_147_483_647;

/** Who hears of admissions: traffic, which then draws the transit time and calls `transit`. */
export interface PassageClient {
  admitted(job: number, passage: number): void;
}

/** What a passage needs beside its id. */
export interface PassageOptions {
  /** `suez.transit`. */
  readonly id: string;
  /** The level that records its queue, or -1. */
  readonly queueLevel: number;
}

/**
 * Canals and straits: a line of vessels before an admission rule, then the transit. The line and the rule are
 * here; the transit is a station with a place for everybody, so that closures treat those inside as anywhere
 * else. A closure acts on admission; a factor acts on the pace of admission and leaves the transit alone.
 */
export class Passages {
  /** Ids by number, `suez.transit`. */
  readonly ids: string[] = [];
  readonly #simulation: Simulation;
  readonly #elements: Elements;
  readonly #stations: Stations;
  readonly #levels: Levels;
  readonly #client: PassageClient;
  readonly #lines: WaitingLines = new WaitingLines();
  readonly #admissions: Admission[] = [];
  readonly #grids: SlotGrid[] = [];
  readonly #clocks: HeadwayClock[] = [];
  readonly #closures: number[] = [];
  readonly #pending: EventHandle[] = [];
  /** When its line was empty for the last time: who stands in it came then, or later. */
  readonly #lineSince: number[] = [];
  readonly #queueLevels: number[] = [];
  readonly #elementOf: number[] = [];
  readonly #transitStations: number[] = [];
  /** By station; -1 where a station is none of ours. */
  readonly #passageOfStation: number[] = [];
  readonly #admit: HandlerId;

  constructor(
    simulation: Simulation,
    rooms: { readonly elements: Elements; readonly stations: Stations; readonly levels: Levels },
    client: PassageClient,
  ) {
    this.#simulation = simulation;
    this.#elements = rooms.elements;
    this.#stations = rooms.stations;
    this.#levels = rooms.levels;
    this.#client = client;
    this.#admit = simulation.register({
      name: "passage.admit",
      priority: priority.release,
      run: (passage) => this.#admitFirst(passage),
      describe: (passage) => this.ids[passage] as string, // passage numbers come from open
    });
    simulation.expectWaiting("passages", () =>
      this.ids.reduce((sum, _, passage) => sum + this.waiting(passage), 0),
    );
  }

  /** Adds a passage and returns its number. It is free until `reset` gives it a rule. */
  open({ id, queueLevel }: PassageOptions): number {
    const passage = this.ids.push(id) - 1;
    const line = this.#lines.open();
    assert(line === passage, "a passage and its line share a number");
    this.#admissions.push({ rule: admissionRule.free, intervalMs: 0 });
    this.#grids.push(new SlotGrid());
    this.#clocks.push(new HeadwayClock());
    this.#closures.push(0);
    this.#pending.push(0);
    this.#lineSince.push(-Infinity);
    this.#queueLevels.push(queueLevel);
    const station = this.#stations.open({
      name: id,
      servers: PLACES,
      discipline: "fifo",
      queueLevel: -1,
      busyLevel: -1,
    });
    this.#transitStations.push(station);
    while (this.#passageOfStation.length < station) this.#passageOfStation.push(-1);
    this.#passageOfStation.push(passage);
    this.#elementOf.push(this.#elements.add(id, this.#actuator(passage)));
    return passage;
  }

  /** The number of the element that a passage is. */
  element(passage: number): number {
    return this.#elementOf[passage] as number; // passage numbers come from open
  }

  /** The passage whose transit this station is; -1 for any other station. */
  ofStation(station: number): number {
    return this.#passageOfStation[station] ?? -1;
  }

  /** The rule of a passage, as this replication runs it. */
  admission(passage: number): Admission {
    return this.#admissions[passage] as Admission; // passage numbers come from open
  }

  /** Admissions a day at factor 1; Infinity of a free passage. */
  ratePerDay(passage: number): number {
    return dayMs / this.admission(passage).intervalMs;
  }

  /** How many wait before a passage. */
  waiting(passage: number): number {
    return this.#lines.length(passage);
  }

  /** Whether this job waits before this passage. */
  holds(passage: number, job: number): boolean {
    return this.#lines.holds(passage, job);
  }

  /** How many wait before a job that waits. */
  ahead(job: number): number {
    return this.#lines.ahead(job);
  }

  /** The jobs that wait, first to last: for audits. */
  jobs(passage: number): number[] {
    return this.#lines.jobs(passage);
  }

  /** A vessel comes and asks to pass. One who is admitted on arrival was never waiting. */
  join(passage: number, job: number): void {
    if (this.#admitsNow(passage)) {
      this.#enter(passage, job);
      return;
    }
    if (this.#lines.length(passage) === 0) this.#lineSince[passage] = this.#simulation.now;
    this.#lines.join(passage, job);
    this.#queueChanged(passage);
    this.#scheduleAdmission(passage, false);
  }

  /** A vessel that waits gives up and goes another way. */
  leave(passage: number, job: number): void {
    this.#lines.leave(passage, job);
    this.#queueChanged(passage);
  }

  /** A vessel that was admitted passes: `client` hears of its release through the stations. */
  transit(passage: number, job: number, transitMs: number): void {
    this.#stations.arrive(this.#transit(passage), job, transitMs, 0);
  }

  /** As at the start of a run, each passage with its rule of this replication. */
  reset(start: number, admissions: readonly Admission[]): void {
    this.#lines.reset();
    this.#closures.fill(0);
    this.#pending.fill(0);
    this.#lineSince.fill(-Infinity);
    admissions.forEach((admission, passage) => {
      this.#admissions[passage] = admission;
      (this.#grids[passage] as SlotGrid).reset(start, admission.intervalMs); // passage numbers come from open
      (this.#clocks[passage] as HeadwayClock).reset(admission.intervalMs); // the same
    });
  }

  #transit(passage: number): number {
    return this.#transitStations[passage] as number; // passage numbers come from open
  }

  #admitsNow(passage: number): boolean {
    if (this.#closures[passage] !== 0 || this.#lines.length(passage) > 0) return false;
    const { rule } = this.admission(passage);
    if (rule === admissionRule.slots) return false;
    if (rule === admissionRule.free) return true;
    const { now } = this.#simulation;
    return (this.#clocks[passage] as HeadwayClock).next(now) === now; // passage numbers come from open
  }

  /**
   * When the first in line may enter. A slot at this instant still counts for those who wait since before.
   */
  #nextAdmission(passage: number, inclusive: boolean): number {
    const now = this.#simulation.now;
    const { rule } = this.admission(passage);
    switch (rule) {
      case admissionRule.free:
        return now;
      case admissionRule.slots:
        return (this.#grids[passage] as SlotGrid).next(now, inclusive); // passage numbers come from open
      case admissionRule.headway:
        return (this.#clocks[passage] as HeadwayClock).next(now); // passage numbers come from open
      default:
        return assertNever(rule);
    }
  }

  #scheduleAdmission(passage: number, isAnew: boolean): void {
    if (this.#pending[passage] !== 0 || this.#closures[passage] !== 0 || this.#lines.length(passage) === 0)
      return;
    const hasWaited = (this.#lineSince[passage] as number) < this.#simulation.now; // from open
    const time = this.#nextAdmission(passage, isAnew && hasWaited);
    if (time > lastInstantMs) return;
    this.#pending[passage] = this.#simulation.schedule(time, this.#admit, passage);
  }

  #cancelAdmission(passage: number): void {
    const pending = this.#pending[passage] as number; // passage numbers come from open
    if (pending !== 0) this.#simulation.cancel(pending);
    this.#pending[passage] = 0;
  }

  #admitFirst(passage: number): void {
    this.#pending[passage] = 0;
    const job = this.#lines.first(passage);
    if (job < 0) return;
    this.#lines.leave(passage, job);
    this.#enter(passage, job);
    this.#queueChanged(passage);
    this.#scheduleAdmission(passage, false);
  }

  #enter(passage: number, job: number): void {
    (this.#grids[passage] as SlotGrid).take(this.#simulation.now); // passage numbers come from open
    (this.#clocks[passage] as HeadwayClock).admit(this.#simulation.now); // the same
    this.#client.admitted(job, passage);
  }

  #queueChanged(passage: number): void {
    const waiting = this.#lines.length(passage);
    const element = this.element(passage);
    this.#levels.set(this.#queueLevels[passage] as number, this.#simulation.now, waiting); // from open
    if (waiting === 0) this.#elements.absolve(element);
    this.#elements.touch(element);
  }

  #actuator(passage: number): Actuator {
    return {
      insideByDefault: "finish",
      close: (inside: Inside) => {
        this.#closures[passage] = (this.#closures[passage] as number) + 1; // passage numbers come from open
        this.#cancelAdmission(passage);
        this.#stations.close(this.#transit(passage), inside);
      },
      reopen: (inside: Inside) => {
        this.#closures[passage] = (this.#closures[passage] as number) - 1; // passage numbers come from open
        this.#stations.reopen(this.#transit(passage), inside);
        this.#scheduleAdmission(passage, true);
        if (this.#lines.length(passage) === 0) this.#elements.absolve(this.element(passage));
      },
      scale: (factor: number) => {
        (this.#grids[passage] as SlotGrid).scale(this.#simulation.now, factor); // from open
        (this.#clocks[passage] as HeadwayClock).scale(this.#simulation.now, factor); // the same
        this.#cancelAdmission(passage);
        this.#scheduleAdmission(passage, true);
        if (this.#lines.length(passage) === 0) this.#elements.absolve(this.element(passage));
      },
      ownRatePerDay: () => this.ratePerDay(passage),
      prefer: (isFirst) => this.#lines.prefer(passage, isFirst),
    };
  }
}
