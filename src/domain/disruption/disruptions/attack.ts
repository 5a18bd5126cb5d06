import { count, kindOf, optional } from "#base/field";
import type { FieldsOf, KindValue } from "#base/field";
import type { DisruptionKind, DisruptionValues } from "#domain/disruption/disruption-kind";

/** What users write for an attack. */
export interface AttackValues {
  readonly count: number | undefined;
  readonly effect: KindValue;
}

const fields: FieldsOf<AttackValues> = {
  count: optional(
    count("How many of its elements are struck each time, any of them alike; all when left out.", 1),
  ),
  effect: {
    ...kindOf("effect", "What it does to those whom it strikes."),
    example: "{ kind: closure }",
  },
};

/**
 * Some of a list of elements are struck at once. Who attacks chooses among them by chance alone: each has a
 * draw of its own, and the least are struck, so that a larger count strikes all whom a smaller one strikes,
 * and one more on the list changes nothing but itself.
 */
export const attack: DisruptionKind = {
  kind: "attack",
  summary: "So many of its elements, or all, are struck at once, each as by the `effect`.",
  example:
    "{ kind: attack, of: [harbour.berth, haven.berth], count: 1, start: 60 d, duration: 4 d, " +
    "effect: { kind: capacity, factor: 0.3 } }",
  fields,
  problem(values) {
    const { count: most } = typed(values);
    const { length } = (values as unknown as DisruptionValues).of; // of all disruptions
    if (most === undefined || most <= length) return undefined;
    return `it strikes ${most} of ${length}; write a smaller count, or leave it out for all`;
  },
  effects: (values) => [typed(values).effect],
  createStrikes(values, { targets, effectOn }) {
    const { count: most = targets.length, effect } = typed(values);
    const ready = targets.map((target) => ({ ...target, effect: effectOn(effect, target) }));
    return {
      reset() {
        for (const one of ready) one.effect.reset();
      },
      strike({ uniform }) {
        const chosen =
          most === ready.length
            ? ready
            : ready
                .map((one) => ({ one, share: uniform(`${one.id}/choice`) }))
                .sort((a, b) => a.share - b.share)
                .slice(0, most)
                .map(({ one }) => one);
        return chosen.map((one) => ({ targets: [one.element], effect: one.effect }));
      },
    };
  },
};

function typed(values: KindValue): AttackValues {
  return values as unknown as AttackValues; // normalised by these very fields
}
