import { greatCircleMetres } from "#base/elementary";

/**
 * Metres on the great circle between two sites by their `at`: latitude and longitude, in degrees. A pair that
 * is none is reported where it is written, and has 0 for what it lacks.
 */
export function metresApart(a: readonly number[], b: readonly number[]): number {
  return greatCircleMetres(a[0] ?? 0, a[1] ?? 0, b[0] ?? 0, b[1] ?? 0);
}
