import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestRoutes } from "#engine/network/best-routes";
import type { Route } from "#engine/network/best-routes";
import { GateGraph } from "#engine/network/gate-graph";
import { NO_ROUTE, SAIL } from "#engine/network/route-graph";
import type { RouteCosts } from "#engine/network/route-graph";
import { OFF_MESH } from "#engine/network/route-parts";
import type { LinkEnd, LinkPart, RouteParts } from "#engine/network/route-parts";
import { at, partsOf, plainCosts, randomMesh } from "./networks.ts";

/** What a route takes, as text: `g0` a gate, `l3` an arc that is a link. */
function takenBy(graph: GateGraph, { legs }: Pick<Route, "legs">): string {
  return legs
    .flatMap(({ arc }) => {
      if (arc === SAIL) return [];
      const gate = at(graph.arcs.gate, arc);
      return gate >= 0 ? [`g${gate}`] : [`l${arc}`];
    })
    .join(" ");
}

/**
 * Every loopless route by walking all of them: of those that take the same the least cost, in order. Gates,
 * junctions and ends of links are places, and each is come to at most once.
 */
function bruteForce(
  graph: GateGraph,
  costs: RouteCosts,
  { from, to, via }: { from: number; to: number; via?: number | undefined },
): [string, number][] {
  const best = new Map<string, number>();
  const walk = (node: number, way: { cost: number; taken: string[]; places: number[]; sailed: boolean }) => {
    if (node === to) {
      const key = way.taken.join(" ");
      const isVia = via === undefined || way.taken.includes(`g${via}`);
      if (isVia) best.set(key, Math.min(way.cost, best.get(key) ?? Infinity));
      return;
    }
    for (let next = 0; next < graph.nodeCount; next++) {
      const metres = graph.metres(node, next);
      const isEnd = next < graph.endCount && next !== to;
      const isJunction = graph.gateOf(next) < 0 && next !== to;
      if (way.sailed || metres === Infinity || isEnd || next === node || costs.perMetre === Infinity)
        continue;
      if (isJunction && way.places.includes(next)) continue;
      const places = isJunction ? [...way.places, next] : way.places;
      walk(next, { ...way, cost: way.cost + metres * costs.perMetre, places, sailed: true });
    }
    for (const arc of graph.leaving[node] ?? []) {
      const next = at(graph.arcs.to, arc);
      const gate = at(graph.arcs.gate, arc);
      const link = at(graph.arcs.link, arc);
      const cost =
        link >= 0
          ? at(costs.link, link)
          : at(costs.gate, gate) + at(graph.arcs.metres, arc) * at(costs.gatePerMetre, gate);
      if (cost === Infinity || (next < graph.endCount && next !== to)) continue;
      const isPlace = (graph.gateOf(next) < 0 || graph.vertexOf(next) < 0) && next !== to;
      const places = [...(gate >= 0 ? [-1 - gate] : []), ...(isPlace ? [next] : [])];
      if (places.some((place) => way.places.includes(place))) continue;
      walk(next, {
        cost: way.cost + cost,
        taken: [...way.taken, gate >= 0 ? `g${gate}` : `l${arc}`],
        places: [...way.places, ...places],
        sailed: false,
      });
    }
  };
  walk(from, { cost: 0, taken: [], places: [from], sailed: false });
  return [...best].sort(([, one], [, other]) => one - other);
}

/** Two ends, three junctions and two gates, with some of the links between them. */
const linkWorlds: fc.Arbitrary<RouteParts> = fc
  .array(
    fc.record({ a: fc.nat(6), b: fc.nat(6), metres: fc.integer({ min: 0, max: 9 }), oneWay: fc.boolean() }),
    { minLength: 4, maxLength: 9 },
  )
  .map((links) => {
    const place = (n: number): LinkEnd =>
      n < 2
        ? { at: "end", index: n }
        : n < 5
          ? { at: "junction", index: n - 2 }
          : { at: "gate", index: n - 5 };
    return {
      mesh: undefined,
      ends: [OFF_MESH, OFF_MESH],
      junctions: [OFF_MESH, OFF_MESH, OFF_MESH],
      gates: [[], []],
      links: links
        .filter(({ a, b }) => a !== b)
        .map(({ a, b, metres, oneWay }): LinkPart => ({ from: place(a), to: place(b), metres, oneWay })),
    };
  });

function compare(graph: GateGraph, via: number | undefined, count: number): void {
  const costs = plainCosts(graph);
  graph.arcs.gate.forEach((gate) => {
    if (gate >= 0) costs.gate[gate] = gate + 1;
  });
  const query = { from: 0, to: 1, ...(via === undefined ? {} : { via }) };
  const routes = bestRoutes(graph, costs, { ...query, count });
  const all = bruteForce(graph, costs, query);
  expect(routes.map(({ cost }) => cost)).toEqual(all.slice(0, count).map(([, cost]) => cost));
  const known = new Map(all);
  for (const route of routes) expect(known.get(takenBy(graph, route))).toBe(route.cost);
  const distinct = new Set(routes.map((route) => takenBy(graph, route)));
  expect(distinct.size).toBe(routes.length);
}

describe("the best routes", () => {
  it("are those that walking all routes finds, over links and junctions", () => {
    const via = fc.constantFrom(undefined, 0);
    fc.assert(
      fc.property(linkWorlds, via, (parts, through) => compare(new GateGraph(parts), through, 6)),
      { seed: 41, numRuns: 600 },
    );
  });

  it("are those that walking all routes finds, over a mesh with gates", () => {
    fc.assert(
      fc.property(randomMesh, fc.constantFrom(undefined, 0), (mesh, via) => {
        const doors = Math.max(...partsOf(mesh).gates.map(({ length }) => length));
        if (doors <= 3) compare(new GateGraph(partsOf(mesh)), via, 5);
      }),
      { seed: 42, numRuns: 150 },
    );
  });

  it("begin with the route that a table gives, and their legs add up", () => {
    fc.assert(
      fc.property(randomMesh, (mesh) => {
        const graph = new GateGraph(partsOf(mesh));
        const costs = plainCosts(graph);
        const routes = bestRoutes(graph, costs, { from: 0, to: 1, count: 4 });
        const table = graph.table(1);
        const gates: number[] = [];
        for (
          let here = 0;
          here !== 1 && table.next(here, costs) !== NO_ROUTE;
          here = table.next(here, costs)
        ) {
          const arc = table.arc(here, costs);
          if (arc !== SAIL) gates.push(at(graph.arcs.gate, arc));
        }
        // Random gates may have doors one behind the other: the cheapest route then crosses one twice.
        if (new Set(gates).size === gates.length) {
          expect(routes[0]?.cost ?? Infinity).toBe(table.cost(0, costs));
        }
        for (const { cost, metres, legs } of routes) {
          expect(metres).toBe(cost);
          expect([legs[0]?.from, legs.at(-1)?.to]).toEqual([0, 1]);
          legs.slice(1).forEach(({ from }, leg) => expect(from).toBe(legs[leg]?.to));
        }
      }),
      { seed: 43, numRuns: 200 },
    );
  });

  it("are fewer where there are no more, and none where nothing leads", () => {
    const parts: RouteParts = {
      mesh: undefined,
      ends: [OFF_MESH, OFF_MESH],
      junctions: [],
      gates: [],
      links: [{ from: { at: "end", index: 0 }, to: { at: "end", index: 1 }, metres: 7, oneWay: true }],
    };
    const graph = new GateGraph(parts);
    const costs = plainCosts(graph);
    expect(bestRoutes(graph, costs, { from: 0, to: 1, count: 3 }).map(({ metres }) => metres)).toEqual([7]);
    expect(bestRoutes(graph, costs, { from: 1, to: 0, count: 3 })).toEqual([]);
  });
});
