/**
 * What a table has for each point: value, slope and curvature, slope and curvature times the width of a cell
 * and its square.
 */
export const COLUMNS = 3;

/** The quintic with the values, slopes and curvatures of both ends of a cell, at 0 <= s <= 1. */
export function quintic(table: Float64Array, at: number, s: number): number {
  const value0 = table[at] ?? 0;
  const slope0 = table[at + 1] ?? 0;
  const halfCurvature0 = 0.5 * (table[at + 2] ?? 0);
  const rise = (table[at + 3] ?? 0) - value0 - slope0 - halfCurvature0;
  const slopeRise = (table[at + 4] ?? 0) - slope0 - 2 * halfCurvature0;
  const curvatureRise = (table[at + 5] ?? 0) - 2 * halfCurvature0;
  const c3 = 10 * rise - 4 * slopeRise + 0.5 * curvatureRise;
  const c4 = -15 * rise + 7 * slopeRise - curvatureRise;
  const c5 = 6 * rise - 3 * slopeRise + 0.5 * curvatureRise;
  return value0 + s * (slope0 + s * (halfCurvature0 + s * (c3 + s * (c4 + s * c5))));
}
