import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GateGraph } from "#engine/network/gate-graph";
import { NO_ROUTE, SAIL } from "#engine/network/route-graph";
import type { RouteCosts, RouteTable } from "#engine/network/route-graph";
import { OFF_MESH } from "#engine/network/route-parts";
import type { LinkPart, RouteParts } from "#engine/network/route-parts";
import { at, bruteMetres, edgesFrom, partsOf, plainCosts, randomMesh } from "./networks.ts";

const closures = fc.array(fc.boolean(), { minLength: 4, maxLength: 4 });

function closing(graph: GateGraph, closed: readonly boolean[]): RouteCosts {
  const costs = plainCosts(graph);
  closed.forEach((shut, gate) => {
    if (shut && gate < graph.gateCount) costs.gate[gate] = Infinity;
  });
  return costs;
}

/** Walks a route leg by leg; the gates that it crosses, and what its legs cost together. */
function walked(graph: GateGraph, table: RouteTable, from: number, costs: RouteCosts) {
  const gates: number[] = [];
  const links: number[] = [];
  const nodes: number[] = [from];
  let cost = 0;
  for (let here = from; here !== table.destination; ) {
    const [next, arc] = [table.next(here, costs), table.arc(here, costs)];
    if (next === NO_ROUTE) return undefined;
    const gate = arc === SAIL ? -1 : at(graph.arcs.gate, arc);
    const link = arc === SAIL ? -1 : at(graph.arcs.link, arc);
    if (gate >= 0) gates.push(gate);
    if (link >= 0) links.push(link);
    const metres = arc === SAIL ? graph.metres(here, next) : at(graph.arcs.metres, arc);
    expect(table.legMetres(here, costs)).toBe(metres);
    cost += metres + (gate >= 0 ? at(costs.gate, gate) : 0);
    nodes.push(next);
    here = next;
    expect(nodes.length).toBeLessThan(200);
  }
  expect(table.legMetres(table.destination, costs)).toBe(0);
  return { gates, links, nodes, cost };
}

/** All that a table says of a node. */
function told(table: RouteTable, node: number, costs: RouteCosts): readonly number[] {
  const [metres, cost, leg] = [
    table.metres(node, costs),
    table.cost(node, costs),
    table.legMetres(node, costs),
  ];
  return [table.next(node, costs), table.arc(node, costs), cost, leg, metres];
}

describe("a gate graph", () => {
  it("gives the cost that a search over the whole mesh gives, whatever is closed", () => {
    fc.assert(
      fc.property(randomMesh, closures, (mesh, closed) => {
        const graph = new GateGraph(partsOf(mesh));
        const costs = closing(graph, closed);
        mesh.ends.forEach((to, destination) => {
          const table = graph.table(destination);
          mesh.ends.forEach((from, origin) => {
            expect(table.cost(origin, costs)).toBe(bruteMetres(mesh, from, to, closed));
          });
        });
      }),
      { seed: 21, numRuns: 300 },
    );
  });

  it("gives routes whose legs add up to their cost and cross no closed gate", () => {
    fc.assert(
      fc.property(randomMesh, closures, (mesh, closed) => {
        const graph = new GateGraph(partsOf(mesh));
        const costs = closing(graph, closed);
        for (let to = 0; to < graph.endCount; to++) {
          const table = graph.table(to);
          for (let from = 0; from < graph.endCount; from++) {
            const route = walked(graph, table, from, costs);
            expect(route?.cost ?? Infinity).toBe(table.cost(from, costs));
            for (const gate of route?.gates ?? []) expect(closed[gate]).toBe(false);
          }
        }
      }),
      { seed: 22, numRuns: 200 },
    );
  });

  it("gives what a new table gives, whatever it was asked before and however the costs changed since", () => {
    const change = fc.record({ closed: closures, other: fc.boolean(), asked: fc.array(fc.nat()) });
    fc.assert(
      fc.property(randomMesh, fc.array(change, { minLength: 1, maxLength: 4 }), (mesh, changes) => {
        const graph = new GateGraph(partsOf(mesh));
        const old = [graph.table(0), graph.tableVia(0, 0)];
        const both = [plainCosts(graph), plainCosts(graph)] as const;
        for (const { closed, other, asked } of changes) {
          const costs = both[other ? 1 : 0];
          costs.gate.set(closing(graph, closed).gate);
          costs.version++;
          const all = Array.from({ length: graph.nodeCount }, (_, node) => node);
          const nodes = [...asked.map((node) => node % graph.nodeCount), ...all];
          const fresh = [graph.table(0), graph.tableVia(0, 0)];
          for (const node of nodes) {
            expect(old.map((table) => told(table, node, costs))).toEqual(
              fresh.map((table) => told(table, node, costs)),
            );
          }
        }
      }),
      { seed: 24, numRuns: 200 },
    );
  });

  it("gives a vessel at sea the cost of the whole mesh from where it is", () => {
    fc.assert(
      fc.property(randomMesh, closures, fc.nat(), (mesh, closed, done) => {
        const graph = new GateGraph(partsOf(mesh));
        const costs = closing(graph, closed);
        const metres = graph.metres(0, 1);
        if (metres === Infinity) return;
        const place = graph.placeOn(0, 1, done % (metres + 1));
        const there = at(mesh.ends, 1);
        expect(place.metresToAhead + bruteMetres(mesh, place.ahead, there, [true, true, true, true])).toBe(
          metres - (done % (metres + 1)),
        );
        const onward = graph.table(1).from(place, costs);
        expect(onward.cost).toBe(
          Math.min(
            place.metresToAhead + bruteMetres(mesh, place.ahead, there, closed),
            place.metresFromBehind + bruteMetres(mesh, place.behind, there, closed),
          ),
        );
        expect(onward.metres).toBe(graph.metresFrom(place, onward.next));
      }),
      { seed: 23, numRuns: 300 },
    );
  });

  it("places a vessel that turned at sea, and brings it where it goes", () => {
    const line = edgesFrom([
      [0, 1, 10],
      [1, 2, 10],
      [2, 3, 10],
    ]);
    const parts: RouteParts = {
      mesh: { vertexCount: 4, edges: line },
      ends: [0, 3],
      junctions: [],
      gates: [],
      links: [],
    };
    const graph = new GateGraph(parts);
    const place = graph.placeOn(0, 1, 14);
    expect(place).toEqual({ behind: 1, ahead: 2, metresFromBehind: 4, metresToAhead: 6 });
    expect(graph.metresFrom(place, 0)).toBe(14);
    const back = { behind: 2, ahead: 1, metresFromBehind: 9, metresToAhead: 1 };
    expect(graph.placeFrom(place, 0, 3)).toEqual(back);
    const home = { behind: 0, ahead: 0, metresFromBehind: 0, metresToAhead: 0 };
    expect(graph.placeFrom(place, 0, 14)).toEqual(home);
    expect([...graph.pathFrom(place, 0)]).toEqual([1, 0]);
    expect([...graph.path(0, 1)]).toEqual([0, 1, 2, 3]);
  });

  it("lets a class that cannot sail use links alone, also where a sail has no length", () => {
    const parts: RouteParts = {
      mesh: {
        vertexCount: 3,
        edges: edgesFrom([
          [0, 1, 0],
          [1, 2, 0],
        ]),
      },
      ends: [0, 2],
      junctions: [],
      gates: [[{ near: 1, far: 1, metres: 0 }]],
      links: [link(end(0), end(1), 9)],
    };
    const graph = new GateGraph(parts);
    const costs = { ...plainCosts(graph), perMetre: Infinity };
    expect(graph.table(1).cost(0, costs)).toBe(9);
    expect(graph.table(1).cost(0, { ...costs, link: Float64Array.of(Infinity) })).toBe(Infinity);
  });

  it("takes an infinite cost per metre for a ban, also over a crossing of no length", () => {
    const parts: RouteParts = { ...drawn, links: [link(end(0), gate(0), 1), link(gate(0), end(1), 1)] };
    const graph = new GateGraph(parts);
    const costs = { ...plainCosts(graph), gatePerMetre: Float64Array.of(Infinity) };
    const table = graph.table(1);
    expect([0, ...graph.sidesOf(0)].map((node) => table.cost(node, costs))).toEqual([Infinity, Infinity, 1]);
    expect(table.next(0, costs)).toBe(NO_ROUTE);
  });

  it("says that there is no legal route, and throws nothing", () => {
    const parts: RouteParts = {
      mesh: { vertexCount: 2, edges: edgesFrom([]) },
      ends: [0, 1],
      junctions: [],
      gates: [[{ near: 0, far: 1, metres: 7 }]],
      links: [],
    };
    const graph = new GateGraph(parts);
    const table = graph.table(1);
    expect(table.cost(0, plainCosts(graph))).toBe(7);
    const shut = closing(graph, [true]);
    expect(table.cost(0, shut)).toBe(Infinity);
    expect([table.next(0, shut), table.arc(0, shut)]).toEqual([NO_ROUTE, NO_ROUTE]);
    const place = { behind: 0, ahead: 0, metresFromBehind: 0, metresToAhead: 0 };
    expect(table.from(place, shut)).toEqual({ cost: Infinity, next: NO_ROUTE, metres: Infinity });
  });

  it("computes anew when the version of the costs has changed, and only then", () => {
    const parts: RouteParts = {
      mesh: { vertexCount: 2, edges: edgesFrom([]) },
      ends: [0, 1],
      junctions: [],
      gates: [[{ near: 0, far: 1, metres: 7 }]],
      links: [],
    };
    const graph = new GateGraph(parts);
    const table = graph.table(1);
    const costs = plainCosts(graph);
    expect(table.cost(0, costs)).toBe(7);
    costs.gate[0] = 5;
    expect(table.cost(0, costs)).toBe(7);
    costs.version++;
    expect(table.cost(0, costs)).toBe(12);
  });
});

const link = (from: LinkPart["from"], to: LinkPart["to"], metres: number, oneWay = false): LinkPart => ({
  from,
  to,
  metres,
  oneWay,
});
const end = (index: number): LinkPart["from"] => ({ at: "end", index });
const junction = (index: number): LinkPart["from"] => ({ at: "junction", index });
const gate = (index: number): LinkPart["from"] => ({ at: "gate", index });

/**
 * Ends 0, 1, 2; canal gate 0 between 0 and 1, a long way by junction 0, and end 2 in the middle of a
 * shortcut.
 */
const drawn: RouteParts = {
  mesh: undefined,
  ends: [OFF_MESH, OFF_MESH, OFF_MESH],
  junctions: [OFF_MESH],
  gates: [[]],
  links: [
    link(end(0), gate(0), 10),
    link(gate(0), end(1), 10),
    link(end(0), junction(0), 30),
    link(junction(0), end(1), 30),
    link(end(0), end(2), 1),
    link(end(2), end(1), 1),
  ],
};

describe("a network of explicit links", () => {
  it("names the links of a route and goes through gates and junctions, never through an end", () => {
    const graph = new GateGraph(drawn);
    const table = graph.table(1);
    expect(walked(graph, table, 0, plainCosts(graph))).toMatchObject({ gates: [0], links: [0, 1], cost: 20 });
    const shut = closing(graph, [true]);
    expect(walked(graph, table, 0, shut)).toMatchObject({ gates: [], links: [2, 3], cost: 60 });
  });

  it("gives a gate one side per link, any side to any other, each its own approach", () => {
    const star: RouteParts = { ...drawn, links: [0, 1, 2].map((i) => link(end(i), gate(0), i + 1)) };
    const graph = new GateGraph(star);
    expect(graph.sidesOf(0).map((side) => graph.approachOf(side))).toEqual([0, 1, 2]);
    expect(graph.sidesOf(0).map((side) => graph.gateOf(side))).toEqual([0, 0, 0]);
    const costs = plainCosts(graph);
    for (const [from, to] of [
      [0, 1],
      [1, 2],
      [2, 0],
    ] as const) {
      expect(graph.table(to).cost(from, costs)).toBe(from + to + 2);
    }
  });

  it("respects one-way links and links that a class may not use", () => {
    const graph = new GateGraph({ ...drawn, links: drawn.links.map((l) => ({ ...l, oneWay: true })) });
    const costs = plainCosts(graph);
    expect(graph.table(1).cost(0, costs)).toBe(20);
    expect(graph.table(0).cost(1, costs)).toBe(Infinity);
    costs.link[0] = Infinity;
    costs.version++;
    expect(walked(graph, graph.table(1), 0, costs)).toMatchObject({ links: [2, 3] });
  });

  it("joins the links of a gate to its doors in the mesh", () => {
    const parts: RouteParts = {
      mesh: {
        vertexCount: 4,
        edges: edgesFrom([
          [0, 1, 5],
          [2, 3, 5],
        ]),
      },
      ends: [0, 3, OFF_MESH],
      junctions: [],
      gates: [[{ near: 1, far: 2, metres: 3 }]],
      links: [link(end(2), gate(0), 100)],
    };
    const graph = new GateGraph(parts);
    const costs = plainCosts(graph);
    expect(graph.sidesOf(0).map((side) => graph.approachOf(side))).toEqual([0, 1, 2]);
    expect(graph.table(1).cost(0, costs)).toBe(13);
    expect(graph.table(2).cost(0, costs)).toBe(107);
    expect(graph.table(2).cost(1, costs)).toBe(107);
  });

  it("sends a route by way of a gate even when another way is shorter", () => {
    const links = drawn.links.map((l, i) => (i === 2 || i === 3 ? { ...l, metres: 1 } : l));
    const graph = new GateGraph({ ...drawn, links });
    const costs = plainCosts(graph);
    expect(graph.table(1).cost(0, costs)).toBe(2);
    const via = graph.tableVia(0, 1);
    expect(via.cost(0, costs)).toBe(20);
    const side = via.next(0, costs);
    expect(graph.gateOf(side)).toBe(0);
    expect(at(graph.arcs.gate, via.arc(side, costs))).toBe(0);
    expect(via.cost(0, closing(graph, [true]))).toBe(Infinity);
  });
});
