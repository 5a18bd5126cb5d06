import { standardExponential } from "#engine/random/standard-exponential";
import type { Stream, Streams } from "#engine/random/stream";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck } from "#study/truth/case-check";
import { birthDeath, meanOver } from "#study/truth/theory/birth-death";
import { KernelStage } from "#study/truth/trials/kernel-trial";
import type { KernelModel } from "#study/truth/trials/kernel-trial";

/** Machines, failures of a working one and repairs of one crew a unit, and crews. */
interface RepairInputs {
  readonly N: number;
  readonly fail_rate: number;
  readonly repair_rate: number;
  readonly crews: number;
}

const levels = ["queue/crews", "busy/crews"] as const;

/** A finite source: on the kernel, for flows of scenarios never end. */
export const machineRepair: CaseCheck = checkOf<RepairInputs>({
  id: "q-machine-repair",
  closedForm({ N, fail_rate, repair_rate, crews }) {
    const chances = birthDeath(
      N,
      (down) => (N - down) * fail_rate,
      (down) => Math.min(down, crews) * repair_rate,
    );
    const down = meanOver(chances, (count) => count);
    return { P0: chances[0], mean_down: down, availability: 1 - down / N };
  },
  trial(inputs, plan) {
    const stage = new KernelStage(plan);
    return stage.trial(new Workshop(stage, inputs), plan.seed);
  },
});

class Workshop implements KernelModel {
  readonly #stage: KernelStage;
  readonly #inputs: RepairInputs;
  readonly #crews: number;
  readonly #failure: number;
  /** By machine, the draws of its working times and of its repairs. */
  #working: readonly Stream[] = [];
  #repairs: readonly Stream[] = [];

  constructor(stage: KernelStage, inputs: RepairInputs) {
    this.#stage = stage;
    this.#inputs = inputs;
    this.#crews = stage.open("crews", inputs.crews);
    this.#failure = stage.handler("failure", (machine) => {
      const repair = this.#drawn(this.#repairs[machine], inputs.repair_rate);
      stage.stations.arrive(this.#crews, machine, repair, 0);
    });
  }

  begin(streams: Streams): void {
    const machines = Array.from({ length: this.#inputs.N }, (_, machine) => machine);
    this.#working = machines.map((machine) => streams.at(`working/${machine}`));
    this.#repairs = machines.map((machine) => streams.at(`repairs/${machine}`));
    for (const machine of machines) this.released(machine);
  }

  released(machine: number): void {
    const works = this.#drawn(this.#working[machine], this.#inputs.fail_rate);
    this.#stage.simulation.after(works, this.#failure, machine);
  }

  read(): unknown {
    const down = this.#stage.mean(...levels);
    return { P0: this.#stage.share(0, ...levels), mean_down: down, availability: 1 - down / this.#inputs.N };
  }

  #drawn(stream: Stream | undefined, rate: number): number {
    return (this.#stage.unitMs / rate) * standardExponential(stream?.uniform() ?? NaN);
  }
}
