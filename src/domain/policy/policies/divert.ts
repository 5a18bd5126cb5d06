import { constantly, distribution, fallback, selector, word } from "#base/field";
import type { FieldsOf } from "#base/field";
import { believedWaitMs } from "#domain/policy/belief";
import { Deciders, deciderFields } from "#domain/policy/deciders";
import type { DeciderValues } from "#domain/policy/deciders";
import type { PolicyContext, PolicyKind } from "#domain/policy/policy-kind";
import type { RouteChoice, Ways } from "#domain/traffic/route-choice";

/** By which a vessel chooses. */
export type DivertRule = "cheapest" | "divert" | "wait";

/** What users write for diversion. */
export interface DivertValues extends DeciderValues {
  readonly of: readonly string[];
  readonly rule: DivertRule;
}

const fields: FieldsOf<DivertValues> = {
  of: selector("passage", "The passages that vessels may avoid, together."),
  vessels: deciderFields.vessels,
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
    distribution("duration", "How much better the detour must be, drawn once a voyage; 0 when left out."),
    constantly(0),
  ),
  premium: deciderFields.premium,
  "decision-delay": deciderFields["decision-delay"],
};

/**
 * Vessels choose, each for itself and on what it believes, between waiting for a passage and going round it.
 */
export const divert: PolicyKind = {
  kind: "divert",
  summary: "Vessels choose between waiting for a passage and going round it, on what they believe.",
  example:
    "{ kind: divert, of: canal, rule: cheapest, margin: 12 h, decision-delay: { kind: uniform, min: 6 " +
    "h, max: 2 d } }",
  fields,
  standing: true,
  isIdleInPeace: (values) => values["rule"] === "wait" || values["rule"] === "divert",
  create(values, context) {
    const policy = { reset: () => context.acts(true) };
    // Who never leaves has nothing to decide.
    if (values["rule"] === "wait") return policy;
    const choice = new Diversion(values as unknown as DivertValues, context); // by its fields
    context.decisions.add(choice);
    context.board.subscribe((topic, elements) => {
      const isConcerned = choice.passages.some((passage) =>
        elements.includes(context.passages.element(passage)),
      );
      if (isConcerned) context.decisions.reconsider(choice, topic);
    });
    return policy;
  },
};

class Diversion extends Deciders implements RouteChoice {
  readonly passages: readonly number[];
  readonly #values: DivertValues;
  readonly #context: PolicyContext;

  constructor(values: DivertValues, context: PolicyContext) {
    super(values, context);
    this.#values = values;
    this.#context = context;
    this.passages = values.of.map((id) => context.passageNumbers.get(id) as number); // a selector of passages
  }

  avoids(vessel: number, { staying, leaving, hasLeft }: Ways): boolean {
    const { rule } = this.#values;
    const { outlook } = this.#context;
    const isDisturbed = this.#isDisturbed(vessel);
    if (rule === "divert" && !isDisturbed && !hasLeft) return false;
    const waitMs = this.#waitMs(vessel, staying);
    const costMs = waitMs + (isDisturbed && waitMs > 0 ? this.premiumMs(vessel) : 0);
    const margin = this.marginMs(vessel);
    if (rule === "divert" ? waitMs === 0 : costMs <= margin) return false;
    const alternative = outlook.remainingMs(vessel, leaving);
    if (alternative === Infinity) return false;
    return rule === "divert" || costMs > alternative - outlook.remainingMs(vessel, staying) + margin;
  }

  #waitMs(vessel: number, avoidance: number): number {
    let sum = 0;
    for (const passage of this.passages) sum += believedWaitMs(this.#context, vessel, { passage, avoidance });
    return sum;
  }

  #isDisturbed(vessel: number): boolean {
    const { board, passages } = this.#context;
    for (const passage of this.passages) {
      if (board.isDisturbed(vessel, passages.element(passage))) return true;
    }
    return false;
  }
}
