/** The rest of a way overland: how long it takes, ms, and what it costs, US dollars. */
export interface InlandLeg {
  readonly ms: number;
  readonly cost: number;
}

/**
 * A rule by which vessels bound for a port choose between that port and others, from where their cargo goes
 * overland. Traffic asks it on leaving any site, on reaching a passage or a port, and a decision delay after
 * each announcement; without one, everybody calls where it is bound for. Ports are nodes of the route graph.
 */
export interface PortChoice {
  /** The ports whose vessels choose. */
  readonly ports: readonly number[];
  /** Where they may call instead. */
  readonly alternates: readonly number[];
  /** Whether it decides for vessels of this class. */
  concerns(vesselClass: number): boolean;
  /** How long after an announcement about a topic (a disruption or policy) this vessel decides, ms. */
  decisionDelayMs(vessel: number, topic: string): number;
  /** Where a vessel that is bound for `port` calls, from where it is: that port or an alternate. */
  calls(vessel: number, port: number): number;
  /** The way overland of what a vessel carries, from an alternate to its own port's hinterland. */
  inland(vessel: number, alternate: number): InlandLeg;
}
