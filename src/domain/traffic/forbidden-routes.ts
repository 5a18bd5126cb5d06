import type { Routes } from "#domain/traffic/routes";
import { bestRoutes } from "#engine/network/best-routes";
import type { Route, RouteQuery } from "#engine/network/best-routes";

/** A class that would go from node to node, by way of a passage (-1: of none). */
export interface Journey {
  readonly vesselClass: number;
  readonly from: number;
  readonly to: number;
  readonly via: number;
}

/** What forbids those who have no legal route: the rules on the way that they would take without them. */
export class ForbiddenRoutes {
  readonly #routes: Routes;
  readonly #known = new Map<string, Route | undefined>();

  constructor(routes: Routes) {
    this.#routes = routes;
  }

  /** The rules that bar a class now from the cheapest route that there would be; none: there is no such. */
  rules(journey: Journey): readonly string[] {
    return barsOn(this.#routes, journey.vesselClass, this.#wished(journey));
  }

  #wished(journey: Journey): Route | undefined {
    const key = `${journey.vesselClass} ${journey.from} ${journey.to} ${journey.via}`;
    if (!this.#known.has(key)) {
      const { vesselClass } = journey;
      const [route] = bestRoutes(this.#routes.graph, this.#routes.unbarred(vesselClass), queryOf(journey, 1));
      this.#known.set(key, route);
    }
    return this.#known.get(key);
  }
}

/** A question for so many routes. */
export function queryOf({ from, to, via }: Journey, count: number): RouteQuery {
  return { from, to, via: via < 0 ? undefined : via, count };
}

/** The rules that bar a class now from a route, in its order. */
export function barsOn(routes: Routes, vesselClass: number, route: Route | undefined): readonly string[] {
  const { gate } = routes.graph.arcs;
  return (route?.legs ?? []).flatMap(({ arc }) => {
    const passage = arc < 0 ? -1 : (gate[arc] as number); // an arc of the graph
    return passage < 0 ? [] : routes.bars(vesselClass, passage);
  });
}
