import type { Study } from "#scenario/language/resolved";
import type { Batch } from "#study/experiment/batch";
import { gather } from "#study/experiment/gather";
import type { Runner, RunnerOptions, Sitting } from "#study/experiment/runner";

/** Replications of one study that grow in number: what has been run is kept, and only what is new is run. */
export class Campaign {
  readonly #sitting: Sitting;
  readonly #progress: (done: number) => void;
  readonly #batches: Batch[] = [];
  #done = 0;

  private constructor(sitting: Sitting, progress: (done: number) => void) {
    this.#sitting = sitting;
    this.#progress = progress;
  }

  /** Opens the study; `progress` is called after each batch with the replications done so far. */
  static async open(
    study: Study,
    runner: Runner,
    { progress = () => {}, ...options }: RunnerOptions & { readonly progress?: (done: number) => void },
  ): Promise<Campaign> {
    return new Campaign(await runner.open(study, options), progress);
  }

  /** How many replications have been run. */
  get done(): number {
    return this.#done;
  }

  /** Runs the replications from those that are done up to, not including, number `count`. */
  async growTo(count: number): Promise<Batch> {
    const from = this.#done;
    if (count > from) await this.#sitting.run({ from, to: count }, (batch) => this.#take(batch));
    return gather(this.#batches);
  }

  /** Ends the threads of its runner. */
  async close(): Promise<void> {
    await this.#sitting.close();
  }

  #take(batch: Batch): void {
    this.#batches.push(batch);
    this.#done += batch.span.to - batch.span.from;
    this.#progress(this.#done);
  }
}
