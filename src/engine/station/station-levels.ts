import type { Levels } from "#engine/record/levels";
import type { BlockedJobs } from "#engine/station/blocked-jobs";
import { grown } from "#engine/station/grown";
import type { Roster } from "#engine/station/roster";
import type { StationOptions } from "#engine/station/station-client";

const QUEUE = 0;
const BUSY = 1;
const BLOCKED = 2;
const STATION_BITS = 2;

/** Shows how many wait, are inside and are blocked at stations, where somebody reads it. */
export class StationLevels {
  private readonly clock: { readonly now: number };
  private readonly levels: Levels;
  private readonly roster: Roster;
  private readonly blocked: BlockedJobs;
  /** Three numbers of levels a station, -1 for none. */
  private numbers: Int32Array = new Int32Array(0);
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
    this.numbers = grown(this.numbers, count << STATION_BITS, -1);
    this.outside = grown(this.outside, count, 0);
  }

  /** Takes the levels of a station. */
  open(station: number, { queueLevel, busyLevel, blockedLevel = -1 }: StationOptions): void {
    const at = station << STATION_BITS;
    this.numbers[at | QUEUE] = queueLevel;
    this.numbers[at | BUSY] = busyLevel;
    this.numbers[at | BLOCKED] = blockedLevel;
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
    const level = this.numbers[(station << STATION_BITS) | QUEUE]!;
    if (level >= 0) this.levels.set(level, this.clock.now, this.queue(station));
  }

  /** The number of occupied servers has changed. */
  showBusy(station: number): void {
    const level = this.numbers[(station << STATION_BITS) | BUSY]!;
    if (level >= 0) this.levels.set(level, this.clock.now, this.roster.inside(station));
  }

  /** The number of servers that blocked jobs keep has changed. */
  showBlocked(station: number): void {
    const level = this.numbers[(station << STATION_BITS) | BLOCKED]!;
    if (level >= 0) this.levels.set(level, this.clock.now, this.blocked.count(station));
  }

  /** Nobody waits outside. */
  reset(): void {
    this.outside.fill(0);
  }
}
