/** What a curve of performance is made of, and when it counts as recovered. */
export interface Performance {
  /** The ids whose counts are summed: flows, stations, passages (`suez.transit`) or commodities. */
  readonly of: readonly string[];
  /** Length of the forward window, ms. */
  readonly window: number;
  /** The share of the twin at which it counts as recovered. */
  readonly recoveredAt: number;
  /** How long Q must hold, ms. */
  readonly heldFor: number;
  /** What its counts count: `vessels`, or the unit of a commodity. */
  readonly unit: string;
}

/** A flow, as measures need to know it. Journey rows name flows by their index in `Facts.flows`. */
export interface FlowFacts {
  readonly id: string;
  /** US dollars a day that one of its vessels costs. */
  readonly costPerDay: number;
  /** Metres a second of its vessels, where nothing slows them. */
  readonly speed: number;
}

/**
 * What a policy or a variant costs: US dollars once, and a day; daily only while the policy `id` acts, if
 * `acting`.
 */
export interface CostFacts {
  readonly id: string;
  readonly once: number;
  readonly perDay: number;
  readonly acting: boolean;
}

/** What measures know about a world beside its rows. Fixed when the world is built. */
export interface Facts {
  /** ms since the epoch; statistics begin at `warmUpEnd`. */
  readonly start: number;
  readonly warmUpEnd: number;
  readonly end: number;
  readonly flows: readonly FlowFacts[];
  /** Servers of each station by its id, `site.station`. */
  readonly servers: ReadonlyMap<string, number>;
  readonly performance: Performance | undefined;
  /** The unit of each commodity by its id; `shipments` of stations that shipments alone pass. */
  readonly units: ReadonlyMap<string, string>;
  /** Ids of disruptions marked `background`: they strike the twin too, so they open no episode. */
  readonly background: ReadonlySet<string>;
  /**
   * Cost of each policy and of the variant, by id; daily cost runs while the policy acts, else all the time.
   */
  readonly costs: readonly CostFacts[];
}
