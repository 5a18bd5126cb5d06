import { distribution, schedule, selector } from "#base/field";
import type { DistributionValue, FieldsOf, Schedule } from "#base/field";
import { printInstant } from "#base/time";
import { ActingSpan, spanFields, spanProblem } from "#domain/policy/acting-span";
import type { SpanValues } from "#domain/policy/acting-span";
import type { PolicyContext, PolicyKind } from "#domain/policy/policy-kind";
import { speedingDoubt } from "#domain/world/factor-doubts";
import { scheduleProblem, stepsOf, valueAt } from "#domain/world/steps";
import type { Step } from "#domain/world/steps";
import type { WorldDraw } from "#domain/world/world-draw";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";

/** What users write for a surge. */
export interface SurgeValues extends SpanValues {
  readonly of: readonly string[];
  readonly factor: Schedule<DistributionValue>;
}

const fields: FieldsOf<SurgeValues> = {
  of: selector("station", "The stations and passages that work faster."),
  factor: schedule(
    distribution("number", "What their pace is multiplied by: above 1 is faster, below 1 slower."),
    "What their pace is multiplied by while it acts. It may be a schedule, 1 before its first date.",
  ),
  ...spanFields,
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
    const written = values as unknown as SurgeValues; // normalised by these very fields
    return scheduleProblem(written.factor, "factor") ?? spanProblem(written);
  },
  doubt: (values) => speedingDoubt((values as unknown as SurgeValues).factor), // by its own fields
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
  readonly #change: HandlerId;
  #factors: readonly Step<number>[] = [];
  #isActing: boolean = false;
  #factor: number = 1;

  constructor(values: SurgeValues, context: PolicyContext) {
    this.#values = values;
    this.#context = context;
    this.#targets = values.of.map((id) => context.elements.number(id));
    this.#change = context.simulation.register({
      name: "policy.change",
      priority: priority.decide,
      run: () => {
        if (this.#isActing && this.#due !== this.#factor) this.#scale();
      },
      describe: () => context.id,
    });
    this.#span = new ActingSpan(values, context, {
      begin: () => this.#act(true),
      end: () => this.#act(false),
    });
  }

  reset(draw: WorldDraw): void {
    const { simulation } = this.#context;
    const steps = stepsOf(this.#values.factor);
    this.#isActing = false;
    this.#factor = 1;
    this.#factors = steps.map(({ from, value }) => ({
      from,
      value: Math.max(0, draw(value, steps.length === 1 ? "factor" : `factor from ${printInstant(from)}`)),
    }));
    this.#span.reset(draw);
    for (const { from } of steps) if (from > simulation.now) simulation.schedule(from, this.#change, 0);
  }

  #act(isActing: boolean): void {
    this.#isActing = isActing;
    this.#scale();
  }

  get #due(): number {
    return this.#isActing ? (valueAt(this.#factors, this.#context.simulation.now) ?? 1) : 1;
  }

  #scale(): void {
    const { elements, owner, board, id } = this.#context;
    this.#factor = this.#due;
    for (const target of this.#targets) elements.scale(target, owner, this.#factor);
    board.announceFactor(id, this.#targets, this.#factor);
  }
}
