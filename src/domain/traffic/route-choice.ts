/** Two routes as avoidances, which differ in the passages of one choice; see `Avoidances`. */
export interface Ways {
  readonly staying: number;
  readonly leaving: number;
  /** Whether the vessel avoids the passages already. */
  readonly hasLeft: boolean;
}

/**
 * A rule by which vessels choose between the route through certain passages and one that avoids them. Traffic
 * asks it on leaving any site, on reaching a passage, and a decision delay after each announcement; without
 * one, everybody keeps to the undisrupted route.
 */
export interface RouteChoice {
  /** The passages that it may avoid, together. */
  readonly passages: readonly number[];
  /** Whether it decides for vessels of this class. */
  concerns(vesselClass: number): boolean;
  /** How long after an announcement about a topic (a disruption or policy) this vessel decides, ms. */
  decisionDelayMs(vessel: number, topic: string): number;
  /** Whether the vessel avoids the passages from where it is. */
  avoids(vessel: number, ways: Ways): boolean;
}
