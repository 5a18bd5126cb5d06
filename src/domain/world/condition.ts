import { count, optional, quantity, selector, word, fallback } from "#base/field";
import type { FieldsOf } from "#base/field";
import type { Elements } from "#domain/world/elements";
import type { GaugeName, Gauges } from "#domain/world/gauges";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";

/** A gauge that stays on one side of a line for some time. */
export interface ConditionValues {
  readonly gauge: GaugeName;
  readonly of: readonly string[];
  readonly "at-most": number | undefined;
  readonly "at-least": number | undefined;
  /** ms. */
  readonly for: number;
}

/** What users write for a condition. */
export const conditionFields: FieldsOf<ConditionValues> = {
  gauge: word<GaugeName>(["queue"], "What is watched: `queue`, the number of those who wait."),
  of: selector("station", "Where; the sum over several stations or passages."),
  "at-most": optional(count("It holds while the gauge is at or below this.")),
  "at-least": optional(count("It holds while the gauge is at or above this.")),
  for: fallback(
    quantity("duration", "How long it must hold without a break; 0 when left out.", "non-negative"),
    0,
  ),
};

/** Says what is wrong with a condition, or undefined. */
export function conditionProblem(values: ConditionValues): string | undefined {
  const hasLine = values["at-most"] !== undefined || values["at-least"] !== undefined;
  return hasLine ? undefined : "a condition needs a line: `at-most` or `at-least`";
}

/** What a condition is watched with. */
export interface ConditionContext {
  /** Of the policy or disruption that watches. */
  readonly id: string;
  readonly simulation: Simulation;
  readonly elements: Elements;
  readonly gauges: Gauges;
}

/** Watches a condition, and calls back each time that it has come true and held for its time. */
export class Condition {
  readonly #values: ConditionValues;
  readonly #context: ConditionContext;
  readonly #elements: readonly number[];
  readonly #then: () => void;
  readonly #due: HandlerId;
  #isWatching: boolean = false;
  /** It held when it was to be watched afresh, and has not ceased to. */
  #isSpent: boolean = false;
  #pending: EventHandle = 0;

  constructor(values: ConditionValues, context: ConditionContext, then: () => void) {
    this.#values = values;
    this.#context = context;
    this.#then = then;
    this.#elements = values.of.map((id) => context.elements.number(id));
    this.#due = context.simulation.register({
      name: "condition.holds",
      priority: priority.decide,
      run: () => this.#comeTrue(),
      describe: () => context.id,
    });
    for (const element of this.#elements) context.elements.watch(element, () => this.#look());
  }

  /**
   * Looks from now on, until it has come true once or `stop` is called. `afresh`: if it holds now, it must
   * first cease to.
   */
  start({ afresh = false }: { readonly afresh?: boolean } = {}): void {
    this.#isWatching = true;
    this.#isSpent = afresh;
    this.#look();
  }

  /** Looks no longer. */
  stop(): void {
    this.#isWatching = false;
    this.#context.simulation.cancel(this.#pending);
    this.#pending = 0;
  }

  /** Whether the gauge is on its side of the line now, for however short a time. */
  holds(): boolean {
    const { "at-most": most = Infinity, "at-least": least = -Infinity } = this.#values;
    const value = this.#elements.reduce((sum, element) => sum + this.#context.gauges.queue(element), 0);
    return value <= most && value >= least;
  }

  /** As at the start of a run: not watching. */
  reset(): void {
    this.#isWatching = false;
    this.#isSpent = false;
    this.#pending = 0;
  }

  #look(): void {
    if (!this.#isWatching) return;
    const isPending = this.#pending !== 0;
    const holds = this.holds();
    if (!holds) this.#isSpent = false;
    if (holds === isPending || this.#isSpent) return;
    if (isPending) {
      this.#context.simulation.cancel(this.#pending);
      this.#pending = 0;
    } else this.#pending = this.#context.simulation.after(this.#values.for, this.#due, 0);
  }

  #comeTrue(): void {
    this.#pending = 0;
    this.#isWatching = false;
    this.#then();
  }
}
