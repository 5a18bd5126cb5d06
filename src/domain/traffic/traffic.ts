import type { FlowPlan } from "#domain/traffic/flow-plan";
import { chosen } from "#domain/traffic/flow-plan";
import { PortCalls } from "#domain/traffic/port-calls";
import type { TrafficRooms } from "#domain/traffic/traffic-rooms";
import type { Standing } from "#domain/traffic/voyage-listener";
import { standing } from "#domain/traffic/voyage-listener";
import { Voyages } from "#domain/traffic/voyages";
import { Whereabouts } from "#domain/traffic/whereabouts";
import { boundedMs } from "#domain/world/horizon";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import { NO_ROUTE, SAIL } from "#engine/network/route-graph";
import { outcome, stage } from "#engine/record/journeys";

/**
 * What vessels do, one voyage each: begin, sail or take a link, ask for passage, wait, pass, and call at
 * their port (`PortCalls`). One event per leg. It is the client of stations, passages, links, decisions and
 * ports.
 */
export class Traffic {
  readonly #simulation: Simulation;
  readonly #rooms: TrafficRooms;
  readonly #whereabouts: Whereabouts;
  readonly #voyages: Voyages;
  readonly #calls: PortCalls;
  readonly #arrive: HandlerId;

  constructor(simulation: Simulation, rooms: TrafficRooms) {
    this.#simulation = simulation;
    this.#rooms = rooms;
    const whereabouts = new Whereabouts(simulation, rooms);
    const voyages = new Voyages(simulation, rooms, whereabouts);
    this.#whereabouts = whereabouts;
    this.#voyages = voyages;
    const goOn = (vessel: number): void => this.#goOn(vessel);
    this.#calls = new PortCalls(simulation, rooms, { whereabouts, voyages, goOn });
    this.#arrive = simulation.register({
      name: "vessel.arrive",
      priority: priority.arrive,
      run: (vessel) => this.#sailed(vessel),
      describe: (vessel) => rooms.outlook.nameOf(vessel),
    });
  }

  /** Voyage `ordinal` of a flow begins now, at its origin, where it passes no station. */
  begin(flow: FlowPlan, ordinal: number): void {
    const { vessels, listener, log, decisions, transfers } = this.#rooms;
    const vessel = vessels.take();
    vessels.flow[vessel] = flow;
    vessels.ordinal[vessel] = ordinal;
    vessels.since[vessel] = this.#simulation.now;
    vessels.node[vessel] = chosen(flow.origins, flow, ordinal);
    vessels.viaAhead[vessel] = flow.via < 0 ? 0 : 1;
    const metresPlanned = transfers.bind(vessel);
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
    const { passages, decisions, vessels, routes, outlook, places, crossings } = this.#rooms;
    const flow = outlook.flow(vessel);
    this.#whereabouts.waited(vessel, {
      element: passages.element(passage),
      place: places.passage(passage).place,
    });
    this.#voyages.stand(vessel, standing.passing);
    decisions.passed(vessel, passage);
    if (flow.via === passage) vessels.viaAhead[vessel] = 0;
    const crossing = crossings.passages[passage];
    const metres = routes.graph.arcs.metres[vessels.arc[vessel] as number] as number; // in range
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    const transitMs = crossing
      ? crossing.time.quantile(crossing.mark.uniform(flow, ordinal))
      : metres * flow.msPerMetre;
    passages.transit(passage, vessel, boundedMs(transitMs));
  }

  /** A server took a vessel. */
  started(vessel: number, station: number): void {
    const facility = this.#rooms.facilities.ofStation(station);
    if (facility >= 0) this.#calls.started(vessel, facility);
  }

  /** A station is done with a vessel: it leaves a passage, or goes to the next station of its destination. */
  released(vessel: number, station: number): void {
    const passage = this.#rooms.passages.ofStation(station);
    if (passage >= 0) this.#passed(vessel, passage);
    else this.#calls.served(vessel, this.#rooms.facilities.ofStation(station));
  }

  /** The station to which a vessel goes on from one that is done with it; -1: to none. */
  stationAfter(vessel: number, station: number): number {
    return this.#rooms.facilities.ofStation(station) < 0 ? -1 : this.#calls.stationAfter(vessel);
  }

  /** A station is done with a vessel, which stays there until the next one has room. */
  blocked(vessel: number, station: number, next: number): void {
    const { facilities } = this.#rooms;
    this.#calls.blocked(vessel, facilities.ofStation(station), facilities.ofStation(next));
  }

  /** A closure threw a vessel out of a station or a passage: its voyage ends there. */
  lost(vessel: number, station: number): void {
    const facility = this.#rooms.facilities.ofStation(station);
    if (facility >= 0) this.#rooms.facilities.left(facility, vessel);
    this.#voyages.lose(vessel, outcome.lost);
  }

  /** A vessel that waited for a link enters it. */
  entered(vessel: number): void {
    const { links, vessels, places } = this.#rooms;
    const link = vessels.link[vessel] as number; // it entered one
    this.#whereabouts.waited(vessel, { element: links.element(link), place: places.link(link) });
    this.#voyages.stand(vessel, standing.sailing);
  }

  /** A vessel that waited outside, banned, may ask to enter what it waits for. */
  letIn(vessel: number): void {
    const { vessels } = this.#rooms;
    const passage = vessels.passage[vessel] as number; // a vessel under way
    const link = vessels.link[vessel] as number; // the same
    if (passage >= 0) this.#rooms.passages.join(passage, vessel);
    else if (link < 0) this.#calls.letIn(vessel);
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
    if (this.#calls.isInLine(vessel)) return this.#whereabouts.nextCall(vessel)?.isCargo === false;
    return this.mayTurn(vessel);
  }

  /** A vessel that may call elsewhere goes on to where it calls now, by the route that it chooses there. */
  redirect(vessel: number): void {
    const isInPort = this.#calls.isInLine(vessel);
    this.#rooms.decisions.decide(vessel);
    if (!isInPort) return this.turn(vessel);
    this.#calls.leaveLine(vessel);
    this.#rooms.bookings.goesOn(vessel);
    this.#onward(vessel);
  }

  /**
   * The run is over: whoever still waits, is served or passes gets a row without an end, and who sails has
   * sailed a part of its leg.
   */
  finish(): void {
    const { vessels, outlook, transfers } = this.#rooms;
    for (const vessel of vessels.underWay()) {
      transfers.freed(vessel);
      const at = vessels.standing[vessel] as Standing; // the column holds standings
      if (at === standing.waiting) this.#whereabouts.tellUnfinished(vessel, stage.wait);
      else if (at === standing.served) this.#whereabouts.tellUnfinished(vessel, stage.service);
      else if (at === standing.passing) this.#whereabouts.tellUnfinished(vessel, stage.transit);
      else if (at === standing.inland) this.#whereabouts.tellUnfinished(vessel, stage.inland);
      else if (at === standing.blocked) this.#whereabouts.tellUnfinished(vessel, stage.blocked);
      else if (at === standing.changing) this.#whereabouts.tellUnfinished(vessel, stage.transfer);
      else if (at === standing.sailing && this.mayTurn(vessel)) {
        this.#whereabouts.tellSail(vessel, outlook.metresDone(vessel));
      }
    }
  }

  #due(flow: FlowPlan, ordinal: number): number {
    const { due } = flow;
    return due ? this.#simulation.now + Math.round(due.after.quantile(due.mark.uniform(flow, ordinal))) : NaN;
  }

  /** A vessel goes on from the node where it is, by what it decides there. */
  #goOn(vessel: number): void {
    const { ports, decisions, bookings } = this.#rooms;
    if (ports.hasChoices || decisions.isWatching || bookings.areTaken) this.#decide(vessel);
    this.#onward(vessel);
  }

  #decide(vessel: number): void {
    const { ports, decisions, bookings } = this.#rooms;
    ports.decide(vessel);
    decisions.decide(vessel);
    ports.expect(vessel);
    bookings.goesOn(vessel);
  }

  /** The next leg from the node where a vessel is. */
  #onward(vessel: number): void {
    const { vessels, routes, outlook } = this.#rooms;
    const node = vessels.node[vessel] as number; // a vessel under way
    if (node === vessels.destination[vessel]) return this.#calls.next(vessel);
    const avoidance = vessels.avoidance[vessel] as number; // a vessel under way
    const table = outlook.table(vessel, avoidance);
    const costs = outlook.costs(vessel, avoidance);
    const next = table.next(node, costs);
    if (next === NO_ROUTE) return this.#voyages.endForbidden(vessel);
    vessels.next[vessel] = next;
    const arc = table.arc(node, costs);
    if (arc === SAIL) return this.#sail(vessel, table.legMetres(node, costs));
    vessels.arc[vessel] = arc;
    const link = routes.graph.arcs.link[arc] as number; // a known arc
    if (link >= 0) this.#take(vessel, link);
    else this.#ask(vessel, routes.graph.arcs.gate[arc] as number); // a crossing
  }

  #sail(vessel: number, metres: number): void {
    const { vessels, outlook } = this.#rooms;
    this.#voyages.stand(vessel, standing.sailing);
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
    this.#voyages.stand(vessel, standing.idle);
    this.#goOn(vessel);
  }

  #take(vessel: number, link: number): void {
    const { links, bans, vessels } = this.#rooms;
    this.#voyages.stand(vessel, standing.waiting);
    vessels.link[vessel] = link;
    if (!bans.admits(links.element(link), vessel)) return;
    if (this.#joinLink(vessel, link)) this.#voyages.stand(vessel, standing.sailing);
  }

  #joinLink(vessel: number, link: number): boolean {
    const { outlook, vessels, links, crossings } = this.#rooms;
    const crossing = crossings.links[link];
    if (crossing !== undefined) {
      const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
      const uniform = crossing.mark.uniform(outlook.flow(vessel), ordinal);
      return links.join(link, vessel, boundedMs(crossing.time.quantile(uniform)));
    }
    return links.join(link, vessel, outlook.costs(vessel, 0).link[link] as number); // a link of the graph
  }

  #ask(vessel: number, passage: number): void {
    const { vessels, passages, decisions, bans } = this.#rooms;
    this.#voyages.stand(vessel, standing.waiting);
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
    this.#voyages.stand(vessel, standing.idle);
  }
}
