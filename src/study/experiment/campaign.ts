import { assert } from "#base/assert";
import type { Study } from "#scenario/language/resolved";
import type { Batch, Span } from "#study/experiment/batch";
import { gapsBelow } from "#study/experiment/gaps";
import { gather } from "#study/experiment/gather";
import type { Runner, RunnerOptions, Sitting } from "#study/experiment/runner";

/** How replications are run, and what is done with what they give. */
export interface CampaignOptions extends RunnerOptions {
  /** Called after each batch with the replications done so far. */
  readonly progress?: (done: number) => void;
  /** Batches of the same study that were run before, in any order: they are not run again. */
  readonly kept?: readonly Batch[];
  /** Called with each batch that is run. */
  readonly keep?: (batch: Batch) => void;
  /** Called when all that was asked for so far has been run: what comes next is not put to it. */
  readonly reached?: () => void;
}

/** Replications of one study that grow in number: what has been run is kept, and only what is new is run. */
export class Campaign {
  readonly #sitting: Sitting;
  readonly #progress: (done: number) => void;
  readonly #keep: (batch: Batch) => void;
  readonly #reached: () => void;
  readonly #batches: Batch[];

  private constructor(
    sitting: Sitting,
    { progress = () => {}, keep = () => {}, reached = () => {}, kept = [] }: CampaignOptions,
  ) {
    this.#sitting = sitting;
    this.#progress = progress;
    this.#keep = keep;
    this.#reached = reached;
    this.#batches = [...kept];
  }

  /** Opens the study. */
  static async open(study: Study, runner: Runner, options: CampaignOptions): Promise<Campaign> {
    return new Campaign(await runner.open(study, options), options);
  }

  /** Runs those of the replications from 0 up to, not including, number `count` that were not run yet. */
  async growTo(count: number): Promise<Batch> {
    for (const span of gapsBelow(count, this.#spans()))
      await this.#sitting.run(span, (batch) => this.#take(batch));
    this.#reached();
    const wanted = this.#batches.filter(({ span }) => span.from < count);
    assert(
      wanted.every(({ span }) => span.to <= count),
      "no batch lies across the end of what is asked for",
    );
    return gather(wanted);
  }

  /** Ends the threads of its runner. */
  async close(): Promise<void> {
    await this.#sitting.close();
  }

  #spans(): readonly Span[] {
    return this.#batches.map(({ span }) => span);
  }

  #take(batch: Batch): void {
    this.#batches.push(batch);
    this.#keep(batch);
    this.#progress(this.#batches.reduce((sum, { span }) => sum + span.to - span.from, 0));
  }
}
