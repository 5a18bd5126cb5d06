import { barsOn, queryOf } from "#domain/traffic/forbidden-routes";
import type { Journey } from "#domain/traffic/forbidden-routes";
import type { Routes } from "#domain/traffic/routes";
import { bestRoutes } from "#engine/network/best-routes";
import type { Route } from "#engine/network/best-routes";

/** A route that a class has now, or would have but for some rules. */
export interface RouteOption {
  readonly route: Route;
  /** The rules that bar it, in its order; none: it is legal. */
  readonly rules: readonly string[];
}

/**
 * What a class can choose between now, the shortest in time first: its `count` best legal routes, and of the
 * `count` best without any rules those that rules bar, as far as they are shorter than the last legal one.
 * The first legal one is what it takes undisturbed.
 */
export function routeOptions(routes: Routes, journey: Journey, count: number): readonly RouteOption[] {
  const { vesselClass } = journey;
  const query = queryOf(journey, count);
  const legal = bestRoutes(routes.graph, routes.costs(vesselClass, 0), query);
  const longest = legal.length < count ? Infinity : (legal.at(-1)?.cost ?? Infinity);
  const barred = bestRoutes(routes.graph, routes.unbarred(vesselClass), query)
    .map((route) => ({ route, rules: barsOn(routes, vesselClass, route) }))
    .filter(({ route, rules }) => rules.length > 0 && route.cost < longest);
  const options = [...legal.map((route) => ({ route, rules: [] })), ...barred];
  return options.sort((one, other) => one.route.cost - other.route.cost);
}
