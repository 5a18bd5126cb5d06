import type { Outcome } from "#engine/record/journeys";

/**
 * What a voyage is doing: its vessel, or, once that is free, its cargo on the way overland or between two
 * vessels.
 */
export const standing = {
  idle: 0,
  sailing: 1,
  waiting: 2,
  served: 3,
  passing: 4,
  inland: 5,
  /** Done at a station, whose server it keeps until the next one has room. */
  blocked: 6,
  /** Between two vessels, at a hub. */
  changing: 7,
} as const;

/** A number of `standing`. */
export type Standing = (typeof standing)[keyof typeof standing];

/**
 * Who keeps account of voyages: the ledger. Called by traffic at each change, before anything else sees it.
 */
export interface VoyageListener {
  /** A voyage begins; its vessel is idle. */
  began(vessel: number): void;
  /** It goes from one standing to another. */
  changed(vessel: number, from: Standing, to: Standing): void;
  /** It ends, from this standing. */
  ended(vessel: number, from: Standing, how: Outcome): void;
}
