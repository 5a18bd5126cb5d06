import { assert } from "#base/assert";
import { lastInstantMs } from "#base/time";
import type { AdmissionPlan } from "#domain/passage/admission-kind";
import { Entrances } from "#domain/passage/entrances";
import { freeAdmission } from "#domain/passage/free-admission";
import type { Actuator, Elements } from "#domain/world/elements";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Levels } from "#engine/record/levels";
import type { Inside } from "#engine/station/station-client";
import type { Stations } from "#engine/station/stations";

/** The transit has a place for everybody: more servers than there can be vessels. */
const PLACES = 2_147_483_647;

/**
 * Who hears of admissions: traffic, which then draws the transit time and calls `transit`. It also knows the
 * vessels.
 */
export interface PassageClient {
  admitted(job: number, passage: number): void;
  /** From which way a vessel comes to its passage: a number of `PassageOptions.directions`. */
  direction(job: number): number;
  /** The number of its class. */
  vesselClass(job: number): number;
}

/** What a passage needs beside its id. */
export interface PassageOptions {
  /** `suez.transit`. */
  readonly id: string;
  /** The level that records its queue, or -1. */
  readonly queueLevel: number;
  /** The names of the ways from which it is entered: `northbound`, or the links of arrival. */
  readonly directions: readonly string[];
  /** Whether each direction has a queue and an admission of its own. */
  readonly isSeparate: boolean;
}

/** One passage: its entrances are numbered from `first` on, one for each of `directions`. */
interface Passage {
  readonly first: number;
  /** One empty name where all directions share an entrance. */
  readonly directions: readonly string[];
  readonly queueLevel: number;
  readonly element: number;
  /** The station that is its transit. */
  readonly transit: number;
}

/**
 * Canals and straits: lines of vessels before an admission rule, then the transit. The lines and the rule are
 * entrances; the transit is a station with a place for everybody, so that closures treat those inside as
 * anywhere else. A closure acts on admission; a factor acts on the pace of admission and leaves the transit
 * alone.
 */
export class Passages {
  /** Ids by number, `suez.transit`. */
  readonly ids: string[] = [];
  readonly #simulation: Simulation;
  readonly #elements: Elements;
  readonly #stations: Stations;
  readonly #levels: Levels;
  readonly #client: PassageClient;
  readonly #entrances: Entrances;
  readonly #passages: Passage[] = [];
  readonly #plans: AdmissionPlan[] = [];
  /** By passage: how many wait for it outside of its lines. */
  readonly #outside: number[] = [];
  /** By station; -1 where a station is none of ours. */
  readonly #passageOfStation: number[] = [];
  /** By entrance. */
  readonly #passageOfEntrance: number[] = [];
  /** By entrance: whether its line has been empty since something began to act on its passage. */
  readonly #isAbsolved: boolean[] = [];
  readonly #change: HandlerId;

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
    const admit = simulation.register({
      name: "passage.admit",
      priority: priority.release,
      run: (entrance) => this.#entrances.admitNext(entrance),
      describe: (entrance) => this.ids[this.#passageOfEntrance[entrance] as number] as string, // from open
    });
    this.#change = simulation.register({
      name: "passage.change",
      priority: priority.restore,
      run: (passage) => this.#changeOf(passage),
      describe: (passage) => this.ids[passage] as string, // passage numbers come from open
    });
    this.#entrances = new Entrances(
      simulation,
      {
        vesselClass: (job) => client.vesselClass(job),
        enters: (job, entrance) => client.admitted(job, this.#passageOfEntrance[entrance] as number), // open
        lineChanged: (entrance) => this.#lineChanged(entrance),
      },
      admit,
    );
    simulation.expectWaiting("passages", () =>
      this.ids.reduce((sum, _, passage) => sum + this.waiting(passage), 0),
    );
  }

  /** Adds a passage and returns its number. It is free until `reset` gives it a rule. */
  open({ id, queueLevel, directions, isSeparate }: PassageOptions): number {
    const passage = this.ids.push(id) - 1;
    const names = isSeparate && directions.length > 0 ? directions : [""];
    const entrances = names.map(() => this.#openEntrance(passage));
    const transit = this.#stations.open({
      name: id,
      servers: PLACES,
      discipline: "fifo",
      queueLevel: -1,
      busyLevel: -1,
    });
    while (this.#passageOfStation.length < transit) this.#passageOfStation.push(-1);
    this.#passageOfStation.push(passage);
    this.#plans.push(freeAdmission);
    this.#outside.push(0);
    const element = this.#elements.add(id, this.#actuator(passage));
    const first = entrances[0] as number; // there is at least one
    this.#passages.push({ first, directions: names, queueLevel, element, transit });
    return passage;
  }

  /** The number of the element that a passage is. */
  element(passage: number): number {
    return this.#passage(passage).element;
  }

  /** The passage whose transit this station is; -1 for any other station. */
  ofStation(station: number): number {
    return this.#passageOfStation[station] ?? -1;
  }

  /** How many lines a passage has: 1, or one for each direction. */
  lines(passage: number): number {
    return this.#passage(passage).directions.length;
  }

  /** The line, from 0, in which those wait who come from this direction. */
  lineOf(passage: number, direction: number): number {
    return this.lines(passage) === 1 ? 0 : direction;
  }

  /**
   * Admissions a day of one line at factor 1, as the rule has it now; Infinity of a free passage. Of all
   * lines, their mean.
   */
  ratePerDay(passage: number, line?: number): number {
    const { directions } = this.#passage(passage);
    const plan = this.#plans[passage] as AdmissionPlan; // passage numbers come from open
    const { now } = this.#simulation;
    if (line !== undefined) return plan.ratePerDay(now, directions[line] as string); // a line of it
    const all = directions.map((direction) => plan.ratePerDay(now, direction)).filter((rate) => rate > 0);
    return all.reduce((sum, rate) => sum + rate, 0) / Math.max(1, all.length);
  }

  /** How long before they come a passage wants to be told who is expected, ms; undefined: not at all. */
  aheadMs(passage: number): number | undefined {
    return this.#plans[passage]?.aheadMs;
  }

  /** A vessel under way expects to come to a line of a passage at `eta`. */
  expect(passage: number, job: number, at: { readonly line: number; readonly eta: number }): void {
    this.#entrances.expect(this.#passage(passage).first + at.line, job, at.eta);
  }

  /** A vessel that was expected at a passage, or waited there, does not pass. */
  forget(passage: number, job: number): void {
    this.#each(passage, (entrance) => this.#entrances.forget(entrance, job));
  }

  /** How many wait before a passage, in one of its lines or in all. */
  waiting(passage: number, line?: number): number {
    const { first, directions } = this.#passage(passage);
    if (line !== undefined) return this.#entrances.waiting(first + line);
    let sum = 0;
    for (let of = 0; of < directions.length; of++) sum += this.#entrances.waiting(first + of);
    return sum;
  }

  /** How many wait for a passage, in its lines and outside of them. */
  queue(passage: number): number {
    return this.waiting(passage) + (this.#outside[passage] as number); // passage numbers come from open
  }

  /** So many more wait for a passage without standing in a line: they count in its queue, and no more. */
  countOutside(passage: number, vessels: number): void {
    this.#outside[passage] = vessels;
    const { element, queueLevel } = this.#passage(passage);
    this.#levels.set(queueLevel, this.#simulation.now, this.queue(passage));
    this.#elements.touch(element);
  }

  /** Whether this job waits before this passage. */
  holds(passage: number, job: number): boolean {
    const entrance = this.#entrances.of(job);
    return entrance >= 0 && this.#passageOfEntrance[entrance] === passage;
  }

  /** The line of its passage in which a job waits. */
  lineHolding(job: number): number {
    const entrance = this.#entrances.of(job);
    assert(entrance >= 0, "who waits stands in a line");
    return entrance - this.#passage(this.#passageOfEntrance[entrance] as number).first; // from open
  }

  /** How many wait before a job that waits, in its line. */
  ahead(job: number): number {
    return this.#entrances.ahead(job);
  }

  /** The jobs that wait, line by line, first to last: for audits. */
  jobs(passage: number): number[] {
    const { first, directions } = this.#passage(passage);
    return directions.flatMap((_, line) => this.#entrances.jobs(first + line));
  }

  /** Whose fault it is that this job has waited there, a number of the journeys' reasons; 0: nobody's. */
  blame(passage: number, job: number): number {
    const { element, directions } = this.#passage(passage);
    if (directions.length === 1) return this.#elements.blame(element);
    const isAbsolved = this.#isAbsolved[this.#entranceOf(passage, job)] === true;
    return isAbsolved ? this.#elements.culprit(element) : this.#elements.blame(element);
  }

  /** Those who wait there from now on, until the lines empty, wait because of `owner`. */
  accuse(passage: number, owner: number): void {
    this.#each(passage, (entrance) => (this.#isAbsolved[entrance] = false));
    this.#elements.accuse(this.element(passage), owner);
  }

  /** Nobody waits where something has ended: later waits are nobody's fault, or that of what still acts. */
  settleBlame(passage: number): void {
    this.#each(passage, (entrance) => {
      if (this.#entrances.waiting(entrance) === 0) this.#isAbsolved[entrance] = true;
    });
    if (this.waiting(passage) === 0) this.#elements.absolve(this.element(passage));
  }

  /** A vessel comes and asks to pass. One who is admitted on arrival was never waiting. */
  join(passage: number, job: number): void {
    this.#entrances.join(this.#entranceOf(passage, job), job);
  }

  /** A vessel that waits gives up and goes another way. */
  leave(passage: number, job: number): void {
    assert(this.holds(passage, job), "who leaves a line stands in it");
    this.#entrances.leave(this.#entrances.of(job), job);
  }

  /** A vessel that was admitted passes: `client` hears of its release through the stations. */
  transit(passage: number, job: number, transitMs: number): void {
    this.#stations.arrive(this.#passage(passage).transit, job, transitMs, 0);
  }

  /** As at the start of a run, each passage with its rule of this replication. */
  reset(plans: readonly AdmissionPlan[]): void {
    this.#entrances.reset();
    this.#isAbsolved.fill(false);
    this.#outside.fill(0);
    plans.forEach((plan, passage) => {
      const { first, directions } = this.#passage(passage);
      this.#plans[passage] = plan;
      directions.forEach((direction, line) => this.#entrances.admitBy(first + line, plan, direction));
      for (const time of plan.changes) {
        if (time <= lastInstantMs) this.#simulation.schedule(time, this.#change, passage);
      }
    });
  }

  #passage(passage: number): Passage {
    return this.#passages[passage] as Passage; // passage numbers come from open
  }

  #openEntrance(passage: number): number {
    this.#passageOfEntrance.push(passage);
    this.#isAbsolved.push(false);
    return this.#entrances.open();
  }

  #entranceOf(passage: number, job: number): number {
    const { first, directions } = this.#passage(passage);
    return directions.length === 1 ? first : first + this.#client.direction(job);
  }

  #lineChanged(entrance: number): void {
    const passage = this.#passageOfEntrance[entrance] as number; // entrance numbers come from open
    const waiting = this.waiting(passage);
    const { element, queueLevel } = this.#passage(passage);
    this.#levels.set(queueLevel, this.#simulation.now, this.queue(passage));
    if (this.#entrances.waiting(entrance) === 0) this.#isAbsolved[entrance] = true;
    if (waiting === 0) this.#elements.absolve(element);
    this.#elements.touch(element);
  }

  #changeOf(passage: number): void {
    this.#each(passage, (entrance) => this.#entrances.change(entrance));
  }

  #each(passage: number, deed: (entrance: number) => void): void {
    const { first, directions } = this.#passage(passage);
    for (let line = 0; line < directions.length; line++) deed(first + line);
  }

  #actuator(passage: number): Actuator {
    return {
      insideByDefault: "finish",
      close: (inside: Inside) => {
        this.#each(passage, (entrance) => {
          this.#isAbsolved[entrance] = false;
          this.#entrances.close(entrance);
        });
        this.#stations.close(this.#passage(passage).transit, inside);
      },
      reopen: (inside: Inside) => {
        this.#stations.reopen(this.#passage(passage).transit, inside);
        this.#each(passage, (entrance) => this.#entrances.reopen(entrance));
        this.settleBlame(passage);
      },
      scale: (factor: number) => {
        this.#each(passage, (entrance) => {
          this.#isAbsolved[entrance] = false;
          this.#entrances.scale(entrance, factor);
        });
        this.settleBlame(passage);
      },
      ownRatePerDay: () => this.ratePerDay(passage),
      ownRateChanges: () => (this.#plans[passage] as AdmissionPlan).changes, // passage numbers come from open
      queue: () => this.queue(passage),
      prefer: (isFirst) => this.#each(passage, (entrance) => this.#entrances.prefer(entrance, isFirst)),
    };
  }
}
