import { assert } from "#base/assert";
import { dayMs } from "#base/time";
import type { Bookings } from "#domain/traffic/bookings";
import type { Decisions } from "#domain/traffic/decisions";
import { chosen } from "#domain/traffic/flow-plan";
import type { FlowPlan, Hub } from "#domain/traffic/flow-plan";
import type { Outlook } from "#domain/traffic/outlook";
import type { Ports } from "#domain/traffic/ports";
import type { Routes } from "#domain/traffic/routes";
import { transferWay } from "#domain/traffic/transfer-way";
import type { VesselClass } from "#domain/traffic/vessel-class";
import { divertedBy } from "#domain/traffic/vessels";
import type { Vessels } from "#domain/traffic/vessels";
import type { VoyageLog } from "#domain/traffic/voyage-log";
import { expense } from "#engine/record/expenses";

/** What transfers look at and change. */
export interface TransferRooms {
  readonly vessels: Vessels;
  readonly outlook: Outlook;
  readonly routes: Routes;
  readonly decisions: Decisions;
  readonly bookings: Bookings;
  readonly ports: Ports;
  readonly log: VoyageLog;
  readonly classes: readonly VesselClass[];
}

/**
 * Voyages that change vessels on their way (`onward`). A voyage is bound for the hub over which it would be
 * soonest at its destination, chosen as it begins and again at each hub. There its vessel calls and is free,
 * and what it carries goes on, under its number, with a vessel of the next class. Where no flow has `onward`
 * nothing is done.
 */
export class Transfers {
  readonly #clock: { readonly now: number };
  readonly #rooms: TransferRooms;
  /** Since when (ms), and after how many metres, a later vessel is under way, until it is free. */
  readonly #later: Map<number, { readonly since: number; readonly metres: number }> = new Map();

  constructor(clock: { readonly now: number }, rooms: TransferRooms) {
    this.#clock = clock;
    this.#rooms = rooms;
  }

  /** A vessel begins where it is: it is bound for a hub or its destination. Gives the metres planned. */
  bind(vessel: number): number {
    const { vessels, outlook, routes } = this.#rooms;
    const flow = outlook.flow(vessel);
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    const to = chosen(flow.destinations, flow, ordinal);
    vessels.destination[vessel] = to;
    if (flow.onward === undefined) return outlook.plannedMetres(vessel);
    const from = vessels.node[vessel] as number; // a vessel under way
    const viaAhead = vessels.viaAhead[vessel] === 1;
    const { hubs, metres } = transferWay(routes, flow, { from, to, viaAhead });
    if (hubs[0] !== undefined) vessels.destination[vessel] = hubs[0].node;
    return metres;
  }

  /** The hub where a vessel that has called changes; undefined where its voyage ends. */
  hub(vessel: number): Hub | undefined {
    const { onward } = this.#rooms.outlook.flow(vessel);
    return onward && this.#hubAt(onward.hubs, vessel);
  }

  /** What it carries goes on with the next vessel, from the hub where it is. */
  change(vessel: number): void {
    const { vessels, outlook, decisions, bookings, ports } = this.#rooms;
    const { onward } = outlook.flow(vessel);
    assert(onward !== undefined, "who changes vessels goes on with another one");
    const { node } = this.#hubAt(onward.hubs, vessel);
    decisions.forget(vessel);
    bookings.forget(vessel);
    ports.forget(vessel);
    vessels.flow[vessel] = onward.plan;
    vessels.node[vessel] = node;
    vessels.calls[vessel] = 0;
    vessels.avoidance[vessel] = 0;
    if (vessels.diverted[vessel] !== 0) vessels.diverted[vessel] = divertedBy.earlier;
    this.#later.set(vessel, { since: this.#clock.now, metres: vessels.metres[vessel] as number }); // its own
    this.bind(vessel);
    decisions.enlist(vessel);
  }

  /** Its vessel is free, or its voyage over: a later vessel of a voyage has cost its days. */
  freed(vessel: number): void {
    if (this.#later.size === 0) return;
    const later = this.#later.get(vessel);
    if (later === undefined) return;
    this.#later.delete(vessel);
    const { outlook, classes, log, vessels } = this.#rooms;
    const { vesselClass, msPerMetre } = outlook.flow(vessel);
    const perMs = (classes[vesselClass]?.costPerDay ?? 0) / dayMs;
    const metres = (vessels.metres[vessel] as number) - later.metres; // a vessel under way
    const dollars = (this.#clock.now - later.since) * perMs;
    log.paid(vessel, expense.vessel, { dollars, metres, sailing: metres * msPerMetre * perMs });
  }

  /** As at the start of a run. */
  reset(): void {
    this.#later.clear();
  }

  /** A vessel that called at another port than its own has its cargo brought to its own one. */
  #hubAt(hubs: readonly Hub[], vessel: number): Hub {
    const own = this.#rooms.ports.own(vessel);
    const hub = hubs.find(({ node }) => node === own);
    assert(hub !== undefined, "a voyage that goes on is bound for a hub");
    return hub;
  }
}

/** The plans of a flow, one for each vessel of its voyages, in order. */
export function plansOf(first: FlowPlan): readonly FlowPlan[] {
  return first.onward === undefined ? [first] : [first, ...plansOf(first.onward.plan)];
}
