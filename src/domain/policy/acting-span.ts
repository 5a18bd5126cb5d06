import type { Instant } from "#base/field";
import type { PolicyContext } from "#domain/policy/policy-kind";
import { Condition } from "#domain/world/condition";
import type { ConditionValues } from "#domain/world/condition";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";

/** When a policy acts. */
export interface SpanValues {
  /** Where `from` and `when` are left out, from the start of the run. */
  readonly from?: Instant | undefined;
  /** To the end of the run when left out. */
  readonly until?: Instant | ConditionValues | undefined;
  /** In the place of both: while it holds, each time anew. */
  readonly when?: ConditionValues | undefined;
}

/** What a policy does when it begins and stops. */
export interface Acting {
  begin(): void;
  end(): void;
}

/**
 * Lets a policy act for a time: between instants, from an announcement on, until or while a condition holds.
 * It begins and stops as a decision, after whatever else happens at that instant, and announces both.
 */
export class ActingSpan {
  readonly #values: SpanValues;
  readonly #context: PolicyContext;
  readonly #acting: Acting;
  readonly #until: Condition | undefined;
  readonly #when: Condition | undefined;
  readonly #start: HandlerId;
  readonly #stop: HandlerId;
  #isActing: boolean = false;

  constructor(values: SpanValues, context: PolicyContext, acting: Acting) {
    this.#values = values;
    this.#context = context;
    this.#acting = acting;
    this.#start = this.#register("policy.start", () => this.#begin());
    this.#stop = this.#register("policy.stop", () => this.#end());
    const { from, until, when } = values;
    if (until && "gauge" in until) this.#until = new Condition(until, context, () => this.#end());
    if (from && "event" in from) this.#onEvent(from, this.#start);
    if (until && "event" in until) this.#onEvent(until, this.#stop);
    if (when) this.#when = this.#watch(when);
  }

  /** Before each replication, when the clock stands at the start. */
  reset(): void {
    const { simulation } = this.#context;
    const { from, until } = this.#values;
    this.#isActing = false;
    this.#until?.reset();
    this.#when?.reset();
    if (this.#when) return this.#when.start();
    if (from === undefined) simulation.schedule(simulation.now, this.#start, 0);
    else if ("at" in from) simulation.schedule(Math.max(simulation.now, from.at), this.#start, 0);
    if (until && "at" in until) simulation.schedule(Math.max(simulation.now, until.at), this.#stop, 0);
  }

  #register(name: string, run: () => void): HandlerId {
    const { simulation, id } = this.#context;
    return simulation.register({ name, priority: priority.decide, run, describe: () => id });
  }

  #onEvent({ event, edge, offset }: Extract<Instant, { event: string }>, handler: HandlerId): void {
    const { board, simulation } = this.#context;
    board.subscribeEdge(event, edge, () => simulation.after(Math.max(0, offset), handler, 0));
  }

  /** A condition under which it begins, and without which it stops: a break of no time is none here. */
  #watch(when: ConditionValues): Condition {
    const { elements, simulation } = this.#context;
    const condition = new Condition(when, this.#context, () => this.#begin());
    const stop = this.#register("policy.stop", () => {
      if (!this.#isActing || condition.holds()) return;
      this.#end();
      condition.start();
    });
    for (const of of when.of) {
      elements.watch(elements.number(of), () => {
        if (this.#isActing && !condition.holds()) simulation.after(0, stop, 0);
      });
    }
    return condition;
  }

  #begin(): void {
    if (this.#isActing) return;
    this.#isActing = true;
    this.#context.acts(true);
    this.#acting.begin();
    this.#context.board.announceStart(this.#context.id);
    this.#until?.start();
  }

  #end(): void {
    if (!this.#isActing) return;
    this.#isActing = false;
    this.#until?.stop();
    this.#acting.end();
    this.#context.acts(false);
    this.#context.board.announceEnd(this.#context.id);
  }
}
