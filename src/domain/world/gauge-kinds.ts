import { assert } from "#base/assert";
import type { Family } from "#base/family";
import { kindOf } from "#base/field";
import type { Field } from "#base/field";
import { kindsIn } from "#base/kind";
import { conditionFields } from "#domain/world/gauge-kind";
import type { ConditionValues, GaugeKind } from "#domain/world/gauge-kind";
import * as listed from "#domain/world/gauges/kinds";

/** What a rule may watch. */
export const gauges: Family<GaugeKind> = {
  name: "gauge",
  word: "gauge",
  shared: conditionFields,
  kinds: kindsIn(listed).map((kind) => ({
    ...kind,
    problem: (values, of) => problemOf(kind, values as unknown as ConditionValues, of), // by their fields
  })),
};

/** The kind of the gauge that a condition watches. */
export function gaugeKind({ gauge }: ConditionValues): GaugeKind {
  const kind = gauges.kinds.find((candidate) => candidate.kind === gauge);
  assert(kind !== undefined, `gauge ${gauge} exists`);
  return kind;
}

/** A condition: a gauge, a line or two, and how long it stays there. */
export const condition = (doc: string): Field<ConditionValues> => ({
  ...(kindOf("gauge", doc) as Field<unknown> as Field<ConditionValues>), // by the fields of its kinds
  example: "{ gauge: queue, of: harbour.berth, at-least: 20 }",
});

/** What is wrong with a condition on elements of a type, and what would be right; or undefined. */
function problemOf(
  { kind, ofPassages }: GaugeKind,
  { "at-most": most, "at-least": least }: ConditionValues,
  of: string | undefined,
): string | undefined {
  if (most === undefined && least === undefined) return "a condition needs a line; write at-most or at-least";
  if (most !== undefined && least !== undefined && most < least)
    return "nothing is at least that much and at most less; write an at-most that is not below at-least";
  if (of === "passage" && ofPassages === false)
    return `a passage has no servers, and so no ${kind}; watch its queue or its rate`;
  return undefined;
}
