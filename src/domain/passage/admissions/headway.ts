import { distribution } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import { dayMs } from "#base/time";
import type { Admission, AdmissionKind } from "#domain/passage/admission-kind";
import { HeadwayClock } from "#domain/passage/headway-clock";

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
  example: "{ kind: headway, every: 20 min }",
  fields,
  create(values, { draw }) {
    const { every } = values as unknown as HeadwayValues; // normalised by these very fields
    const intervalMs = draw(every, "every");
    return {
      ratePerDay: () => dayMs / intervalMs,
      changes: [],
      admission: () => headwayAdmission(intervalMs),
    };
  },
};

function headwayAdmission(intervalMs: number): Admission {
  const clock = new HeadwayClock();
  clock.reset(intervalMs);
  return {
    admitsAtOnce: (time) => clock.next(time) === time,
    next: (time) => clock.next(time),
    admit: (time) => clock.admit(time),
    scale: (time, factor) => clock.scale(time, factor),
  };
}
