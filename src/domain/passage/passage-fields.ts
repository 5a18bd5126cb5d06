import {
  distribution,
  fallback,
  kindOf,
  listOf,
  optional,
  quantity,
  record,
  reference,
  schedule,
  text,
  word,
} from "#base/field";
import type { DistributionValue, FieldsOf, KindValue, Schedule } from "#base/field";

/** Who may pass at all, from one date after another on; before the first date all may. Drafts in metres. */
export interface LimitsSpec {
  readonly draft: Schedule<number> | undefined;
  readonly classes: Schedule<readonly string[]> | undefined;
  readonly flags: Schedule<readonly string[]> | undefined;
}

/** Whether all who come share one queue and one admission, or each link of arrival has its own. */
export type Directions = "shared" | "separate";

/** The `transit` key of a passage as the scenario gives it. Durations in milliseconds. */
export interface TransitSpec {
  readonly time: DistributionValue | undefined;
  readonly admission: KindValue | undefined;
  readonly directions: Directions;
  readonly limits: LimitsSpec | undefined;
}

const limitFields: FieldsOf<LimitsSpec> = {
  draft: optional(
    schedule(
      quantity("length", "The deepest draft that may pass."),
      "The deepest draft that may pass; any when left out. It may be a schedule, before whose first date " +
        "any may pass.",
    ),
  ),
  classes: optional(
    schedule(
      listOf(reference("vessel", "A class."), "The classes that may pass."),
      "The classes that may pass; all when left out. It may be a schedule, before whose first date all may.",
    ),
  ),
  flags: optional(
    schedule(
      listOf(text("A flag."), "The flags that may pass."),
      "The flags that may pass, and vessels without one; all when left out. It may be a schedule, before " +
        "whose first date all may.",
    ),
  ),
};

/** What users write under `transit` of a passage. */
export const transitFields: FieldsOf<TransitSpec> = {
  time: optional(
    distribution(
      "duration",
      "How long a vessel takes from admission to leaving the passage; its way at its speed when left out.",
    ),
  ),
  admission: optional(
    kindOf("admission", "The rule by which waiting vessels are let in; all at once when left out."),
  ),
  directions: fallback(
    word<Directions>(
      ["shared", "separate"],
      "`shared`: one queue and one admission for all. `separate`: one each per link of arrival, each " +
        "at the full rate.",
    ),
    "shared",
  ),
  limits: optional(record(limitFields, "Who may pass at all; others must find another route.")),
};
