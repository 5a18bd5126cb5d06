import { distribution } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import type { DisruptionKind } from "#domain/disruption/disruption-kind";

/** What users write for a slowdown. */
export interface SlowdownValues {
  readonly factor: DistributionValue;
}

const fields: FieldsOf<SlowdownValues> = {
  factor: distribution("number", "What the speed on the link is multiplied by, for those under way too."),
};

/** Vessels on a link go slower, or faster, until it ends. */
export const slowdown: DisruptionKind = {
  kind: "slowdown",
  summary: "Vessels on a link go slower until it ends, those under way too.",
  fields,
  problem: (_, of) =>
    of === "link" ? undefined : "only links have a speed to slow; use kind `capacity` here",
  create(values, { elements, owner, targets, announceFactor }) {
    const { factor } = values as unknown as SlowdownValues; // normalised by these very fields
    let drawn = 1;
    return {
      closes: false,
      reset() {},
      draw(draw) {
        drawn = Math.max(0, draw(factor, "factor"));
      },
      start() {
        for (const target of targets) elements.scale(target, owner, drawn);
        announceFactor(drawn);
      },
      end() {
        for (const target of targets) elements.scale(target, owner, 1);
        announceFactor(1);
      },
    };
  },
};
