import type { Arguments } from "#shells/cli/command";
import { exitCodes } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { loggedProgressOn } from "#shells/cli/progress";
import type { FolderRun } from "#shells/cli/kept-run";
import { ScenarioRefused } from "#shells/cli/scenario-refused";
import { sweepQuestion } from "#shells/cli/sweep-question-of";
import { tellSweep } from "#shells/cli/sweep-printout";
import { quoted } from "#shells/cli/typed-command";
import { version } from "#shells/cli/version";
import { writeSweep } from "#shells/cli/write-sweep";
import type { SweepRequest } from "#study/store/sweep-request";
import type { UnfinishedSweep } from "#study/store/unfinished-sweep";
import { FutureRefused, runSweep } from "#study/sweep/sweep";
import type { Sweep } from "#study/sweep/sweep";
import { findingsOf } from "#study/sweep/sweep-findings";
import type { SweepPlan } from "#study/sweep/sweep-plan";

/**
 * Runs the futures that an unfinished sweep still lacks, prints what was found and writes the folder; gives
 * the exit code. Interrupted, it keeps what was run, and says how it goes on.
 */
export async function sweepToFolder(
  unfinished: UnfinishedSweep,
  plan: SweepPlan,
  context: FolderRun,
): Promise<number> {
  const { given, io, folder, shown, threads } = context;
  const { typed, audit } = unfinished.request;
  const asTyped = { ...given, ...typedArguments(typed), audit };
  const started = io.now();
  try {
    const sweep = await runKept(unfinished, plan, context);
    unfinished.flush();
    const provenance = {
      ...{ version: version(), node: process.version, threads, events: sweep.events },
      seconds: (io.now() - started) / 1000,
    };
    const findings = findingsOf(sweep.cube, sweepQuestion(sweep.cube, asTyped));
    const rows = (): Iterable<string> => unfinished.rows();
    await writeSweep(folder, sweep, { findings, rows, given: asTyped, provenance });
    unfinished.remove();
    tellSweep(findings, { given: asTyped, io, shown });
    return exitCodeOfSweep(sweep, io);
  } catch (error) {
    if (error instanceof FutureRefused) throw refused(unfinished, error);
    if (!io.signal.aborted) throw error;
    unfinished.flush();
    io.err(`Interrupted; what was run is kept: ${io.program} resume ${quoted(shown)} goes on.\n`);
    return exitCodes.interrupted;
  }
}

/** What was typed when the sweep began. */
function typedArguments({
  sample,
  count,
  by,
  of,
  indifference,
  seed,
  replications,
  ...others
}: SweepRequest["typed"]): Partial<Arguments> {
  return {
    ...others,
    ...{ sample: sample ?? undefined, count: count ?? undefined, by: by ?? undefined, of: of ?? undefined },
    ...{ indifference: indifference ?? undefined, seed: seed ?? undefined },
    replications: replications ?? undefined,
  };
}

/** As many threads as are asked for or there are, and no more than futures. */
export function sweepThreads({ threads }: Arguments, { futures }: SweepPlan, io: Io): number {
  return Math.min(threads ?? io.cores, futures.count);
}

async function runKept(
  unfinished: UnfinishedSweep,
  plan: SweepPlan,
  { given, io, workshop, threads }: FolderRun,
): Promise<Sweep> {
  // Loaded late, so that the first words stand there within a second.
  const { openSweep } = await import("#study/runners/open-sweep");
  const { scenario, replications, audit } = unfinished.request;
  const progress = loggedProgressOn(io, given.quiet, "futures");
  const sitting = openSweep({ scenario, replications, audit }, workshop.futures, {
    threads,
    signal: io.signal,
  });
  try {
    return await runSweep(plan, sitting, {
      kept: unfinished.kept(),
      keep: (part) => unfinished.keep(part),
      progress: (done, total) => progress.show(done, total),
    });
  } finally {
    progress.stop();
    await sitting.close();
  }
}

/** Nothing is left of a sweep that can never end. */
function refused(unfinished: UnfinishedSweep, { diagnostics }: FutureRefused): ScenarioRefused {
  unfinished.remove();
  return new ScenarioRefused(diagnostics, "nothing was written; vary within what the scenario takes");
}

/** As that of a run: what was lost or broke off is said, future by future. */
function exitCodeOfSweep({ violations, limits }: Sweep, io: Io): number {
  for (const violation of violations) io.err(`Violation: ${violation}\n`);
  for (const limit of limits) io.err(`Limit hit: ${limit}\n`);
  if (limits.length > 0) return exitCodes.limitHit;
  return violations.length === 0 ? exitCodes.done : exitCodes.failed;
}
