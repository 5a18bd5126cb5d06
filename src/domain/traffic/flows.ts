import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Traffic } from "#domain/traffic/traffic";
import { boundedInstant } from "#domain/world/horizon";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Arrivals } from "#engine/random/arrival-kind";

/** Demand: each flow has one pending arrival, and each arrival begins a voyage and asks for the next. */
export class Flows {
  readonly #simulation: Simulation;
  readonly #traffic: Traffic;
  readonly #plans: readonly FlowPlan[];
  readonly #ordinals: number[];
  #arrivals: readonly Arrivals[] = [];
  readonly #arrive: HandlerId;

  constructor(simulation: Simulation, traffic: Traffic, plans: readonly FlowPlan[]) {
    this.#simulation = simulation;
    this.#traffic = traffic;
    this.#plans = plans;
    this.#ordinals = plans.map(() => 0);
    this.#arrive = simulation.register({
      name: "flow.arrive",
      priority: priority.arrive,
      run: (flow) => this.#begin(flow),
      describe: (flow) => `flow ${this.#plans[flow]?.id ?? flow}`,
    });
  }

  /** Voyages that have begun in a flow. */
  begun(flow: number): number {
    return this.#ordinals[flow] as number; // a known flow
  }

  /** As at the start of a run, with the arrivals of this replication, by flow. */
  reset(arrivals: readonly Arrivals[]): void {
    this.#ordinals.fill(0);
    this.#arrivals = arrivals;
    arrivals.forEach((_, flow) => this.#scheduleNext(flow));
  }

  #begin(flow: number): void {
    const ordinal = this.begun(flow);
    this.#ordinals[flow] = ordinal + 1;
    this.#scheduleNext(flow);
    this.#traffic.begin(this.#plans[flow] as FlowPlan, ordinal); // a known flow
  }

  #scheduleNext(flow: number): void {
    const time = this.#arrivals[flow]?.next() ?? Infinity;
    if (time < Infinity) this.#simulation.schedule(boundedInstant(time), this.#arrive, flow);
  }
}
