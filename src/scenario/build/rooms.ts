import type { Ledger } from "#domain/cargo/ledger";
import type { Disruptions } from "#domain/disruption/disruptions";
import type { OpeningHours } from "#domain/facility/opening-hours";
import type { Board } from "#domain/news/board";
import type { Policy } from "#domain/policy/policy-kind";
import type { Fleet } from "#domain/traffic/fleet";
import type { Flows } from "#domain/traffic/flows";
import type { Limits } from "#domain/traffic/limits";
import type { Traffic } from "#domain/traffic/traffic";
import type { TrafficRooms } from "#domain/traffic/traffic-rooms";
import type { VesselClass } from "#domain/traffic/vessel-class";
import type { Simulation } from "#engine/kernel/simulation";
import type { Marks } from "#engine/random/mark";
import type { Recorder } from "#engine/record/recorder";
import type { RouteNetwork } from "#scenario/build/route-network";

/** The rooms of a world in which things move: those of traffic, and what they are made of. */
export interface MovingRooms extends Omit<TrafficRooms, "routes" | "log" | "listener"> {
  readonly network: RouteNetwork;
  readonly simulation: Simulation;
  readonly recorder: Recorder;
  readonly marks: Marks;
  readonly fleet: Fleet;
  readonly classes: readonly VesselClass[];
  readonly limits: Limits;
  readonly hours: OpeningHours;
  readonly ledger: Ledger;
}

/** The rooms of a world in which things go wrong and somebody reacts. */
export interface ReactingRooms {
  readonly board: Board;
  readonly disruptions: Disruptions;
  /** By id. */
  readonly policies: ReadonlyMap<string, Policy>;
  /** Has `hear` called after each start and end of a disruption, and nobody who was to hear of it before. */
  readonly onChange: (hear: () => void) => void;
}

/** All rooms of a world. */
export interface Rooms extends MovingRooms, ReactingRooms {
  readonly traffic: Traffic;
  readonly arrivals: Flows;
}
