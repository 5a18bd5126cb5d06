import { distribution, schedule } from "#base/field";
import type { DistributionValue, FieldsOf, Schedule } from "#base/field";
import type { AdmissionKind } from "#domain/passage/admission-kind";
import { SlotPace, slotPaceOf } from "#domain/passage/slot-pace";
import { scheduleProblem } from "#domain/world/steps";

/** What users write for slots. */
export interface SlotsValues {
  readonly rate: Schedule<DistributionValue>;
}

const fields: FieldsOf<SlotsValues> = {
  rate: schedule(
    distribution("rate", "Slots a day."),
    "Slots a day, evenly spaced from `time.start`; a slot that nobody takes is lost. It may be a schedule.",
  ),
};

/** One vessel per slot of an even grid: slot k stands at `time.start + k / rate`. Unused slots are lost. */
export const slots: AdmissionKind = {
  kind: "slots",
  summary: "Evenly spaced slots, each for one vessel; an unused slot is lost.",
  example: "{ kind: slots, rate: { 0 d: 36 /d, 60 d: 24 /d } }",
  fields,
  problem: (values) => scheduleProblem((values as unknown as SlotsValues).rate, "rate"), // by its fields
  create(values, context) {
    const { rate } = values as unknown as SlotsValues; // normalised by these very fields
    const rates = slotPaceOf(rate, context);
    return {
      ...rates.plan,
      admission() {
        const pace = new SlotPace(rates, context.start);
        return {
          admitsAtOnce: () => false,
          next: (time, isInclusive) => pace.grid.next(time, isInclusive),
          admit: (time) => pace.grid.take(time),
          scale: (time, factor) => pace.scale(time, factor),
          change: (time) => pace.change(time),
        };
      },
    };
  },
};
