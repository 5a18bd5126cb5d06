import { dayMs } from "#base/time";
import { routeOptions } from "#domain/traffic/route-options";
import type { RouteOption } from "#domain/traffic/route-options";
import type { FlowSpec } from "#domain/traffic/flow-fields";
import { routeNetworkOf } from "#scenario/build/route-network";
import type { RouteNetwork } from "#scenario/build/route-network";
import { routesOf, vesselClasses } from "#scenario/build/route-rules";
import type { Resolved } from "#scenario/language/resolved";
import type { WorldSource } from "#scenario/source/world-source";

/** One route that voyages may take, or might but for some rules. */
export interface ToldRoute {
  /** The passages that it crosses and the links, in its order; none: over open water all the way. */
  readonly takes: readonly string[];
  readonly metres: number;
  /** Undisturbed, with the mean time of each transit. */
  readonly ms: number;
  /** US dollars that the vessel costs for so long. */
  readonly cost: number;
  /** The rules that bar it: `suez.transit.limits.draft`; none: it is legal. */
  readonly rules: readonly string[];
}

/** The routes from an instant (ms) on, the shortest in time first; the first legal one is taken. */
export interface RouteSpan {
  readonly from: number;
  readonly routes: readonly ToldRoute[];
}

/** Between an origin and a destination of a flow: one span, and one more for each change by a limit. */
export interface ToldWay {
  readonly flow: string;
  readonly vessel: string;
  readonly from: string;
  readonly to: string;
  readonly spans: readonly RouteSpan[];
}

/** The ways of a scenario, and how many of its flows' pairs are not among them. */
export interface ToldWays {
  readonly ways: readonly ToldWay[];
  readonly left: number;
}

/** Of each flow so many pairs of an origin and a destination are told, those with the most voyages. */
const PAIRS_TOLD = 12;

/** The best routes of each flow, by pair, so many of each; limits of passages as they change in the run. */
export function toldRoutes(scenario: Resolved, source: WorldSource, count: number): ToldWays {
  const network = routeNetworkOf(scenario, source);
  const classes = vesselClasses(scenario);
  const routes = routesOf(scenario, network, classes);
  const dates = routes.changes.flatMap((changes = []) => changes.map(({ from }) => from));
  const inside = [...new Set(dates)].filter((date) => date < scenario.time.end).sort((a, b) => a - b);
  const hubs = Object.keys(scenario.network.sites).filter((id) => scenario.network.sites[id]?.transfer);
  let left = 0;
  const pairs = Object.entries(scenario.flows).flatMap(([id, flow]) => {
    const all = pairsOf(flow);
    left += Math.max(0, all.length - PAIRS_TOLD);
    return partsOf(id, flow, { pairs: all.slice(0, PAIRS_TOLD), hubs });
  });
  const spans: RouteSpan[][] = pairs.map(() => []);
  for (const from of [scenario.time.start, ...inside]) {
    routes.changes.forEach((changes = [], passage) => {
      for (const change of changes) if (change.from === from) routes.setBars(passage, change.bars);
    });
    pairs.forEach(({ vessel, ends, via }, index) => {
      const vesselClass = classes.findIndex(({ id }) => id === vessel);
      const perDay = classes[vesselClass]?.costPerDay ?? 0;
      const journey = {
        vesselClass,
        from: network.nodeOf(ends.from),
        to: network.nodeOf(ends.to),
        via: via === undefined ? -1 : network.passages.indexOf(via),
      };
      const told = routeOptions(routes, journey, count).map((one) => routeOf(one, network, perDay));
      const before = spans[index]?.at(-1);
      if (before === undefined || !isSame(before.routes, told)) spans[index]?.push({ from, routes: told });
    });
  }
  const ways = pairs.map(({ id, vessel, ends }, index) => {
    return { flow: id, vessel, from: ends.from, to: ends.to, spans: spans[index] ?? [] };
  });
  return { ways, left };
}

interface Ends {
  readonly from: string;
  readonly to: string;
}

/** One vessel of a flow's voyages, between two sites. */
interface Part {
  readonly id: string;
  readonly vessel: string;
  readonly ends: Ends;
  readonly via: string | undefined;
}

/** The pairs of a flow, those with the most voyages first. */
function pairsOf(flow: FlowSpec): readonly Ends[] {
  const all = Object.entries(flow.from).flatMap(([from, weight]) =>
    Object.entries(flow.to).map(([to, share]) => ({ from, to, size: weight * share })),
  );
  return all.sort((one, other) => other.size - one.size).map(({ from, to }) => ({ from, to }));
}

/** What each vessel of a flow may have to do: to hubs, between them, and from them. */
function partsOf(
  id: string,
  { vessel, onward, via }: FlowSpec,
  { pairs, hubs }: { readonly pairs: readonly Ends[]; readonly hubs: readonly string[] },
): readonly Part[] {
  const vessels = [vessel, ...onward];
  const [origins, destinations] = [
    [...new Set(pairs.map(({ from }) => from))],
    [...new Set(pairs.map(({ to }) => to))],
  ];
  const between = (starts: readonly string[], ends: readonly string[]): readonly Ends[] =>
    starts.flatMap((from) => ends.filter((to) => to !== from).map((to) => ({ from, to })));
  return vessels.flatMap((one, index): Part[] => {
    const [isFirst, isLast] = [index === 0, index === vessels.length - 1];
    const all = isFirst && isLast ? pairs : between(isFirst ? origins : hubs, isLast ? destinations : hubs);
    return all.map((ends) => ({ id, vessel: one, ends, via: isFirst ? via : undefined }));
  });
}

function routeOf({ route, rules }: RouteOption, network: RouteNetwork, perDay: number): ToldRoute {
  const { link, gate } = network.graph.arcs;
  const takes = route.legs.flatMap(({ arc }) => {
    if (arc < 0) return [];
    const number = link[arc] as number; // an arc of the graph
    return [number < 0 ? network.passages[gate[arc] as number] : network.links[number]]; // the same
  });
  const known = takes.filter((one) => one !== undefined);
  return { takes: known, metres: route.metres, ms: route.cost, cost: (route.cost / dayMs) * perDay, rules };
}

function isSame(one: readonly ToldRoute[], other: readonly ToldRoute[]): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
