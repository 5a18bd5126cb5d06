import { assert } from "#base/assert";
import type { FlowPlan } from "#domain/traffic/flow-plan";
import type { Traffic } from "#domain/traffic/traffic";
import type { Elements } from "#domain/world/elements";
import { boundedInstant } from "#domain/world/horizon";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";
import type { Arrivals } from "#engine/random/arrival-kind";

/** So many processes may add to the arrivals of one flow. */
const ADDED = 64;
/** Added voyages have numbers from here on; those that the flow has anyhow stay below. */
const FIRST_ADDED = 0x40000000;

/** The largest factor on the rate of a flow: demand above it is cut. */
export const demandMost: number = ADDED + 1;

/** One arrival process of a flow. */
interface Sequence {
  readonly flow: number;
  /** 0: the flow's own, always at work; from 1 on those that add to it while the demand is above this. */
  readonly copy: number;
  readonly arrivals: Arrivals;
  /** The number of its next arrival, from 0, and when that is due, ms. */
  next: number;
  due: number;
  /** Whether its next arrival is on the calendar. */
  isAwake: boolean;
}

/** The arrivals of this replication: those of a flow (copy 0), and those that add to them (1, 2, ...). */
export type ArrivalsOf = (flow: number, copy: number) => Arrivals;

/**
 * Demand: each arrival of a flow begins a voyage and asks for the next. Factors on the rate of a flow move no
 * arrival. Below 1 each voyage comes with that probability, by its own mark, and is else cancelled; above 1
 * more come from processes like the flow's own, each with draws and numbers of its own: at 2.3 all of a first
 * one, and of a second one 3 in 10. So whoever comes at one factor comes at every larger one too.
 */
export class Flows {
  readonly #simulation: Simulation;
  readonly #traffic: Traffic;
  readonly #plans: readonly FlowPlan[];
  readonly #begun: number[];
  readonly #factors: number[];
  /** First the flows' own, by flow, then what was added in the order in which it was needed. */
  readonly #sequences: Sequence[] = [];
  #arrivals: ArrivalsOf | undefined = undefined;
  readonly #arrive: HandlerId;

  constructor(
    simulation: Simulation,
    rooms: { readonly traffic: Traffic; readonly elements: Elements },
    plans: readonly FlowPlan[],
  ) {
    this.#simulation = simulation;
    this.#traffic = rooms.traffic;
    this.#plans = plans;
    this.#begun = plans.map(() => 0);
    this.#factors = plans.map(() => 1);
    this.#arrive = simulation.register({
      name: "flow.arrive",
      priority: priority.arrive,
      run: (sequence) => this.#come(sequence),
      describe: (sequence) => `flow ${this.#plans[this.#sequences[sequence]?.flow ?? -1]?.id ?? sequence}`,
    });
    plans.forEach(({ id }, flow) => {
      rooms.elements.add(id, { scale: (factor) => this.#scale(flow, factor) });
    });
  }

  /** Voyages that have begun in a flow. */
  begun(flow: number): number {
    return this.#begun[flow] ?? 0;
  }

  /** As at the start of a run, with the arrivals of this replication. */
  reset(arrivals: ArrivalsOf): void {
    this.#begun.fill(0);
    this.#factors.fill(1);
    this.#arrivals = arrivals;
    this.#sequences.length = 0;
    this.#plans.forEach((_, flow) => this.#wake(this.#open(flow, 0)));
  }

  #open(flow: number, copy: number): number {
    const arrivals = (this.#arrivals as ArrivalsOf)(flow, copy); // reset gives them
    const sequence = { flow, copy, arrivals, next: 0, due: arrivals.next(), isAwake: false };
    return this.#sequences.push(sequence) - 1;
  }

  /** What adds to a flow starts with the run, like the flow: all that was due before is passed over. */
  #wake(number: number): void {
    const sequence = this.#sequence(number);
    while (sequence.due < this.#simulation.now) this.#step(sequence);
    this.#schedule(number);
  }

  #step(sequence: Sequence): void {
    sequence.next += 1;
    sequence.due = sequence.arrivals.next();
  }

  #schedule(number: number): void {
    const sequence = this.#sequence(number);
    sequence.isAwake = sequence.due < Infinity;
    if (sequence.isAwake) this.#simulation.schedule(boundedInstant(sequence.due), this.#arrive, number);
  }

  #come(number: number): void {
    const sequence = this.#sequence(number);
    const { flow, copy, next } = sequence;
    const plan = this.#plans[flow] as FlowPlan; // a known flow
    const part = (this.#factors[flow] as number) - copy; // a known flow
    if (part <= 0 && copy > 0) {
      sequence.isAwake = false;
      return;
    }
    this.#step(sequence);
    this.#schedule(number);
    const ordinal = copy === 0 ? next : FIRST_ADDED + next * ADDED + copy - 1;
    assert(copy > 0 ? ordinal < 2 * FIRST_ADDED : ordinal < FIRST_ADDED, "voyages have numbers enough");
    if (part >= 1 || plan.cancelMark.uniform(plan, ordinal) < part) {
      this.#begun[flow] = this.begun(flow) + 1;
      this.#traffic.begin(plan, ordinal);
    } else if (copy === 0) this.#traffic.cancel(plan, ordinal);
  }

  #scale(flow: number, factor: number): void {
    this.#factors[flow] = factor;
    const needed = Math.min(ADDED, Math.ceil(factor) - 1);
    for (let copy = 1; copy <= needed; copy += 1) {
      const known = this.#sequences.findIndex((one) => one.flow === flow && one.copy === copy);
      const number = known < 0 ? this.#open(flow, copy) : known;
      if (!this.#sequence(number).isAwake) this.#wake(number);
    }
  }

  #sequence(number: number): Sequence {
    return this.#sequences[number] as Sequence; // a known one
  }
}
