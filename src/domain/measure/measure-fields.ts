import { fallback, instant, optional, reference, word } from "#base/field";
import type { Field, Fields, Instant } from "#base/field";

/** What a measure of a curve is about. */
export const curveFields: Fields = {
  of: reference("measured", "`performance`; a flow, station, passage or commodity; `all`: all flows."),
};

/** What a measure of one or several stations is about. */
export const stationFields: Fields = {
  of: reference("station", "A station or passage; `performance`: those that it names; `all`: all stations."),
};

/** What a measure of voyages is about. */
export const flowFields: Fields = {
  of: reference("flow", "A flow; `all`: the voyages of all flows."),
};

/** The window that a row is read in. */
export const windowFields: Fields = {
  from: optional(instant("Start of the window; the end of the warm-up when left out.")),
  until: optional(instant("End of the window, which is outside it; the end of the run when left out.")),
};

/** The window, and what falls into it. */
export const visitFields: Fields = { ...windowFields, by: byField() };

/** The instant that a row is read at. */
export const atField: Field<Instant> = instant("When it is read, after all that happens in that instant.");

function byField(): Field<"arrival" | "completion"> {
  const words = ["arrival", "completion"] as const;
  const doc = "Whether those who came in the window count, or those who left in it; `arrival` when left out.";
  return fallback(word<"arrival" | "completion">(words, doc), "arrival");
}
