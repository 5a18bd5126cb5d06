import { distribution, fallback, listOf, optional, quantity, reference, selector, word } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import { believedWaitMs } from "#domain/policy/belief";
import type { PolicyContext, PolicyKind } from "#domain/policy/policy-kind";
import type { RouteChoice } from "#domain/traffic/route-choice";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Distribution } from "#engine/random/distribution-kind";

/** By which a vessel chooses. */
export type DivertRule = "cheapest" | "divert" | "wait";

/** What users write for diversion. */
export interface DivertValues {
  readonly of: readonly string[];
  readonly vessels: readonly string[] | undefined;
  readonly rule: DivertRule;
  readonly margin: number;
  readonly premium: number;
  readonly "decision-delay": DistributionValue;
}

const fields: FieldsOf<DivertValues> = {
  of: selector("passage", "The passages that vessels may avoid, together."),
  vessels: optional(listOf(reference("vessel", "A class."), "The classes that choose; all when left out.")),
  rule: fallback(
    word<DivertRule>(
      ["cheapest", "divert", "wait"],
      "`cheapest`: leave if the believed wait, with the premium, exceeds the detour and the margin. " +
        "`divert`: leave " +
        "if it would wait at all while a closure or a cut is announced, and come back only if it " +
        "would not wait. " +
        "`wait`: never leave.",
    ),
    "cheapest",
  ),
  margin: fallback(
    quantity("duration", "How much better the detour must be; 0 when left out.", "non-negative"),
    0,
  ),
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

/**
 * Vessels choose, each for itself and on what it believes, between waiting for a passage and going round it.
 */
export const divert: PolicyKind = {
  kind: "divert",
  summary: "Vessels choose between waiting for a passage and going round it, on what they believe.",
  fields,
  standing: true,
  isIdleInPeace: (values) => values["rule"] === "wait" || values["rule"] === "divert",
  create(values, context) {
    const choice = new Diversion(values as unknown as DivertValues, context); // by its fields
    context.decisions.add(choice);
    context.board.subscribe((topic, elements) => {
      const isConcerned = choice.passages.some((passage) =>
        elements.includes(context.passages.element(passage)),
      );
      if (isConcerned) context.decisions.reconsider(choice, topic);
    });
    return { reset: () => context.acts(true) };
  },
};

class Diversion implements RouteChoice {
  readonly passages: readonly number[];
  readonly #values: DivertValues;
  readonly #context: PolicyContext;
  readonly #delay: Distribution;
  readonly #classes: ReadonlySet<number> | undefined;

  constructor(values: DivertValues, context: PolicyContext) {
    this.#values = values;
    this.#context = context;
    this.#delay = createDistribution(values["decision-delay"]);
    this.passages = values.of.map((id) => context.passageNumbers.get(id) as number); // a selector of passages
    this.#classes =
      values.vessels && new Set(values.vessels.map((id) => context.classNumbers.get(id) as number)); // known
  }

  concerns(vesselClass: number): boolean {
    return this.#classes?.has(vesselClass) ?? true;
  }

  decisionDelayMs(vessel: number, topic: string): number {
    const { marks, outlook, vessels } = this.#context;
    const mark = marks.at(outlook.flow(vessel).id, "decision-delay", topic);
    return Math.max(0, this.#delay.quantile(mark.uniform(vessels.ordinal[vessel] as number, 0))); // under way
  }

  avoids(vessel: number, { own, others }: { readonly own: number; readonly others: number }): boolean {
    const { rule, margin, premium } = this.#values;
    if (rule === "wait") return false;
    const { outlook, vessels } = this.#context;
    const isDisturbed = this.#isDisturbed(vessel);
    const hasLeft = ((vessels.avoidance[vessel] as number) & own) !== 0; // a vessel under way
    if (rule === "divert" && !isDisturbed && !hasLeft) return false;
    const waitMs = this.#waitMs(vessel, others);
    const costMs = waitMs + (isDisturbed && waitMs > 0 ? premium : 0);
    if (rule === "divert" ? waitMs === 0 : costMs <= margin) return false;
    const alternative = outlook.remainingMs(vessel, others | own);
    if (alternative === Infinity) return false;
    return rule === "divert" || costMs > alternative - outlook.remainingMs(vessel, others) + margin;
  }

  #waitMs(vessel: number, avoidance: number): number {
    return this.passages.reduce(
      (sum, passage) => sum + believedWaitMs(this.#context, vessel, { passage, avoidance }),
      0,
    );
  }

  #isDisturbed(vessel: number): boolean {
    const { board, passages } = this.#context;
    return this.passages.some((passage) => board.isDisturbed(vessel, passages.element(passage)));
  }
}
