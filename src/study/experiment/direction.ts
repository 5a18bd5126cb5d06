import { measureKind } from "#domain/measure/measure-kinds";

/**
 * What a change of a measure means, as its kind says: 1 when more is better, -1 when less is, 0 when neither
 * is, or no measure has that name.
 */
export function directionOf(measure: string): -1 | 0 | 1 {
  const better = measureKind(measure)?.better;
  if (better === "more") return 1;
  return better === "less" ? -1 : 0;
}
