import { distribution, fallback, moment, optional, word } from "#base/field";
import type { FieldsOf, Moment } from "#base/field";
import type { DisruptionKind, DisruptionValues } from "#domain/disruption/disruption-kind";
import { closure } from "#domain/disruption/disruptions/closure";
import type { ClosureValues } from "#domain/disruption/disruptions/closure";
import type { Lifetime } from "#domain/disruption/lifetimes";

/** What users write for a failure. */
export interface FailureValues extends Lifetime, ClosureValues {
  readonly start: Moment | undefined;
}

const fields: FieldsOf<FailureValues> = {
  start: optional(moment("Not of a failure, whose clock runs from the end of the warm-up on.")),
  between: distribution("duration", "How long each works from its last repair to its next failure (MTBF)."),
  repair: distribution("duration", "How long a repair takes (MTTR)."),
  clock: fallback(
    word<"busy" | "calendar">(
      ["calendar", "busy"],
      "Whether it ages by the `calendar`, or only while it is `busy`: a station with someone in service.",
    ),
    "calendar",
  ),
  ...(closure.fields as FieldsOf<ClosureValues>), // its own
};

/** Each element fails by itself, again and again, is closed while it is repaired, and lives anew. */
export const failure: DisruptionKind = {
  kind: "failure",
  summary: "Each element fails by itself, is closed while it is repaired, and lives anew.",
  example:
    "{ kind: failure, of: harbour.berth, between: { kind: exponential, mean: 40 d }, repair: 18 h, " +
    "background: true }",
  fields,
  lifetime: (values) => values as unknown as FailureValues, // normalised by these very fields
  problem(values, of) {
    const { start, occurs, after, when, end, duration } = values as unknown as DisruptionValues; // shared
    const dated = { start, occurs, after, when, end, duration };
    const undue = Object.entries(dated).find(([, value]) => value !== undefined)?.[0];
    if (undue !== undefined)
      return `a failure has no \`${undue}\`; \`between\` and \`repair\` say when, so leave it out`;
    const { clock } = values as unknown as FailureValues; // normalised by these very fields
    if (clock === "busy" && of !== "station")
      return `a ${of} has no servers to be busy; write clock: calendar`;
    return closure.problem?.(values, of);
  },
  create: (values, context) => closure.create(values, context),
};
