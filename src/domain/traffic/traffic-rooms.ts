import type { Facilities } from "#domain/facility/facilities";
import type { Passages } from "#domain/passage/passages";
import type { Bookings } from "#domain/traffic/bookings";
import type { Bans } from "#domain/traffic/bans";
import type { Crossings } from "#domain/traffic/crossings";
import type { Decisions } from "#domain/traffic/decisions";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Links } from "#domain/traffic/links";
import type { Outlook } from "#domain/traffic/outlook";
import type { Places } from "#domain/traffic/places";
import type { Ports } from "#domain/traffic/ports";
import type { Routes } from "#domain/traffic/routes";
import type { Transfers } from "#domain/traffic/transfers";
import type { Vessels } from "#domain/traffic/vessels";
import type { VoyageListener } from "#domain/traffic/voyage-listener";
import type { VoyageLog } from "#domain/traffic/voyage-log";
import type { Elements } from "#domain/world/elements";
import type { Stations } from "#engine/station/stations";

/** The rooms that traffic moves vessels through. */
export interface TrafficRooms {
  readonly elements: Elements;
  readonly stations: Stations;
  readonly facilities: Facilities;
  readonly passages: Passages;
  readonly links: Links;
  readonly bans: Bans;
  readonly vessels: Vessels;
  readonly routes: Routes;
  readonly outlook: Outlook;
  readonly decisions: Decisions;
  readonly bookings: Bookings;
  readonly ports: Ports;
  readonly transfers: Transfers;
  readonly crossings: Crossings;
  readonly places: Places;
  readonly log: VoyageLog;
  readonly listener: VoyageListener;
  readonly flows: readonly FlowPlan[];
}
