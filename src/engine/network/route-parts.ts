import type { Edges } from "#engine/network/adjacency";

/** The mesh vertex of something that stands on no mesh. */
export const OFF_MESH: number = -1;

/**
 * What a route graph is built from. Ends, junctions, gates and links are numbered as they stand in their
 * lists.
 */
export interface RouteParts {
  /** The mesh with all gates cut: no edge of it crosses one. Undefined where there are only links. */
  readonly mesh: { readonly vertexCount: number; readonly edges: Edges } | undefined;
  /**
   * By end, its mesh vertex or `OFF_MESH`. Nobody sails through a port: it must be a dead end of the mesh, or
   * hang beside one edge of it so that the way over it is longer than the edge.
   */
  readonly ends: readonly number[];
  /** By junction, its mesh vertex, hung in like an end, or `OFF_MESH`. */
  readonly junctions: readonly number[];
  /** By gate, its doors in the mesh, the one where links join it first; empty for a gate of links alone. */
  readonly gates: readonly (readonly Door[])[];
  readonly links: readonly LinkPart[];
}

/**
 * One edge of the mesh that a gate cuts: it joins vertex `near` (approach 0) and vertex `far` (approach 1).
 */
export interface Door {
  readonly near: number;
  readonly far: number;
  readonly metres: number;
}

/** What a link joins. */
export interface LinkEnd {
  readonly at: "end" | "junction" | "gate";
  readonly index: number;
}

/** An explicit link, whole metres; both ways unless `oneWay`. */
export interface LinkPart {
  readonly from: LinkEnd;
  readonly to: LinkEnd;
  readonly metres: number;
  readonly oneWay: boolean;
}
