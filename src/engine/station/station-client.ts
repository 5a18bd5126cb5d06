/** Who owns the jobs of stations. Called when the station's own state is already that after the change. */
export interface StationClient {
  /**
   * A server took the job: for every job that is served, both inside `arrive`, before it returns "started",
   * and later, out of the queue.
   */
  started(job: number, station: number): void;
  /** The job is done and gone; whoever waited has already been started in its place. */
  released(job: number, station: number): void;
  /** A closure with `inside: lose` threw the job out. */
  lost(job: number, station: number): void;
  /** Where jobs go on to: needed where a station blocks those for whom it has no room. */
  readonly onward?: Onward;
}

/** Who knows where jobs go on to. */
export interface Onward {
  /**
   * The station at which a job that is done at `station` will arrive as soon as it is released; -1: at none.
   * Asked only in models in which some station blocks.
   */
  next(job: number, station: number): number;
  /** The job is done at `station`, and keeps its server there until `next` has room for it. */
  blocked(job: number, station: number, next: number): void;
  /** A job for people. */
  nameOf(job: number): string;
}

/**
 * What a closure does to jobs in service: they go on; stand still and go on later; begin anew later; are
 * thrown out.
 */
export type Inside = "finish" | "resume" | "restart" | "lose";

/** What becomes of a job that arrives. */
export type Admission = "started" | "queued" | "turned-away";

/** A station as it is opened. */
export interface StationOptions {
  /** For failures and the deadlock report: `NLRTM.berth`. */
  readonly name: string;
  /** Jobs served at once, 0 or more. */
  readonly servers: number;
  /** Waiting places, those served not counted; unlimited when left out. */
  readonly room?: number;
  /**
   * What befalls a job for which there is no room: it is turned away, as when left out; or it is blocked and
   * keeps its server at the station where it was done. One that comes from no station has none to keep: it
   * waits in line whatever the room.
   */
  readonly whenFull?: "turn-away" | "block";
  /** Who is next: first come; or the least rank, and then first come. */
  readonly discipline: "fifo" | "ranked";
  /** The level that shows how many wait; -1 for none. */
  readonly queueLevel: number;
  /** The level that shows how many servers are occupied; -1 for none. */
  readonly busyLevel: number;
  /** The level that shows how many servers are kept by blocked jobs; none when left out. */
  readonly blockedLevel?: number;
}

/** Picks, by number, those who go before all others. */
export type Preference = (job: number) => boolean;
