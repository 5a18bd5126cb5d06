import { measures } from "#domain/measure/measure-kinds";
import type { MeasureKind } from "#domain/measure/measure-kind";

const kinds: ReadonlyMap<string, MeasureKind> = new Map(measures.kinds.map((kind) => [kind.kind, kind]));

const unaffected = { text: "unaffected", word: "unaffected" };

/** What a measure is called at the head of a row: `Traffic normal`, `Peak queue`; its id is for files. */
export function measureTitle(measure: string): string {
  const words = measure.replaceAll("-", " ");
  return kinds.get(measure)?.naming?.title ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The same within a sentence: `the time until traffic is normal`, `peak queue`. */
export function measureNoun(measure: string): string {
  return kinds.get(measure)?.naming?.noun ?? measureTitle(measure).toLowerCase();
}

/** What befell the replications in which a time is never counted: one wording for page and terminal. */
export function sparedText(measure: string): string {
  return (kinds.get(measure)?.naming?.spared ?? unaffected).text;
}

/** The same where there is room for a word: `no backlog`. */
export function sparedWord(measure: string): string {
  return (kinds.get(measure)?.naming?.spared ?? unaffected).word;
}

/** A unit with from when a time is counted: `days after the disruption`; the unit alone for the rest. */
export function unitSince(measure: string, unit: string): string {
  const since = kinds.get(measure)?.since;
  if (since === undefined) return unit;
  return `${unit} ${since === "onset" ? "since the disruption began" : "after the disruption"}`;
}
