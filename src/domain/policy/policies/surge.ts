import { distribution, either, instant, optional, record, selector } from "#base/field";
import type { DistributionValue, FieldsOf, Instant } from "#base/field";
import { conditionFields, conditionProblem } from "#domain/world/condition";
import type { ConditionValues } from "#domain/world/condition";
import { ActingSpan } from "#domain/policy/acting-span";
import type { PolicyContext, PolicyKind } from "#domain/policy/policy-kind";
import type { WorldDraw } from "#domain/world/world-draw";

/** What users write for a surge. */
export interface SurgeValues {
  readonly of: readonly string[];
  readonly factor: DistributionValue;
  readonly from: Instant;
  readonly until: Instant | ConditionValues | undefined;
}

const fields: FieldsOf<SurgeValues> = {
  of: selector("station", "The stations and passages that work faster."),
  factor: distribution("number", "What their pace is multiplied by: above 1 is faster, below 1 slower."),
  from: instant(
    "When it begins: an instant, or an announcement such as `grounding.end`, each time that it comes.",
  ),
  until: optional(
    either<Instant | ConditionValues>(
      [record(conditionFields, "A condition on a gauge."), instant("An instant.")],
      "When it stops: an instant, or a condition. To the end of the run when left out.",
    ),
  ),
};

/** Stations and passages work faster for a time: overtime, round the clock, a second shift. */
export const surge: PolicyKind = {
  kind: "surge",
  summary: "Stations and passages work faster for a time.",
  example:
    "{ kind: surge, of: harbour.berth, factor: 1.25, from: grounding.end, until: { gauge: queue, of: " +
    "harbour.berth, at-most: 2, for: 1 d }, cost: 20 kUSD/d }",
  fields,
  problem(values) {
    const { from, until } = values as unknown as SurgeValues; // normalised by these very fields
    if (until === undefined) return undefined;
    if ("gauge" in until) return conditionProblem(until);
    const isOver = "at" in from && "at" in until && until.at <= from.at;
    return isOver ? "`until` is not after `from`; write a later `until`, or leave it out" : undefined;
  },
  create(values, context) {
    const acting = new Surge(values as unknown as SurgeValues, context); // normalised by these very fields
    return { reset: (draw) => acting.reset(draw) };
  },
};

class Surge {
  readonly #values: SurgeValues;
  readonly #context: PolicyContext;
  readonly #targets: readonly number[];
  readonly #span: ActingSpan;
  #factor: number = 1;

  constructor(values: SurgeValues, context: PolicyContext) {
    this.#values = values;
    this.#context = context;
    this.#targets = values.of.map((id) => context.elements.number(id));
    this.#span = new ActingSpan(values, context, {
      begin: () => this.#scale(this.#factor),
      end: () => this.#scale(1),
    });
  }

  reset(draw: WorldDraw): void {
    this.#factor = draw(this.#values.factor, "factor");
    this.#span.reset();
  }

  #scale(factor: number): void {
    const { elements, owner, board, id } = this.#context;
    for (const target of this.#targets) elements.scale(target, owner, factor);
    board.announceFactor(id, this.#targets, factor);
  }
}
