import { assert } from "#base/assert";
import { adjacencyOf } from "#engine/network/adjacency";
import { ArcList, arcsBy } from "#engine/network/arc-list";
import { CheapestRoutes } from "#engine/network/cheapest-routes";
import type { Arcs, AtSea, RouteGraph, RouteTable } from "#engine/network/route-graph";
import { OFF_MESH } from "#engine/network/route-parts";
import type { LinkEnd, RouteParts } from "#engine/network/route-parts";
import { pathTo, ShortestPaths, UNREACHED } from "#engine/network/shortest-path";
import type { PathTree } from "#engine/network/shortest-path";

/**
 * A mesh collapsed to its ends, junctions and sides of gates. For each node that is ever asked for, one
 * search over the mesh gives the way to it from every vertex; it is kept, so that a vessel anywhere at sea
 * finds its metres to that node, and its way, without another search.
 */
export class GateGraph implements RouteGraph {
  readonly nodeCount: number;
  readonly endCount: number;
  readonly gateCount: number;
  readonly linkCount: number;
  readonly arcs: Arcs;
  /** By node, the arcs that begin there. */
  readonly leaving: readonly (readonly number[])[];
  /** By node, the arcs that end there. */
  readonly arriving: readonly (readonly number[])[];
  readonly #nodes: Nodes;
  readonly #search: ShortestPaths | undefined;
  readonly #trees: (PathTree | undefined)[];

  constructor(parts: RouteParts) {
    this.endCount = parts.ends.length;
    this.gateCount = parts.gates.length;
    this.linkCount = parts.links.length;
    const arcs = new ArcList();
    this.#nodes = layNodes(parts, arcs);
    this.nodeCount = this.#nodes.vertex.length;
    this.arcs = arcs.arcs();
    this.leaving = arcsBy(this.arcs.from, this.nodeCount);
    this.arriving = arcsBy(this.arcs.to, this.nodeCount);
    const { mesh } = parts;
    this.#search = mesh && new ShortestPaths(adjacencyOf(mesh.vertexCount, mesh.edges));
    this.#trees = new Array<PathTree | undefined>(this.nodeCount);
  }

  gateOf(node: number): number {
    return this.#nodes.gate[node] ?? -1;
  }

  approachOf(node: number): number {
    return this.#nodes.approach[node] ?? -1;
  }

  sidesOf(gate: number): readonly number[] {
    return this.#nodes.sides[gate] ?? [];
  }

  vertexOf(node: number): number {
    return this.#nodes.vertex[node] ?? OFF_MESH;
  }

  metres(from: number, to: number): number {
    const [start, target] = [this.vertexOf(from), this.vertexOf(to)];
    if (start === OFF_MESH || target === OFF_MESH) return Infinity;
    const known = this.#trees[from];
    return known && !this.#trees[to] ? reach(known, target) : reach(this.treeTo(to), start);
  }

  path(from: number, to: number): Int32Array {
    const start = this.vertexOf(from);
    const tree = this.treeTo(to);
    return start === OFF_MESH || !tree ? new Int32Array(0) : pathTo(tree, start);
  }

  placeOn(from: number, to: number, metresDone: number): AtSea {
    const start = this.vertexOf(from);
    const place = { behind: start, ahead: start, metresFromBehind: 0, metresToAhead: 0 };
    return this.placeFrom(place, to, metresDone);
  }

  placeFrom(place: AtSea, to: number, metresDone: number): AtSea {
    const tree = this.treeTo(to);
    assert(tree !== undefined, "a vessel is placed on a way over the mesh");
    assert(this.metresFrom(place, to) < Infinity, "a vessel is placed on a way that exists");
    const onward = viaAhead(tree, place) ? place : turned(place);
    if (metresDone < onward.metresToAhead) return moved(onward, metresDone);
    return along(tree, onward.ahead, metresDone - onward.metresToAhead);
  }

  metresFrom(place: AtSea, to: number): number {
    const tree = this.treeTo(to);
    if (!tree) return Infinity;
    return Math.min(
      place.metresToAhead + reach(tree, place.ahead),
      place.metresFromBehind + reach(tree, place.behind),
    );
  }

  pathFrom(place: AtSea, to: number): Int32Array {
    const tree = this.treeTo(to);
    if (!tree) return new Int32Array(0);
    return pathTo(tree, viaAhead(tree, place) ? place.ahead : place.behind);
  }

  table(destination: number, number: number = 0): RouteTable {
    return new CheapestRoutes(this, { number, destination });
  }

  tableVia(gate: number, destination: number, number: number = 0): RouteTable {
    return new CheapestRoutes(this, { number, destination, via: gate });
  }

  /**
   * The ways to a node from every vertex of the mesh; undefined for a node off the mesh. Searched once,
   * kept.
   */
  treeTo(node: number): PathTree | undefined {
    const vertex = this.vertexOf(node);
    if (vertex === OFF_MESH || !this.#search) return undefined;
    return (this.#trees[node] ??= this.#search.tree(vertex));
  }
}

/** By node: its vertex, its gate and its approach; by gate: its nodes. */
interface Nodes {
  readonly vertex: number[];
  readonly gate: number[];
  readonly approach: number[];
  readonly sides: number[][];
}

function layNodes(parts: RouteParts, arcs: ArcList): Nodes {
  const nodes: Nodes = { vertex: [], gate: [], approach: [], sides: parts.gates.map(() => []) };
  for (const vertex of [...parts.ends, ...parts.junctions]) addNode(nodes, vertex, -1, -1);
  parts.gates.forEach((doors, gate) => {
    for (const { near, far, metres } of doors) {
      arcs.crossing(gate, addNode(nodes, near, gate, 0), addNode(nodes, far, gate, 1), metres);
    }
  });
  parts.links.forEach((link, index) => {
    const from = nodeOfLinkEnd(parts, nodes, arcs, link.from);
    const to = nodeOfLinkEnd(parts, nodes, arcs, link.to);
    arcs.link(index, from, to, link.metres);
    if (!link.oneWay) arcs.link(index, to, from, link.metres);
  });
  return nodes;
}

function addNode(nodes: Nodes, vertex: number, gate: number, approach: number): number {
  nodes.gate.push(gate);
  nodes.approach.push(approach);
  const node = nodes.vertex.push(vertex) - 1;
  nodes.sides[gate]?.push(node);
  return node;
}

/**
 * A link that ends at a gate gets a side of its own there. It joins the sides of the other links at once,
 * and those of the first door over half that door's length: were it joined to further doors, it would be a
 * way to leap between lanes that lie far apart.
 */
function nodeOfLinkEnd(parts: RouteParts, nodes: Nodes, arcs: ArcList, { at, index }: LinkEnd): number {
  if (at === "end") return index;
  if (at === "junction") return parts.ends.length + index;
  const [doors, sides] = [parts.gates[index], nodes.sides[index]];
  assert(doors !== undefined && sides !== undefined, `a link ends at a gate that exists, not at ${index}`);
  const [door] = doors;
  const links = sides.slice(2 * doors.length);
  const others = [...sides.slice(0, door ? 2 : 0), ...links];
  const node = addNode(nodes, OFF_MESH, index, (door ? 2 : 0) + links.length);
  for (const other of others) {
    const metres = door && nodes.vertex[other] !== OFF_MESH ? Math.ceil(door.metres / 2) : 0;
    arcs.crossing(index, other, node, metres);
  }
  return node;
}

function reach(tree: PathTree | undefined, vertex: number): number {
  const metres = tree?.metres[vertex] ?? UNREACHED;
  return metres === UNREACHED ? Infinity : metres;
}

/** Whether the shorter way from a place leads over the vertex ahead of it; when both are equal it does. */
function viaAhead(tree: PathTree, place: AtSea): boolean {
  return place.metresToAhead + reach(tree, place.ahead) <= place.metresFromBehind + reach(tree, place.behind);
}

function turned(place: AtSea): AtSea {
  return {
    behind: place.ahead,
    ahead: place.behind,
    metresFromBehind: place.metresToAhead,
    metresToAhead: place.metresFromBehind,
  };
}

function moved(place: AtSea, metres: number): AtSea {
  return {
    ...place,
    metresFromBehind: place.metresFromBehind + metres,
    metresToAhead: place.metresToAhead - metres,
  };
}

function along(tree: PathTree, start: number, metresDone: number): AtSea {
  const goal = Math.max(0, reach(tree, start) - metresDone);
  let behind = start;
  let ahead = tree.towards[behind] ?? -1;
  while (ahead >= 0 && reach(tree, ahead) >= goal) {
    behind = ahead;
    ahead = tree.towards[behind] ?? -1;
  }
  const metresFromBehind = reach(tree, behind) - goal;
  if (ahead < 0 || metresFromBehind === 0) {
    return { behind, ahead: behind, metresFromBehind: 0, metresToAhead: 0 };
  }
  return { behind, ahead, metresFromBehind, metresToAhead: goal - reach(tree, ahead) };
}
