import type { Family } from "#base/family";
import type { AdmissionKind } from "#domain/passage/admission-kind";
import { headway } from "#domain/passage/admissions/headway";
import { slots } from "#domain/passage/admissions/slots";

/** The admission rules that a passage may have. */
export const admissions: Family<AdmissionKind> = {
  name: "admission",
  shared: {},
  kinds: [slots, headway],
};
