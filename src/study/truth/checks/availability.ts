import { assert } from "#base/assert";
import type { Stream, Streams } from "#engine/random/stream";
import { binomialAtMost } from "#engine/stats/binomial";
import { checkOf } from "#study/truth/case-check";
import type { CaseCheck } from "#study/truth/case-check";
import { KernelStage } from "#study/truth/trials/kernel-trial";
import type { KernelModel } from "#study/truth/trials/kernel-trial";

/** The availability of one component, and arrangements: `series n`, `k-of-n`. */
interface ArrangementInputs {
  readonly a: number;
  readonly cases: readonly string[];
}

/** k of n that work: 1 less the chance that at most k - 1 do; all in series is n of n. */
const arrangements = checkOf<ArrangementInputs>({
  id: "rel-kofn",
  closedForm: ({ a, cases }) =>
    cases.map((text) => {
      const [, least, all, series] = /^(\d+)-of-(\d+)$|^series (\d+)$/.exec(text) ?? [];
      const [needed, count] = [Number(least ?? series), Number(all ?? series)];
      assert(needed > 0, `an arrangement is such as 2-of-3 or series 3, not ${text}`);
      return 1 - binomialAtMost(needed - 1, count, a);
    }),
});

/** The chances to go down from up, and up from down, in a period. */
interface SpellInputs {
  readonly alpha: number;
  readonly beta: number;
}

/** A chain of two states: on the kernel, for scenarios draw whole spells, not one period after another. */
const upAndDown = checkOf<SpellInputs>({
  id: "inv-markov-avail",
  closedForm: ({ alpha, beta }) => ({
    pi_up: beta / (alpha + beta),
    pi_down: alpha / (alpha + beta),
    mean_down: 1 / beta,
    mean_up: 1 / alpha,
  }),
  trial(inputs, plan) {
    const stage = new KernelStage(plan);
    return stage.trial(new Spells(stage, inputs), plan.seed);
  },
});

class Spells implements KernelModel {
  readonly #stage: KernelStage;
  readonly #inputs: SpellInputs;
  readonly #period: number;
  readonly #level: number;
  #turns: Stream | undefined = undefined;
  #isUp = true;
  #since = 0;
  /** Whole spells after the warm-up, up and down: how many, and how long in all, in periods. */
  #counts: [number, number] = [0, 0];
  #lengths: [number, number] = [0, 0];

  constructor(stage: KernelStage, inputs: SpellInputs) {
    this.#stage = stage;
    this.#inputs = inputs;
    this.#level = stage.levels.declare("up");
    this.#period = stage.handler("period", () => this.#pass());
  }

  begin(streams: Streams): void {
    this.#turns = streams.at("turns");
    this.#isUp = true;
    this.#since = 0;
    this.#counts = [0, 0];
    this.#lengths = [0, 0];
    this.#stage.levels.set(this.#level, 0, 1);
    this.#stage.simulation.schedule(this.#stage.unitMs, this.#period, 0);
  }

  released(): void {}

  read(): unknown {
    const [up, down] = [0, 1].map((spell) => (this.#lengths[spell] ?? NaN) / (this.#counts[spell] ?? NaN));
    const [isUp, isDown] = [this.#stage.share(1, "up"), this.#stage.share(0, "up")];
    return { pi_up: isUp, pi_down: isDown, mean_down: down, mean_up: up };
  }

  #pass(): void {
    const { simulation, unitMs, levels } = this.#stage;
    simulation.after(unitMs, this.#period, 0);
    const turns = this.#isUp ? this.#inputs.alpha : this.#inputs.beta;
    if ((this.#turns?.uniform() ?? NaN) >= turns) return;
    const spell = this.#isUp ? 0 : 1;
    if (this.#since >= this.#stage.warmUpEnd) {
      this.#counts[spell] += 1;
      this.#lengths[spell] += (simulation.now - this.#since) / unitMs;
    }
    this.#isUp = !this.#isUp;
    this.#since = simulation.now;
    levels.set(this.#level, simulation.now, this.#isUp ? 1 : 0);
  }
}

/** Whether something works, by its parts and over time. */
export const availability: readonly CaseCheck[] = [arrangements, upAndDown];
