import { chosen } from "#domain/traffic/flow-plan";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Routes } from "#domain/traffic/routes";
import type { Vessels } from "#domain/traffic/vessels";
import { standing } from "#domain/traffic/voyage-listener";
import type { Simulation } from "#engine/kernel/simulation";
import type { AtSea, Onward, RouteCosts, RouteTable } from "#engine/network/route-graph";
import { NO_ROUTE } from "#engine/network/route-graph";

/** A passage of a route that is asked for. */
interface Ahead {
  readonly table: RouteTable;
  readonly passage: number;
  readonly avoidance: number;
}

/** When a vessel reaches a passage of a route, and how it comes. */
export interface Reach {
  /** After so many ms, without any wait; Infinity when the route has the passage not. */
  readonly ms: number;
  /** At which side of the passage; -1 when never. */
  readonly side: number;
}

/** The route has the passage not. */
export const never: Reach = { ms: Infinity, side: -1 };

/** How a route goes on from the place that was looked up so many-th. */
interface Placed {
  placing: number;
  onward: Onward;
}

const newPlaced = (): Placed => ({
  placing: -1,
  onward: { cost: Infinity, next: NO_ROUTE, metres: Infinity },
});
const newList = (): (Reach | undefined)[][] => [];

/** What stands at a number in a list, which is filled up to there: one with gaps is slow. */
function at<Item>(list: Item[], number: number, fresh: () => Item): Item {
  while (list.length <= number) list.push(fresh());
  return list[number] as Item; // filled above
}

/** What lies ahead of a vessel from where it is now, on the route that avoids what it is asked to avoid. */
export class Outlook {
  readonly #simulation: Simulation;
  readonly #vessels: Vessels;
  readonly #routes: Routes;
  /** By number of table, passage and node. */
  readonly #reaches: (Reach | undefined)[][][] = [];
  /** The place of the vessel that was asked for last, on which sail (its event is its own), and when. */
  #placed: number = -1;
  #placedSail: number = NaN;
  #placedAt: number = NaN;
  #place: AtSea | undefined = undefined;
  /** How routes go on from that place, by number of table: a decision asks for the same few again. */
  readonly #onwards: Placed[] = [];
  /** How often a place was looked up: those of earlier ones are void. */
  #placings: number = 0;

  constructor(simulation: Simulation, vessels: Vessels, routes: Routes) {
    this.#simulation = simulation;
    this.#vessels = vessels;
    this.#routes = routes;
  }

  /** The flow of a vessel. */
  flow(vessel: number): FlowPlan {
    return this.#vessels.flow[vessel] as FlowPlan; // a vessel under way has one
  }

  /** A vessel for people: its flow and its voyage's number there. */
  nameOf(vessel: number): string {
    return `${this.flow(vessel).id}/${this.#vessels.ordinal[vessel]}`;
  }

  /** The node where a voyage began. */
  origin(vessel: number): number {
    const flow = this.flow(vessel);
    return chosen(flow.origins, flow, this.#vessels.ordinal[vessel] as number); // under way
  }

  /** The table of a vessel's route with these avoidances, to where it calls or to another node. */
  table(
    vessel: number,
    avoidance: number,
    destination: number = this.#vessels.destination[vessel] as number, // a vessel under way
  ): RouteTable {
    const { vesselClass, via } = this.flow(vessel);
    return this.#vessels.viaAhead[vessel] === 1
      ? this.#routes.tableVia(vesselClass, avoidance, { via, destination })
      : this.#routes.table(vesselClass, avoidance, destination);
  }

  /** What legs cost a vessel with these avoidances. */
  costs(vessel: number, avoidance: number): RouteCosts {
    return this.#routes.costs(this.flow(vessel).vesselClass, avoidance);
  }

  /** Metres of the undisrupted route of a vessel at a node. */
  plannedMetres(vessel: number): number {
    const node = this.#vessels.node[vessel] as number; // a vessel under way
    return this.table(vessel, 0).metres(node, this.costs(vessel, 0));
  }

  /** Where a vessel that sails over the mesh is now. */
  place(vessel: number): AtSea {
    const now = this.#simulation.now;
    const sail = this.#vessels.event[vessel] as number; // a vessel that sails
    const isKnown = this.#placed === vessel && this.#placedSail === sail && this.#placedAt === now;
    if (this.#place === undefined || !isKnown) {
      this.#place = this.#locate(vessel);
      this.#placed = vessel;
      this.#placedSail = sail;
      this.#placedAt = now;
      this.#placings++;
    }
    return this.#place;
  }

  /** How the route with these avoidances goes on from where a vessel that sails over the mesh is now. */
  onward(vessel: number, avoidance: number, destination?: number): Onward {
    const place = this.place(vessel);
    const table = this.table(vessel, avoidance, destination);
    const known = at(this.#onwards, table.number, newPlaced);
    if (known.placing !== this.#placings) {
      known.onward = table.from(place, this.costs(vessel, avoidance));
      known.placing = this.#placings;
    }
    return known.onward;
  }

  /** Metres that it has done of its present sail. */
  metresDone(vessel: number): number {
    const { since, legMetres } = this.#vessels;
    const sailedMs = this.#simulation.now - (since[vessel] as number); // a vessel under way
    const metres = Math.floor(sailedMs / this.flow(vessel).msPerMetre);
    return Math.min(legMetres[vessel] as number, metres); // a vessel under way
  }

  /**
   * Milliseconds to where it calls, or to another node, without any wait; Infinity where no route is legal.
   */
  remainingMs(vessel: number, avoidance: number, destination?: number): number {
    if (this.#isAtSea(vessel)) return this.onward(vessel, avoidance, destination).cost;
    const node = this.#vessels.node[vessel] as number; // a vessel under way
    return this.table(vessel, avoidance, destination).cost(node, this.costs(vessel, avoidance));
  }

  /** When a vessel reaches a passage of that route, and how it comes. */
  reach(vessel: number, passage: number, avoidance: number): Reach {
    const table = this.table(vessel, avoidance);
    const node = this.#vessels.node[vessel] as number; // a vessel under way
    if (!this.#isAtSea(vessel)) return this.#reach(vessel, { table, passage, avoidance }, node);
    const onward = this.onward(vessel, avoidance);
    if (onward.next === NO_ROUTE) return never;
    const { ms, side } = this.#reach(vessel, { table, passage, avoidance }, onward.next);
    return { ms: onward.metres * this.costs(vessel, avoidance).perMetre + ms, side };
  }

  /** From which way it comes there: an approach of the gate; -1 when never. */
  direction({ side }: Reach): number {
    return side < 0 ? -1 : this.#routes.graph.approachOf(side);
  }

  /** Where its route reaches a passage from a node on; walked once for each table, passage and node. */
  #reach(vessel: number, ahead: Ahead, node: number): Reach {
    const byPassage = at(this.#reaches, ahead.table.number, newList);
    const byNode = (byPassage[ahead.passage] ??= []);
    return (byNode[node] ??= this.#walk(vessel, ahead, node));
  }

  #walk(vessel: number, { table: first, passage, avoidance }: Ahead, from: number): Reach {
    const costs = this.costs(vessel, avoidance);
    const { via, vesselClass } = this.flow(vessel);
    let table = first;
    let ms = 0;
    for (let node = from; node !== table.destination; ) {
      const next = table.next(node, costs);
      if (next === NO_ROUTE) return never;
      const arc = table.arc(node, costs);
      const gate = arc >= 0 ? (this.#routes.graph.arcs.gate[arc] as number) : -1; // a known arc
      if (gate === passage) return { ms, side: node };
      const here = table.cost(node, costs);
      if (gate === via && gate >= 0) table = this.#routes.table(vesselClass, avoidance, table.destination);
      ms += here - table.cost(next, costs);
      node = next;
    }
    return never;
  }

  /** Routes are no longer what they were: a limit has changed. */
  routesChanged(): void {
    this.#reaches.length = 0;
    this.#placings++;
  }

  /** As at the start of a run: nobody has been placed. */
  reset(): void {
    this.#placed = -1;
  }

  #isAtSea(vessel: number): boolean {
    const { standing: standings, link } = this.#vessels;
    return standings[vessel] === standing.sailing && (link[vessel] as number) < 0; // a vessel under way
  }

  #locate(vessel: number): AtSea {
    const { graph } = this.#routes;
    const { place, node, next } = this.#vessels;
    const done = this.metresDone(vessel);
    const began = place[vessel];
    const to = next[vessel] as number; // a vessel that sails
    return began === undefined
      ? graph.placeOn(node[vessel] as number, to, done) // a vessel that sails
      : graph.placeFrom(began, to, done);
  }
}
