import { constantly, distribution, fallback, optional, record, schedule, word } from "#base/field";
import type { DistributionValue, FieldsOf, Schedule } from "#base/field";
import { lastInstantMs } from "#base/time";
import { Course } from "#domain/disruption/course";
import type { DisruptionKind, EffectContext } from "#domain/disruption/disruption-kind";
import { recoveredFactor, recoverySteps } from "#domain/disruption/recovery";
import type { RecoveryShape } from "#domain/disruption/recovery";
import { boundedMs } from "#domain/world/horizon";
import { slowingDoubt } from "#domain/world/factor-doubts";
import type { WorldDraw } from "#domain/world/world-draw";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";

/** How capacity comes back. */
export interface RecoveryValues {
  readonly kind: RecoveryShape;
  readonly over: DistributionValue;
  readonly to: DistributionValue;
}

/** What users write for a cut of capacity. */
export interface CapacityValues {
  readonly factor: Schedule<DistributionValue> | undefined;
  readonly rate: Schedule<DistributionValue> | undefined;
  readonly scales: "speed" | "servers";
  readonly recovery: RecoveryValues | undefined;
}

const recoveryFields: FieldsOf<RecoveryValues> = {
  kind: word<RecoveryShape>(
    ["step", "linear", "exponential"],
    "At once, in a straight line, or ever slower.",
  ),
  over: fallback(
    distribution(
      "duration",
      "How long the recovery takes after the end, which is no time for a step; drawn each time.",
    ),
    constantly(0),
  ),
  to: fallback(
    distribution("number", "The factor at the end of the recovery; 1 when left out."),
    constantly(1),
  ),
};

const fields: FieldsOf<CapacityValues> = {
  factor: optional(
    schedule(
      distribution("number", "What the pace is multiplied by."),
      "What the pace is multiplied by; this or `rate`. It may be a schedule.",
    ),
  ),
  rate: optional(
    schedule(
      distribution("rate", "The pace of an admission."),
      "The pace of an admission while it acts; this or `factor`. It may be a schedule.",
    ),
  ),
  scales: fallback(
    word<"speed" | "servers">(
      ["speed", "servers"],
      "Of a station: the speed of every server, or whole servers, rounded down.",
    ),
    "speed",
  ),
  recovery: optional(record(recoveryFields, "How it comes back after the end: at once when left out.")),
};

/** A passage admits, or a station serves, at a part of its pace until it ends, and then recovers. */
export const capacity: DisruptionKind = {
  kind: "capacity",
  summary: "A passage or a station works at a part of its pace until it ends, and then recovers.",
  example:
    "{ kind: capacity, of: harbour.berth, factor: 0.5, start: 60 d, duration: { kind: uniform, min: 5 " +
    "d, max: 9 d }, recovery: { kind: linear, over: 10 d } }",
  fields,
  problem(values, of) {
    const { factor: part, rate, scales, recovery } = values as unknown as CapacityValues; // by its own fields
    if ((part === undefined) === (rate === undefined))
      return "it has either a `factor` or a `rate`; write one of them";
    if (of === "link") return "a link has no capacity to cut; use kind `slowdown` for its speed";
    if (of === "station" && rate !== undefined)
      return "`rate` is the pace of an admission; a station takes a `factor`";
    if (of === "passage" && scales === "servers") return "a passage has no servers; leave out `scales`";
    if (recovery?.kind === "step" && !isNothing(recovery.over))
      return "`recovery` of kind step is at once; leave out `over`, or write kind: linear";
    return undefined;
  },
  doubt: (values) => slowingDoubt((values as unknown as CapacityValues).factor), // by its own fields
  create(values, context) {
    const cut = new CapacityCut(values as unknown as CapacityValues, context); // by its fields
    return {
      closes: false,
      get recoveryMs() {
        return cut.recoveryMs;
      },
      reset: () => cut.reset(),
      draw: (draw) => cut.draw(draw),
      start: () => cut.start(),
      end: () => cut.end(),
      yield: () => cut.yield(),
    };
  },
};

function isNothing(duration: DistributionValue): boolean {
  return duration.kind === "constant" && duration["value"] === 0;
}

/** How fast a passage is before the first step of a schedule of rates: as ever. */
const ITS_OWN = Infinity;

class CapacityCut {
  readonly #values: CapacityValues;
  readonly #context: EffectContext;
  readonly #course: Course;
  readonly #recover: HandlerId;
  /** Of a cut to a rate: the own rate of a target changes by itself. */
  readonly #keep: HandlerId;
  readonly #kept: EventHandle[] = [];
  /** What holds now. */
  #perDay: number = ITS_OWN;
  /** By target: at which part of its pace it is before it recovers. */
  #lows: readonly number[] = [];
  /** Of this occurrence: how long the recovery takes, ms, and the factor at its end. */
  #recovery: { readonly over: number; readonly to: number } = { over: 0, to: 1 };
  #step: number = 0;
  #endedAt: number = 0;
  #pending: EventHandle = 0;

  constructor(values: CapacityValues, context: EffectContext) {
    this.#values = values;
    this.#context = context;
    const { factor: part, rate } = values;
    const none = { steps: [] };
    this.#course =
      part === undefined
        ? new Course([{ key: "rate", schedule: rate ?? none, before: ITS_OWN }], context, (perDay) =>
            this.#cutToRate(perDay),
          )
        : new Course([{ key: "factor", schedule: part, before: 1 }], context, (drawn) =>
            this.#cutTo(() => Math.max(0, drawn)),
          );
    this.#recover = context.simulation.register({
      name: "disruption.recover",
      priority: priority.restore,
      run: () => this.#recoverStep(),
    });
    this.#keep = context.simulation.register({
      name: "disruption.keep",
      priority: priority.disrupt,
      run: () => {
        const isOff = context.targets.some(
          (target, at) => this.#partOf(target, this.#perDay) !== this.#lows[at],
        );
        if (isOff) this.#cutToRate(this.#perDay);
      },
    });
  }

  reset(): void {
    this.#course.reset();
    this.#step = 0;
    this.#pending = 0;
    this.#kept.length = 0;
  }

  draw(draw: WorldDraw): void {
    this.#course.draw(draw);
    const { recovery } = this.#values;
    if (recovery === undefined) return;
    const over = Math.max(0, Math.round(boundedMs(draw(recovery.over, "recovery.over"))));
    this.#recovery = { over, to: Math.max(0, draw(recovery.to, "recovery.to")) };
  }

  start(): void {
    this.#context.simulation.cancel(this.#pending);
    this.#step = 0;
    this.#course.start();
    if (this.#values.rate !== undefined) this.#keepRate();
  }

  end(): void {
    this.#course.end();
    for (const event of this.#kept.splice(0)) this.#context.simulation.cancel(event);
    this.#endedAt = this.#context.simulation.now;
    this.#step = this.recoveryMs === 0 ? recoverySteps : 0;
    this.#recoverStep();
  }

  /** A recovery that is under way is over. */
  yield(): void {
    this.#context.simulation.cancel(this.#pending);
    this.#lows = this.#context.targets.map(() => 1);
    this.#scaleTo((low) => low);
  }

  /** How long the recovery takes after the end. */
  get recoveryMs(): number {
    return this.#shape === "step" ? 0 : this.#recovery.over;
  }

  get #shape(): RecoveryShape {
    return this.#values.recovery?.kind ?? "step";
  }

  /**
   * Step k comes k of `recoverySteps` parts of the recovery after the end: by its index, never accumulated.
   */
  #scheduleStep(over: number): void {
    const time = this.#endedAt + Math.round((over * this.#step) / recoverySteps);
    this.#pending = this.#context.simulation.schedule(time, this.#recover, 0);
  }

  #recoverStep(): void {
    const { over, to } = this.#recovery;
    this.#scaleTo((low) => recoveredFactor(this.#shape, this.#step, { low, goal: to }));
    if (this.#step >= recoverySteps) return;
    this.#step++;
    this.#scheduleStep(over);
  }

  /** A rate stays what it is when the schedule of a passage comes to its next step. */
  #keepRate(): void {
    const { simulation, elements, targets } = this.#context;
    const dates = new Set(targets.flatMap((target) => elements.ownRateChanges(target)));
    for (const date of dates)
      if (date > simulation.now && date <= lastInstantMs)
        this.#kept.push(simulation.schedule(date, this.#keep, 0));
  }

  #cutToRate(perDay: number): void {
    this.#perDay = perDay;
    this.#cutTo((target) => this.#partOf(target, perDay));
  }

  /** A rate is a part of what the schedule of the passage has now. */
  #partOf(target: number, perDay: number): number {
    if (perDay === ITS_OWN) return 1;
    return Math.max(0, perDay) / this.#context.elements.ownRatePerDay(target);
  }

  #cutTo(partOf: (target: number) => number): void {
    this.#lows = this.#context.targets.map(partOf);
    this.#scaleTo((low) => low);
  }

  #scaleTo(factorOf: (low: number) => number): void {
    const { elements, owner, targets, announceFactor } = this.#context;
    const unit = this.#values.scales;
    const parts = this.#lows.map(factorOf);
    targets.forEach((target, index) => {
      const part = parts[index] as number; // one by target
      if (unit === "servers") elements.scaleServers(target, owner, part);
      else elements.scale(target, owner, part);
    });
    announceFactor(parts);
  }
}
