import type { PolicyContext } from "#domain/policy/policy-kind";
import type { Call } from "#domain/traffic/flow-plan";

/** What a vessel believes of a call at a port. */
export interface BelievedCall {
  /** How long it would wait there, ms. */
  readonly waitMs: number;
  /** How long until it has called, from now on: the way there, waits and services, ms. */
  readonly ms: number;
}

/** An arrival at a station: by whom, when, and how many of those under way come before it. */
interface Coming {
  readonly vessel: number;
  readonly eta: number;
  readonly before: number;
}

const never: BelievedCall = { waitMs: Infinity, ms: Infinity };

/**
 * What a vessel believes of a call at a port, a node, from where it is: the way there without any wait, then
 * one station of the vessel path after the other. Infinity where no route is legal, where nothing is
 * announced to work, or where it would find no waiting place.
 */
export function believedCall(context: PolicyContext, vessel: number, port: number): BelievedCall {
  const { simulation, outlook, vessels, ports } = context;
  const sailMs = outlook.remainingMs(vessel, vessels.avoidance[vessel] as number, port); // under way
  if (sailMs === Infinity) return never;
  let eta = simulation.now + sailMs;
  let before = ports.before(eta, vessel, port);
  let waitMs = 0;
  for (const call of outlook.flow(vessel).calls[port] ?? []) {
    const stationMs = believedStationMs(context, call, { vessel, eta, before });
    waitMs += stationMs;
    eta += stationMs + call.service.mean;
    before = 0;
  }
  return waitMs === Infinity ? never : { waitMs, ms: eta - simulation.now };
}

/**
 * How long a vessel believes it will wait for a server of a station, ms. Made of what the board says, of who
 * is there and of who is under way; never of the truth:
 *
 *     max(0, believed opening - ETA) + max(0, ahead - servers + 1) / believed rate
 *
 * Ahead are those who wait, those inside and those under way who come earlier, less those served by then. The
 * believed rate is that of all servers, by the vessel's own mean service, times the announced factors. Our
 * own reading of a queue with several servers: with one vessel fewer ahead than servers, one is free.
 */
function believedStationMs(
  { board, stations, facilities }: PolicyContext,
  { facility, service }: Call,
  { vessel, eta, before }: Coming,
): number {
  const element = facilities.element(facility);
  const station = facilities.station(facility);
  const servers = facilities.servers(facility);
  const opening = board.believedOpening(vessel, element);
  const shut = Math.max(0, opening - eta);
  if (service.mean === 0) return shut;
  const rate = (board.announcedFactor(element) * servers) / service.mean;
  if (rate === 0) return Infinity;
  const isHere = stations.stationOf(vessel) === station;
  const waiting = isHere ? rank(stations, station, vessel) : stations.waiting(station) + before;
  const served = Math.max(0, eta - opening) * rate;
  const ahead = Math.max(0, waiting + stations.inside(station) - served);
  if (!isHere && ahead - servers >= facilities.room(facility)) return Infinity;
  return shut + Math.max(0, ahead - servers + 1) / rate;
}

/** How many wait at a station before a vessel that waits there. */
function rank(stations: PolicyContext["stations"], station: number, vessel: number): number {
  let before = 0;
  let job = stations.nextWaiting(station);
  while (job >= 0 && job !== vessel) {
    before++;
    job = stations.nextWaiting(station, job);
  }
  return before;
}
