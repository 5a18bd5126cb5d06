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

/** What a course is of. */
export interface CourseValues {
  /** The key under which it is written: it names the draws. */
  readonly key: string;
  readonly schedule: Schedule<DistributionValue>;
  /** What holds before the first step: what changes nothing. */
  readonly before: number;
}

/**
 * A number that a disruption goes by, which a schedule may change while it acts: of all steps whose instant
 * has come the latest holds. A step that waits for an event follows it each time; one that is counted from
 * the disruption's own start follows that of the occurrence.
 */
export class Course {
  readonly #context: CourseContext;
  readonly #of: CourseValues;
  readonly #changed: (value: number) => void;
  readonly #turn: HandlerId;
  /** By step: what was drawn for it, and when its event comes or came; NaN while that is not settled. */
  readonly #drawn: number[];
  readonly #settled: number[];
  #pending: EventHandle[] = [];
  #isActing: boolean = false;

  /** `changed` is called with the value at each start, and whenever another holds until the end. */
  constructor(of: CourseValues, context: CourseContext, changed: (value: number) => void) {
    this.#of = of;
    this.#context = context;
    this.#changed = changed;
    this.#drawn = this.#steps.map(() => of.before);
    this.#settled = this.#steps.map(() => NaN);
    this.#turn = context.simulation.register({
      name: "disruption.change",
      priority: priority.disrupt,
      run: (step) => this.#changed(this.#drawn[step] as number), // the subject is a step
      describe: () => context.id,
    });
  }

  /** As at the start of a run: nothing acts, and events are listened for. */
  reset(): void {
    this.#isActing = false;
    this.#pending = [];
    this.#settled.fill(NaN);
    this.#steps.forEach(({ from }, step) => {
      if (!("event" in from) || from.event === this.#context.id) return;
      this.#context.events.each(from, (time) => this.#hear(step, time));
    });
  }

  /** Takes the draws of one occurrence, one for each step: none moves when another step is written. */
  draw(draw: WorldDraw): void {
    const { key, schedule } = this.#of;
    schedule.steps.forEach(({ from, value }, step) => {
      this.#drawn[step] = draw(value, schedule.steps.length === 1 ? key : `${key} from ${nameOf(from)}`);
    });
  }

  /** An occurrence starts now. */
  start(): void {
    const { now } = this.#context.simulation;
    this.#isActing = true;
    let [holding, since] = [-1, -Infinity];
    this.#steps.forEach((_, step) => {
      const time = this.#instantOf(step);
      if (time > now) this.#turnAt(time, step);
      else if (time >= since) [holding, since] = [step, time];
    });
    this.#changed(this.#drawn[holding] ?? this.#of.before);
  }

  /** The occurrence ends now: steps still to come are forgotten. */
  end(): void {
    this.#isActing = false;
    for (const event of this.#pending) this.#context.simulation.cancel(event);
    this.#pending = [];
  }

  get #steps(): CourseValues["schedule"]["steps"] {
    return this.#of.schedule.steps;
  }

  #hear(step: number, time: number): void {
    this.#settled[step] = time;
    if (this.#isActing) this.#turnAt(time, step);
  }

  #turnAt(time: number, step: number): void {
    this.#pending.push(this.#context.simulation.schedule(time, this.#turn, step));
  }

  /** When a step comes or came; NaN: nobody knows, or after the end. */
  #instantOf(step: number): number {
    const from = this.#steps[step]?.from;
    if (from === undefined) return NaN;
    if ("at" in from) return from.at;
    if (from.event !== this.#context.id) return this.#settled[step] as number; // one by step
    return from.edge === "start" ? this.#context.simulation.now + from.offset : NaN;
  }
}

function nameOf(from: Instant): string {
  return "at" in from ? printInstant(from.at) : `${from.event}.${from.edge} + ${from.offset} ms`;
}
