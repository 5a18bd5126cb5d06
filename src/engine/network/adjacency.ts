import { UndirectedGraph } from "graphology";
import { assert } from "#base/assert";

/** Edges that lead both ways, as columns. Lengths are whole metres, 0 or more. */
export interface Edges {
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly metres: Int32Array;
}

/**
 * Who is next to whom, compressed: the neighbours of vertex `v` stand in `to` from `first[v]` up to
 * `first[v + 1]`, in order of edge, with the edge's number and length beside them. The fast form of a
 * graph; graphology's is for structure and graph measures.
 */
export interface Adjacency {
  readonly vertexCount: number;
  readonly edgeCount: number;
  readonly first: Int32Array;
  readonly to: Int32Array;
  readonly edge: Int32Array;
  readonly metres: Int32Array;
}

/** The adjacency of `edges` among vertices 0 to `vertexCount` - 1. */
export function adjacencyOf(vertexCount: number, edges: Edges): Adjacency {
  const edgeCount = edges.from.length;
  const isWhole = edges.to.length === edgeCount && edges.metres.length === edgeCount;
  assert(isWhole, "columns of edges are equally long");
  const first = new Int32Array(vertexCount + 1);
  for (let e = 0; e < edgeCount; e++) {
    first[edges.from[e]! + 1]!++;
    first[edges.to[e]! + 1]!++;
  }
  for (let v = 0; v < vertexCount; v++) first[v + 1]! += first[v]!;
  const fill = first.slice(0, vertexCount);
  const to = new Int32Array(2 * edgeCount);
  const edge = new Int32Array(2 * edgeCount);
  const metres = new Int32Array(2 * edgeCount);
  const place = (at: number, end: number, e: number): void => {
    const k = fill[at]!++;
    to[k] = end;
    edge[k] = e;
    metres[k] = edges.metres[e]!;
  };
  for (let e = 0; e < edgeCount; e++) {
    place(edges.from[e]!, edges.to[e]!, e);
    place(edges.to[e]!, edges.from[e]!, e);
  }
  return { vertexCount, edgeCount, first, to, edge, metres };
}

/** What a graphology graph of the sea or of links holds on each edge. */
export interface LengthAttributes {
  metres: number;
}

/**
 * The same graph for graphology; vertices are the keys `"0"`, `"1"`, ...; of parallel edges the shortest
 * stays.
 */
export function graphOf(vertexCount: number, edges: Edges): UndirectedGraph<object, LengthAttributes> {
  const graph = new UndirectedGraph<object, LengthAttributes>();
  for (let v = 0; v < vertexCount; v++) graph.addNode(v);
  for (let e = 0; e < edges.from.length; e++) {
    const [from, to, metres] = [edges.from[e]!, edges.to[e]!, edges.metres[e]!];
    const known = graph.edge(from, to);
    if (known === undefined) graph.addEdge(from, to, { metres });
    else graph.updateEdgeAttribute(known, "metres", (shortest) => Math.min(shortest ?? metres, metres));
  }
  return graph;
}

/** The edges of a graphology graph whose vertices are the keys `"0"` to `"n - 1"`, in its order of edges. */
export function edgesOf(graph: UndirectedGraph<object, LengthAttributes>): Edges {
  const edges: Edges = {
    from: new Int32Array(graph.size),
    to: new Int32Array(graph.size),
    metres: new Int32Array(graph.size),
  };
  let e = 0;
  graph.forEachEdge((_key, { metres }, from, to) => {
    edges.from[e] = Number(from);
    edges.to[e] = Number(to);
    edges.metres[e] = metres;
    e++;
  });
  return edges;
}
