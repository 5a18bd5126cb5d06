import type { Ledger } from "#domain/cargo/ledger";
import type { Disruptions } from "#domain/disruption/disruptions";
import type { Facilities } from "#domain/facility/facilities";
import type { Board } from "#domain/news/board";
import type { Passages } from "#domain/passage/passages";
import type { Policy } from "#domain/policy/policy-kind";
import type { Bookings } from "#domain/traffic/bookings";
import type { Decisions } from "#domain/traffic/decisions";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Flows } from "#domain/traffic/flows";
import type { Limits } from "#domain/traffic/limits";
import type { Links } from "#domain/traffic/links";
import type { Outlook } from "#domain/traffic/outlook";
import type { Places } from "#domain/traffic/places";
import type { Ports } from "#domain/traffic/ports";
import type { Traffic } from "#domain/traffic/traffic";
import type { VesselClass } from "#domain/traffic/vessel-class";
import type { Vessels } from "#domain/traffic/vessels";
import type { Elements } from "#domain/world/elements";
import type { Simulation } from "#engine/kernel/simulation";
import type { Marks } from "#engine/random/mark";
import type { Recorder } from "#engine/record/recorder";
import type { Stations } from "#engine/station/stations";
import type { RouteNetwork } from "#scenario/build/route-network";

/** The rooms of a world in which things move. */
export interface MovingRooms {
  readonly network: RouteNetwork;
  readonly simulation: Simulation;
  readonly recorder: Recorder;
  readonly marks: Marks;
  readonly elements: Elements;
  readonly stations: Stations;
  readonly facilities: Facilities;
  readonly passages: Passages;
  readonly links: Links;
  readonly vessels: Vessels;
  readonly classes: readonly VesselClass[];
  readonly flows: readonly FlowPlan[];
  readonly outlook: Outlook;
  readonly decisions: Decisions;
  readonly bookings: Bookings;
  readonly ports: Ports;
  readonly limits: Limits;
  readonly ledger: Ledger;
  readonly places: Places;
}

/** The rooms of a world in which things go wrong and somebody reacts. */
export interface ReactingRooms {
  readonly board: Board;
  readonly disruptions: Disruptions;
  /** By id. */
  readonly policies: ReadonlyMap<string, Policy>;
  /** Called after each start and end of a disruption; the world sets what it does. */
  readonly changes: { notify: () => void };
}

/** All rooms of a world. */
export interface Rooms extends MovingRooms, ReactingRooms {
  readonly traffic: Traffic;
  readonly arrivals: Flows;
}
