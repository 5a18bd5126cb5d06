import { constantly, distribution, fallback, mapOf, schedule, share } from "#base/field";
import type { DistributionValue, FieldsOf, Schedule } from "#base/field";
import { dayMs } from "#base/time";
import type { AdmissionKind } from "#domain/passage/admission-kind";
import { BookedSlots } from "#domain/passage/booked-slots";
import { SlotPace, slotPaceOf } from "#domain/passage/slot-pace";
import { SlotShares } from "#domain/passage/slot-shares";
import type { ClassShare } from "#domain/passage/slot-shares";
import { scheduleProblem, stepsOf, valueAt } from "#domain/world/steps";

/** What users write for booked slots. */
export interface BookedValues {
  readonly rate: Schedule<DistributionValue>;
  /** By vessel class. */
  readonly shares: Readonly<Record<string, Schedule<number>>>;
  readonly ahead: DistributionValue;
  readonly within: DistributionValue;
}

/** Sums of shares that are 1 may miss it by this much. */
const HAIR = 1e-9;

const fields: FieldsOf<BookedValues> = {
  rate: schedule(
    distribution("rate", "Slots a day."),
    "Slots a day, booked and not, evenly spaced from `time.start`. It may be a schedule.",
  ),
  shares: {
    ...mapOf(
      schedule(share("A share of all slots."), "A share of all slots; 0 before the first date."),
      "The share of the slots that is kept for vessels of each class that book; each may be a schedule.",
      "vessel",
    ),
    example: "{}",
  },
  ahead: distribution(
    "duration",
    "How long before it expects to arrive a vessel books; one whose voyage begins later than that books " +
      "as it begins. Drawn once a replication.",
  ),
  within: fallback(
    distribution(
      "duration",
      "How long after its arrival the slot that a vessel books may be; 1 d when left out. Who finds none " +
        "stands in the unbooked queue.",
    ),
    constantly(dayMs),
  ),
};

/**
 * Slots of which a share of each class is for vessels that have booked them; see `BookedSlots` for who books,
 * who enters and what the late lose. With shares of 0 it is `slots`.
 */
export const booked: AdmissionKind = {
  kind: "booked",
  summary:
    "Evenly spaced slots, some kept for classes whose vessels book ahead; unused ones go to the others.",
  example: "{ kind: booked, rate: 36 /d, shares: { liner: 60 % }, ahead: 14 d, within: 2 d }",
  fields,
  problem(values) {
    const { rate, shares } = values as unknown as BookedValues; // by its fields
    const untimely = Object.values(shares).map((of) => scheduleProblem(of, "shares"));
    return (
      scheduleProblem(rate, "rate") ??
      untimely.find((problem) => problem !== undefined) ??
      (mostKept(shares) > 1 + HAIR
        ? "its shares are more than all slots; write 100 % in all at most"
        : undefined)
    );
  },
  create(values, context) {
    const { rate, shares, ahead, within } = values as unknown as BookedValues; // normalised by these fields
    const rates = slotPaceOf(rate, context);
    const [aheadMs, withinMs] = [context.draw(ahead, "ahead"), context.draw(within, "within")];
    const classShares = Object.entries(shares).map(([id, of]): ClassShare => {
      return { vesselClass: context.classes.indexOf(id), steps: stepsOf(of) };
    });
    const dates = classShares.flatMap(({ steps }) => steps.map(({ from }) => from));
    const later = dates.filter((date) => date > context.start);
    return {
      ratePerDay: rates.plan.ratePerDay,
      changes: [...new Set([...rates.plan.changes, ...later])].sort((a, b) => a - b),
      aheadMs: Math.max(0, Math.round(aheadMs)),
      admission(line) {
        const pace = new SlotPace(rates, context.start);
        return new BookedSlots(pace, new SlotShares(classShares), { withinMs: Math.max(0, withinMs), line });
      },
    };
  },
};

/** The most that is kept of all slots at any time. */
function mostKept(shares: BookedValues["shares"]): number {
  const all = Object.values(shares).map((of) => stepsOf(of));
  const dates = all.flatMap((steps) => steps.map(({ from }) => from));
  const keptAt = (time: number): number => all.reduce((sum, steps) => sum + (valueAt(steps, time) ?? 0), 0);
  return Math.max(0, ...dates.map(keptAt));
}
