import type { Facts } from "#domain/measure/facts";
import type { Recorder } from "#engine/record/recorder";

/** How one replication is run. */
export interface RunOptions {
  /**
   * Audit after every event in worlds of under 1,000 entities, else every 65,536 events and at disruptions.
   */
  readonly audit?: boolean;
  /** Called for every event, in order: for `--trace`. */
  readonly trace?: (line: TraceLine) => void;
  /** Stop with a named limit after this many events. */
  readonly eventsMax?: number;
}

/** One event, for people. */
export interface TraceLine {
  readonly time: number;
  readonly priority: string;
  readonly event: string;
  readonly subject: string;
}

/** What a replication leaves beside its rows. */
export interface RunReport {
  readonly events: number;
  readonly conservation: {
    readonly checked: number;
    readonly audits: number;
    readonly violations: readonly string[];
  };
  /** The limit at which the run broke off, as a sentence; empty when it came to its end. */
  readonly limits: readonly string[];
}

/**
 * A leg that vessels have sailed, between neighbouring sites of a route; a passage stands for both of its
 * sides.
 */
export interface SailedLeg {
  readonly from: string;
  readonly to: string;
  /**
   * One for each sail of the last replication, views until the next run: when it ended, or the vessel turned,
   * or the run was over, and how long it took, ms.
   */
  readonly ends: Float64Array;
  readonly lasted: Float64Array;
  /** Which part of the leg each sail was, by metres: 1 is all of it. */
  readonly parts: Float64Array;
  /** Where it runs: [longitude, latitude] points. */
  readonly line: readonly (readonly [number, number])[];
}

/** A scenario made ready to run: compiled once, reset for each replication. One at a time, not re-entrant. */
export interface World {
  readonly facts: Facts;
  /** The legs of the last replication, in order of name; empty where no sea lanes are used. */
  legs(): readonly SailedLeg[];
  /** The rows of the last replication; the next `run` empties them. */
  readonly recorder: Recorder;
  /**
   * Runs replication `replication` (from 0) of the scenario's seed. Alone it gives the same rows as among
   * others.
   */
  run(replication: number, options?: RunOptions): RunReport;
}
