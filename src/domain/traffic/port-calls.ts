import type { Call } from "#domain/traffic/flow-plan";
import type { Inland } from "#domain/traffic/ports";
import type { TrafficRooms } from "#domain/traffic/traffic-rooms";
import { standing } from "#domain/traffic/voyage-listener";
import type { Voyages } from "#domain/traffic/voyages";
import type { Whereabouts } from "#domain/traffic/whereabouts";
import { boundedMs } from "#domain/world/horizon";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import { expense } from "#engine/record/expenses";
import { outcome, stage } from "#engine/record/journeys";

/**
 * What vessels and their cargo do in the port where they call: they pass its stations one after another, and
 * the voyage is over. Where a port has a cargo path, or where a vessel called at another port than its own,
 * the vessel is free and what it carries goes on under its number: past the stations of that path, then
 * overland; the voyage ends when it is delivered. At a hub it changes vessels, and goes on from there.
 */
export class PortCalls {
  readonly #simulation: Simulation;
  readonly #rooms: TrafficRooms;
  readonly #whereabouts: Whereabouts;
  readonly #voyages: Voyages;
  readonly #goOn: (vessel: number) => void;
  readonly #deliver: HandlerId;
  readonly #change: HandlerId;

  constructor(
    simulation: Simulation,
    rooms: TrafficRooms,
    {
      whereabouts,
      voyages,
      goOn,
    }: {
      readonly whereabouts: Whereabouts;
      readonly voyages: Voyages;
      /** A voyage goes on with another vessel, from the node where it is. */
      readonly goOn: (vessel: number) => void;
    },
  ) {
    this.#simulation = simulation;
    this.#rooms = rooms;
    this.#whereabouts = whereabouts;
    this.#voyages = voyages;
    this.#goOn = goOn;
    this.#change = simulation.register({
      name: "cargo.transfer",
      priority: priority.arrive,
      run: (vessel) => this.#changed(vessel),
      describe: (vessel) => rooms.outlook.nameOf(vessel),
    });
    this.#deliver = simulation.register({
      name: "cargo.arrive",
      priority: priority.arrive,
      run: (vessel) => this.#delivered(vessel),
      describe: (vessel) => rooms.outlook.nameOf(vessel),
    });
  }

  /** A vessel comes to the next station of its port, or has passed all of them. */
  next(vessel: number): void {
    const { facilities, places, log, bans } = this.#rooms;
    const call = this.#whereabouts.nextCall(vessel);
    if (call === undefined) return this.#called(vessel);
    if (call.isCargo) this.#free(vessel);
    this.#voyages.stand(vessel, standing.waiting);
    log.count(places.facility(call.facility).arrivals, 1);
    if (bans.admits(facilities.element(call.facility), vessel)) this.#ask(vessel, call);
  }

  /** A vessel that waited outside of its next station, banned, may ask to enter. */
  letIn(vessel: number): void {
    this.#ask(vessel, this.#whereabouts.nextCall(vessel) as Call); // it waits for one
  }

  /** A server took a vessel. */
  started(vessel: number, facility: number): void {
    const { facilities, places } = this.#rooms;
    this.#whereabouts.waited(vessel, {
      element: facilities.element(facility),
      place: places.facility(facility).place,
    });
    this.#voyages.stand(vessel, standing.served);
    facilities.started(facility, vessel);
  }

  /**
   * The station to which a vessel goes on from the one that is done with it; -1: to none, or it would have to
   * wait outside of it, banned.
   */
  stationAfter(vessel: number): number {
    const { facilities, bans } = this.#rooms;
    const call = this.#whereabouts.nextCall(vessel, 1);
    if (call === undefined || bans.bars(facilities.element(call.facility), vessel)) return -1;
    return facilities.station(call.facility);
  }

  /** A vessel is served, and keeps its server until the next facility has room for it. */
  blocked(vessel: number, facility: number, next: number): void {
    const { facilities, elements } = this.#rooms;
    this.#whereabouts.tellAt(vessel, stage.service);
    this.#voyages.stand(vessel, standing.blocked);
    facilities.blocked(facility, vessel, elements.blame(facilities.element(next)));
  }

  /** A server lets go of a vessel, with which it is done. */
  served(vessel: number, facility: number): void {
    const { vessels, log, places, facilities } = this.#rooms;
    facilities.left(facility, vessel);
    const { completions, place } = places.facility(facility);
    log.count(completions, 1);
    if (vessels.standing[vessel] === standing.blocked) this.#whereabouts.tellAt(vessel, stage.blocked);
    else log.stage(vessel, stage.service, { place, reason: 0 });
    vessels.calls[vessel] = (vessels.calls[vessel] as number) + 1; // its own
    this.next(vessel);
  }

  /** Whether a vessel waits for the first station of the port where it calls. */
  isInLine(vessel: number): boolean {
    const { standing: standings, passage, link, calls } = this.#rooms.vessels;
    const isUnderWay = (passage[vessel] as number) >= 0 || (link[vessel] as number) >= 0; // a vessel's own
    return standings[vessel] === standing.waiting && !isUnderWay && calls[vessel] === 0;
  }

  /** A vessel leaves the line of the port where it waits. */
  leaveLine(vessel: number): void {
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

  #ask(vessel: number, { facility, service, mark, visit }: Call): void {
    const { vessels, facilities, stations, outlook, places, log } = this.#rooms;
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    const flow = outlook.flow(vessel);
    const serviceMs = boundedMs(service.quantile(mark.uniform(flow, ordinal, visit)));
    const due = vessels.due[vessel] as number; // a vessel under way
    const rank = facilities.rank(facility, flow.priority, serviceMs, due);
    const answer = stations.arrive(facilities.station(facility), vessel, serviceMs, rank);
    if (answer === "queued") facilities.queueChanged(facility);
    if (answer !== "turned-away") return;
    log.count(places.facility(facility).turnedAway, 1);
    this.#voyages.lose(vessel, outcome["turned-away"]);
  }

  /** A vessel has called: the voyage is over, unless its cargo must go on overland. */
  #called(vessel: number): void {
    const inland = this.#rooms.ports.inland(vessel);
    if (inland === undefined) this.#landed(vessel);
    else this.#goOverland(vessel, inland);
  }

  #free(vessel: number): void {
    this.#rooms.log.freed(vessel);
    this.#rooms.transfers.freed(vessel);
  }

  #goOverland(vessel: number, { ms, cost }: Inland): void {
    const { vessels, log } = this.#rooms;
    this.#voyages.stand(vessel, standing.inland);
    this.#free(vessel);
    log.paid(vessel, expense.inland, { dollars: cost });
    vessels.event[vessel] = this.#simulation.after(boundedMs(ms), this.#deliver, vessel);
  }

  #delivered(vessel: number): void {
    this.#whereabouts.tellAt(vessel, stage.inland);
    this.#landed(vessel);
  }

  /** What it carries is where its vessel was bound for: there it ends, or goes on with another vessel. */
  #landed(vessel: number): void {
    const hub = this.#rooms.transfers.hub(vessel);
    if (hub === undefined) return this.#voyages.end(vessel, outcome.arrived);
    const { vessels, log, outlook } = this.#rooms;
    this.#voyages.stand(vessel, standing.changing);
    this.#free(vessel);
    log.paid(vessel, expense.transfer, { dollars: hub.cost });
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    const flow = outlook.flow(vessel);
    const ms = boundedMs(hub.time.quantile(hub.mark.uniform(flow, ordinal)));
    vessels.event[vessel] = this.#simulation.after(ms, this.#change, vessel);
  }

  #changed(vessel: number): void {
    const { transfers } = this.#rooms;
    this.#whereabouts.tellAt(vessel, stage.transfer);
    transfers.change(vessel);
    this.#voyages.stand(vessel, standing.idle);
    this.#goOn(vessel);
  }
}
