import { assert } from "#base/assert";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Levels } from "#engine/record/levels";
import { Closures } from "#engine/station/closures";
import { grown } from "#engine/station/grown";
import { Precedence } from "#engine/station/precedence";
import { Roster } from "#engine/station/roster";
import type { Admission, Inside, Preference } from "#engine/station/station-client";
import type { StationClient, StationOptions } from "#engine/station/station-client";
import { Work } from "#engine/station/work";

/**
 * Queues with servers, as columns. A job is a small whole number, shared by all stations, and is in one
 * station at most: waiting, or inside, where it occupies a server until it is released or lost. Of those
 * inside, the first so many move as there are servers; all others, and everybody during a standstill, stand
 * still with the work that they have left. So a lack of servers stops the latest started, and a server that
 * comes back serves them before anyone who waits.
 */
export class Stations {
  private readonly simulation: Simulation;
  private readonly levels: Levels;
  private readonly client: StationClient;
  private readonly work: Work;
  private readonly roster: Roster = new Roster();
  private readonly precedence: Precedence = new Precedence(this.roster);
  private readonly closures: Closures = new Closures();

  private readonly names: string[] = [];
  private serverCounts: Int32Array = new Int32Array(0);
  private serverCountsAtStart: Int32Array = new Int32Array(0);
  private factors: Float64Array = new Float64Array(0);
  private queueLevels: Int32Array = new Int32Array(0);
  private busyLevels: Int32Array = new Int32Array(0);
  private outside: Int32Array = new Int32Array(0);

  private jobCapacity: number = 0;

  /** Registers one handler, `station.finish`, on the simulation. */
  constructor(simulation: Simulation, levels: Levels, client: StationClient) {
    this.simulation = simulation;
    this.levels = levels;
    this.client = client;
    const finish = simulation.register({
      name: "station.finish",
      priority: priority.release,
      run: (job) => this.finish(job),
      describe: (job) => this.describe(job),
    });
    this.work = new Work(simulation, finish);
  }

  /** Opens a station and returns its number, from 0. Its factor is 1. */
  open(options: StationOptions): number {
    assert(isCount(options.servers), `${options.name} has a whole number of servers, not ${options.servers}`);
    const station = this.names.push(options.name) - 1;
    if (station === this.serverCounts.length) this.growStations(Math.max(8, 2 * station));
    this.serverCounts[station] = options.servers;
    this.serverCountsAtStart[station] = options.servers;
    this.roster.setRoom(station, options.room ?? Infinity);
    this.factors[station] = 1;
    this.precedence.open(options.discipline === "ranked");
    this.queueLevels[station] = options.queueLevel;
    this.busyLevels[station] = options.busyLevel;
    this.limit(station);
    this.simulation.expectWaiting(options.name, () => this.waiting(station) + this.inside(station));
    return station;
  }

  /**
   * A job comes. `serviceMs` is its requirement at factor 1, already drawn; the least `rank` is served first
   * where the discipline is `ranked`, and is ignored under `fifo`. It starts at once when the station is open
   * and a server is free, even at factor 0 (it then stands still inside); else it waits, or is turned away
   * when all waiting places are taken.
   */
  arrive(station: number, job: number, serviceMs: number, rank: number): Admission {
    if (job >= this.jobCapacity) this.growJobs(job);
    if (this.roster.stationOf(job) >= 0 || !(serviceMs >= 0 && serviceMs < Infinity))
      this.refuse(job, serviceMs);
    this.work.set(job, serviceMs);
    if (this.admits(station)) {
      this.roster.enter(station, job);
      this.move(station, job);
      this.showBusy(station);
      this.client.started(job, station);
      return "started";
    }
    if (!this.precedence.join(station, job, rank)) return "turned-away";
    this.showQueue(station);
    return "queued";
  }

  /** A waiting job gives up and leaves. False, and nothing happens, when it does not wait at this station. */
  leave(station: number, job: number): boolean {
    if (job >= this.jobCapacity || !this.roster.waitsAt(station, job)) return false;
    this.roster.remove(station, job);
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
    this.limit(station);
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
    for (const job of this.roster.insideInOrder(station)) this.standStill(station, job);
    this.factors[station] = factor;
    this.settle(station);
  }

  /** Those whom `isFirst` picks now go before all others who wait; undefined: the discipline alone orders. */
  prefer(station: number, isFirst: Preference | undefined): void {
    this.precedence.prefer(station, isFirst);
  }

  /**
   * Stops admission until each closure is lifted by `reopen` in the same mode. What befalls those inside:
   * `Inside`.
   */
  close(station: number, inside: Inside): void {
    this.closures.add(station, inside);
    this.limit(station);
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
    this.limit(station);
    this.settle(station);
    this.admitWaiting(station);
  }

  /** So many more wait for a station without standing in its line; they count in its queue, and no more. */
  countOutside(station: number, jobs: number): void {
    this.outside[station] = jobs;
    this.showQueue(station);
  }

  /** Jobs that wait, in line and outside of it. */
  queue(station: number): number {
    return this.waiting(station) + this.outside[station]!;
  }

  /** Jobs that wait in line. */
  waiting(station: number): number {
    return this.roster.waiting(station);
  }

  /** Occupied servers: jobs in service, those who stand still included. */
  inside(station: number): number {
    return this.roster.inside(station);
  }

  /** Jobs in service that move. */
  working(station: number): number {
    const stands = this.factors[station] === 0 || this.closures.standstill(station);
    return stands ? 0 : Math.min(this.servers(station), this.inside(station));
  }

  /** Those in service, the earliest started first: who moves, or who stands still. */
  jobsInside(station: number, isMoving: boolean): number[] {
    const jobs = [...this.roster.insideInOrder(station)];
    return jobs.filter((job) => this.work.isMoving(job) === isMoving);
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
    return job < this.jobCapacity ? this.roster.stationOf(job) : -1;
  }

  /** The job waiting longest in the order of service, or the one behind `job`; -1 when there is none. */
  nextWaiting(station: number, job: number = -1): number {
    return job < 0 ? this.roster.head(station) : this.roster.behind(job);
  }

  /**
   * Empties all stations and puts servers, factors and closures back as opened. The simulation is reset
   * beside it.
   */
  reset(): void {
    this.roster.clear();
    this.precedence.clear();
    this.closures.clear();
    this.work.clear();
    this.serverCounts.set(this.serverCountsAtStart);
    this.factors.fill(1);
    this.outside.fill(0);
    for (let station = 0; station < this.names.length; station++) this.limit(station);
  }

  /** Walks a station's roster and says what does not fit, each in a sentence; empty when all is well. */
  recount(station: number): string[] {
    const { roster } = this;
    const problems = roster.problems(station);
    if (this.admits(station) && this.waiting(station) > 0)
      problems.push("somebody waits beside a free server");
    let mayMove = this.working(station);
    for (const job of roster.insideInOrder(station)) {
      const moves = this.work.willEnd(job);
      if (moves !== mayMove-- > 0)
        problems.push(`job ${job} ${moves ? "moves" : "stands still"} and should not`);
    }
    for (let job = roster.head(station); job >= 0; job = roster.behind(job)) {
      if (this.work.isMoving(job)) problems.push(`job ${job} waits, yet is being served`);
    }
    problems.push(...this.precedence.problems(station));
    return problems.map((problem) => `${this.nameOf(station)}: ${problem}`);
  }

  private refuse(job: number, serviceMs: number): never {
    const isService = serviceMs >= 0 && serviceMs < Infinity;
    assert(isService, `a job needs a service of 0 or more milliseconds, not ${serviceMs}`);
    assert(
      false,
      `a job arrives at one station at a time; job ${job} is at ${this.nameOf(this.stationOf(job))}`,
    );
  }

  private admits(station: number): boolean {
    return this.roster.spare(station) > 0;
  }

  /** Tells the roster how many may be inside before nobody else is let in. */
  private limit(station: number): void {
    this.roster.setLimit(station, this.closures.closed(station) ? 0 : this.serverCounts[station]!);
  }

  private finish(job: number): void {
    const { roster } = this;
    const station = roster.stationOf(job);
    const next = roster.head(station);
    this.work.end(job);
    if (next >= 0 && roster.spare(station) >= 0) {
      // The common case: one goes, the next one starts, and the number of occupied servers stays.
      roster.succeed(station, job, next);
      this.move(station, next);
      this.showQueue(station);
      this.client.started(next, station);
    } else {
      roster.leave(station, job);
      if (this.inside(station) >= this.serverCounts[station]!) this.settle(station);
      this.showBusy(station);
    }
    this.client.released(job, station);
  }

  private admitWaiting(station: number): void {
    while (this.waiting(station) > 0 && this.admits(station)) {
      const job = this.roster.head(station);
      this.roster.remove(station, job);
      this.roster.enter(station, job);
      this.move(station, job);
      this.showQueue(station);
      this.showBusy(station);
      this.client.started(job, station);
    }
  }

  private move(station: number, job: number): void {
    this.work.move(job, this.factors[station]!);
  }

  /** Lets the first of those inside move, as many as there are servers, and the others stand still. */
  private settle(station: number): void {
    let mayMove = this.working(station);
    for (const job of this.roster.insideInOrder(station)) {
      if (mayMove-- <= 0) this.standStill(station, job);
      else if (!this.work.isMoving(job)) this.move(station, job);
    }
  }

  private standStill(station: number, job: number): void {
    this.work.standStill(job, this.factors[station]!);
  }

  private beginAnew(station: number): void {
    for (const job of this.roster.insideInOrder(station)) this.work.beginAnew(job);
  }

  private loseInside(station: number): void {
    for (const job of this.roster.insideInOrder(station)) {
      this.standStill(station, job);
      this.roster.leave(station, job);
      this.showBusy(station);
      this.client.lost(job, station);
    }
  }

  private showQueue(station: number): void {
    if (this.queueLevels[station]! >= 0) this.recordQueue(station);
  }

  private showBusy(station: number): void {
    if (this.busyLevels[station]! >= 0) this.recordBusy(station);
  }

  private recordQueue(station: number): void {
    this.levels.set(this.queueLevels[station]!, this.simulation.now, this.queue(station));
  }

  private recordBusy(station: number): void {
    this.levels.set(this.busyLevels[station]!, this.simulation.now, this.inside(station));
  }

  private describe(job: number): string {
    const station = this.stationOf(job);
    return station < 0 ? `job ${job}` : `job ${job} at ${this.nameOf(station)}`;
  }

  private growStations(count: number): void {
    this.roster.growStations(count);
    this.closures.grow(count);
    this.serverCounts = grown(this.serverCounts, count, 0);
    this.serverCountsAtStart = grown(this.serverCountsAtStart, count, 0);
    this.factors = grown(this.factors, count, 1);
    this.queueLevels = grown(this.queueLevels, count, -1);
    this.busyLevels = grown(this.busyLevels, count, -1);
    this.outside = grown(this.outside, count, 0);
  }

  private growJobs(job: number): void {
    assert(isCount(job), `a job is a small whole number, not ${job}`);
    this.jobCapacity = Math.max(64, 2 * this.jobCapacity, job + 1);
    this.roster.growJobs(this.jobCapacity);
    this.precedence.growJobs(this.jobCapacity);
    this.work.growJobs(this.jobCapacity);
  }
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0;
}
