import { gaugeKind } from "#domain/world/gauge-kinds";
import type { ConditionValues, Gauge, GaugeRooms } from "#domain/world/gauge-kind";
import { boundedMs } from "#domain/world/horizon";
import type { WorldDraw } from "#domain/world/world-draw";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";

/** What a condition is watched with. */
export interface ConditionContext extends GaugeRooms {
  /** Of the policy or disruption that watches. */
  readonly id: string;
}

/** Watches a gauge, and calls back each time that its condition has come true and held for its time. */
export class Condition {
  readonly #values: ConditionValues;
  readonly #context: ConditionContext;
  readonly #gauge: Gauge;
  readonly #then: () => void;
  readonly #due: HandlerId;
  #isWatching: boolean = false;
  /** It held when it was to be watched afresh, and has not ceased to. */
  #isSpent: boolean = false;
  #forMs: number = 0;
  #pending: EventHandle = 0;

  constructor(values: ConditionValues, context: ConditionContext, then: () => void) {
    const { simulation, elements, id } = context;
    this.#values = values;
    this.#context = context;
    this.#then = then;
    this.#due = simulation.register({
      name: "condition.holds",
      priority: priority.decide,
      run: () => this.#comeTrue(),
      describe: () => id,
    });
    const numbers = values.of.map((of) => elements.number(of));
    this.#gauge = gaugeKind(values).open(values, context, numbers, id);
    this.watch(() => this.#look());
  }

  /** Calls `look` whenever the gauge may have changed. */
  watch(look: () => void): void {
    this.#gauge.watch(look);
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
    const value = this.#gauge.value();
    return value <= most && value >= least;
  }

  /** As at the start of a run: not watching. How long it must hold is drawn under `name`. */
  reset(draw: WorldDraw, name: string): void {
    this.#isWatching = false;
    this.#isSpent = false;
    this.#pending = 0;
    this.#forMs = Math.max(0, Math.round(boundedMs(draw(this.#values.for, `${name}/for`))));
    this.#gauge.reset();
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
    } else this.#pending = this.#context.simulation.after(this.#forMs, this.#due, 0);
  }

  #comeTrue(): void {
    this.#pending = 0;
    this.#isWatching = false;
    this.#then();
  }
}
