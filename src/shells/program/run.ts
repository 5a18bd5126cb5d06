import type { Result, TidyRow } from "#study/experiment/result";
import type { Runner } from "#study/experiment/runner";
import { shippedLaboratory } from "#study/runners/shipped-laboratory";
import { threads as onThreads } from "#study/runners/threads";
import { runnerHere } from "#study/session/here";
import { rowsOn } from "#study/session/rows-on";
import type { RowOptions } from "#study/session/rows-on";
import { runOn } from "#study/session/run-on";
import type { RunOptions } from "#study/session/run-on";
import type { RunPlan } from "#study/session/run-plan";

/** On how many threads. */
export interface ThreadOptions {
  /** Worker threads, 1 or more; in the calling thread when left out or 1. The result is the same. */
  readonly threads?: number;
}

/**
 * Runs a plan and gives its summary, rows and figures: the summary is that of `summary.json`, to the byte,
 * whatever the number of threads. Rejects with `Cancelled` when the signal cancels it.
 */
export async function run(plan: RunPlan, options: RunOptions & ThreadOptions = {}): Promise<Result> {
  const { threads, ...others } = options;
  return runOn(plan, runnerOf(plan, threadsOf(plan, threads)), others);
}

/** The rows of a plan as they come, with memory that does not grow; see `rowsOn`. */
export function rows(
  plan: RunPlan,
  options: RowOptions & ThreadOptions = {},
): AsyncGenerator<TidyRow, void, undefined> {
  const threads = threadsOf(plan, options.threads);
  return rowsOn(plan, runnerOf(plan, threads), { ...options, threads });
}

/** Never more than there are replications. */
function threadsOf({ replications }: RunPlan, threads: number = 1): number {
  if (!(Number.isSafeInteger(threads) && threads >= 1))
    throw new RangeError(`a run takes a whole number of threads, 1 or more, not ${threads}`);
  return Math.min(threads, replications);
}

function runnerOf(plan: RunPlan, threads: number): Runner {
  return threads > 1 ? onThreads.create(shippedLaboratory, threads) : runnerHere(plan);
}
