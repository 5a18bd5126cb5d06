import { either, moment, optional } from "#base/field";
import type { FieldsOf, Instant, Moment } from "#base/field";
import type { PolicyContext } from "#domain/policy/policy-kind";
import { Condition } from "#domain/world/condition";
import type { ConditionValues } from "#domain/world/gauge-kind";
import { condition } from "#domain/world/gauge-kinds";
import { boundedInstant } from "#domain/world/horizon";
import type { WorldDraw } from "#domain/world/world-draw";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";

/** When a policy acts. */
export interface SpanValues {
  /** Where `from` and `when` are left out, from the start of the run. */
  readonly from: Moment | undefined;
  /** To the end of the run when left out. */
  readonly until: Moment | ConditionValues | undefined;
  /** In the place of both: while it holds, each time anew. */
  readonly when: ConditionValues | undefined;
}

/** What users write for when a policy acts. */
export const spanFields: FieldsOf<SpanValues> = {
  from: optional(
    moment(
      "When it begins: an instant, or an announcement such as `grounding.end`, each time that it comes; " +
        "the start of the run when left out.",
    ),
  ),
  until: optional(
    either<Moment | ConditionValues>(
      [condition("A condition on a gauge."), moment("An instant.")],
      "When it stops: an instant, or a condition; what is to begin after that instant does not begin. " +
        "To the end of the run when left out.",
    ),
  ),
  when: optional(condition("In the place of `from` and `until`: it acts while this condition holds.")),
};

/** What is wrong with when a policy acts, and what would be right; undefined when nothing is. */
export function spanProblem({ from, until, when }: SpanValues): string | undefined {
  if (when && (from ?? until) !== undefined)
    return "`when` says when it acts; leave out `from` and `until`, or write them in its place";
  const [early] =
    Object.entries({ from, until }).find(([, one]) => one && "event" in one && one.offset < 0) ?? [];
  if (early !== undefined)
    return `\`${early}\` is before its event, which nobody can foresee; write no time before it`;
  const isOver = from && until && "at" in from && "at" in until && until.at <= from.at;
  return isOver === true ? "`until` is not after `from`; write a later `until`, or leave it out" : undefined;
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
  /** When it stops for good, ms: an instant. */
  #stopsAt: number = Infinity;
  /** How often it was settled that it begins; so many of these, the first, are called off or past. */
  #settled: number = 0;
  #calledOff: number = 0;

  constructor(values: SpanValues, context: PolicyContext, acting: Acting) {
    this.#values = values;
    this.#context = context;
    this.#acting = acting;
    this.#start = this.#register("policy.start", (number) => this.#beginUnlessOver(number));
    this.#stop = this.#register("policy.stop", () => this.#stopNow());
    const { from, until, when } = values;
    if (until && "gauge" in until) this.#until = new Condition(until, context, () => this.#end());
    if (from && "event" in from) this.#onEvent(from, (time) => this.#beginAt(time));
    if (until && "event" in until)
      this.#onEvent(until, (time) => context.simulation.schedule(time, this.#stop, 0));
    if (when) this.#when = this.#watch(when);
  }

  /**
   * Before each replication, when the clock stands at the start: instants of distributions are drawn. One
   * that would stop before it begins does not act.
   */
  reset(draw: WorldDraw): void {
    const { simulation } = this.#context;
    const { from, until } = this.#values;
    this.#isActing = false;
    this.#settled = 0;
    this.#calledOff = 0;
    this.#stopsAt = Infinity;
    this.#until?.reset(draw, "until");
    this.#when?.reset(draw, "when");
    if (this.#when) return this.#when.start();
    const start = from === undefined ? simulation.now : this.#instantOf(from, "from", draw);
    const end = until && !("gauge" in until) ? this.#instantOf(until, "until", draw) : undefined;
    if (start !== undefined && end !== undefined && end <= start) return;
    if (start !== undefined) this.#beginAt(start);
    if (end === undefined) return;
    this.#stopsAt = end;
    simulation.schedule(end, this.#stop, 0);
  }

  /** Undefined for one that waits for an event. */
  #instantOf(moment: Moment, name: string, draw: WorldDraw): number | undefined {
    if ("event" in moment) return undefined;
    const time = "at" in moment ? moment.at : Math.round(draw(moment.distribution, name));
    return boundedInstant(Math.max(this.#context.simulation.now, time));
  }

  #register(name: string, run: (subject: number) => void): HandlerId {
    const { simulation, id } = this.#context;
    return simulation.register({ name, priority: priority.decide, run, describe: () => id });
  }

  #onEvent({ event, edge, offset }: Extract<Instant, { event: string }>, then: (time: number) => void): void {
    const { board, simulation } = this.#context;
    board.subscribeEdge(event, edge, () => then(simulation.now + offset));
  }

  #beginAt(time: number): void {
    this.#context.simulation.schedule(time, this.#start, this.#settled++);
  }

  #beginUnlessOver(number: number): void {
    if (number >= this.#calledOff && this.#context.simulation.now < this.#stopsAt) this.#begin();
  }

  /** What was to begin later does not begin. */
  #stopNow(): void {
    this.#calledOff = this.#settled;
    this.#end();
  }

  /** A condition under which it begins, and without which it stops: a break of no time is none here. */
  #watch(when: ConditionValues): Condition {
    const { simulation } = this.#context;
    const condition = new Condition(when, this.#context, () => this.#begin());
    const stop = this.#register("policy.stop", () => {
      if (!this.#isActing || condition.holds()) return;
      this.#end();
      condition.start();
    });
    condition.watch(() => {
      if (this.#isActing && !condition.holds()) simulation.after(0, stop, 0);
    });
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
