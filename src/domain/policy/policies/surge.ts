import { distribution, either, instant, optional, record, selector } from "#base/field";
import type { DistributionValue, FieldsOf, Instant } from "#base/field";
import { Condition, conditionFields, conditionProblem } from "#domain/world/condition";
import type { ConditionValues } from "#domain/world/condition";
import type { PolicyContext, PolicyKind } from "#domain/policy/policy-kind";
import type { WorldDraw } from "#domain/world/world-draw";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";

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
  readonly #condition: Condition | undefined;
  readonly #start: HandlerId;
  readonly #stop: HandlerId;
  #factor: number = 1;
  #isActing: boolean = false;

  constructor(values: SurgeValues, context: PolicyContext) {
    const { simulation, elements } = context;
    this.#values = values;
    this.#context = context;
    this.#targets = values.of.map((id) => elements.number(id));
    const describe = (): string => context.id;
    this.#start = simulation.register({
      name: "policy.start",
      priority: priority.decide,
      run: () => this.#begin(),
      describe,
    });
    this.#stop = simulation.register({
      name: "policy.stop",
      priority: priority.decide,
      run: () => this.#end(),
      describe,
    });
    const { from, until } = values;
    this.#condition =
      until && "gauge" in until ? new Condition(until, context, () => this.#end()) : undefined;
    if ("event" in from) this.#onEvent(from, this.#start);
    if (until && "event" in until) this.#onEvent(until, this.#stop);
  }

  reset(draw: WorldDraw): void {
    const { simulation } = this.#context;
    const { from, until, factor } = this.#values;
    this.#factor = draw(factor, "factor");
    this.#isActing = false;
    this.#condition?.reset();
    if ("at" in from) simulation.schedule(Math.max(simulation.now, from.at), this.#start, 0);
    if (until && "at" in until) simulation.schedule(Math.max(simulation.now, until.at), this.#stop, 0);
  }

  #onEvent({ event, edge, offset }: Extract<Instant, { event: string }>, handler: HandlerId): void {
    const { board, simulation } = this.#context;
    board.subscribeEdge(event, edge, () => simulation.after(Math.max(0, offset), handler, 0));
  }

  #begin(): void {
    if (this.#isActing) return;
    this.#isActing = true;
    this.#context.acts(true);
    this.#scale(this.#factor);
    this.#context.board.announceStart(this.#context.id);
    this.#condition?.start();
  }

  #end(): void {
    if (!this.#isActing) return;
    this.#isActing = false;
    this.#condition?.stop();
    this.#scale(1);
    this.#context.acts(false);
    this.#context.board.announceEnd(this.#context.id, this.#targets);
  }

  #scale(factor: number): void {
    const { elements, owner, board, id } = this.#context;
    for (const target of this.#targets) elements.scale(target, owner, factor);
    board.announceFactor(id, this.#targets, factor);
  }
}
