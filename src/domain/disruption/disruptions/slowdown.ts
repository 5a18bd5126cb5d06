import { distribution, schedule } from "#base/field";
import type { DistributionValue, FieldsOf, Schedule } from "#base/field";
import type { DisruptionKind } from "#domain/disruption/disruption-kind";
import { factorEffect } from "#domain/disruption/factor-effect";
import { slowingDoubt } from "#domain/world/factor-doubts";

/** What users write for a slowdown. */
export interface SlowdownValues {
  readonly factor: Schedule<DistributionValue>;
}

const fields: FieldsOf<SlowdownValues> = {
  factor: schedule(
    distribution("number", "What the speed is multiplied by."),
    "What the speed on the link is multiplied by, for those under way too; it may be a schedule.",
  ),
};

/** Vessels on a link go slower, or faster, until it ends. */
export const slowdown: DisruptionKind = {
  kind: "slowdown",
  summary: "Vessels on a link go slower until it ends, those under way too.",
  example: "{ kind: slowdown, of: lane, cause: fog, factor: 0.6, start: 60 d, end: 63 d }",
  fields,
  problem: (_, of) =>
    of === "link" ? undefined : "only links have a speed to slow; use kind `capacity` here",
  doubt: (values) => slowingDoubt((values as unknown as SlowdownValues).factor), // by its own fields
  create(values, context) {
    const { factor } = values as unknown as SlowdownValues; // normalised by these very fields
    return factorEffect(factor, context, context.announceFactor);
  },
};
