import { Ledger } from "#domain/cargo/ledger";
import { Facilities } from "#domain/facility/facilities";
import { calendarOf } from "#domain/facility/hours-fields";
import { OpeningHours } from "#domain/facility/opening-hours";
import { Passages } from "#domain/passage/passages";
import { Bookings } from "#domain/traffic/bookings";
import { Bans } from "#domain/traffic/bans";
import type { DecisionClient } from "#domain/traffic/decisions";
import { Decisions } from "#domain/traffic/decisions";
import { Fleet } from "#domain/traffic/fleet";
import { Flows } from "#domain/traffic/flows";
import { Limits } from "#domain/traffic/limits";
import type { LinkClient } from "#domain/traffic/links";
import { Links } from "#domain/traffic/links";
import type { LaidLink } from "#domain/traffic/links";
import { Outlook } from "#domain/traffic/outlook";
import { Places } from "#domain/traffic/places";
import type { PortClient } from "#domain/traffic/ports";
import { Ports } from "#domain/traffic/ports";
import { Traffic } from "#domain/traffic/traffic";
import { Transfers } from "#domain/traffic/transfers";
import { Vessels } from "#domain/traffic/vessels";
import { VoyageLog } from "#domain/traffic/voyage-log";
import { Elements } from "#domain/world/elements";
import { Simulation } from "#engine/kernel/simulation";
import { Marks } from "#engine/random/mark";
import { Recorder } from "#engine/record/recorder";
import type { StationClient } from "#engine/station/station-client";
import type { OpeningCalendar } from "#engine/station/opening-calendar";
import { Stations } from "#engine/station/stations";
import { crossingsOf } from "#scenario/build/crossings";
import { factsOf } from "#scenario/build/facts";
import { flowPlans } from "#scenario/build/flow-plans";
import { declareNeeds } from "#scenario/build/needs";
import { openReactions } from "#scenario/build/reactions";
import type { Rooms } from "#scenario/build/rooms";
import type { RouteNetwork } from "#scenario/build/route-network";
import { routeNetworkOf } from "#scenario/build/route-network";
import { routesOf, vesselClasses } from "#scenario/build/route-rules";
import { ScenarioWorld } from "#scenario/build/scenario-world";
import type { World } from "#scenario/build/world";
import type { Resolved } from "#scenario/language/resolved";
import type { WorldSource } from "#scenario/source/world-source";

/** What a world is made with. */
export interface WorldOptions {
  /** Where shipped networks come from; needed by scenarios with `network.use`. */
  readonly source: WorldSource;
  /** A world that is over, whose memory the new one takes. */
  readonly after?: Recorder | undefined;
}

/**
 * Makes a resolved scenario ready to run. The same source gives the same network to all worlds made from it.
 */
export function createWorld(scenario: Resolved, { source, after }: WorldOptions): World {
  const network = routeNetworkOf(scenario, source);
  const recorder = new Recorder();
  if (after !== undefined) recorder.inherit(after);
  const facts = factsOf(scenario);
  const needs = declareNeeds(recorder, scenario, facts);
  const rooms = openRooms({ scenario, network, recorder, needs });
  return new ScenarioWorld(scenario, facts, rooms);
}

interface Ground {
  readonly scenario: Resolved;
  readonly network: RouteNetwork;
  readonly recorder: Recorder;
  readonly needs: ReturnType<typeof declareNeeds>;
}

/** Opens the rooms of the domain in the order of the floor; traffic, the client of many, comes last. */
function openRooms({ scenario, network, recorder, needs }: Ground): Rooms {
  const simulation = new Simulation();
  const elements = new Elements();
  const vessels = new Vessels();
  const marks = new Marks(scenario.seed, 0);
  const later: { traffic: Traffic | undefined } = { traffic: undefined };
  const traffic = (): Traffic => later.traffic as Traffic; // set below, before the first event
  const client = stationClient(traffic, (job) => outlook.nameOf(job));
  const stations = new Stations(simulation, recorder.levels, client);
  const facilities = new Facilities(elements, stations, recorder.levels);
  const hours = new OpeningHours(simulation, facilities, openFacilities(facilities, scenario));
  const passages = new Passages(
    simulation,
    { elements, stations, levels: recorder.levels },
    {
      admitted: (job, passage) => traffic().admitted(job, passage),
      direction: (job) => directionOf(network, vessels, job),
      vesselClass: (job) => outlook.flow(job).vesselClass,
    },
  );
  openPassages(passages, scenario, { network, recorder });
  const laid = laidLinks(network, scenario);
  const links = new Links(simulation, { elements, vessels, laid }, linkClient(traffic));
  const entered = { elements, stations, facilities, passages, links, vessels };
  const bans = new Bans(simulation, entered, (vessel) => traffic().letIn(vessel));
  const classes = vesselClasses(scenario);
  const routes = routesOf(scenario, network, classes);
  const goods = ["vessels", ...Object.keys(scenario.commodities)];
  const made = { scenario, network, classes, facilities, marks, counts: recorder.counts, goods };
  const { all: flows, begun } = flowPlans(made);
  const outlook = new Outlook(simulation, vessels, routes);
  const log = new VoyageLog(simulation, recorder, { vessels, needs });
  const decisions = new Decisions(
    simulation,
    { vessels, routes, outlook, passages, span: scenario.time },
    decisionClient(log, traffic),
  );
  const bookings = new Bookings(simulation, { vessels, outlook, passages, decisions });
  const calling = { vessels, outlook, elements, facilities, bans, span: scenario.time };
  const ports = new Ports(simulation, calling, portClient(log, traffic));
  const turn = (vessel: number): void => traffic().chooseAgain(vessel);
  const limits = new Limits(simulation, { routes, outlook, vessels, decisions }, turn);
  const changing = { vessels, outlook, routes, decisions, bookings, ports, log, classes };
  const ledger = new Ledger(goods, vessels);
  const places = placesOf(log, { facilities, passages, network });
  const moving = {
    elements,
    stations,
    facilities,
    passages,
    links,
    bans,
    fleet: new Fleet({ vessels, classes, goods, marks }),
    vessels,
    routes,
    outlook,
    decisions,
    bookings,
    ports,
    transfers: new Transfers(simulation, changing),
    crossings: crossingsOf(scenario, network, marks),
    places,
    log,
  };
  later.traffic = new Traffic(simulation, { ...moving, listener: ledger, flows });
  const stage = { ...moving, hours, limits, network, simulation, recorder, marks, ledger, flows, classes };
  const arrivals = new Flows(simulation, { traffic: later.traffic, elements }, begun);
  return { ...stage, ...openReactions(scenario, stage), traffic: later.traffic, arrivals };
}

function stationClient(traffic: () => Traffic, nameOf: (job: number) => string): StationClient {
  return {
    started: (job, station) => traffic().started(job, station),
    released: (job, station) => traffic().released(job, station),
    lost: (job, station) => traffic().lost(job, station),
    onward: {
      next: (job, station) => traffic().stationAfter(job, station),
      blocked: (job, station, next) => traffic().blocked(job, station, next),
      nameOf,
    },
  };
}

function decisionClient(log: VoyageLog, traffic: () => Traffic): DecisionClient {
  return {
    mayTurn: (vessel) => traffic().mayTurn(vessel),
    turn: (vessel) => traffic().turn(vessel),
    diverted: (vessel, isDiverted) => log.diverted(vessel, isDiverted),
  };
}

function portClient(log: VoyageLog, traffic: () => Traffic): PortClient {
  return {
    mayCallElsewhere: (vessel) => traffic().mayCallElsewhere(vessel),
    redirect: (vessel) => traffic().redirect(vessel),
    diverted: (vessel, isDiverted) => log.diverted(vessel, isDiverted),
  };
}

function linkClient(traffic: () => Traffic): LinkClient {
  return { entered: (vessel) => traffic().entered(vessel), left: (vessel) => traffic().left(vessel) };
}

function placesOf(
  log: VoyageLog,
  {
    facilities,
    passages,
    network,
  }: {
    readonly facilities: Facilities;
    readonly passages: Passages;
    readonly network: RouteNetwork;
  },
): Places {
  const { links, siteOfNode: nodes } = network;
  const names = { facilities: facilities.ids, passages: passages.ids, links, nodes };
  return new Places(log, names, (from, to) => network.graph.metres(from, to));
}

/** From which way a vessel comes to the passage that it asks for. */
function directionOf({ graph }: RouteNetwork, vessels: Vessels, vessel: number): number {
  const arc = vessels.arc[vessel] as number; // the crossing that it asked for
  return graph.approachOf(graph.arcs.from[arc] as number); // a known arc
}

function openPassages(
  passages: Passages,
  scenario: Resolved,
  { network, recorder }: Pick<Ground, "network" | "recorder">,
): void {
  network.passages.forEach((site, passage) => {
    const id = `${site}.transit`;
    passages.open({
      id,
      queueLevel: recorder.levels.level(`queue/${id}`),
      directions: network.directions[passage] as readonly string[], // one list for each passage
      isSeparate: scenario.network.sites[site]?.transit?.directions === "separate",
    });
  });
}

/** Links by number; one without a capacity takes all who come. */
function laidLinks(network: RouteNetwork, scenario: Resolved): readonly LaidLink[] {
  const capacityOf = (id: string): number => scenario.network.links[id]?.capacity ?? Infinity;
  return network.links.map((id) => ({ id, capacity: capacityOf(id) }));
}

/** Opens all stations, and gives the calendars of those that are not always open. */
function openFacilities(facilities: Facilities, scenario: Resolved): ReadonlyMap<number, OpeningCalendar> {
  const calendars = new Map<number, OpeningCalendar>();
  for (const [site, { stations }] of Object.entries(scenario.network.sites)) {
    for (const [name, { servers, room, "when-full": whenFull, discipline, hours }] of Object.entries(
      stations,
    )) {
      const facility = facilities.open({ id: `${site}.${name}`, servers, room, whenFull, discipline });
      const calendar = calendarOf(hours);
      if (calendar !== undefined) calendars.set(facility, calendar);
    }
  }
  return calendars;
}
