import { assert } from "#base/assert";
import { greatCircleMetres } from "#base/elementary";
import type { Edges } from "#engine/network/adjacency";

/** Degrees, north and east positive. */
export type Point = readonly [latitude: number, longitude: number];

/** A stretch of a lane between two vertices; whole metres. */
export interface SeaEdge {
  readonly from: number;
  readonly to: number;
  readonly metres: number;
}

/**
 * The sea as vertices and edges, under construction: lanes are laid, then passages cut out of it. Two
 * points that agree to 4 decimals of a degree are one vertex, and the meridians of 180 and -180 degrees are
 * one, so that lanes which end there are stitched together.
 */
export class SeaMesh {
  readonly points: Point[] = [];
  edges: SeaEdge[] = [];
  readonly #vertexByKey = new Map<number, number>();
  readonly #edgeKeys = new Set<number>();

  /** The point of a vertex. */
  point(vertex: number): Point {
    const point = this.points[vertex];
    assert(point !== undefined, `a vertex of the sea is 0 to ${this.points.length - 1}, not ${vertex}`);
    return point;
  }

  /** The vertex at a point, or undefined. */
  vertexAt([latitude, longitude]: Point): number | undefined {
    return this.#vertexByKey.get(pointKey(latitude, longitude));
  }

  /** A vertex of its own, even where another stands. */
  addVertex(point: Point): number {
    return this.points.push(point) - 1;
  }

  /**
   * A lane from point to point along great circles; steps that are there already, or of no length, are left
   * out.
   */
  addLane(points: readonly Point[]): void {
    let last: number | undefined;
    for (const point of points) {
      const vertex = this.#vertexFor(point);
      if (last !== undefined && last !== vertex) this.#addStep(last, vertex);
      last = vertex;
    }
  }

  /** The edges as columns. */
  columns(edges: readonly SeaEdge[] = this.edges): Edges {
    return {
      from: Int32Array.from(edges, ({ from }) => from),
      to: Int32Array.from(edges, ({ to }) => to),
      metres: Int32Array.from(edges, ({ metres }) => metres),
    };
  }

  #vertexFor(point: Point): number {
    const key = pointKey(point[0], point[1]);
    const known = this.#vertexByKey.get(key);
    if (known !== undefined) return known;
    const vertex = this.addVertex(point);
    this.#vertexByKey.set(key, vertex);
    return vertex;
  }

  #addStep(from: number, to: number): void {
    const key = Math.min(from, to) * 0x100000 + Math.max(from, to);
    if (this.#edgeKeys.has(key)) return;
    this.#edgeKeys.add(key);
    this.edges.push({ from, to, metres: greatCircleMetres(...this.point(from), ...this.point(to)) });
  }
}

/** The same turn by at most half a circle: degrees from -180 to 180. */
export function turn(degrees: number): number {
  if (degrees > 180) return degrees - 360;
  return degrees < -180 ? degrees + 360 : degrees;
}

function pointKey(latitude: number, longitude: number): number {
  const east = Math.round(longitude * 1e4);
  return (east === 1_800_000 ? -1_800_000 : east) * 0x400000 + Math.round(latitude * 1e4);
}
