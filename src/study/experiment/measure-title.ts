import { measureKind } from "#domain/measure/measure-kinds";
import type { MeasureSummary } from "#study/experiment/summary";

const unaffected = { text: "unaffected", word: "unaffected" };

/** What a measure is called at the head of a row: `Traffic normal`, `Peak queue`; its id is for files. */
export function measureTitle(measure: string): string {
  const words = measure.replaceAll("-", " ");
  return measureKind(measure)?.naming?.title ?? `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

/** The same within a sentence: `the time until traffic is normal`, `peak queue`. */
export function measureNoun(measure: string): string {
  return measureKind(measure)?.naming?.noun ?? measureTitle(measure).toLowerCase();
}

/** What befell the replications in which a time is never counted: one wording for page and terminal. */
export function sparedText(measure: string): string {
  return (measureKind(measure)?.naming?.spared ?? unaffected).text;
}

/** The same where there is room for a word: `no backlog`. */
function sparedWord(measure: string): string {
  return (measureKind(measure)?.naming?.spared ?? unaffected).word;
}

/** `in 57 of 60 replications `; empty where it was so in all. */
export function mostlyIn({ unaffected: spared, replications }: MeasureSummary): string {
  return spared === replications ? "" : `in ${spared} of ${replications} replications `;
}

/** In how many replications a time is never counted: `no backlog in 57 of 60`, `unaffected in all 60`. */
export function sparedNote({
  measure,
  unaffected: spared,
  replications,
}: Pick<MeasureSummary, "measure" | "unaffected" | "replications">): string {
  const often = spared === replications ? `all ${replications}` : `${spared} of ${replications}`;
  return `${sparedWord(measure)} in ${often}`;
}

/** A unit with from when a time is counted: `days after the disruption`; the unit alone for the rest. */
export function unitSince(measure: string, unit: string): string {
  const since = measureKind(measure)?.since;
  if (since === undefined) return unit;
  return `${unit} ${since === "onset" ? "since the disruption began" : "after the disruption"}`;
}
