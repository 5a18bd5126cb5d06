import type { DistributionValue } from "#base/field";
import type { Elements } from "#domain/world/elements";
import { boundedInstant, boundedMs } from "#domain/world/horizon";
import type { EventHandle, HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";

/** How long what fails by itself works between failures, and how long its repair takes. */
export interface Lifetime {
  readonly between: DistributionValue;
  readonly repair: DistributionValue;
  /** Whether time between failures counts only while the element has work. */
  readonly clock: "busy" | "calendar";
}

/** An element that fails by itself. */
export interface Mortal {
  readonly id: string;
  readonly element: number;
  readonly clock: Lifetime["clock"];
}

/**
 * Clocks of what fails by itself: each counts down the time that its element has left, by the calendar or
 * only while it has work, and then calls back.
 */
export class Lifetimes {
  readonly #simulation: Simulation;
  readonly #elements: Elements;
  readonly #all: readonly (Mortal | undefined)[];
  readonly #leftMs: number[];
  /** Since when a clock runs; NaN while it stands. */
  readonly #since: number[];
  readonly #pending: EventHandle[];
  readonly #isCounting: boolean[];
  readonly #fail: HandlerId;

  /** `all` holds nothing where a number is that of something that does not fail by itself. */
  constructor(
    rooms: { readonly simulation: Simulation; readonly elements: Elements },
    all: readonly (Mortal | undefined)[],
    failed: (number: number) => void,
  ) {
    this.#simulation = rooms.simulation;
    this.#elements = rooms.elements;
    this.#all = all;
    this.#leftMs = all.map(() => 0);
    this.#since = all.map(() => NaN);
    this.#pending = all.map(() => 0);
    this.#isCounting = all.map(() => false);
    this.#fail = rooms.simulation.register({
      name: "disruption.fail",
      priority: priority.disrupt,
      run: (number) => {
        this.#halt(number);
        this.#isCounting[number] = false;
        failed(number);
      },
      describe: (number) => all[number]?.id ?? String(number),
    });
    all.forEach((one, number) => {
      if (one?.clock === "busy") rooms.elements.watch(one.element, () => this.#look(number));
    });
  }

  /** As at the start of a run: no clock runs. */
  reset(): void {
    this.#since.fill(NaN);
    this.#pending.fill(0);
    this.#isCounting.fill(false);
  }

  /** From now on an element has so long left, ms. */
  live(number: number, lifetimeMs: number): void {
    this.#leftMs[number] = Math.max(0, Math.round(boundedMs(lifetimeMs)));
    this.#isCounting[number] = true;
    this.#look(number);
  }

  /** Lets a clock run, or stand, as its element has work. */
  #look(number: number): void {
    const one = this.#all[number];
    if (one === undefined || this.#isCounting[number] !== true) return;
    const shouldRun = one.clock === "calendar" || this.#elements.isWorking(one.element);
    const runs = this.#pending[number] !== 0;
    if (runs && !shouldRun) this.#halt(number);
    else if (!runs && shouldRun) this.#run(number);
  }

  #run(number: number): void {
    const { now } = this.#simulation;
    this.#since[number] = now;
    const time = boundedInstant(now + (this.#leftMs[number] as number)); // one by disruption
    this.#pending[number] = this.#simulation.schedule(time, this.#fail, number);
  }

  #halt(number: number): void {
    const since = this.#since[number] as number; // one by disruption
    this.#simulation.cancel(this.#pending[number] as EventHandle); // the same; a void one is passed over
    this.#leftMs[number] = (this.#leftMs[number] as number) - (this.#simulation.now - since); // the same
    this.#pending[number] = 0;
    this.#since[number] = NaN;
  }
}
