import fc from "fast-check";
import { assert } from "#base/assert";
import type { Edges } from "#engine/network/adjacency";
import { adjacencyOf } from "#engine/network/adjacency";
import type { RouteParts } from "#engine/network/route-parts";
import type { RouteCosts, RouteGraph } from "#engine/network/route-graph";
import { ShortestPaths, UNREACHED } from "#engine/network/shortest-path";

/** The number at an index that must exist. */
export function at(numbers: ArrayLike<number>, index: number): number {
  const number = numbers[index];
  assert(number !== undefined, `index ${index} lies within ${numbers.length}`);
  return number;
}

/** Columns from a list of `[from, to, metres]`. */
export function edgesFrom(list: readonly (readonly [number, number, number])[]): Edges {
  return {
    from: Int32Array.from(list, ([from]) => from),
    to: Int32Array.from(list, ([, to]) => to),
    metres: Int32Array.from(list, ([, , metres]) => metres),
  };
}

/** Costs of a metre each, with nothing closed. */
export function plainCosts(graph: RouteGraph): RouteCosts {
  const link = new Float64Array(graph.linkCount).fill(Infinity);
  graph.arcs.link.forEach((number, arc) => {
    if (number >= 0) link[number] = at(graph.arcs.metres, arc);
  });
  return {
    version: 1,
    perMetre: 1,
    gate: new Float64Array(graph.gateCount),
    gatePerMetre: new Float64Array(graph.gateCount).fill(1),
    link,
  };
}

/** A random mesh with ends as dead ends, and gates that cut some of its edges. */
export interface RandomMesh {
  readonly vertexCount: number;
  readonly edges: readonly (readonly [number, number, number])[];
  /** By edge, the gate that cuts it, or -1. */
  readonly gateOfEdge: readonly number[];
  readonly gateCount: number;
  readonly ends: readonly number[];
}

/** Meshes of 4 to 24 vertices, 2 to 5 ends, up to 4 gates; short lengths, so that ties are common. */
export const randomMesh: fc.Arbitrary<RandomMesh> = fc
  .tuple(fc.integer({ min: 2, max: 19 }), fc.integer({ min: 2, max: 5 }), fc.integer({ min: 1, max: 4 }))
  .chain(([inner, ends, gateCount]) => {
    const vertex = fc.integer({ min: 0, max: inner - 1 });
    const gate = fc.integer({ min: -4, max: gateCount - 1 });
    const open = fc.tuple(vertex, vertex, fc.integer({ min: 1, max: 9 }), gate);
    const mooring = fc.tuple(vertex, fc.integer({ min: 0, max: 9 }));
    return fc
      .record({
        edges: fc.array(open, { minLength: inner, maxLength: 3 * inner }),
        moorings: fc.array(mooring, { minLength: ends, maxLength: ends }),
      })
      .map(
        ({ edges, moorings }): RandomMesh => ({
          vertexCount: inner + ends,
          edges: [
            ...edges.filter(([a, b]) => a !== b).map(([a, b, m]) => [a, b, m] as const),
            ...moorings.map(([v, m], i) => [v, inner + i, m] as const),
          ],
          gateOfEdge: [
            ...edges.filter(([a, b]) => a !== b).map(([, , , gate]) => Math.max(-1, gate)),
            ...moorings.map(() => -1),
          ],
          gateCount,
          ends: moorings.map((_, i) => inner + i),
        }),
      );
  });

/** The parts of a random mesh: its gated edges taken out and made doors. */
export function partsOf(mesh: RandomMesh): RouteParts {
  const gates = Array.from({ length: mesh.gateCount }, (_, gate) =>
    mesh.edges
      .filter((_edge, e) => mesh.gateOfEdge[e] === gate)
      .map(([near, far, metres]) => ({ near, far, metres })),
  );
  const edges = edgesFrom(mesh.edges.filter((_edge, e) => mesh.gateOfEdge[e] === -1));
  return { mesh: { vertexCount: mesh.vertexCount, edges }, ends: mesh.ends, junctions: [], gates, links: [] };
}

/** Metres from vertex to vertex on the whole mesh, gates and all, with some gates closed: the plain way. */
export function bruteMetres(mesh: RandomMesh, from: number, to: number, closed: readonly boolean[]): number {
  const cut = Uint8Array.from(mesh.gateOfEdge, (gate) => (gate >= 0 && closed[gate] ? 1 : 0));
  const search = new ShortestPaths(adjacencyOf(mesh.vertexCount, edgesFrom(mesh.edges)));
  const metres = at(search.tree(to, cut).metres, from);
  return metres === UNREACHED ? Infinity : metres;
}
