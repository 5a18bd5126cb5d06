import { assert } from "#base/assert";
import type { Facts } from "#domain/measure/facts";
import type { Recorder } from "#engine/record/recorder";
import type { RunOptions, RunReport, SailedLeg, World } from "#scenario/build/world";
import type { Plan } from "#study/experiment/plan";
import type { Laboratory } from "#study/experiment/runner";

/** How long the worlds of a plan last. */
export interface WorldsOptions {
  /** Worlds of another plan that are over: these take the memory of their rows. */
  readonly after?: Worlds | undefined;
  /**
   * True where each world is run once: it is gone when the next one runs, but for its rows. Of many worlds
   * at once most would outlive the collections of young memory, and only a full one, which also throws
   * compiled code away, would clear them. False when left out: a world is reset for each replication.
   */
  readonly once?: boolean;
}

/** The worlds of a plan by number, each made when it is first run. */
export class Worlds {
  /** What measures must know about each. */
  readonly facts: readonly Facts[];
  readonly #plan: Plan;
  readonly #laboratory: Laboratory;
  readonly #once: boolean;
  readonly #made: (World | undefined)[] = [];
  /** The rows of each; before it has run, those of the world whose memory it takes. */
  readonly #recorders: (Recorder | undefined)[];

  constructor(plan: Plan, laboratory: Laboratory, { after, once = false }: WorldsOptions = {}) {
    this.facts = plan.worlds.map(({ scenario }) => laboratory.factsOf(scenario));
    this.#plan = plan;
    this.#laboratory = laboratory;
    this.#once = once;
    this.#recorders = after === undefined ? [] : [...after.#recorders];
  }

  /** Runs one replication of one world, as `World.run`. */
  run(number: number, replication: number, options: RunOptions): RunReport {
    const world = this.#made[number] ?? this.#make(number);
    // The last one stays: V8 keeps the code of functions that worlds make only while it sees some of them.
    if (this.#once) this.#made.length = 0;
    this.#made[number] = world;
    this.#recorders[number] = world.recorder;
    return world.run(replication, options);
  }

  /** The rows of the last replication of a world that has run. */
  recorder(number: number): Recorder {
    const recorder = this.#recorders[number];
    assert(recorder !== undefined, "a world has run before its rows are read");
    return recorder;
  }

  /** Lets go of what reading the rows took, as `Recorder.rest`. */
  rest(): void {
    for (const recorder of this.#recorders) recorder?.rest();
  }

  /** Its legs, as `World.legs`; where worlds are run once, of the last alone. */
  legs(number: number): readonly SailedLeg[] {
    const world = this.#made[number];
    assert(world !== undefined, "legs are told of a world that is still there");
    return world.legs();
  }

  #make(number: number): World {
    const planned = this.#plan.worlds[number];
    assert(planned !== undefined, "planned numbers are numbers of worlds");
    return this.#laboratory.makeWorld(planned.scenario, this.#recorders[number]);
  }
}
