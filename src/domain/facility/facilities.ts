import { assert } from "#base/assert";
import { rankRule } from "#domain/facility/discipline-kind";
import type { RankRule } from "#domain/facility/discipline-kind";
import { disciplines } from "#domain/facility/discipline-kinds";
import { HeldBack } from "#domain/facility/held-back";
import type { Actuator, Elements } from "#domain/world/elements";
import type { Levels } from "#engine/record/levels";
import type { Inside } from "#engine/station/station-client";
import type { Stations } from "#engine/station/stations";

/** What a station of a site needs. */
export interface FacilityOptions {
  /** `site.station`. */
  readonly id: string;
  readonly servers: number;
  /** Waiting places; undefined: unlimited. */
  readonly room: number | undefined;
  /** What befalls who finds no room. */
  readonly whenFull: "turn-away" | "block";
  /** A kind of `disciplines`. */
  readonly discipline: string;
}

/** A station as it was opened. */
interface Facility {
  readonly element: number;
  /** The engine's station. */
  readonly station: number;
  readonly rule: RankRule;
  readonly servers: number;
  readonly room: number;
}

/**
 * A product of servers and a factor that should be whole may miss it by this much: 100 times 0.29 is below
 * 29.
 */
const ROUNDING = 1e-9;
/** A server slower than this, a millionth of its speed, stands still: no run sees what it would finish. */
const SLOWEST = 1e-6;

/**
 * The stations of ports and other sites: berths, yards, gates. Their queues are the engine's; what acts on
 * them is here.
 */
export class Facilities {
  /** Ids by facility number, `site.station`. */
  readonly ids: string[] = [];
  readonly #elements: Elements;
  readonly #stations: Stations;
  readonly #levels: Levels;
  readonly #facilities: Facility[] = [];
  readonly #heldBack: HeldBack = new HeldBack();
  /** By station; -1 where a station is none of ours. */
  readonly #facilityOf: number[] = [];

  constructor(elements: Elements, stations: Stations, levels: Levels) {
    this.#elements = elements;
    this.#stations = stations;
    this.#levels = levels;
  }

  /** Adds a station and returns its facility number. */
  open({ id, servers, room, whenFull, discipline }: FacilityOptions): number {
    const facility = this.ids.push(id) - 1;
    this.#heldBack.open();
    const kind = disciplines.kinds.find((candidate) => candidate.kind === discipline);
    assert(kind !== undefined, `discipline ${discipline} exists`);
    const station = this.#stations.open({
      name: id,
      servers,
      discipline: kind.rule === rankRule.none ? "fifo" : "ranked",
      ...(room === undefined ? {} : { room }),
      whenFull,
      queueLevel: this.#levels.level(`queue/${id}`),
      busyLevel: this.#levels.level(`busy/${id}`),
      blockedLevel: this.#levels.level(`blocked/${id}`),
    });
    while (this.#facilityOf.length < station) this.#facilityOf.push(-1);
    this.#facilityOf.push(facility);
    this.#facilities.push({
      element: this.#elements.add(id, this.#actuator(station, { facility, servers })),
      station,
      rule: kind.rule,
      servers,
      room: room ?? Infinity,
    });
    return facility;
  }

  /** The engine's station of a facility. */
  station(facility: number): number {
    return this.#facility(facility).station;
  }

  /** The facility of an engine's station; -1 when it is a passage's transit. */
  ofStation(station: number): number {
    return this.#facilityOf[station] ?? -1;
  }

  /**
   * The rank of a job that comes, the least first: its flow's priority, its service (ms at a factor of 1) or
   * the date on which it is due (the greatest number: never), as the discipline says.
   */
  rank(facility: number, priority: number, serviceMs: number, due: number): number {
    const { rule } = this.#facility(facility);
    if (rule === rankRule.service) return serviceMs;
    return rule === rankRule.due ? due : priority;
  }

  /** Its servers when nothing acts on it: what everybody knows. */
  servers(facility: number): number {
    return this.#facility(facility).servers;
  }

  /** Its waiting places; Infinity when nothing limits them. */
  room(facility: number): number {
    return this.#facility(facility).room;
  }

  /** The number of the element that a facility is. */
  element(facility: number): number {
    return this.#facility(facility).element;
  }

  /** Those who wait in line, in the order of service. */
  line(facility: number): number[] {
    const station = this.station(facility);
    const jobs: number[] = [];
    let job = this.#stations.nextWaiting(station);
    for (; job >= 0; job = this.#stations.nextWaiting(station, job)) jobs.push(job);
    return jobs;
  }

  /** The facility that an element is; -1 when it is none. */
  ofElement(element: number): number {
    return this.#facilities.findIndex((facility) => facility.element === element);
  }

  /** A server took a job, out of the queue or as it came. */
  started(facility: number, job: number): void {
    if (this.#stations.factor(this.station(facility)) < 1) this.#heldBack.add(facility, job);
    this.queueChanged(facility);
  }

  /** A job is done and keeps its server, because of `reason`: so do those who wait behind it. */
  blocked(facility: number, job: number, reason: number): void {
    const element = this.element(facility);
    if (reason !== 0) {
      this.#heldBack.add(facility, job);
      this.#elements.accuse(element, reason);
    }
    this.#elements.touch(element);
  }

  /** A job in service is gone, done or lost: rules that watch the station hear. */
  left(facility: number, job: number): void {
    if (this.#heldBack.isAny(facility) && this.#heldBack.remove(facility, job)) this.#settleBlame(facility);
    this.#elements.touch(this.element(facility));
  }

  /** A queue of a facility changed: policies that watch it hear, and an empty one may clear the blame. */
  queueChanged(facility: number): void {
    this.#settleBlame(facility);
    this.#elements.touch(this.element(facility));
  }

  /** Its hours are over: as a closure, but nobody's fault. */
  shut(facility: number): void {
    this.#stations.close(this.station(facility), "resume");
    this.queueChanged(facility);
  }

  /** Its hours begin. */
  openUp(facility: number): void {
    this.#stations.reopen(this.station(facility), "resume");
    this.queueChanged(facility);
  }

  /** As at the start of a run: nobody is inside. */
  reset(): void {
    this.#heldBack.clear();
  }

  /** Who waits behind one who was held back waits for the same fault, even if the queue was empty. */
  #settleBlame(facility: number): void {
    const { element, station } = this.#facility(facility);
    if (this.#elements.blame(element) === 0) return;
    if (this.#heldBack.isAny(facility) || this.#stations.waiting(station) > 0) return;
    if (this.#stations.blockedBy(station).length === 0) this.#elements.absolve(element);
  }

  /** Those whom a facility blocks, and who wait behind them, do so because of what has begun to act on it. */
  #passBlameOn(facility: number): void {
    const { element, station } = this.#facility(facility);
    const reason = this.#elements.blame(element);
    if (reason === 0) return;
    for (const { job, at } of this.#stations.blockedBy(station)) {
      const before = this.ofStation(at);
      const isTold = this.#elements.blame(this.element(before)) === reason;
      this.blocked(before, job, reason);
      if (!isTold) this.#passBlameOn(before);
    }
  }

  /** Notes those who stand still since the last change, or work at less than full speed. */
  #noteHeldBack(facility: number): void {
    const station = this.station(facility);
    for (const job of this.#stations.jobsInside(station, false)) this.#heldBack.add(facility, job);
    if (this.#stations.factor(station) >= 1) return;
    for (const job of this.#stations.jobsInside(station, true)) this.#heldBack.add(facility, job);
  }

  #facility(facility: number): Facility {
    return this.#facilities[facility] as Facility; // facility numbers come from open
  }

  #actuator(station: number, { facility, servers }: { facility: number; servers: number }): Actuator {
    return {
      insideByDefault: "resume",
      close: (inside: Inside) => {
        this.#stations.close(station, inside);
        this.#noteHeldBack(facility);
        this.#passBlameOn(facility);
        this.#elements.touch(this.element(facility));
      },
      reopen: (inside: Inside) => {
        this.#stations.reopen(station, inside);
        this.queueChanged(facility);
      },
      isWorking: () => this.#stations.working(station) > 0,
      queue: () => this.#stations.queue(station),
      servers,
      occupied: () => this.#stations.inside(station),
      scale: (factor: number) => {
        this.#stations.setFactor(station, factor < SLOWEST ? 0 : factor);
        this.#noteHeldBack(facility);
        this.#passBlameOn(facility);
        this.queueChanged(facility);
      },
      prefer: (isFirst) => this.#stations.prefer(station, isFirst),
      scaleServers: (factor: number) => {
        this.#stations.setServers(station, Math.floor(servers * factor + ROUNDING));
        this.#noteHeldBack(facility);
        this.#passBlameOn(facility);
        this.queueChanged(facility);
      },
    };
  }
}
