import type { TrafficRooms } from "#domain/traffic/traffic-rooms";
import type { Standing } from "#domain/traffic/voyage-listener";
import type { Whereabouts } from "#domain/traffic/whereabouts";
import type { Simulation } from "#engine/kernel/simulation";
import type { Outcome } from "#engine/record/journeys";
import { outcome, stage } from "#engine/record/journeys";

/** What all voyages have in common, wherever they are: each stands somewhere, and each ends once. */
export class Voyages {
  readonly #simulation: Simulation;
  readonly #rooms: TrafficRooms;
  readonly #whereabouts: Whereabouts;

  constructor(simulation: Simulation, rooms: TrafficRooms, whereabouts: Whereabouts) {
    this.#simulation = simulation;
    this.#rooms = rooms;
    this.#whereabouts = whereabouts;
  }

  /** A vessel's next stage begins. */
  stand(vessel: number, to: Standing): void {
    const { vessels, listener } = this.#rooms;
    const from = vessels.standing[vessel] as Standing; // the column holds standings
    vessels.standing[vessel] = to;
    vessels.since[vessel] = this.#simulation.now;
    listener.changed(vessel, from, to);
  }

  /** A voyage ends without having arrived: its last row says where, and whose fault it is. */
  lose(vessel: number, how: Outcome): void {
    this.#whereabouts.tellAt(vessel, stage.lost);
    this.end(vessel, how);
  }

  /** A voyage ends where no legal route leads on: its last row says what forbids it. */
  endForbidden(vessel: number): void {
    this.#whereabouts.tellForbidden(vessel);
    this.end(vessel, outcome["no-legal-route"]);
  }

  /** A voyage is over, and its number free. */
  end(vessel: number, how: Outcome): void {
    const { vessels, decisions, bookings, ports, transfers, outlook, log, listener } = this.#rooms;
    if (how === outcome.arrived) {
      const flow = outlook.flow(vessel);
      log.count(flow.deliveries, 1);
      log.count(flow.commodityDeliveries, flow.units);
    }
    transfers.freed(vessel);
    log.ended(vessel, how);
    listener.ended(vessel, vessels.standing[vessel] as Standing, how); // the column holds standings
    decisions.forget(vessel);
    bookings.forget(vessel);
    ports.forget(vessel);
    vessels.release(vessel);
  }
}
