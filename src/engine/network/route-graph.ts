/**
 * The collapsed network that routes are found on. It knows nothing of ports or seas, only of these:
 *
 * - a *node* is a place where a leg may begin or end, a number from 0. The first `endCount` nodes are the
 *   ends, in the order in which the builder was given them; then come junctions, then the sides of gates;
 * - an *end* begins or ends a route and is never passed through; a *junction* also joins legs;
 * - a *gate* is something that must be asked for passage. It has sides, and *crossings* that join them. A
 *   gate of explicit links has one side per link; a gate cut out of a mesh has one side on each bank of
 *   each edge that it cuts, and each side tells its *approach*: from which way it is entered;
 * - an *arc* is a directed leg with a number: a link in one direction, or a crossing of a gate;
 * - between nodes of the mesh a leg may also *sail*: straight over the mesh with all gates cut. Such legs
 *   have no number; their length is `metres(a, b)`.
 *
 * So every route is a row of legs, each a sail, a link or a crossing, and no leg hides a link or a gate.
 */
export interface RouteGraph {
  readonly nodeCount: number;
  readonly endCount: number;
  readonly gateCount: number;
  readonly linkCount: number;
  readonly arcs: Arcs;
  /** The gate whose side this node is, or -1. */
  gateOf(node: number): number;
  /**
   * Which way a gate is entered from this side: 0 or 1 of a mesh gate, the link's rank of explicit ones; or
   * -1.
   */
  approachOf(node: number): number;
  /** The nodes that are the sides of a gate. */
  sidesOf(gate: number): readonly number[];
  /** Metres of the sail from node to node over the mesh with all gates cut; Infinity where there is none. */
  metres(from: number, to: number): number;
  /** The vertices of that sail, both ends included; empty where there is none. */
  path(from: number, to: number): Int32Array;
  /** The mesh vertex of a node: for positions. */
  vertexOf(node: number): number;
  /** Where a vessel is that has done so many metres of the sail from node to node. */
  placeOn(from: number, to: number, metresDone: number): AtSea;
  /** The same for a vessel whose sail began at sea. */
  placeFrom(from: AtSea, to: number, metresDone: number): AtSea;
  /** Metres from a place at sea to a node with all gates cut; Infinity where there is none. */
  metresFrom(place: AtSea, to: number): number;
  /**
   * The vertices of the sail from a place at sea to a node, the node's included; empty where there is none.
   */
  pathFrom(place: AtSea, to: number): Int32Array;
  /**
   * A table of the cheapest routes to a node. Nothing is computed before it is asked. `number` is the asker's
   * own, 0 unless told.
   */
  table(destination: number, number?: number): RouteTable;
  /** The same for routes that must still cross this gate; once across, `table(destination)` holds. */
  tableVia(gate: number, destination: number, number?: number): RouteTable;
}

/** The numbered legs, as columns: arc `a` leads from `from[a]` to `to[a]`. */
export interface Arcs {
  readonly count: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly metres: Float64Array;
  /** The link that the arc is, or -1. */
  readonly link: Int32Array;
  /** The gate that the arc crosses, or -1. */
  readonly gate: Int32Array;
}

/**
 * A place on an edge of the mesh, between two vertices; at a vertex both are the same and both metres are
 * 0.
 */
export interface AtSea {
  readonly behind: number;
  readonly ahead: number;
  readonly metresFromBehind: number;
  readonly metresToAhead: number;
}

/**
 * What legs cost one class of vessels, in any one unit (milliseconds or money). Infinity forbids: a closed
 * gate, a gate that its class may not use, a link of a closed or forbidden kind. Bump `version` with every
 * change of the columns: tables compute themselves anew when they see another version.
 */
export interface RouteCosts {
  version: number;
  /** Cost of a metre at sea. */
  perMetre: number;
  /** By gate: the cost of a crossing. */
  readonly gate: Float64Array;
  /** By gate: the cost of a metre of its crossing, on top; 0 where `gate` already covers the time inside. */
  readonly gatePerMetre: Float64Array;
  /** By link: the cost of its whole length. */
  readonly link: Float64Array;
}

/** `RouteTable.arc` of a leg that sails over the mesh. */
export const SAIL: number = -1;

/** `RouteTable.arc` and `RouteTable.next` where there is no legal route, and at the destination. */
export const NO_ROUTE: number = -2;

/**
 * The cheapest legal routes from everywhere to one destination. Ties go to the lower node, a sail before an
 * arc.
 */
export interface RouteTable {
  /** As whoever asked for the table numbers it: what is kept beside tables is found by it. */
  readonly number: number;
  readonly destination: number;
  /** Cost of the cheapest legal route from this node; 0 at the destination, Infinity where there is none. */
  cost(node: number, costs: RouteCosts): number;
  /** The node at the end of the first leg of that route, or `NO_ROUTE`. */
  next(node: number, costs: RouteCosts): number;
  /** Metres of that route, legs at sea, links and crossings alike; Infinity where there is none. */
  metres(node: number, costs: RouteCosts): number;
  /** Metres of the first leg: 0 at the destination, Infinity where there is no legal route. */
  legMetres(node: number, costs: RouteCosts): number;
  /** The arc of the first leg, or `SAIL`, or `NO_ROUTE`. */
  arc(node: number, costs: RouteCosts): number;
  /** The cheapest legal route from a place at sea: its first leg is a sail to `next`. */
  from(place: AtSea, costs: RouteCosts): Onward;
}

/**
 * How a route goes on from a place at sea. `next` is `NO_ROUTE`, cost and metres Infinity, where there is
 * none.
 */
export interface Onward {
  readonly cost: number;
  readonly next: number;
  /** Metres of the sail to `next`. */
  readonly metres: number;
}
