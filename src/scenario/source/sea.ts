import { cos, greatCircleMetres, RADIANS_PER_DEGREE } from "#base/elementary";
import { adjacencyOf } from "#engine/network/adjacency";
import type { Door } from "#engine/network/route-parts";
import { csvRows } from "#scenario/source/csv-table";
import { cutPassage } from "#scenario/source/cut-passage";
import { passageRows, pointsOf } from "#scenario/source/passage-row";
import type { PassageRow } from "#scenario/source/passage-row";
import { SeaMesh, turn } from "#scenario/source/sea-mesh";
import type { Point, SeaEdge } from "#scenario/source/sea-mesh";

/** Nothing farther than this from any lane is at sea. */
const COAST_METRES = 300_000;
const METRES_PER_DEGREE = 111_195;

/** A vertex of the sea lanes that something on land reaches, and how far that is. */
export interface Mooring {
  readonly vertex: number;
  readonly metres: number;
}

/** A passage and its doors. */
export interface SeaPassage extends PassageRow {
  readonly doors: readonly Door[];
}

/** The sea lanes of the world with all passages cut out. */
export interface Sea {
  readonly points: readonly Point[];
  readonly edges: readonly SeaEdge[];
  /** In the order of `passages.csv`. */
  readonly passages: readonly SeaPassage[];
  /**
   * Both ends of the nearest lane that joins the oceans, by great circles from the point; none from 300 km
   * on.
   */
  mooringsAt(point: Point): readonly Mooring[];
}

/** The texts that a sea is made from. */
export interface SeaTexts {
  /** GeoJSON lines, longitude first. */
  readonly lanes: string;
  readonly moreLanes: string;
  readonly passages: string;
}

/** Lays the lanes, cuts the passages, and keeps of the vertices those that join the oceans. */
export function seaOf(texts: SeaTexts): Sea {
  const mesh = new SeaMesh();
  for (const line of geoJsonLines(texts.lanes)) mesh.addLane(line);
  for (const row of csvRows(texts.moreLanes)) mesh.addLane(pointsOf(row["points"] ?? ""));
  const passages = passageRows(texts.passages).map((row) => ({ ...row, doors: cutPassage(mesh, row) }));
  const joined = joinedVertices(
    mesh,
    passages.flatMap(({ doors }) => doors),
  );
  const lanes = mesh.edges.filter(({ from, to }) => joined[from] === 1 && joined[to] === 1);
  return {
    points: mesh.points,
    edges: mesh.edges,
    passages,
    mooringsAt: (point) => mooringsAt(mesh, lanes, point),
  };
}

interface LineFeatures {
  readonly features: readonly {
    readonly geometry: { readonly coordinates: readonly (readonly [longitude: number, latitude: number])[] };
  }[];
}

function geoJsonLines(text: string): readonly (readonly Point[])[] {
  const { features } = JSON.parse(text) as LineFeatures; // the form that GeoJSON has
  return features.map(({ geometry }) =>
    geometry.coordinates.map(([longitude, latitude]) => [latitude, longitude] as const),
  );
}

/** By vertex, 1 in the largest part that hangs together when all passages are open. */
function joinedVertices(mesh: SeaMesh, doors: readonly Door[]): Uint8Array {
  const edges = [...mesh.edges, ...doors.map(({ near, far, metres }) => ({ from: near, to: far, metres }))];
  const { first, to } = adjacencyOf(mesh.points.length, mesh.columns(edges));
  const seen = new Uint8Array(mesh.points.length);
  let largest: number[] = [];
  for (let root = 0; root < seen.length; root++) {
    if (seen[root] === 1) continue;
    seen[root] = 1;
    const part = [root];
    for (const vertex of part) {
      for (const neighbour of to.subarray(first[vertex], first[vertex + 1])) {
        if (seen[neighbour] === 1) continue;
        seen[neighbour] = 1;
        part.push(neighbour);
      }
    }
    if (part.length > largest.length) largest = part;
  }
  const joined = new Uint8Array(mesh.points.length);
  for (const vertex of largest) joined[vertex] = 1;
  return joined;
}

/**
 * The nearest lane's two ends, by the distance to it on a map that is true to scale at the point. A port
 * that lay in at the nearest vertex would make way first to that one: the lanes' vertices lie up to
 * thousands of kilometres apart.
 */
function mooringsAt(mesh: SeaMesh, edges: readonly SeaEdge[], point: Point): readonly Mooring[] {
  const east = cos(RADIANS_PER_DEGREE * point[0]);
  let lane: SeaEdge | undefined;
  let least = (COAST_METRES / METRES_PER_DEGREE) * (COAST_METRES / METRES_PER_DEGREE);
  for (const edge of edges) {
    const [a, b] = [mesh.point(edge.from), mesh.point(edge.to)];
    const [low, high] = a[0] < b[0] ? [a[0], b[0]] : [b[0], a[0]];
    const beyond = Math.max(low - point[0], point[0] - high, 0);
    if (beyond * beyond >= least) continue;
    const square = squareTo(point, a, b, east);
    if (square >= least) continue;
    least = square;
    lane = edge;
  }
  if (!lane) return [];
  const { from, to } = lane;
  const there = greatCircleMetres(...point, ...mesh.point(from));
  const back = greatCircleMetres(...point, ...mesh.point(to));
  // By way of the port the lane must be longer than without, or another port would change the routes of all.
  const lacks = Math.max(0, Math.ceil((lane.metres + 1 - there - back) / 2));
  return [
    { vertex: from, metres: there + lacks },
    { vertex: to, metres: back + lacks },
  ];
}

/** The square of the distance in degrees of latitude from a point to a stretch. */
function squareTo(point: Point, a: Point, b: Point, east: number): number {
  const [upA, rightA] = [a[0] - point[0], turn(a[1] - point[1]) * east];
  const [up, right] = [b[0] - a[0], turn(b[1] - a[1]) * east];
  const length = up * up + right * right;
  const along = length === 0 ? 0 : Math.min(1, Math.max(0, -(upA * up + rightA * right) / length));
  const [awayUp, awayRight] = [upA + along * up, rightA + along * right];
  return awayUp * awayUp + awayRight * awayRight;
}
