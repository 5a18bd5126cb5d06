import type { Span, Timed } from "#study/experiment/batch";
import type { Sitting } from "#study/experiment/runner";
import { dispatchSpans } from "#study/runners/span-dispatch";
import { sweepTask } from "#study/runners/sweep-task";
import type { SweepSettings } from "#study/runners/sweep-task";
import { ThreadPool } from "#study/runners/thread-pool";
import type { SweepPart } from "#study/sweep/sweep-part";
import type { SweepSource } from "#study/sweep/sweep-source";

/** On how many threads futures are run, and what stops them: it then rejects with the signal's reason. */
export interface SweepThreads {
  readonly threads: number;
  readonly signal?: AbortSignal;
}

/** Makes ready to run futures: on threads, or in the calling one where one is asked for. */
export function openSweep(
  settings: SweepSettings,
  source: SweepSource,
  { threads, ...stop }: SweepThreads,
): Sitting<SweepPart> {
  const pool =
    threads === 1
      ? undefined
      : new ThreadPool<Span, Timed<SweepPart>>({ worker: source.worker, threads, data: settings, ...stop });
  const here = sweepTask(settings, source.open);
  const work = async (span: Span): Promise<Timed<SweepPart>> => {
    if (pool !== undefined) return pool.ask(span);
    // The host hears of an interruption between two parts.
    await new Promise((resume) => setTimeout(resume));
    return here(span);
  };
  return {
    run: (span, take) => dispatchSpans(work, { span, threads, take, ...stop }),
    close: () => pool?.close() ?? Promise.resolve(),
  };
}
