import { assert } from "#base/assert";
import { adjacencyOf } from "#engine/network/adjacency";
import type { Door } from "#engine/network/route-parts";
import { pathTo, ShortestPaths, UNREACHED } from "#engine/network/shortest-path";
import type { PassageRow } from "#scenario/source/passage-row";
import { turn } from "#scenario/source/sea-mesh";
import type { Point, SeaEdge, SeaMesh } from "#scenario/source/sea-mesh";

/**
 * Takes a passage out of the mesh: the edges that it cuts are gone, and what is left of them ends at its
 * doors. The near side of a door is left of the passage's line, or at the first end of a channel.
 */
export function cutPassage(mesh: SeaMesh, passage: PassageRow): readonly Door[] {
  return passage.form === "channel" ? cutChannel(mesh, passage) : cutLine(mesh, passage);
}

/**
 * Each edge that crosses the line is divided where it crosses, into two dead ends; the door between them
 * has no length. A line is straight in degrees, and so is an edge here: only which edges cross matters.
 */
function cutLine(mesh: SeaMesh, { points }: PassageRow): readonly Door[] {
  const doors: Door[] = [];
  const kept: SeaEdge[] = [];
  const [low, high] = [Math.min(...points.map(([lat]) => lat)), Math.max(...points.map(([lat]) => lat))];
  for (const edge of mesh.edges) {
    const [one, other] = [mesh.point(edge.from)[0], mesh.point(edge.to)[0]];
    const isBeside = (one < low && other < low) || (one > high && other > high);
    const crossing = isBeside ? undefined : crossingOf(mesh.point(edge.from), mesh.point(edge.to), points);
    if (crossing) doors.push(divide(mesh, edge, crossing, kept));
    else kept.push(edge);
  }
  mesh.edges = kept;
  return doors;
}

/**
 * Where an edge crosses a line: how far along the edge, 0 to 1, and whether the edge starts left of the
 * line.
 */
interface Crossing {
  readonly along: number;
  readonly startsLeft: boolean;
}

function crossingOf(start: Point, stop: Point, line: readonly Point[]): Crossing | undefined {
  const end: Point = [stop[0], start[1] + turn(stop[1] - start[1])];
  for (const shift of shiftsOf(start[1], end[1])) {
    let last: Point | undefined;
    for (const [latitude, longitude] of line) {
      const next: Point = [latitude, longitude + shift];
      const crossing = last && meeting(start, end, last, next);
      if (crossing) return crossing;
      last = next;
    }
  }
  return undefined;
}

/** By how many degrees a line must be moved to lie where an edge over the meridian of 180 degrees runs. */
function shiftsOf(start: number, end: number): readonly number[] {
  if (Math.max(start, end) > 180) return [0, 360];
  return Math.min(start, end) < -180 ? [0, -360] : [0];
}

function meeting(start: Point, end: Point, a: Point, b: Point): Crossing | undefined {
  const [up, right] = [end[0] - start[0], end[1] - start[1]];
  const [lineUp, lineRight] = [b[0] - a[0], b[1] - a[1]];
  const across = right * lineUp - up * lineRight;
  if (across === 0) return undefined;
  const along = ((a[1] - start[1]) * lineUp - (a[0] - start[0]) * lineRight) / across;
  const onLine = ((a[1] - start[1]) * up - (a[0] - start[0]) * right) / across;
  if (along < 0 || along > 1 || onLine < 0 || onLine > 1) return undefined;
  return { along, startsLeft: across > 0 };
}

function divide(mesh: SeaMesh, edge: SeaEdge, { along, startsLeft }: Crossing, kept: SeaEdge[]): Door {
  const [from, to] = [mesh.point(edge.from), mesh.point(edge.to)];
  const latitude = from[0] + along * (to[0] - from[0]);
  const longitude = turn(from[1] + along * turn(to[1] - from[1]));
  const first = mesh.addVertex([latitude, longitude]);
  const second = mesh.addVertex([latitude, longitude]);
  const before = Math.round(edge.metres * along);
  kept.push({ from: edge.from, to: first, metres: before });
  kept.push({ from: second, to: edge.to, metres: edge.metres - before });
  return startsLeft ? { near: first, far: second, metres: 0 } : { near: second, far: first, metres: 0 };
}

/** The lane between two vertices becomes one door as long as the lane; its inner vertices are cut off. */
function cutChannel(mesh: SeaMesh, { id, points }: PassageRow): readonly Door[] {
  const [near, far] = points.map((point) => mesh.vertexAt(point));
  const ends = `the channel ${id} begins and ends at vertices of sea lanes`;
  assert(near !== undefined && far !== undefined, ends);
  const tree = new ShortestPaths(adjacencyOf(mesh.points.length, mesh.columns())).tree(far);
  const metres = tree.metres[near] ?? UNREACHED;
  assert(metres !== UNREACHED, `a sea lane joins the two ends of the channel ${id}`);
  const rank = new Map(Array.from(pathTo(tree, near), (vertex, index) => [vertex, index]));
  mesh.edges = mesh.edges.filter(({ from, to }) => {
    const [one, other] = [rank.get(from), rank.get(to)];
    return one === undefined || other === undefined || Math.abs(one - other) !== 1;
  });
  return [{ near, far, metres }];
}
