import type { Batch } from "#study/experiment/batch";
import { runExperiment } from "#study/experiment/experiment";
import { planExperiment } from "#study/experiment/plan";
import { repeatedWarnings } from "#study/experiment/repeated-warnings";
import type { Result, TidyRow } from "#study/experiment/result";
import type { Runner } from "#study/experiment/runner";
import { Cancelled } from "#study/session/cancelled";
import { BatchOrder, rowsByReplication, watched } from "#study/session/row-order";
import type { RunPlan } from "#study/session/run-plan";

/** How far a run is. */
export interface Progress {
  /** Replications done, of so many. */
  readonly done: number;
  readonly total: number;
}

/** Who hears of a run while it goes on. What they throw ends it. */
export interface RunObservers {
  /**
   * Told each row, by replication, then variant, measure, and the run before its twin: the same rows in the
   * same order whatever the number of threads. A row comes once all replications before its own are done. The
   * run does not wait for anything that is begun here; where it should, take `rows`.
   */
  readonly onRow?: (row: TidyRow) => void;
}

/** How a plan is run, wherever it is. */
export interface RunOptions {
  /**
   * Cancels the run: it stops within one batch of replications, its threads are ended, and the promise
   * rejects with `Cancelled`.
   */
  readonly signal?: AbortSignal;
  /** Told after each batch of replications. */
  readonly onProgress?: (progress: Progress) => void;
  readonly observers?: RunObservers;
  /** Recount every world while it runs; false when left out. */
  readonly audit?: boolean;
}

/** Runs a plan with a runner, and makes its result. */
export async function runOn(plan: RunPlan, runner: Runner, options: RunOptions): Promise<Result> {
  const { signal, onProgress, observers, audit = false } = options;
  const { study, replications: total } = plan;
  const onRow = observers?.onRow;
  let done = 0;
  const progress = (count: number): void => {
    done = count;
    onProgress?.({ done, total });
  };
  try {
    const observed = onRow === undefined ? runner : watched(runner, rowTeller(plan, onRow));
    const experiment = await runExperiment(study, observed, {
      audit,
      progress,
      command: commandOf(plan),
      warnings: repeatedWarnings(plan.scenario.warnings),
      ...(signal === undefined ? {} : { signal }),
    });
    return experiment.result;
  } catch (error) {
    throw signal?.aborted ? new Cancelled(done, total, signal.reason) : error;
  }
}

function rowTeller(plan: RunPlan, onRow: (row: TidyRow) => void): (batch: Batch) => void {
  const experiment = planExperiment(plan.study);
  const order = new BatchOrder((batch) => {
    for (const row of rowsByReplication(experiment, batch)) onRow(row);
  });
  return (batch) => order.take(batch);
}

/** What to type to get the same result again. */
function commandOf({ scenario, seed, replications, variants }: RunPlan): string {
  const chosen = variants.length === scenario.variants.length ? {} : { variants };
  const options = JSON.stringify({ replications, seed, ...chosen });
  return `run(plan(loadScenario(${JSON.stringify(scenario.id)}), ${options}))`;
}
