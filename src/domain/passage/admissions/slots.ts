import { distribution } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import { dayMs } from "#base/time";
import { admissionRule } from "#domain/passage/admission-kind";
import type { AdmissionKind } from "#domain/passage/admission-kind";

/** What users write for slots. */
export interface SlotsValues {
  readonly rate: DistributionValue;
}

const fields: FieldsOf<SlotsValues> = {
  rate: distribution(
    "rate",
    "Slots a day, evenly spaced from `time.start`; a slot that nobody takes is lost.",
  ),
};

/** One vessel per slot of an even grid: slot k stands at `time.start + k / rate`. Unused slots are lost. */
export const slots: AdmissionKind = {
  kind: "slots",
  summary: "Evenly spaced slots, each for one vessel; an unused slot is lost.",
  fields,
  create(values, draw) {
    const { rate } = values as unknown as SlotsValues; // normalised by these very fields
    return { rule: admissionRule.slots, intervalMs: dayMs / draw(rate, "rate") };
  },
};
