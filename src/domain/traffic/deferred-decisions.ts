import type { Vessels } from "#domain/traffic/vessels";
import { boundedMs } from "#domain/world/horizon";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";

/** A decision to come, of the voyage that had the vessel's number when it was deferred. */
interface Deferred {
  readonly vessel: number;
  readonly serial: number;
}

/**
 * Decisions that vessels take some time after they have heard of something. One whose voyage has ended by
 * then decides nothing, though another voyage may have its number.
 */
export class DeferredDecisions {
  readonly #simulation: Simulation;
  readonly #vessels: Pick<Vessels, "serial">;
  readonly #deferred: Deferred[] = [];
  readonly #decide: HandlerId;

  /** `decide` is called with a vessel whose delay is over; `name` is that of the event. */
  constructor(
    simulation: Simulation,
    vessels: Pick<Vessels, "serial">,
    { name, decide }: { readonly name: string; readonly decide: (vessel: number) => void },
  ) {
    this.#simulation = simulation;
    this.#vessels = vessels;
    this.#decide = simulation.register({
      name,
      priority: priority.decide,
      run: (number) => {
        const { vessel, serial } = this.#deferred[number] as Deferred; // the subject is its number
        if (vessels.serial[vessel] === serial) decide(vessel);
      },
      describe: (number) => `vessel ${this.#deferred[number]?.vessel ?? "unknown"}`,
    });
  }

  /** A vessel decides `delayMs` from now on. */
  defer(vessel: number, delayMs: number): void {
    const serial = this.#vessels.serial[vessel] as number; // a vessel under way
    const number = this.#deferred.push({ vessel, serial }) - 1;
    this.#simulation.after(boundedMs(delayMs), this.#decide, number);
  }

  /** As at the start of a run: nothing is to be decided. */
  reset(): void {
    this.#deferred.length = 0;
  }
}
