import { lastInstantMs } from "#base/time";
import type { Decisions } from "#domain/traffic/decisions";
import type { Outlook } from "#domain/traffic/outlook";
import type { ClassBars, Routes } from "#domain/traffic/routes";
import type { Vessels } from "#domain/traffic/vessels";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import type { Simulation } from "#engine/kernel/simulation";

/** One change of who may pass a passage. */
interface Change {
  readonly passage: number;
  readonly from: number;
  readonly bars: ClassBars;
}

/** Whom a change of limits concerns. */
export interface LimitRooms {
  readonly routes: Routes;
  readonly outlook: Outlook;
  readonly vessels: Vessels;
  readonly decisions: Pick<Decisions, "watch">;
}

/**
 * Limits of passages that change at dates. They are law, which everybody knows the moment it holds, and no
 * policy delays it: each vessel under way whose class may now pass what it might not, or no longer may what
 * it might, takes the cheapest legal route from where it is, as after an announcement without a delay.
 *
 * - Who waits before the passage and may no longer pass leaves its line for another route, or has none and
 *   ends there without a legal route.
 * - Who sails over the mesh turns; who is on a link or inside a passage goes on when it comes to its end.
 *   Those inside the passage itself finish their transit.
 * - At sea without any route a vessel sails on to where it was bound for, and ends there if none is legal by
 *   then.
 * - A change holds already for a slot that stands at its instant.
 * - Who goes round a passage of the route with which it began is diverted, as with any policy.
 *
 * Where no limit changes nothing is done.
 */
export class Limits {
  readonly #simulation: Simulation;
  readonly #rooms: Omit<LimitRooms, "decisions">;
  readonly #chooseAgain: (vessel: number) => void;
  readonly #changes: readonly Change[];
  readonly #change: HandlerId;

  /** `chooseAgain`: a vessel decides where it is, and turns if it can. */
  constructor(simulation: Simulation, rooms: LimitRooms, chooseAgain: (vessel: number) => void) {
    this.#simulation = simulation;
    this.#rooms = rooms;
    this.#chooseAgain = chooseAgain;
    this.#changes = rooms.routes.changes.flatMap((changes, passage) =>
      (changes ?? []).map((change) => ({ passage, ...change })),
    );
    if (this.#changes.length > 0) rooms.decisions.watch(rooms.routes.changes.map((_, passage) => passage));
    this.#change = simulation.register({
      name: "passage.limit",
      priority: priority.restore,
      run: (number) => this.#changeTo(this.#changes[number] as Change), // the subject is its number
      describe: (number) => `passage ${this.#changes[number]?.passage ?? "unknown"}`,
    });
  }

  /** As at the start of a run. */
  reset(): void {
    if (this.#rooms.routes.reset()) this.#rooms.outlook.routesChanged();
    this.#changes.forEach(({ from }, number) => {
      if (from <= lastInstantMs) this.#simulation.schedule(from, this.#change, number);
    });
  }

  #changeTo({ passage, bars }: Change): void {
    const { routes, outlook, vessels } = this.#rooms;
    const concerned = routes.setBars(passage, bars);
    if (concerned.size === 0) return;
    outlook.routesChanged();
    vessels.clearTo.fill(-1);
    for (const vessel of vessels.underWay()) {
      if (concerned.has(outlook.flow(vessel).vesselClass)) this.#chooseAgain(vessel);
    }
  }
}
