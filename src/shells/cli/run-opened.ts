import type { Study } from "#scenario/language/resolved";
import type { Arguments } from "#shells/cli/command";
import type { Io } from "#shells/cli/io";
import { progressOn } from "#shells/cli/progress";
import type { RunContext } from "#shells/cli/run-context";
import { commandText } from "#shells/cli/typed-command";
import type { Experiment, ExperimentOptions } from "#study/experiment/experiment";
import type { Plan } from "#study/experiment/plan";
import type { UnfinishedRun } from "#study/store/unfinished-run";

/** How a study is run. */
export interface OpenedRun extends RunContext {
  readonly threads: number;
  /** Warnings of the scenario's check, to be repeated beside the numbers. */
  readonly warnings: readonly string[];
  /** When more replications are run than the study says. */
  readonly more?: ExperimentOptions["more"];
  /** Where replications are kept while the run goes on; what stands there is not run again. */
  readonly unfinished?: Pick<UnfinishedRun, "kept" | "keep" | "flush">;
}

/** Runs a study that was opened, showing how far it is, and says how long it took. */
export async function runOpened(
  study: Study,
  { given, io, workshop, threads, warnings, more, unfinished }: OpenedRun,
): Promise<{ readonly experiment: Experiment; readonly seconds: number }> {
  // Loaded late, so that the first words stand there within a second.
  const { runExperiment } = await import("#study/experiment/experiment");
  const { runners } = await import("#study/runners/kinds");
  const kind = runners.find((candidate) => candidate.kind === (threads > 1 ? "threads" : "inline"));
  if (kind === undefined) throw new Error("both runners are listed");
  const progress = progressOn(io, given.quiet);
  const started = io.now();
  try {
    const experiment = await runExperiment(study, kind.create(workshop.laboratory, threads), {
      audit: given.audit,
      progress: (done, total) => progress.show(done, total),
      signal: io.signal,
      command: commandText(given),
      warnings,
      ...(unfinished === undefined ? {} : keeping(unfinished)),
      ...(more === undefined ? {} : { more }),
    });
    return { experiment, seconds: (io.now() - started) / 1000 };
  } finally {
    progress.stop();
  }
}

/** Keeps what is run; what is on disk never lies across a number of replications at which it was asked. */
function keeping(
  unfinished: Pick<UnfinishedRun, "kept" | "keep" | "flush">,
): Pick<ExperimentOptions, "kept" | "keep" | "reached"> {
  return {
    kept: unfinished.kept,
    keep: (batch) => unfinished.keep(batch),
    reached: () => unfinished.flush(),
  };
}

/** Threads that a plan is run on: as many as are asked for or there are, and no more than replications. */
export function threadCount({ threads }: Arguments, plan: Plan, io: Io): number {
  return Math.min(threads ?? io.cores, plan.replications);
}
