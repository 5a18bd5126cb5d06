import type { DistributionValue, Instant, Schedule } from "#base/field";
import { printInstant } from "#base/time";
import type { EventBook } from "#domain/disruption/event-book";
import type { WorldDraw } from "#domain/world/world-draw";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";

/** Where a course runs, and who is told of it. */
export interface CourseContext {
  /** The disruption that goes by it. */
  readonly id: string;
  readonly simulation: Simulation;
  readonly events: EventBook;
}

/** A number that a course is of. */
export interface CourseValues {
  /** The key under which it is written: it names the draws. */
  readonly key: string;
  readonly schedule: Schedule<DistributionValue>;
  /** What holds before the first step: what changes nothing. */
  readonly before: number;
}

/** A step of one of the numbers. */
interface Step {
  /** Which number, from 0. */
  readonly of: number;
  readonly from: Instant;
}

/** What turns at one instant. */
interface Turn {
  readonly steps: number[];
  readonly event: EventHandle;
}

/**
 * The numbers that a disruption goes by, which schedules may change while it acts: of all steps of a number
 * whose instant has come the latest holds. A step that waits for an event follows it each time; one that is
 * counted from the disruption's own start follows that of the occurrence. What turns at one instant turns at
 * once.
 */
export class Course {
  readonly #context: CourseContext;
  readonly #of: readonly CourseValues[];
  readonly #steps: readonly Step[];
  readonly #changed: (...values: readonly number[]) => void;
  readonly #turn: HandlerId;
  /** By step: what was drawn for it, and when its event comes or came; NaN while that is not settled. */
  readonly #drawn: number[];
  readonly #settled: number[];
  /** What holds, by number. */
  readonly #held: number[];
  /** What is still to come, by instant. */
  readonly #turns: Map<number, Turn> = new Map();
  #isActing: boolean = false;

  /** `changed` is called with what holds at each start, and whenever anything else does until the end. */
  constructor(
    of: readonly CourseValues[],
    context: CourseContext,
    changed: (...values: readonly number[]) => void,
  ) {
    this.#of = of;
    this.#context = context;
    this.#changed = changed;
    this.#steps = of.flatMap(({ schedule }, number) =>
      schedule.steps.map(({ from }) => ({ of: number, from })),
    );
    this.#drawn = this.#steps.map(() => NaN);
    this.#settled = this.#steps.map(() => NaN);
    this.#held = of.map(({ before }) => before);
    this.#turn = context.simulation.register({
      name: "disruption.change",
      priority: priority.disrupt,
      run: () => this.#turnNow(),
      describe: () => context.id,
    });
  }

  /** As at the start of a run: nothing acts, and events are listened for. */
  reset(): void {
    this.#isActing = false;
    this.#turns.clear();
    this.#settled.fill(NaN);
    this.#steps.forEach(({ from }, step) => {
      if (!("event" in from) || from.event === this.#context.id) return;
      this.#context.events.each(from, (time) => this.#hear(step, time));
    });
  }

  /** Takes the draws of one occurrence, one for each step: none moves when another step is written. */
  draw(draw: WorldDraw): void {
    let step = 0;
    for (const { key, schedule } of this.#of) {
      for (const { from, value } of schedule.steps)
        this.#drawn[step++] = draw(value, schedule.steps.length === 1 ? key : `${key} from ${nameOf(from)}`);
    }
  }

  /** An occurrence starts now. */
  start(): void {
    const { now } = this.#context.simulation;
    this.#isActing = true;
    const since = this.#of.map(() => -Infinity);
    this.#of.forEach(({ before }, number) => (this.#held[number] = before));
    this.#steps.forEach(({ of }, step) => {
      const time = this.#instantOf(step);
      if (time > now) return this.#turnAt(time, step);
      if (!(time >= (since[of] as number))) return; // one by number
      since[of] = time;
      this.#hold(step);
    });
    this.#changed(...this.#held);
  }

  /** The occurrence ends now: steps still to come are forgotten. */
  end(): void {
    this.#isActing = false;
    for (const { event } of this.#turns.values()) this.#context.simulation.cancel(event);
    this.#turns.clear();
  }

  #hear(step: number, time: number): void {
    this.#settled[step] = time;
    if (this.#isActing) this.#turnAt(time, step);
  }

  #turnAt(time: number, step: number): void {
    const turn = this.#turns.get(time);
    if (turn !== undefined) turn.steps.push(step);
    else
      this.#turns.set(time, { steps: [step], event: this.#context.simulation.schedule(time, this.#turn, 0) });
  }

  #turnNow(): void {
    const { now } = this.#context.simulation;
    const { steps } = this.#turns.get(now) as Turn; // it was planned
    this.#turns.delete(now);
    for (const step of steps) this.#hold(step);
    this.#changed(...this.#held);
  }

  #hold(step: number): void {
    const { of } = this.#steps[step] as Step; // a step of the course
    this.#held[of] = this.#drawn[step] as number; // one by step
  }

  /** When a step comes or came; NaN: nobody knows, or after the end. */
  #instantOf(step: number): number {
    const { from } = this.#steps[step] as Step; // a step of the course
    if ("at" in from) return from.at;
    if (from.event !== this.#context.id) return this.#settled[step] as number; // one by step
    return from.edge === "start" ? this.#context.simulation.now + from.offset : NaN;
  }
}

function nameOf(from: Instant): string {
  return "at" in from ? printInstant(from.at) : `${from.event}.${from.edge} + ${from.offset} ms`;
}
