/** A job that is done, and where it stays and would go on to. */
export interface BlockedJob {
  readonly job: number;
  /** The station whose server it keeps. */
  readonly at: number;
  /** The station that has no room for it. */
  readonly next: number;
  /** Instant at which it was done, ms. */
  readonly since: number;
}

/** What is known of a station as far as blocking goes. */
interface Door {
  /** Waiting places, where those who find none are blocked; Infinity where nobody ever is. */
  readonly room: number;
  /** Those who wait to enter, the first to be blocked first. */
  readonly before: BlockedJob[];
  /** How many of those inside are blocked. */
  inside: number;
}

/**
 * Blocking after service: a job that is done while the next station has no room keeps its server until there
 * is. Here is who is blocked: by the station that they wait to enter, first come first, and by job. They are
 * objects, for blocking is seldom beside all else that happens.
 */
export class BlockedJobs {
  private readonly doors: Door[] = [];
  private readonly byJob: Map<number, BlockedJob> = new Map();

  /** Adds a station with the next number; `room`: how many wait there before those who come are blocked. */
  open(room: number): void {
    this.doors.push({ room, before: [], inside: 0 });
  }

  /** Waiting places of a station, where those who find none are blocked; Infinity where nobody ever is. */
  room(station: number): number {
    return this.door(station).room;
  }

  /** How many of those inside a station are done and keep their servers. */
  count(station: number): number {
    return this.door(station).inside;
  }

  /** Whether a job is blocked, wherever. */
  has(job: number): boolean {
    return this.byJob.has(job);
  }

  /** Who goes on first when a station has room; undefined: nobody is blocked by it. */
  first(next: number): BlockedJob | undefined {
    return this.door(next).before[0];
  }

  /** Those who are blocked by a station, the first to be blocked first. */
  by(next: number): readonly BlockedJob[] {
    return this.door(next).before;
  }

  /** Everybody who is blocked, in the order in which they were done. */
  all(): readonly BlockedJob[] {
    return [...this.byJob.values()];
  }

  /** A job is done, and has to stay. */
  add(blocked: BlockedJob): void {
    this.byJob.set(blocked.job, blocked);
    this.door(blocked.next).before.push(blocked);
    this.door(blocked.at).inside++;
  }

  /** A job goes on, or is lost. False, and nothing happens, when it is not blocked. */
  remove(job: number): boolean {
    const blocked = this.byJob.get(job);
    if (blocked === undefined) return false;
    const { before } = this.door(blocked.next);
    this.byJob.delete(job);
    before.splice(before.indexOf(blocked), 1);
    this.door(blocked.at).inside--;
    return true;
  }

  /** Nobody is blocked. Stations and their rooms stay. */
  clear(): void {
    this.byJob.clear();
    for (const door of this.doors) {
      door.before.length = 0;
      door.inside = 0;
    }
  }

  private door(station: number): Door {
    return this.doors[station] as Door; // station numbers come from open
  }
}
