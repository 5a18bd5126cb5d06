import { distribution } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import { admissionRule } from "#domain/passage/admission-kind";
import type { AdmissionKind } from "#domain/passage/admission-kind";

/** What users write for a headway. */
export interface HeadwayValues {
  readonly every: DistributionValue;
}

const fields: FieldsOf<HeadwayValues> = {
  every: distribution("duration", "The least time from one admission to the next."),
};

/** A least time between admissions, which runs from the last one, through a closure too. */
export const headway: AdmissionKind = {
  kind: "headway",
  summary: "A least time between two vessels; whoever comes later than that enters at once.",
  fields,
  create(values, draw) {
    const { every } = values as unknown as HeadwayValues; // normalised by these very fields
    return { rule: admissionRule.headway, intervalMs: draw(every, "every") };
  },
};
