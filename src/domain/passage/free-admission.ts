import type { AdmissionPlan } from "#domain/passage/admission-kind";

/** The rule of a passage of which nothing is written: whoever comes while it is open enters. */
export const freeAdmission: AdmissionPlan = {
  ratePerDay: () => Infinity,
  changes: [],
  admission: () => ({
    admitsAtOnce: () => true,
    next: (time) => time,
    admit() {},
    scale() {},
  }),
};
