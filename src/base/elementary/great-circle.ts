import { asin } from "#base/elementary/arc";
import { cos, sin } from "#base/elementary/sine";

/** Mean radius of the Earth, metres: (2a + b) / 3 of the WGS 84 ellipsoid. */
export const EARTH_RADIUS_METRES = 6371008.8;
/** π / 180. */
export const RADIANS_PER_DEGREE = 0.017453292519943295;

/**
 * The length of the shortest way over the mean sphere between two points in degrees, in whole metres, rounded
 * once. By the haversine formula, which keeps its precision for near points.
 */
export function greatCircleMetres(
  latitudeA: number,
  longitudeA: number,
  latitudeB: number,
  longitudeB: number,
): number {
  const acrossHalf = sin(0.5 * RADIANS_PER_DEGREE * (longitudeB - longitudeA));
  const upHalf = sin(0.5 * RADIANS_PER_DEGREE * (latitudeB - latitudeA));
  const cosines = cos(RADIANS_PER_DEGREE * latitudeA) * cos(RADIANS_PER_DEGREE * latitudeB);
  const haversine = Math.min(1, upHalf * upHalf + cosines * (acrossHalf * acrossHalf));
  return Math.round(2 * EARTH_RADIUS_METRES * asin(Math.sqrt(haversine)));
}
