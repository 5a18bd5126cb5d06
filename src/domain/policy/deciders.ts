import { constantly, distribution, fallback, listOf, optional, reference } from "#base/field";
import type { DistributionValue, FieldsOf } from "#base/field";
import type { PolicyContext } from "#domain/policy/policy-kind";
import { createDistribution } from "#engine/random/distribution-kinds";
import type { Distribution } from "#engine/random/distribution-kind";
import type { Mark } from "#engine/random/mark";

/** What users write of those who decide for themselves: who they are, what a risk is worth, how fast. */
export interface DeciderValues {
  readonly vessels: readonly string[] | undefined;
  readonly premium: DistributionValue;
  readonly margin: DistributionValue;
  readonly "decision-delay": DistributionValue;
}

/** The fields of `DeciderValues`, but for the margin, whose sense each policy tells. */
export const deciderFields: FieldsOf<Omit<DeciderValues, "margin">> = {
  vessels: optional(listOf(reference("vessel", "A class."), "The classes that choose; all when left out.")),
  premium: fallback(
    distribution(
      "duration",
      "What the risk of waiting is worth while a closure or a cut is announced, drawn once a voyage.",
    ),
    constantly(0),
  ),
  "decision-delay": fallback(
    distribution("duration", "From an announcement to a vessel's decision; 0 when left out."),
    constantly(0),
  ),
};

/**
 * Which vessels decide, by what a risk and a better way are worth to each, and how long after an
 * announcement: drawn once a voyage, the delay for each topic.
 */
export class Deciders {
  readonly #context: PolicyContext;
  readonly #delay: Distribution;
  /** What is the same for all, ms; else what it is drawn from. */
  readonly #premium: number | Distribution;
  readonly #margin: number | Distribution;
  readonly #classes: ReadonlySet<number> | undefined;

  constructor(values: DeciderValues, context: PolicyContext) {
    this.#context = context;
    this.#delay = createDistribution(values["decision-delay"]);
    this.#premium = alikeOrDrawn(values.premium);
    this.#margin = alikeOrDrawn(values.margin);
    this.#classes =
      values.vessels && new Set(values.vessels.map((id) => context.classNumbers.get(id) as number)); // known
  }

  /** Whether vessels of a class decide. */
  concerns(vesselClass: number): boolean {
    return this.#classes?.has(vesselClass) ?? true;
  }

  /** What the risk of waiting is worth to a vessel under way, ms, 0 or more. */
  protected premiumMs(vessel: number): number {
    const { id, marks } = this.#context;
    if (typeof this.#premium === "number") return this.#premium;
    return this.#drawn(vessel, marks.at("premium", id), this.#premium);
  }

  /** By how much another way must be better for a vessel under way, ms, 0 or more. */
  protected marginMs(vessel: number): number {
    const { id, marks } = this.#context;
    if (typeof this.#margin === "number") return this.#margin;
    return this.#drawn(vessel, marks.at("margin", id), this.#margin);
  }

  /** From an announcement about a topic to the decision of a vessel under way, ms, 0 or more. */
  decisionDelayMs(vessel: number, topic: string): number {
    return this.#drawn(vessel, this.#context.marks.at("decision-delay", topic), this.#delay);
  }

  #drawn(vessel: number, mark: Mark, from: Distribution): number {
    const { outlook, vessels } = this.#context;
    const ordinal = vessels.ordinal[vessel] as number; // a vessel under way
    return Math.max(0, from.quantile(mark.uniform(outlook.flow(vessel), ordinal)));
  }
}

function alikeOrDrawn(value: DistributionValue): number | Distribution {
  const distribution = createDistribution(value);
  return value.kind === "constant" ? distribution.mean : distribution;
}
