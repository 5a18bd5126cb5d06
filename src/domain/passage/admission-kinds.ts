import type { Family } from "#base/family";
import { kindsIn } from "#base/kind";
import type { AdmissionKind } from "#domain/passage/admission-kind";
import * as listed from "#domain/passage/admissions/kinds";

/** The admission rules that a passage may have. */
export const admissions: Family<AdmissionKind> = {
  name: "admission",
  shared: {},
  kinds: kindsIn(listed),
};
