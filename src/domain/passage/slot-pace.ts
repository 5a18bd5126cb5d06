import type { DistributionValue, Schedule } from "#base/field";
import { dayMs } from "#base/time";
import { assert } from "#base/assert";
import type { AdmissionContext, AdmissionPlan } from "#domain/passage/admission-kind";
import { SlotGrid } from "#domain/passage/slot-grid";
import { stepsOf, valueAt } from "#domain/world/steps";
import type { Step } from "#domain/world/steps";

/** The slots a day of one replication, as they are written and drawn. */
export interface SlotRates {
  readonly steps: readonly Step<number>[];
  readonly plan: Pick<AdmissionPlan, "ratePerDay" | "changes">;
}

/**
 * Draws the rates of a schedule, each once. What holds at the start is drawn under the name `rate`, later
 * steps under `rate/1`, `rate/2`.
 */
export function slotPaceOf(rate: Schedule<DistributionValue>, { draw, start }: AdmissionContext): SlotRates {
  const written = stepsOf(rate);
  const first = Math.max(0, written.filter(({ from }) => from <= start).length - 1);
  const steps = written.slice(first).map(({ from, value }, index) => ({
    from,
    value: draw(value, index === 0 ? "rate" : `rate/${index}`),
  }));
  return {
    steps,
    plan: {
      ratePerDay: (time) => rateAt(steps, time),
      changes: steps.slice(1).map(({ from }) => from),
    },
  };
}

function rateAt(steps: readonly Step<number>[], time: number): number {
  const rate = valueAt(steps, time) ?? steps[0]?.value;
  assert(rate !== undefined, "slots have a rate from the start on");
  return rate;
}

/**
 * A grid of slots whose own rate changes at the instants of a schedule. A change is a factor like any other:
 * what is left to the next slot is divided by it, and the slots before stand where they stood.
 */
export class SlotPace {
  readonly grid: SlotGrid = new SlotGrid();
  readonly #steps: readonly Step<number>[];
  /** Slots a day at which the grid's pace is 1: the first rate above 0. */
  readonly #base: number;
  /** What the grid's pace is multiplied by: of the schedule, and of what acts on the passage. */
  #own: number = 1;
  #factor: number = 1;

  constructor({ steps }: SlotRates, start: number) {
    this.#steps = steps;
    this.#base = steps.find(({ value }) => value > 0)?.value ?? 0;
    this.grid.reset(start, dayMs / this.#base);
    if (rateAt(steps, start) !== this.#base) this.change(start);
  }

  /** What acts on the passage multiplies its pace by `factor` from `time` on. */
  scale(time: number, factor: number): void {
    this.#factor = factor;
    this.grid.scale(time, this.#own * factor);
  }

  /** Whether a step of the schedule stands at `time`. */
  changesAt(time: number): boolean {
    return this.#steps.some(({ from }) => from === time);
  }

  /** A step of the schedule has come. */
  change(time: number): void {
    this.#own = rateAt(this.#steps, time) / this.#base;
    this.grid.scale(time, this.#own * this.#factor);
  }
}
