import { assert } from "#base/assert";
import type { Call } from "#domain/traffic/flow-plan";
import { ForbiddenRoutes } from "#domain/traffic/forbidden-routes";
import type { TrafficRooms } from "#domain/traffic/traffic-rooms";
import { standing } from "#domain/traffic/voyage-listener";
import type { StageCause } from "#domain/traffic/voyage-log";
import type { Simulation } from "#engine/kernel/simulation";
import type { Stage } from "#engine/record/journeys";
import { stage } from "#engine/record/journeys";

/** Where vessels are, and what the log is told of it: each stage with its place and whose fault it is. */
export class Whereabouts {
  readonly #simulation: Simulation;
  readonly #rooms: TrafficRooms;
  readonly #forbidden: ForbiddenRoutes;

  constructor(simulation: Simulation, rooms: TrafficRooms) {
    this.#simulation = simulation;
    this.#rooms = rooms;
    this.#forbidden = new ForbiddenRoutes(rooms.routes);
  }

  /** A sail of so many metres is over: it counts as its part of the leg, wherever on it that began. */
  tellSail(vessel: number, metres: number): void {
    const { vessels, places, log } = this.#rooms;
    const leg = places.leg(vessels.node[vessel] as number, vessels.next[vessel] as number); // under way
    log.sailed(vessel, leg.number, leg.metres > 0 ? metres / leg.metres : 1);
  }

  /** The next call of a vessel at its destination, or a later one by so many; undefined when all are done. */
  nextCall(vessel: number, later: number = 0): Call | undefined {
    const { vessels, outlook } = this.#rooms;
    const calls = outlook.flow(vessel).calls[vessels.destination[vessel] as number]; // a vessel under way
    return calls?.[(vessels.calls[vessel] as number) + later]; // a vessel under way
  }

  /** A wait for an element is over; one of no time has no cause. */
  waited(vessel: number, { element, place }: { readonly element: number; readonly place: number }): void {
    const { vessels, log } = this.#rooms;
    const isWait = vessels.since[vessel] !== this.#simulation.now;
    log.stage(vessel, stage.wait, { place, reason: isWait ? this.#blame(vessel, element) : 0 });
    vessels.bannedBy[vessel] = 0;
  }

  /** A stage is over where a vessel stands. */
  tellAt(vessel: number, kind: Stage): void {
    this.#rooms.log.stage(vessel, kind, this.#cause(vessel, kind));
    this.#rooms.vessels.bannedBy[vessel] = 0;
  }

  /** A vessel has no legal route from where it stands: its voyage ends, and what forbids it is the reason. */
  tellForbidden(vessel: number): void {
    const { vessels, outlook, places, log } = this.#rooms;
    const { vesselClass, via } = outlook.flow(vessel);
    const from = vessels.node[vessel] as number; // a vessel under way
    const to = vessels.destination[vessel] as number; // the same
    const rules = this.#forbidden.rules({
      vesselClass,
      from,
      to,
      via: vessels.viaAhead[vessel] === 1 ? via : -1,
    });
    log.stage(vessel, stage.lost, { place: places.site(from), reason: log.reason(rules.join(", ")) });
  }

  /** The run is over before the stage in which a vessel stands. */
  tellUnfinished(vessel: number, kind: Stage): void {
    this.#rooms.log.unfinished(vessel, kind, this.#cause(vessel, kind));
  }

  /** Where a vessel stands, and whose fault its stage is: a service is nobody's. */
  #cause(vessel: number, kind: Stage): StageCause {
    if (kind === stage.inland) return this.#overland(vessel);
    const { place, element } = kind === stage.transfer ? this.#hub(vessel) : this.#spot(vessel);
    if (kind === stage.blocked) return { place, reason: this.#blameOfNext(vessel) };
    const isBlamed = element >= 0 && kind !== stage.service && kind !== stage.transit;
    return { place, reason: isBlamed ? this.#blame(vessel, element) : 0 };
  }

  #hub(vessel: number): { readonly place: number; readonly element: number } {
    return { place: this.#rooms.places.site(this.#rooms.ports.own(vessel)), element: -1 };
  }

  #overland(vessel: number): StageCause {
    const inland = this.#rooms.ports.inland(vessel);
    assert(inland !== undefined, "what goes overland comes from another port than its own");
    return { place: this.#rooms.places.inland(inland.from, inland.to), reason: inland.reason };
  }

  /** Whose fault a wait for an element is; the lines of a passage know which of them was ever disturbed. */
  #blame(vessel: number, element: number): number {
    const { vessels, passages, elements } = this.#rooms;
    const bannedBy = vessels.bannedBy[vessel] as number; // a vessel under way
    if (bannedBy !== 0) return bannedBy;
    const passage = vessels.passage[vessel] as number; // a vessel under way
    return passage >= 0 ? passages.blame(passage, vessel) : elements.blame(element);
  }

  /** Whose fault it is that the station after the one that is done with a vessel has no room for it. */
  #blameOfNext(vessel: number): number {
    const call = this.nextCall(vessel, 1);
    assert(call !== undefined, "what is blocked has a next station");
    return this.#rooms.elements.blame(this.#rooms.facilities.element(call.facility));
  }

  /** Where a vessel stands: in or before a passage, a link or a station; between two things, at a site. */
  #spot(vessel: number): { readonly place: number; readonly element: number } {
    const { vessels, passages, facilities, links, places } = this.#rooms;
    const passage = vessels.passage[vessel] as number; // a vessel under way
    const link = vessels.link[vessel] as number; // the same
    if (passage >= 0) return { place: places.passage(passage).place, element: passages.element(passage) };
    if (link >= 0) return { place: places.link(link), element: links.element(link) };
    const facility = vessels.standing[vessel] === standing.idle ? undefined : this.nextCall(vessel)?.facility;
    const node = vessels.node[vessel] as number; // a vessel under way
    if (facility === undefined) return { place: places.site(node), element: -1 };
    return { place: places.facility(facility).place, element: facilities.element(facility) };
  }
}
