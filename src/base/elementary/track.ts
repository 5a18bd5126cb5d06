import { asin } from "#base/elementary/arc";
import { EARTH_RADIUS_METRES, greatCircleMetres, RADIANS_PER_DEGREE } from "#base/elementary/great-circle";
import { cos, sin } from "#base/elementary/sine";

/** Points, `[latitude, longitude]` in degrees, joined by great circles; one point alone is a place. */
export type Track = readonly (readonly number[])[];

/** A vector from the middle of the sphere. */
type Vector = readonly [x: number, y: number, z: number];

/** A point, as it is written and as a unit vector. */
interface Spot {
  readonly latitude: number;
  readonly longitude: number;
  readonly vector: Vector;
}

type Segment = readonly [from: Spot, to: Spot];

/** The shortest way between two tracks over the mean sphere, in whole metres; 0 where they cross. */
export function trackMetres(one: Track, other: Track): number {
  const ours = segmentsOf(one);
  const theirs = segmentsOf(other);
  let least = Infinity;
  for (const segment of ours)
    for (const beside of theirs) least = Math.min(least, segmentMetres(segment, beside));
  return least;
}

function segmentsOf(track: Track): readonly Segment[] {
  const spots = track.map(spotAt);
  const [only] = spots;
  if (spots.length === 1 && only !== undefined) return [[only, only]];
  return spots.slice(1).map((to, index): Segment => [spots[index] ?? to, to]);
}

function spotAt([latitude = 0, longitude = 0]: readonly number[]): Spot {
  const [up, along] = [latitude * RADIANS_PER_DEGREE, longitude * RADIANS_PER_DEGREE];
  return { latitude, longitude, vector: [cos(up) * cos(along), cos(up) * sin(along), sin(up)] };
}

function segmentMetres(one: Segment, other: Segment): number {
  if (doCross(one, other)) return 0;
  return Math.min(
    ...other.map((spot) => spotMetres(spot, one)),
    ...one.map((spot) => spotMetres(spot, other)),
  );
}

/** From a spot to the nearest point of a segment: beside it by the plane of its great circle, else an end. */
function spotMetres(spot: Spot, [from, to]: Segment): number {
  const normal = normalOf([from, to]);
  const length = Math.sqrt(dot(normal, normal));
  if (length > 0 && isBeside(spot.vector, [from, to], normal)) {
    const sine = Math.min(1, Math.abs(dot(spot.vector, normal)) / length);
    return Math.round(EARTH_RADIUS_METRES * asin(sine));
  }
  return Math.min(metres(spot, from), metres(spot, to));
}

function metres(one: Spot, other: Spot): number {
  return greatCircleMetres(one.latitude, one.longitude, other.latitude, other.longitude);
}

/** What stands upright on the plane of its great circle. */
function normalOf([from, to]: Segment): Vector {
  return cross(from.vector, to.vector);
}

/** Whether the point of the great circle that is nearest to a vector lies between the ends of a segment. */
function isBeside(vector: Vector, [from, to]: Segment, normal: Vector): boolean {
  return dot(cross(normal, from.vector), vector) >= 0 && dot(cross(to.vector, normal), vector) >= 0;
}

/** Two great circles meet in two opposite points: whether one of them lies on both segments. */
function doCross(one: Segment, other: Segment): boolean {
  const [ours, theirs] = [normalOf(one), normalOf(other)];
  const meeting = cross(ours, theirs);
  if (dot(meeting, meeting) === 0) return false; // the same circle, or a segment without length: ends decide
  const opposite: Vector = [-meeting[0], -meeting[1], -meeting[2]];
  return [meeting, opposite].some((point) => isBeside(point, one, ours) && isBeside(point, other, theirs));
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
