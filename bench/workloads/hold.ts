import { fastLog } from "#base/elementary";
import type { HandlerId } from "#engine/kernel/handler";
import { priority } from "#engine/kernel/priority";
import { Simulation } from "#engine/kernel/simulation";
import { Streams } from "#engine/random/stream";
import type { Stream } from "#engine/random/stream";
import { meanMs, secondsOf } from "./workload.ts";
import type { Outcome } from "./workload.ts";

/** Constants of this module: what is imported is looked up at each use. */
const logOf = fastLog;
const mean: number = meanMs;
const holds = 2_000_000;

/** Events that schedule themselves anew: the calendar and nothing else. */
class Holds {
  readonly simulation: Simulation = new Simulation();
  private readonly delays: Stream;
  private readonly holdHandler: HandlerId;

  constructor(pending: number, seed: string) {
    this.delays = new Streams(seed, 0).at("delays");
    this.holdHandler = this.simulation.register({
      name: "hold",
      priority: priority.observe,
      run: (subject) => this.hold(subject),
    });
    for (let subject = 0; subject < pending; subject++) this.hold(subject);
  }

  private hold(subject: number): void {
    this.simulation.after(-mean * logOf(this.delays.uniform()), this.holdHandler, subject);
  }
}

/** 2,000,000 holds with `size` events pending. Events are holds. */
export function hold(size: number, seed: string): Outcome {
  const model = new Holds(size, seed);
  const seconds = secondsOf(() => model.simulation.run({ events: holds }));
  return { events: holds, seconds, answer: (holds * mean) / model.simulation.now };
}
