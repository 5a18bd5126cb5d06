import type { Levels } from "#engine/record/levels";
import type { BlockedJobs } from "#engine/station/blocked-jobs";
import { grown } from "#engine/station/grown";
import type { Roster } from "#engine/station/roster";
import type { StationOptions } from "#engine/station/station-client";

/** Shows how many wait, are inside and are blocked at stations, where somebody reads it. */
export class StationLevels {
  private readonly clock: { readonly now: number };
  private readonly levels: Levels;
  private readonly roster: Roster;
  private readonly blocked: BlockedJobs;
  /** The number of each level of a station, -1 for none. */
  private queueLevels: Int32Array = new Int32Array(0);
  private busyLevels: Int32Array = new Int32Array(0);
  private blockedLevels: Int32Array = new Int32Array(0);
  private outside: Int32Array = new Int32Array(0);

  /** Levels change now, by `clock`. */
  constructor(
    clock: { readonly now: number },
    levels: Levels,
    { roster, blocked }: { readonly roster: Roster; readonly blocked: BlockedJobs },
  ) {
    this.clock = clock;
    this.levels = levels;
    this.roster = roster;
    this.blocked = blocked;
  }

  /** Makes room for stations below `count`. */
  grow(count: number): void {
    this.queueLevels = grown(this.queueLevels, count, -1);
    this.busyLevels = grown(this.busyLevels, count, -1);
    this.blockedLevels = grown(this.blockedLevels, count, -1);
    this.outside = grown(this.outside, count, 0);
  }

  /** Takes the levels of a station. */
  open(station: number, { queueLevel, busyLevel, blockedLevel = -1 }: StationOptions): void {
    this.queueLevels[station] = queueLevel;
    this.busyLevels[station] = busyLevel;
    this.blockedLevels[station] = blockedLevel;
  }

  /** So many more wait for a station without standing in its line. */
  countOutside(station: number, jobs: number): void {
    this.outside[station] = jobs;
    this.showQueue(station);
  }

  /** Jobs that wait, in line and outside of it. */
  queue(station: number): number {
    return this.roster.waiting(station) + this.outside[station]!;
  }

  /** The number of those who wait has changed. */
  showQueue(station: number): void {
    if (this.queueLevels[station]! >= 0) this.recordQueue(station);
  }

  /** The number of occupied servers has changed. */
  showBusy(station: number): void {
    if (this.busyLevels[station]! >= 0) this.recordBusy(station);
  }

  /** The number of servers that blocked jobs keep has changed. */
  showBlocked(station: number): void {
    const level = this.blockedLevels[station]!;
    if (level >= 0) this.levels.set(level, this.clock.now, this.blocked.count(station));
  }

  /** Nobody waits outside. */
  reset(): void {
    this.outside.fill(0);
  }

  /** Apart, so that whoever shows a level that nobody reads is small enough to be inlined. */
  private recordQueue(station: number): void {
    this.levels.set(this.queueLevels[station]!, this.clock.now, this.queue(station));
  }

  private recordBusy(station: number): void {
    this.levels.set(this.busyLevels[station]!, this.clock.now, this.roster.inside(station));
  }
}
