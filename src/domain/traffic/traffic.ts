import type { Call, FlowPlan } from "#domain/traffic/flow-plan";
import { chosen } from "#domain/traffic/flow-plan";
import type { Inland } from "#domain/traffic/ports";
import type { TrafficRooms } from "#domain/traffic/traffic-rooms";
import type { Standing } from "#domain/traffic/voyage-listener";
import { standing } from "#domain/traffic/voyage-listener";
import { Whereabouts } from "#domain/traffic/whereabouts";
import { boundedMs } from "#domain/world/horizon";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import { NO_ROUTE, SAIL } from "#engine/network/route-graph";
import type { Outcome } from "#engine/record/journeys";
import { outcome, stage } from "#engine/record/journeys";

/**
 * What vessels do, one voyage each: begin, sail or take a link, ask for passage, wait, pass, call at the
 * stations of the destination, end. One event per leg. Where a port has a cargo path, or where a vessel
 * called at another port than its own, the vessel is free and what it carries goes on under its number: past
 * the stations of that path, then overland; the voyage ends when it is delivered. It is the client of
 * stations, passages, links, decisions and ports.
 */
export class Traffic {
  readonly #simulation: Simulation;
  readonly #rooms: TrafficRooms;
  readonly #whereabouts: Whereabouts;
  readonly #arrive: HandlerId;
  readonly #deliver: HandlerId;

  constructor(simulation: Simulation, rooms: TrafficRooms) {
    this.#simulation = simulation;
    this.#rooms = rooms;
    this.#whereabouts = new Whereabouts(simulation, rooms);
    this.#arrive = simulation.register({
      name: "vessel.arrive",
      priority: priority.arrive,
      run: (vessel) => this.#sailed(vessel),
      describe: (vessel) => this.nameOf(vessel),
    });
    this.#deliver = simulation.register({
      name: "cargo.arrive",
      priority: priority.arrive,
      run: (vessel) => this.#delivered(vessel),
      describe: (vessel) => this.nameOf(vessel),
    });
  }

  /** A vessel for people: its flow and its voyage's number there. */
  nameOf(vessel: number): string {
    return `${this.#rooms.outlook.flow(vessel).id}/${this.#rooms.vessels.ordinal[vessel]}`;
  }

  /** Voyage `ordinal` of a flow begins now, at its origin, where it passes no station. */
  begin(flow: FlowPlan, ordinal: number): void {
    const { vessels, listener, log, decisions, outlook } = this.#rooms;
    const vessel = vessels.take();
    vessels.flow[vessel] = flow.number;
    vessels.ordinal[vessel] = ordinal;
    vessels.since[vessel] = this.#simulation.now;
    vessels.node[vessel] = chosen(flow.origins, flow.originMark.uniform(ordinal, 0));
    vessels.destination[vessel] = chosen(flow.destinations, flow.destinationMark.uniform(ordinal, 0));
    vessels.viaAhead[vessel] = flow.via < 0 ? 0 : 1;
    const metresPlanned = outlook.plannedMetres(vessel);
    const due = this.#due(flow, ordinal);
    vessels.due[vessel] = Number.isNaN(due) ? Number.MAX_VALUE : due;
    log.began(vessel, { metresPlanned, due });
    listener.began(vessel);
    decisions.enlist(vessel);
    this.#goOn(vessel);
  }

  /** Voyage `ordinal` of a flow would begin now, but nobody wants it. */
  cancel(flow: FlowPlan, ordinal: number): void {
    this.#rooms.log.cancelled(flow.number, ordinal, this.#due(flow, ordinal));
  }

  /** A vessel was let into a passage: its wait is over and its transit begins. */
  admitted(vessel: number, passage: number): void {
    const { passages, decisions, vessels, routes, outlook, places } = this.#rooms;
    const flow = outlook.flow(vessel);
    this.#whereabouts.waited(vessel, {
      element: passages.element(passage),
      place: places.passage(passage).place,
    });
    this.#stand(vessel, standing.passing);
    decisions.passed(vessel, passage);
    if (flow.via === passage) vessels.viaAhead[vessel] = 0;
    const crossing = flow.crossings[passage];
    const metres = routes.graph.arcs.metres[vessels.arc[vessel] as number] as number; // in range
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    const transitMs = crossing
      ? crossing.time.quantile(crossing.mark.uniform(ordinal, 0))
      : metres * flow.msPerMetre;
    passages.transit(passage, vessel, boundedMs(transitMs));
  }

  /** A server took a vessel. */
  started(vessel: number, station: number): void {
    const { facilities, places } = this.#rooms;
    const facility = facilities.ofStation(station);
    if (facility < 0) return;
    this.#whereabouts.waited(vessel, {
      element: facilities.element(facility),
      place: places.facility(facility).place,
    });
    this.#stand(vessel, standing.served);
    facilities.started(facility, vessel);
  }

  /** A station is done with a vessel: it leaves a passage, or goes to the next station of its destination. */
  released(vessel: number, station: number): void {
    const passage = this.#rooms.passages.ofStation(station);
    if (passage >= 0) this.#passed(vessel, passage);
    else this.#served(vessel, this.#rooms.facilities.ofStation(station));
  }

  /** A closure threw a vessel out of a station or a passage: its voyage ends there. */
  lost(vessel: number, station: number): void {
    const facility = this.#rooms.facilities.ofStation(station);
    if (facility >= 0) this.#rooms.facilities.left(facility, vessel);
    this.#lose(vessel, outcome.lost);
  }

  /** A vessel that waited for a link enters it. */
  entered(vessel: number): void {
    const { links, vessels, places } = this.#rooms;
    const link = vessels.link[vessel] as number; // it entered one
    this.#whereabouts.waited(vessel, { element: links.element(link), place: places.link(link) });
    this.#stand(vessel, standing.sailing);
  }

  /** A vessel that waited outside, banned, may ask to enter what it waits for. */
  letIn(vessel: number): void {
    const { vessels } = this.#rooms;
    const passage = vessels.passage[vessel] as number; // a vessel under way
    const link = vessels.link[vessel] as number; // the same
    if (passage >= 0) this.#rooms.passages.join(passage, vessel);
    else if (link < 0)
      this.#arriveAt(vessel, this.#whereabouts.nextCall(vessel) as Call); // it waits for one
    else if (this.#joinLink(vessel, link)) this.entered(vessel);
  }

  /** A vessel has come to the end of its link. */
  left(vessel: number): void {
    const { vessels, routes, places, log } = this.#rooms;
    const link = vessels.link[vessel] as number; // it was on one
    const arc = vessels.arc[vessel] as number; // and took it in this direction
    const reason = vessels.slowedBy[vessel] as number; // a vessel under way
    log.stage(vessel, stage.sail, { place: places.link(link), reason });
    this.#hasSailed(vessel, routes.graph.arcs.metres[arc] as number); // a known arc
    vessels.link[vessel] = -1;
    this.#come(vessel);
  }

  /**
   * Whether a vessel stands or sails where it can turn: over the mesh, or in the line of a passage or a link.
   */
  mayTurn(vessel: number): boolean {
    const at = this.#rooms.vessels.standing[vessel];
    if (at === standing.sailing) return (this.#rooms.vessels.link[vessel] as number) < 0; // under way
    const { passage, link } = this.#rooms.vessels;
    const isInLine = (passage[vessel] as number) >= 0 || (link[vessel] as number) >= 0; // a vessel under way
    return at === standing.waiting && isInLine;
  }

  /** What its class may pass has changed: it decides where it is, and takes its route from there. */
  chooseAgain(vessel: number): void {
    if (!this.mayTurn(vessel)) return;
    const { vessels, ports, decisions } = this.#rooms;
    const serial = vessels.serial[vessel];
    ports.decide(vessel);
    decisions.decide(vessel);
    this.turn(vessel);
    if (vessels.serial[vessel] === serial) ports.expect(vessel);
  }

  /** A vessel that may turn takes its new route from where it is. */
  turn(vessel: number): void {
    if (this.#rooms.vessels.standing[vessel] === standing.sailing) {
      this.#turnAtSea(vessel);
      this.#rooms.bookings.goesOn(vessel);
    } else if (!this.#stillAsks(vessel)) {
      this.#giveUp(vessel);
      this.#rooms.bookings.goesOn(vessel);
      this.#onward(vessel);
    }
  }

  /** Whether a vessel can still call at another port: where it can turn, or in the first queue of a port. */
  mayCallElsewhere(vessel: number): boolean {
    if (this.#isInPort(vessel)) return this.#whereabouts.nextCall(vessel)?.isCargo === false;
    return this.mayTurn(vessel);
  }

  /** A vessel that may call elsewhere goes on to where it calls now, by the route that it chooses there. */
  redirect(vessel: number): void {
    const isInPort = this.#isInPort(vessel);
    this.#rooms.decisions.decide(vessel);
    if (!isInPort) return this.turn(vessel);
    this.#leavePort(vessel);
    this.#rooms.bookings.goesOn(vessel);
    this.#onward(vessel);
  }

  /**
   * The run is over: whoever still waits, is served or passes gets a row without an end, and who sails has
   * sailed a part of its leg.
   */
  finish(): void {
    const { vessels, outlook } = this.#rooms;
    for (const vessel of vessels.underWay()) {
      const at = vessels.standing[vessel] as Standing; // the column holds standings
      if (at === standing.waiting) this.#whereabouts.tellUnfinished(vessel, stage.wait);
      else if (at === standing.served) this.#whereabouts.tellUnfinished(vessel, stage.service);
      else if (at === standing.passing) this.#whereabouts.tellUnfinished(vessel, stage.transit);
      else if (at === standing.inland) this.#whereabouts.tellUnfinished(vessel, stage.inland);
      else if (at === standing.sailing && this.mayTurn(vessel)) {
        this.#whereabouts.tellSail(vessel, outlook.metresDone(vessel));
      }
    }
  }

  #due(flow: FlowPlan, ordinal: number): number {
    const { due } = flow;
    return due ? this.#simulation.now + Math.round(due.after.quantile(due.mark.uniform(ordinal, 0))) : NaN;
  }

  #goOn(vessel: number): void {
    const { ports, decisions, bookings } = this.#rooms;
    ports.decide(vessel);
    decisions.decide(vessel);
    ports.expect(vessel);
    bookings.goesOn(vessel);
    this.#onward(vessel);
  }

  /** The next leg from the node where a vessel is. */
  #onward(vessel: number): void {
    const { vessels, routes, outlook } = this.#rooms;
    const node = vessels.node[vessel] as number; // a vessel under way
    if (node === vessels.destination[vessel]) return this.#call(vessel);
    const avoidance = vessels.avoidance[vessel] as number; // a vessel under way
    const table = outlook.table(vessel, avoidance);
    const costs = outlook.costs(vessel, avoidance);
    const next = table.next(node, costs);
    if (next === NO_ROUTE) return this.#giveUpForbidden(vessel);
    vessels.next[vessel] = next;
    const arc = table.arc(node, costs);
    if (arc === SAIL) return this.#sail(vessel, routes.sailMetres(node, next));
    vessels.arc[vessel] = arc;
    const link = routes.graph.arcs.link[arc] as number; // a known arc
    if (link >= 0) this.#take(vessel, link);
    else this.#ask(vessel, routes.graph.arcs.gate[arc] as number); // a crossing
  }

  #sail(vessel: number, metres: number): void {
    const { vessels, outlook } = this.#rooms;
    this.#stand(vessel, standing.sailing);
    vessels.legMetres[vessel] = metres;
    vessels.event[vessel] = this.#simulation.after(
      boundedMs(metres * outlook.flow(vessel).msPerMetre),
      this.#arrive,
      vessel,
    );
  }

  #sailed(vessel: number): void {
    const { vessels } = this.#rooms;
    const metres = vessels.legMetres[vessel] as number; // a vessel that sailed
    this.#whereabouts.tellSail(vessel, metres);
    this.#hasSailed(vessel, metres);
    vessels.place[vessel] = undefined;
    this.#come(vessel);
  }

  #hasSailed(vessel: number, metres: number): void {
    const { vessels } = this.#rooms;
    vessels.metres[vessel] = (vessels.metres[vessel] as number) + metres; // its own
  }

  /** A vessel has come to the node at the end of its leg. */
  #come(vessel: number): void {
    const { vessels } = this.#rooms;
    vessels.node[vessel] = vessels.next[vessel] as number; // it was under way to it
    vessels.next[vessel] = -1;
    this.#stand(vessel, standing.idle);
    this.#goOn(vessel);
  }

  #take(vessel: number, link: number): void {
    const { links, bans, vessels } = this.#rooms;
    this.#stand(vessel, standing.waiting);
    vessels.link[vessel] = link;
    if (!bans.admits(links.element(link), vessel)) return;
    if (this.#joinLink(vessel, link)) this.#stand(vessel, standing.sailing);
  }

  #joinLink(vessel: number, link: number): boolean {
    const legMs = this.#rooms.outlook.costs(vessel, 0).link[link] as number; // a link of the graph
    return this.#rooms.links.join(link, vessel, legMs);
  }

  #ask(vessel: number, passage: number): void {
    const { vessels, passages, decisions, bans } = this.#rooms;
    this.#stand(vessel, standing.waiting);
    vessels.passage[vessel] = passage;
    decisions.reached(vessel, passage);
    if (bans.admits(passages.element(passage), vessel)) passages.join(passage, vessel);
  }

  #passed(vessel: number, passage: number): void {
    const { vessels, routes, log, places } = this.#rooms;
    const arc = vessels.arc[vessel] as number; // the crossing that it asked for
    const { completions, place } = places.passage(passage);
    log.count(completions, 1);
    log.stage(vessel, stage.transit, { place, reason: 0 });
    this.#hasSailed(vessel, routes.graph.arcs.metres[arc] as number); // a known arc
    vessels.passage[vessel] = -1;
    this.#come(vessel);
  }

  #call(vessel: number): void {
    const { facilities, places, log, bans } = this.#rooms;
    const call = this.#whereabouts.nextCall(vessel);
    if (call === undefined) return this.#called(vessel);
    if (call.isCargo) log.freed(vessel);
    this.#stand(vessel, standing.waiting);
    log.count(places.facility(call.facility).arrivals, 1);
    if (bans.admits(facilities.element(call.facility), vessel)) this.#arriveAt(vessel, call);
  }

  #arriveAt(vessel: number, { facility, service, mark, visit }: Call): void {
    const { vessels, facilities, stations, outlook, places, log } = this.#rooms;
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    const serviceMs = boundedMs(service.quantile(mark.uniform(ordinal, visit)));
    const due = vessels.due[vessel] as number; // a vessel under way
    const rank = facilities.rank(facility, outlook.flow(vessel).priority, serviceMs, due);
    const answer = stations.arrive(facilities.station(facility), vessel, serviceMs, rank);
    if (answer === "queued") facilities.queueChanged(facility);
    if (answer !== "turned-away") return;
    log.count(places.facility(facility).turnedAway, 1);
    this.#lose(vessel, outcome["turned-away"]);
  }

  #served(vessel: number, facility: number): void {
    const { vessels, log, places, facilities } = this.#rooms;
    facilities.left(facility, vessel);
    const { completions, place } = places.facility(facility);
    log.count(completions, 1);
    log.stage(vessel, stage.service, { place, reason: 0 });
    vessels.calls[vessel] = (vessels.calls[vessel] as number) + 1; // its own
    this.#call(vessel);
  }

  /** A vessel has called: the voyage is over, unless its cargo must go on overland. */
  #called(vessel: number): void {
    const inland = this.#rooms.ports.inland(vessel);
    if (inland === undefined) this.#end(vessel, outcome.arrived);
    else this.#goOverland(vessel, inland);
  }

  #goOverland(vessel: number, { ms, cost }: Inland): void {
    const { vessels, log } = this.#rooms;
    this.#stand(vessel, standing.inland);
    log.freed(vessel);
    log.overland(vessel, cost);
    vessels.event[vessel] = this.#simulation.after(boundedMs(ms), this.#deliver, vessel);
  }

  #delivered(vessel: number): void {
    this.#whereabouts.tellAt(vessel, stage.inland);
    this.#end(vessel, outcome.arrived);
  }

  /** Whether a vessel waits for the first station of the port where it calls. */
  #isInPort(vessel: number): boolean {
    const { standing: standings, passage, link, calls } = this.#rooms.vessels;
    const isInLine = (passage[vessel] as number) >= 0 || (link[vessel] as number) >= 0; // a vessel under way
    return standings[vessel] === standing.waiting && !isInLine && calls[vessel] === 0;
  }

  /** A vessel leaves the queue of the port where it waits. */
  #leavePort(vessel: number): void {
    const { stations, facilities, elements, places, log, bans, vessels } = this.#rooms;
    const bannedBy = vessels.bannedBy[vessel] as number; // a vessel under way
    const outside = bans.outsideOf(vessel);
    const station = stations.stationOf(vessel);
    const facility = outside >= 0 ? facilities.ofElement(outside) : facilities.ofStation(station);
    const reason = bannedBy !== 0 ? bannedBy : elements.blame(facilities.element(facility));
    log.stage(vessel, stage.abandoned, { place: places.facility(facility).place, reason });
    vessels.bannedBy[vessel] = 0;
    if (bans.leave(vessel)) return;
    stations.leave(station, vessel);
    facilities.queueChanged(facility);
  }

  #turnAtSea(vessel: number): void {
    const { vessels, outlook } = this.#rooms;
    const avoidance = vessels.avoidance[vessel] as number; // a vessel under way
    const place = outlook.place(vessel);
    const onward = outlook.onward(vessel, avoidance);
    // Choices turn to routes that exist; a limit may leave none, and then the vessel ends where it comes to.
    if (onward.next === NO_ROUTE || onward.next === vessels.next[vessel]) return;
    this.#simulation.cancel(vessels.event[vessel] as number); // a vessel that sails
    const metres = outlook.metresDone(vessel); // of a leg that it leaves
    this.#whereabouts.tellSail(vessel, metres);
    this.#hasSailed(vessel, metres);
    vessels.place[vessel] = place;
    vessels.next[vessel] = onward.next;
    this.#sail(vessel, onward.metres);
  }

  /** Whether the route that a waiting vessel has chosen anew still begins with what it waits for. */
  #stillAsks(vessel: number): boolean {
    const { vessels, outlook } = this.#rooms;
    const avoidance = vessels.avoidance[vessel] as number; // a vessel under way
    const node = vessels.node[vessel] as number; // it waits there
    return (
      outlook.table(vessel, avoidance).arc(node, outlook.costs(vessel, avoidance)) === vessels.arc[vessel]
    );
  }

  /** A vessel leaves the line of a passage or a link. */
  #giveUp(vessel: number): void {
    const { vessels, passages, links, bans } = this.#rooms;
    const passage = vessels.passage[vessel] as number; // a vessel under way
    const link = vessels.link[vessel] as number; // the same
    this.#whereabouts.tellAt(vessel, stage.abandoned);
    if (bans.leave(vessel)) vessels.bannedBy[vessel] = 0;
    else if (passage >= 0) passages.leave(passage, vessel);
    else links.leave(link, vessel);
    vessels.passage[vessel] = -1;
    vessels.link[vessel] = -1;
    this.#stand(vessel, standing.idle);
  }

  #stand(vessel: number, to: Standing): void {
    const { vessels, listener } = this.#rooms;
    const from = vessels.standing[vessel] as Standing; // the column holds standings
    vessels.standing[vessel] = to;
    vessels.since[vessel] = this.#simulation.now;
    listener.changed(vessel, from, to);
  }

  /** A voyage ends without having arrived: its last row says where, and whose fault it is. */
  #lose(vessel: number, how: Outcome): void {
    this.#whereabouts.tellAt(vessel, stage.lost);
    this.#end(vessel, how);
  }

  /** A voyage ends where no legal route leads on: its last row says what forbids it. */
  #giveUpForbidden(vessel: number): void {
    this.#whereabouts.tellForbidden(vessel);
    this.#end(vessel, outcome["no-legal-route"]);
  }

  #end(vessel: number, how: Outcome): void {
    const { vessels, decisions, bookings, ports, outlook, log, listener } = this.#rooms;
    const flow = outlook.flow(vessel);
    if (how === outcome.arrived) {
      log.count(flow.deliveries, 1);
      log.count(flow.commodityDeliveries, flow.units);
    }
    log.ended(vessel, how);
    listener.ended(vessel, vessels.standing[vessel] as Standing, how); // the column holds standings
    decisions.forget(vessel);
    bookings.forget(vessel);
    ports.forget(vessel);
    vessels.release(vessel);
  }
}
