import { distribution, fallback, kindOf, word } from "#base/field";
import type { DistributionValue, FieldsOf, KindValue } from "#base/field";

/** The `transit` key of a passage as the scenario gives it. Durations in milliseconds. */
export interface TransitSpec {
  readonly time: DistributionValue;
  readonly admission: KindValue;
  readonly directions: "shared";
}

/** What users write under `transit` of a passage. */
export const transitFields: FieldsOf<TransitSpec> = {
  time: distribution("duration", "How long a vessel takes from admission to leaving the passage."),
  admission: kindOf("admission", "The rule by which waiting vessels are let in."),
  directions: fallback(
    word(["shared"], "Whether all directions share one queue and one admission, or have one each."),
    "shared",
  ),
};
