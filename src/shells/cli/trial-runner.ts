import type { Span, Timed } from "#study/experiment/batch";
import { dispatchSpans } from "#study/runners/span-dispatch";
import { ThreadPool } from "#study/runners/thread-pool";
import { trialTask } from "#study/truth/trial-task";
import type { TrialSpan } from "#study/truth/trial-task";
import type { Figures } from "#study/truth/verification-case";
import type { TrialRequest } from "#study/truth/verify";

/** Runs the replications of one trial after another, on the same threads. */
export interface TrialRunner {
  /** Called with the replications of the present trial that are done. */
  progress: (done: number) => void;
  /** What each replication gave, in order, whatever the number of threads. */
  run(request: TrialRequest): Promise<readonly Figures[]>;
  close(): Promise<void>;
}

/** A runner on so many threads; in the calling one where that is 1. */
export function openTrialRunner({
  worker,
  threads,
  signal,
}: {
  readonly worker: string;
  readonly threads: number;
  readonly signal: AbortSignal;
}): TrialRunner {
  const pool =
    threads > 1
      ? new ThreadPool<TrialSpan, Timed<readonly Figures[]>>({ worker, threads, signal })
      : undefined;
  const inThisThread = trialTask();
  const ask = async (asked: TrialSpan): Promise<Timed<readonly Figures[]>> => {
    if (pool !== undefined) return pool.ask(asked);
    // Yields to the host, so that it can show progress and interrupt.
    await new Promise((resume) => setTimeout(resume));
    return inThisThread(asked);
  };
  const runner: TrialRunner = {
    progress: () => undefined,
    async run(request) {
      const work = (span: Span): Promise<Timed<readonly Figures[]>> => ask({ request, span });
      const span = { from: 0, to: request.plan.run.replications };
      const parts: { readonly from: number; readonly part: readonly Figures[] }[] = [];
      let done = 0;
      const take = (part: readonly Figures[], { from, to }: Span): void => {
        parts.push({ from, part });
        done += to - from;
        runner.progress(done);
      };
      await dispatchSpans(work, { span, threads, take, signal });
      return parts.sort((left, right) => left.from - right.from).flatMap(({ part }) => part);
    },
    close: async () => pool?.close(),
  };
  return runner;
}
