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

/** Where a track comes nearest to something. */
export interface NearestPoint {
  /** How far away that is, whole metres. */
  readonly metres: number;
  /** How far along the track, in points: 1.25 is a quarter of the way from the second to the third. */
  readonly along: number;
}

/** The shortest way between two tracks over the mean sphere, in whole metres; 0 where they cross. */
export function trackMetres(one: Track, other: Track): number {
  return nearestOnTrack(one, other).metres;
}

/** The point of a track that is nearest to another one; of points that are as near the first. */
export function nearestOnTrack(track: Track, other: Track): NearestPoint {
  const theirs = segmentsOf(other);
  let nearest: NearestPoint = { metres: Infinity, along: 0 };
  segmentsOf(track).forEach((segment, index) => {
    for (const beside of theirs)
      for (const { metres, along } of nearPoints(segment, beside)) {
        const isSooner = metres === nearest.metres && index + along < nearest.along;
        if (metres < nearest.metres || isSooner) nearest = { metres, along: index + along };
      }
  });
  return nearest;
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

/** The points of a segment of which one is the nearest to another segment: `along` is 0 to 1. */
function nearPoints(segment: Segment, other: Segment): readonly NearestPoint[] {
  const crossing = crossingOf(segment, other);
  if (crossing !== undefined) return [{ metres: 0, along: partOf(segment, crossing) }];
  const [from, to] = segment;
  return [
    { metres: nearestTo(from, other).metres, along: 0 },
    { metres: nearestTo(to, other).metres, along: 1 },
    ...other.map((spot) => nearestTo(spot, segment)),
  ];
}

/** From a spot to the nearest point of a segment: beside it by the plane of its great circle, else an end. */
function nearestTo(spot: Spot, segment: Segment): NearestPoint {
  const [from, to] = segment;
  const normal = normalOf(segment);
  const length = Math.sqrt(dot(normal, normal));
  if (length > 0 && isBeside(spot.vector, segment, normal)) {
    const sine = dot(spot.vector, normal) / length;
    const foot = spot.vector.map((part, axis) => part - (sine / length) * (normal[axis] ?? 0));
    const metresAway = Math.round(EARTH_RADIUS_METRES * asin(Math.min(1, Math.abs(sine))));
    return { metres: metresAway, along: partOf(segment, unit(foot)) };
  }
  const [toFirst, toLast] = [metres(spot, from), metres(spot, to)];
  return toFirst <= toLast ? { metres: toFirst, along: 0 } : { metres: toLast, along: 1 };
}

/** Which part of its length lies before a point of a segment, 0 to 1; 0 on one without a length. */
function partOf([from, to]: Segment, point: Vector): number {
  const whole = halfAngle(from.vector, to.vector);
  return whole > 0 ? Math.min(1, halfAngle(from.vector, point) / whole) : 0;
}

/** Half of the angle between two unit vectors, by the chord between them. */
function halfAngle(a: Vector, b: Vector): number {
  const chord: Vector = [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
  return asin(Math.min(1, Math.sqrt(dot(chord, chord)) / 2));
}

function unit([x = 0, y = 0, z = 0]: readonly number[]): Vector {
  const length = Math.sqrt(x * x + y * y + z * z);
  return length === 0 ? [x, y, z] : [x / length, y / length, z / length];
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

/** Two great circles meet in two opposite points: the one that lies on both segments, if one does. */
function crossingOf(one: Segment, other: Segment): Vector | undefined {
  const [ours, theirs] = [normalOf(one), normalOf(other)];
  const meeting = cross(ours, theirs);
  // the same circle, or a segment without length: ends decide
  if (dot(meeting, meeting) === 0) return undefined;
  const point = unit(meeting);
  const opposite: Vector = [-point[0], -point[1], -point[2]];
  return [point, opposite].find((at) => isBeside(at, one, ours) && isBeside(at, other, theirs));
}

function cross(a: Vector, b: Vector): Vector {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function dot(a: Vector, b: Vector): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}
