import { assert } from "#base/assert";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import { whole } from "#engine/kernel/whole";
import type { Levels } from "#engine/record/levels";
import { Closures } from "#engine/station/closures";
import { grown, JobLists } from "#engine/station/job-lists";
import type { Admission, Inside, StationClient, StationOptions } from "#engine/station/station-client";

const NO_EVENT: EventHandle = 0;

/**
 * Queues with servers, as columns. A job is a small whole number, shared by all stations, and is in one
 * station at most: waiting, or inside, where it occupies a server until it is released or lost. Each station
 * has two lists: those who wait in the order in which they will be served, and those inside in the order in
 * which they started. Of those inside, the first so many move as there are servers; all others, and everybody
 * during a standstill, stand still with the work that they have left. So a lack of servers stops the latest
 * started, and a server that comes back serves them before anyone who waits.
 */
export class Stations {
  private readonly simulation: Simulation;
  private readonly levels: Levels;
  private readonly client: StationClient;
  private readonly finishHandler: HandlerId;
  private readonly lists: JobLists = new JobLists();
  private readonly closures: Closures = new Closures();

  private readonly names: string[] = [];
  private serverCounts: Int32Array = new Int32Array(0);
  private serverCountsAtStart: Int32Array = new Int32Array(0);
  private rooms: Float64Array = new Float64Array(0);
  private factors: Float64Array = new Float64Array(0);
  private ranked: Int32Array = new Int32Array(0);
  private queueLevels: Int32Array = new Int32Array(0);
  private busyLevels: Int32Array = new Int32Array(0);

  private jobCapacity: number = 0;
  private ranks: Float64Array = new Float64Array(0);
  /** The requirement at factor 1, ms. */
  private serviceMs: Float64Array = new Float64Array(0);
  /** The requirement left, at factor 1, ms; of those who stand still. */
  private leftMs: Float64Array = new Float64Array(0);
  /** The instant of release; of those who move. */
  private finishTimes: Float64Array = new Float64Array(0);
  /** The event of release; of those who move, none for the others. */
  private finishEvents: Float64Array = new Float64Array(0);

  /** Registers one handler, `station.finish`, on the simulation. */
  constructor(simulation: Simulation, levels: Levels, client: StationClient) {
    this.simulation = simulation;
    this.levels = levels;
    this.client = client;
    this.finishHandler = simulation.register({
      name: "station.finish",
      priority: priority.release,
      run: (job) => this.finish(job),
      describe: (job) => this.describe(job),
    });
  }

  /** Opens a station and returns its number, from 0. Its factor is 1. */
  open(options: StationOptions): number {
    assert(isCount(options.servers), `${options.name} has a whole number of servers, not ${options.servers}`);
    const station = this.names.push(options.name) - 1;
    if (station === this.serverCounts.length) this.growStations(Math.max(8, 2 * station));
    this.serverCounts[station] = options.servers;
    this.serverCountsAtStart[station] = options.servers;
    this.rooms[station] = options.room ?? Infinity;
    this.factors[station] = 1;
    this.ranked[station] = options.discipline === "priority" ? 1 : 0;
    this.queueLevels[station] = options.queueLevel;
    this.busyLevels[station] = options.busyLevel;
    this.simulation.expectWaiting(options.name, () => this.waiting(station) + this.inside(station));
    return station;
  }

  /**
   * A job comes. `serviceMs` is its requirement at factor 1, already drawn; the least `rank` is served first
   * under the discipline `priority`, and is ignored under `fifo`. It starts at once when the station is open
   * and a server is free, even at factor 0 (it then stands still inside); else it waits, or is turned away
   * when all waiting places are taken.
   */
  arrive(station: number, job: number, serviceMs: number, rank: number): Admission {
    if (job >= this.jobCapacity) this.growJobs(job);
    assert(this.lists.listOf(job) < 0, "a job arrives at one station at a time");
    assert(serviceMs >= 0 && serviceMs < Infinity, "a job needs a service of 0 or more milliseconds");
    this.serviceMs[job] = serviceMs;
    this.ranks[job] = rank;
    if (this.admits(station)) {
      this.start(station, job);
      this.showBusy(station);
      this.client.started(job, station);
      return "started";
    }
    if (this.waiting(station) >= this.rooms[station]!) return "turned-away";
    this.join(station, job, rank);
    this.showQueue(station);
    return "queued";
  }

  /** A waiting job gives up and leaves. False, and nothing happens, when it does not wait at this station. */
  leave(station: number, job: number): boolean {
    if (this.lists.listOf(job) !== queueOf(station)) return false;
    this.lists.remove(job);
    this.showQueue(station);
    return true;
  }

  /**
   * Changes the number of servers. With fewer than are occupied, the latest started stand still inside, keep
   * their work, and go on before anyone waiting when a server is back.
   */
  setServers(station: number, servers: number): void {
    assert(isCount(servers), `a station has a whole number of servers, 0 or more, not ${servers}`);
    this.serverCounts[station] = servers;
    this.settle(station);
    this.admitWaiting(station);
  }

  /**
   * Changes the speed of every server. What is left of each service is divided by the new factor and rounded
   * once; at 0 everything inside stands still.
   */
  setFactor(station: number, factor: number): void {
    assert(factor >= 0 && factor < Infinity, `a station has a factor of 0 or more, not ${factor}`);
    if (factor === this.factors[station]) return;
    for (let job = this.firstInside(station); job >= 0; job = this.lists.next(job))
      this.standStill(station, job);
    this.factors[station] = factor;
    this.settle(station);
  }

  /**
   * Stops admission until each closure is lifted by `reopen` in the same mode. What befalls those inside:
   * `Inside`.
   */
  close(station: number, inside: Inside): void {
    this.closures.add(station, inside);
    this.settle(station);
    if (inside === "restart") this.beginAnew(station);
    if (inside === "lose") this.loseInside(station);
  }

  /**
   * Lifts one closure. With the last standstill those inside go on; with the last closure the waiting are
   * admitted.
   */
  reopen(station: number, inside: Inside): void {
    this.closures.remove(station, inside);
    this.settle(station);
    this.admitWaiting(station);
  }

  /** Jobs that wait. */
  waiting(station: number): number {
    return this.lists.length(queueOf(station));
  }

  /** Occupied servers: jobs in service, those who stand still included. */
  inside(station: number): number {
    return this.lists.length(insideOf(station));
  }

  /** Jobs in service that move. */
  working(station: number): number {
    const stands = this.factors[station] === 0 || this.closures.standstill(station);
    return stands ? 0 : Math.min(this.servers(station), this.inside(station));
  }

  /** Whether no closure is in force. */
  isOpen(station: number): boolean {
    return !this.closures.closed(station);
  }

  /** Servers as they are now. */
  servers(station: number): number {
    return this.serverCounts[station]!;
  }

  /** The speed of every server as it is now; 1 is the normal one. */
  factor(station: number): number {
    return this.factors[station]!;
  }

  /** The name given at `open`. */
  nameOf(station: number): string {
    return this.names[station] ?? `station ${station}`;
  }

  /** The station that a job is in, waiting or inside; -1 when in none. */
  stationOf(job: number): number {
    return this.lists.listOf(job) >> 1;
  }

  /** The job waiting longest in the order of service, or the one behind `job`; -1 when there is none. */
  nextWaiting(station: number, job: number = -1): number {
    return job < 0 ? this.lists.head(queueOf(station)) : this.lists.next(job);
  }

  /**
   * Empties all stations and puts servers, factors and closures back as opened. The simulation is reset
   * beside it.
   */
  reset(): void {
    this.lists.clear();
    this.closures.clear();
    this.finishEvents.fill(NO_EVENT);
    this.serverCounts.set(this.serverCountsAtStart);
    this.factors.fill(1);
  }

  /** Walks a station's lists and says what does not fit, each in a sentence; empty when all is well. */
  recount(station: number): string[] {
    const { lists } = this;
    const problems = [...lists.problems(queueOf(station)), ...lists.problems(insideOf(station))];
    if (this.admits(station) && this.waiting(station) > 0)
      problems.push("somebody waits beside a free server");
    if (this.waiting(station) > this.rooms[station]!)
      problems.push("more jobs wait than there are waiting places");
    let mayMove = this.working(station);
    for (let job = this.firstInside(station); job >= 0; job = lists.next(job)) {
      const moves = this.simulation.isPending(this.finishEvents[job]!);
      if (moves !== mayMove-- > 0)
        problems.push(`job ${job} ${moves ? "moves" : "stands still"} and should not`);
    }
    for (let job = lists.head(queueOf(station)); job >= 0; job = lists.next(job)) {
      const behind = lists.next(job);
      if (this.finishEvents[job] !== NO_EVENT) problems.push(`job ${job} waits, yet is being served`);
      const overtakes = this.ranked[station] === 1 && behind >= 0 && this.ranks[behind]! < this.ranks[job]!;
      if (overtakes) problems.push(`job ${behind} waits behind ${job}, yet has the lesser rank`);
    }
    return problems.map((problem) => `${this.nameOf(station)}: ${problem}`);
  }

  private admits(station: number): boolean {
    return this.inside(station) < this.serverCounts[station]! && !this.closures.closed(station);
  }

  private finish(job: number): void {
    const station = this.stationOf(job);
    this.finishEvents[job] = NO_EVENT;
    this.lists.remove(job);
    const next = this.lists.head(queueOf(station));
    if (this.inside(station) >= this.serverCounts[station]!) this.settle(station);
    else if (next >= 0 && !this.closures.closed(station)) return this.startInPlaceOf(station, job, next);
    this.showBusy(station);
    this.client.released(job, station);
  }

  /** The common case: one goes, the next one starts, and the number of occupied servers stays. */
  private startInPlaceOf(station: number, job: number, next: number): void {
    this.lists.remove(next);
    this.start(station, next);
    this.showQueue(station);
    this.client.started(next, station);
    this.client.released(job, station);
  }

  private admitWaiting(station: number): void {
    while (this.waiting(station) > 0 && this.admits(station)) {
      const job = this.lists.head(queueOf(station));
      this.lists.remove(job);
      this.start(station, job);
      this.showQueue(station);
      this.showBusy(station);
      this.client.started(job, station);
    }
  }

  private start(station: number, job: number): void {
    this.lists.append(insideOf(station), job);
    this.leftMs[job] = this.serviceMs[job]!;
    this.move(station, job);
  }

  /** Lets a job that stands still work off what it has left; at factor 0 it goes on standing. */
  private move(station: number, job: number): void {
    const factor = this.factors[station]!;
    if (factor === 0) return;
    const left = this.leftMs[job]!;
    const time = this.simulation.now + whole(factor === 1 ? left : left / factor);
    this.finishTimes[job] = time;
    this.finishEvents[job] = this.simulation.schedule(time, this.finishHandler, job);
  }

  /** Lets the first of those inside move, as many as there are servers, and the others stand still. */
  private settle(station: number): void {
    let mayMove = this.working(station);
    for (let job = this.firstInside(station); job >= 0; job = this.lists.next(job)) {
      if (mayMove-- <= 0) this.standStill(station, job);
      else if (this.finishEvents[job] === NO_EVENT) this.move(station, job);
    }
  }

  private standStill(station: number, job: number): void {
    if (this.finishEvents[job] === NO_EVENT) return;
    this.simulation.cancel(this.finishEvents[job]!);
    this.finishEvents[job] = NO_EVENT;
    this.leftMs[job] = (this.finishTimes[job]! - this.simulation.now) * this.factors[station]!;
  }

  private beginAnew(station: number): void {
    for (let job = this.firstInside(station); job >= 0; job = this.lists.next(job)) {
      this.leftMs[job] = this.serviceMs[job]!;
    }
  }

  private loseInside(station: number): void {
    for (let job = this.firstInside(station); job >= 0; job = this.firstInside(station)) {
      this.standStill(station, job);
      this.lists.remove(job);
      this.showBusy(station);
      this.client.lost(job, station);
    }
  }

  /** Queues a job: at the end, but under `priority` in front of those with a greater rank. */
  private join(station: number, job: number, rank: number): void {
    const queue = queueOf(station);
    let front = this.lists.tail(queue);
    let behind = -1;
    if (this.ranked[station] === 1) {
      for (; front >= 0 && this.ranks[front]! > rank; front = this.lists.previous(front)) behind = front;
    }
    if (behind < 0) this.lists.append(queue, job);
    else this.lists.insertBefore(behind, job);
  }

  private firstInside(station: number): number {
    return this.lists.head(insideOf(station));
  }

  private showQueue(station: number): void {
    const level = this.queueLevels[station]!;
    if (level >= 0) this.levels.set(level, this.simulation.now, this.waiting(station));
  }

  private showBusy(station: number): void {
    const level = this.busyLevels[station]!;
    if (level >= 0) this.levels.set(level, this.simulation.now, this.inside(station));
  }

  private describe(job: number): string {
    const station = this.stationOf(job);
    return station < 0 ? `job ${job}` : `job ${job} at ${this.nameOf(station)}`;
  }

  private growStations(count: number): void {
    this.lists.growLists(2 * count);
    this.closures.grow(count);
    this.serverCounts = grown(this.serverCounts, count, 0);
    this.serverCountsAtStart = grown(this.serverCountsAtStart, count, 0);
    this.rooms = grown(this.rooms, count, Infinity);
    this.factors = grown(this.factors, count, 1);
    this.ranked = grown(this.ranked, count, 0);
    this.queueLevels = grown(this.queueLevels, count, -1);
    this.busyLevels = grown(this.busyLevels, count, -1);
  }

  private growJobs(job: number): void {
    assert(isCount(job), `a job is a small whole number, not ${job}`);
    this.jobCapacity = Math.max(64, 2 * this.jobCapacity, job + 1);
    this.lists.growJobs(this.jobCapacity);
    this.ranks = grown(this.ranks, this.jobCapacity, 0);
    this.serviceMs = grown(this.serviceMs, this.jobCapacity, 0);
    this.leftMs = grown(this.leftMs, this.jobCapacity, 0);
    this.finishTimes = grown(this.finishTimes, this.jobCapacity, 0);
    this.finishEvents = grown(this.finishEvents, this.jobCapacity, NO_EVENT);
  }
}

/** The list of those who wait at a station. */
function queueOf(station: number): number {
  return 2 * station;
}

/** The list of those who are served at a station. */
function insideOf(station: number): number {
  return 2 * station + 1;
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
