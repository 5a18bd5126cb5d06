import type { Mode } from "#domain/world/site-type";

/** A class of vessels made ready: what routing and sailing need of it. */
export interface VesselClass {
  readonly id: string;
  readonly mode: Mode;
  /** Metres per second. */
  readonly speed: number;
  /** Metres; undefined: no passage is too shallow. */
  readonly draft: number | undefined;
  readonly flag: string | undefined;
  /** US dollars a day. */
  readonly costPerDay: number;
}
