import { measures } from "#domain/measure/measure-kinds";

const directions: ReadonlyMap<string, -1 | 0 | 1> = new Map(
  measures.kinds.map(({ kind, better }) => [kind, better === "less" ? -1 : better === "more" ? 1 : 0]),
);

/**
 * What a change of a measure means, as its kind says: 1 when more is better, -1 when less is, 0 when neither
 * is, or no measure has that name.
 */
export function directionOf(measure: string): -1 | 0 | 1 {
  return directions.get(measure) ?? 0;
}
