import type { Batch } from "#study/experiment/batch";
import { planExperiment } from "#study/experiment/plan";
import type { TidyRow } from "#study/experiment/result";
import type { Runner } from "#study/experiment/runner";
import { Cancelled } from "#study/session/cancelled";
import { rowsByReplication } from "#study/session/row-order";
import type { RunOptions } from "#study/session/run-on";
import type { RunPlan } from "#study/session/run-plan";

/** Replications that are run at once, for each thread: what is held in memory, and no more. */
const STRETCH = 16;

/**
 * Runs all replications of a plan and gives their rows, by replication, then variant, measure, and the run
 * before its twin. Nothing is kept: a stretch of replications is run when the rows of the one before have
 * been taken, so that memory does not grow and nothing runs ahead of a slow reader. Leaving the loop ends the
 * threads.
 */
export async function* rowsOn(
  plan: RunPlan,
  runner: Runner,
  { threads, signal, onProgress, audit = false }: RowOptions & { readonly threads: number },
): AsyncGenerator<TidyRow, void, undefined> {
  const experiment = planExperiment(plan.study);
  const { replications: total } = plan;
  let done = 0;
  try {
    const sitting = await runner.open(plan.study, { audit, ...(signal === undefined ? {} : { signal }) });
    try {
      while (done < total) {
        const span = { from: done, to: Math.min(done + STRETCH * threads, total) };
        const batches: Batch[] = [];
        await sitting.run(span, (batch) => batches.push(batch));
        done = span.to;
        onProgress?.({ done, total });
        batches.sort((left, right) => left.span.from - right.span.from);
        for (const batch of batches) yield* rowsByReplication(experiment, batch);
        signal?.throwIfAborted();
      }
    } finally {
      await sitting.close();
    }
  } catch (error) {
    throw signal?.aborted ? new Cancelled(done, total, signal.reason) : error;
  }
}

/** How rows are read, wherever it is. */
export type RowOptions = Omit<RunOptions, "observers">;
