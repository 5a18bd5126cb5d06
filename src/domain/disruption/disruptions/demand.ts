import { distribution, schedule, selector } from "#base/field";
import type { DistributionValue, FieldsOf, Schedule } from "#base/field";
import type { DisruptionKind } from "#domain/disruption/disruption-kind";
import { factorEffect } from "#domain/disruption/factor-effect";
import { demandMost } from "#domain/traffic/flows";
import { meanFactors } from "#domain/world/mean-factors";

/** What users write for a change of demand. */
export interface DemandValues {
  readonly of: readonly string[];
  readonly factor: Schedule<DistributionValue>;
}

const fields: FieldsOf<DemandValues> = {
  of: selector("flow", "The flows whose demand changes."),
  factor: schedule(
    distribution("number", "What the rate is multiplied by."),
    "What the rate of the flows is multiplied by: below 1 voyages are cancelled, above 1 others are added; " +
      "it may be a schedule.",
  ),
};

/** More or fewer voyages begin in flows until it ends; all others begin when they would have begun. */
export const demand: DisruptionKind = {
  kind: "demand",
  summary: "More or fewer voyages begin in flows until it ends; the others begin as ever.",
  example: "{ kind: demand, of: calls, factor: { 60 d: 0.7, 75 d: 1.3 }, start: 60 d, duration: 30 d }",
  fields,
  problem(values) {
    const { factor } = values as unknown as DemandValues; // normalised by these very fields
    const most = Math.max(...meanFactors(factor));
    if (most <= demandMost) return undefined;
    return `a demand of more than ${demandMost} times the usual one; write a flow of its own for it`;
  },
  create(values, context) {
    const { factor } = values as unknown as DemandValues; // normalised by these very fields
    return factorEffect(factor, context);
  },
};
