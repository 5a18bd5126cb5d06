import { distribution, fallback, listOf, optional, quantity, reference } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import type { PolicyContext } from "#domain/policy/policy-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Distribution } from "#engine/random/distribution-kind";

/** What users write of those who decide for themselves: who they are, what a risk is worth, how fast. */
export interface DeciderValues {
  readonly vessels: readonly string[] | undefined;
  readonly premium: number;
  readonly "decision-delay": DistributionValue;
}

/** The fields of `DeciderValues`. */
export const deciderFields: FieldsOf<DeciderValues> = {
  vessels: optional(listOf(reference("vessel", "A class."), "The classes that choose; all when left out.")),
  premium: fallback(
    quantity(
      "duration",
      "What the risk of waiting is worth while a closure or a cut is announced.",
      "non-negative",
    ),
    0,
  ),
  "decision-delay": fallback(
    distribution("duration", "From an announcement to a vessel's decision; 0 when left out."),
    { kind: "constant", value: 0 },
  ),
};

/** Which vessels decide, and how long after an announcement: drawn once a voyage for each topic. */
export class Deciders {
  readonly #context: PolicyContext;
  readonly #delay: Distribution;
  readonly #classes: ReadonlySet<number> | undefined;

  constructor(values: DeciderValues, context: PolicyContext) {
    this.#context = context;
    this.#delay = createDistribution(values["decision-delay"]);
    this.#classes =
      values.vessels && new Set(values.vessels.map((id) => context.classNumbers.get(id) as number)); // known
  }

  /** Whether vessels of a class decide. */
  concerns(vesselClass: number): boolean {
    return this.#classes?.has(vesselClass) ?? true;
  }

  /** From an announcement about a topic to the decision of a vessel under way, ms, 0 or more. */
  decisionDelayMs(vessel: number, topic: string): number {
    const { marks, outlook, vessels } = this.#context;
    const mark = marks.at(outlook.flow(vessel).id, "decision-delay", topic);
    return Math.max(0, this.#delay.quantile(mark.uniform(vessels.ordinal[vessel] as number, 0))); // under way
  }
}
