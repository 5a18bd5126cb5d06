import { assert } from "#base/assert";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Levels } from "#engine/record/levels";
import { BlockedJobs } from "#engine/station/blocked-jobs";
import type { BlockedJob } from "#engine/station/blocked-jobs";
import { Capacity } from "#engine/station/capacity";
import { deadlock } from "#engine/station/deadlock";
import { Precedence } from "#engine/station/precedence";
import { recount } from "#engine/station/recount";
import type { StationParts } from "#engine/station/recount";
import { Roster } from "#engine/station/roster";
import { StationLevels } from "#engine/station/station-levels";
import type { Admission, Inside, Preference } from "#engine/station/station-client";
import type { Onward, StationClient, StationOptions } from "#engine/station/station-client";
import { Work } from "#engine/station/work";

/**
 * Queues with servers, as columns. A job is a small whole number, shared by all stations, and is in one
 * station at most: waiting, or inside, where it occupies a server until it is released or lost. Of those
 * inside, the first so many move as there are servers; all others, and everybody during a standstill, stand
 * still with the work that they have left. So a lack of servers stops the latest started, and a server that
 * comes back serves them before anyone who waits.
 *
 * A job that is done and finds no room at a next station that blocks stays inside and occupies its server. It
 * is not in service any more: factors and closures leave it as it is, but for those that lose who is inside.
 * When there is room the first who was blocked goes on first.
 */
export class Stations {
  private readonly simulation: Simulation;
  private readonly levels: StationLevels;
  private readonly client: StationClient;
  private readonly work: Work;
  private readonly roster: Roster = new Roster();
  private readonly precedence: Precedence = new Precedence(this.roster);
  private readonly capacity: Capacity = new Capacity();
  private readonly blocked: BlockedJobs = new BlockedJobs();
  private readonly parts: StationParts;
  /** Set once some station blocks. */
  private onward: Onward | undefined = undefined;

  private readonly names: string[] = [];
  private stationCapacity: number = 0;
  private jobCapacity: number = 0;

  /** Registers one handler, `station.finish`, on the simulation. */
  constructor(simulation: Simulation, levels: Levels, client: StationClient) {
    this.simulation = simulation;
    const { roster, precedence, capacity, blocked } = this;
    this.levels = new StationLevels(simulation, levels, { roster, blocked });
    this.client = client;
    const finish = simulation.register({
      name: "station.finish",
      priority: priority.release,
      run: (job) => this.finish(job),
      describe: (job) => this.describe(job),
    });
    this.work = new Work(simulation, finish);
    this.parts = { roster, precedence, capacity, work: this.work, blocked };
    simulation.expectDeadlock(() => this.deadlock());
  }

  /** Opens a station and returns its number, from 0. Its factor is 1. */
  open(options: StationOptions): number {
    assert(isCount(options.servers), `${options.name} has a whole number of servers, not ${options.servers}`);
    const station = this.names.push(options.name) - 1;
    if (station === this.stationCapacity) this.growStations();
    this.capacity.open(station, options.servers);
    this.openRoom(station, options);
    this.precedence.open(options.discipline === "ranked");
    this.levels.open(station, options);
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
      this.levels.showBusy(station);
      this.client.started(job, station);
      return "started";
    }
    if (!this.precedence.join(station, job, rank)) return "turned-away";
    this.levels.showQueue(station);
    return "queued";
  }

  /** A waiting job gives up and leaves. False, and nothing happens, when it does not wait at this station. */
  leave(station: number, job: number): boolean {
    if (job >= this.jobCapacity || !this.roster.waitsAt(station, job)) return false;
    this.roster.remove(station, job);
    this.levels.showQueue(station);
    this.letOn(station);
    return true;
  }

  /**
   * Changes the number of servers. With fewer than are occupied, the latest started stand still inside, keep
   * their work, and go on before anyone waiting when a server is back.
   */
  setServers(station: number, servers: number): void {
    assert(isCount(servers), `a station has a whole number of servers, 0 or more, not ${servers}`);
    this.capacity.setServers(station, servers);
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
    if (factor === this.capacity.factor(station)) return;
    for (const job of this.roster.insideInOrder(station)) this.standStill(station, job);
    this.capacity.setFactor(station, factor);
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
    this.capacity.close(station, inside);
    this.limit(station);
    this.settle(station);
    if (inside === "restart") this.beginAnew(station);
    if (inside === "lose") this.loseInside(station);
  }

  /** Lifts one closure: with the last standstill those inside go on, with the last the waiting enter. */
  reopen(station: number, inside: Inside): void {
    this.capacity.reopen(station, inside);
    this.limit(station);
    this.settle(station);
    this.admitWaiting(station);
  }

  /** So many more wait for a station without standing in its line; they count in its queue, and no more. */
  countOutside(station: number, jobs: number): void {
    this.levels.countOutside(station, jobs);
  }

  /** Jobs that wait, in line and outside of it. */
  queue(station: number): number {
    return this.levels.queue(station);
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
    if (this.blocked.count(station) === 0)
      return Math.min(this.capacity.mayMove(station), this.inside(station));
    return this.jobsInside(station, true).length;
  }

  /** Those in service, the earliest started first: who moves, or who stands still. No blocked ones. */
  jobsInside(station: number, isMoving: boolean): number[] {
    const jobs = [...this.roster.insideInOrder(station)];
    return jobs.filter((job) => !this.blocked.has(job) && this.work.isMoving(job) === isMoving);
  }

  /** Whether a job is done and keeps its server until the next station has room for it. */
  isBlocked(job: number): boolean {
    return this.blocked.has(job);
  }

  /** Those whom this station blocks, as it has no room: the first to be blocked first. */
  blockedBy(station: number): readonly BlockedJob[] {
    return this.onward === undefined ? [] : this.blocked.by(station);
  }

  /** Whether no closure is in force. */
  isOpen(station: number): boolean {
    return this.capacity.isOpen(station);
  }

  /** Servers as they are now. */
  servers(station: number): number {
    return this.capacity.servers(station);
  }

  /** The speed of every server as it is now; 1 is the normal one. */
  factor(station: number): number {
    return this.capacity.factor(station);
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
    this.capacity.reset();
    this.blocked.clear();
    this.work.clear();
    this.levels.reset();
    for (let station = 0; station < this.names.length; station++) this.limit(station);
  }

  /** Walks a station and says what does not fit, each in a sentence; empty when all is well. */
  recount(station: number): string[] {
    return recount(station, this.parts).map((problem) => `${this.nameOf(station)}: ${problem}`);
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
    this.roster.setLimit(station, this.capacity.limit(station));
  }

  /** A job is done: it leaves the station, unless it is blocked. */
  private finish(job: number): void {
    const { roster } = this;
    const station = roster.stationOf(job);
    this.work.end(job);
    if (this.onward !== undefined && this.isStopped(this.onward, job, station)) return;
    const next = roster.head(station);
    if (next >= 0 && roster.spare(station) >= 0) {
      // The common case: one goes, the next one starts, and the number of occupied servers stays.
      roster.succeed(station, job, next);
      this.move(station, next);
      this.levels.showQueue(station);
      this.client.started(next, station);
    } else {
      roster.leave(station, job);
      if (this.inside(station) >= this.capacity.servers(station)) this.settle(station);
      this.levels.showBusy(station);
    }
    this.client.released(job, station);
    if (this.onward !== undefined) this.letOn(station);
  }

  /** Whether a job that is done finds no room at the next station, so that it is blocked from now on. */
  private isStopped(onward: Onward, job: number, station: number): boolean {
    const next = onward.next(job, station);
    // Who comes back to the same station makes the place itself.
    if (next < 0 || next === station || this.hasRoom(next)) return false;
    this.blocked.add({ job, at: station, next, since: this.simulation.now });
    this.levels.showBlocked(station);
    onward.blocked(job, station, next);
    return true;
  }

  /** Whether a job that is done elsewhere may come, or will at least not be blocked. */
  private hasRoom(station: number): boolean {
    return this.admits(station) || this.waiting(station) < this.blocked.room(station);
  }

  /** Those who were blocked by a station go on, while it has room. */
  private letOn(station: number): void {
    for (;;) {
      const blocked = this.blocked.first(station);
      if (blocked === undefined || !this.hasRoom(station)) return;
      this.blocked.remove(blocked.job);
      this.levels.showBlocked(blocked.at);
      this.finish(blocked.job);
    }
  }

  private admitWaiting(station: number): void {
    while (this.waiting(station) > 0 && this.admits(station)) {
      const job = this.roster.head(station);
      this.roster.remove(station, job);
      this.roster.enter(station, job);
      this.move(station, job);
      this.levels.showQueue(station);
      this.levels.showBusy(station);
      this.client.started(job, station);
    }
    this.letOn(station);
  }

  private move(station: number, job: number): void {
    this.work.move(job, this.capacity.factor(station));
  }

  /** Lets the first of those inside move, as many as there are servers, and the others stand still. */
  private settle(station: number): void {
    let mayMove = this.capacity.mayMove(station);
    for (const job of this.roster.insideInOrder(station)) {
      if (mayMove-- <= 0) this.standStill(station, job);
      else if (!this.work.isMoving(job) && !this.blocked.has(job)) this.move(station, job);
    }
  }

  private standStill(station: number, job: number): void {
    this.work.standStill(job, this.capacity.factor(station));
  }

  private beginAnew(station: number): void {
    for (const job of this.roster.insideInOrder(station)) this.work.beginAnew(job);
  }

  private loseInside(station: number): void {
    for (const job of this.roster.insideInOrder(station)) {
      this.standStill(station, job);
      if (this.blocked.remove(job)) this.levels.showBlocked(station);
      this.roster.leave(station, job);
      this.levels.showBusy(station);
      this.client.lost(job, station);
    }
  }

  private describe(job: number): string {
    const station = this.stationOf(job);
    return station < 0 ? `job ${job}` : `job ${job} at ${this.nameOf(station)}`;
  }

  private openRoom(station: number, { name, room = Infinity, whenFull }: StationOptions): void {
    const blocks = whenFull === "block" && room < Infinity;
    this.roster.setRoom(station, blocks ? Infinity : room);
    this.blocked.open(blocks ? room : Infinity);
    if (!blocks) return;
    this.onward = this.client.onward;
    assert(this.onward !== undefined, `${name} blocks, so that its client knows where jobs go on to`);
  }

  private deadlock(): string | undefined {
    const { onward } = this;
    const station = (number: number): string => this.nameOf(number);
    return onward && deadlock(this.parts, { job: (job) => onward.nameOf(job), station });
  }

  private growStations(): void {
    const count = (this.stationCapacity = Math.max(8, 2 * this.stationCapacity));
    this.roster.growStations(count);
    this.capacity.grow(count);
    this.levels.grow(count);
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
