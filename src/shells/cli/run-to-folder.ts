import { relative, resolve } from "node:path";
import type { Arguments } from "#shells/cli/command";
import { exitCodes } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { junitText } from "#shells/cli/junit-text";
import { jsonText } from "#shells/cli/output";
import { paintOf } from "#shells/cli/paint";
import type { RunContext } from "#shells/cli/run-context";
import { exitCodeOf, tellViolations } from "#shells/cli/run-ending";
import { runOpened } from "#shells/cli/run-opened";
import { nextText, resultText, thresholdText } from "#shells/cli/run-printout";
import { quoted } from "#shells/cli/typed-command";
import { writeRun } from "#shells/cli/write-run";
import type { Experiment } from "#study/experiment/experiment";
import { planExperiment } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import type { RunRequest } from "#study/store/run-request";
import type { UnfinishedRun } from "#study/store/unfinished-run";
import { writeWholeFile } from "#study/store/whole-folder";

/** Where a run is written, on how many threads it runs. */
export interface FolderRun extends RunContext {
  readonly folder: string;
  readonly threads: number;
}

/**
 * Runs what an unfinished run still lacks, prints the summary and writes the run folder; gives the exit code.
 * Interrupted, it keeps what was run, and says how it goes on.
 */
export async function runToFolder(
  unfinished: UnfinishedRun,
  { given, io, workshop, folder, threads }: FolderRun,
): Promise<number> {
  const { study, warnings, audit, typed, version } = unfinished.request;
  const asTyped = { ...given, ...typedArguments(typed), audit };
  try {
    const run = { given: asTyped, io, workshop, threads, warnings, unfinished };
    const { experiment, seconds } = await runOpened(study, run);
    await writeRun(folder, experiment, { threads, seconds, request: { version, audit, warnings, typed } });
    unfinished.remove();
    if (given.junit !== undefined) {
      const ended = { seconds, endedAt: Date.now(), version };
      writeWholeFile(resolve(io.folder, given.junit), junitText(experiment, ended));
    }
    const plan = planExperiment(study);
    print(experiment, plan, { given: asTyped, io, folder });
    const { batch, result } = experiment;
    tellViolations(batch, plan, io);
    return exitCodeOf(
      batch,
      result.summary.thresholds.every(({ verdict }) => verdict === "pass"),
    );
  } catch (error) {
    if (!io.signal.aborted) throw error;
    unfinished.flush();
    const shown = given.out ?? relative(io.folder, folder);
    io.err(`Interrupted; what was run is kept: ${io.program} resume ${quoted(shown)} goes on.\n`);
    return exitCodes.interrupted;
  }
}

/** What was typed when the run began, as its command is told. */
function typedArguments({
  paths,
  set,
  seed,
  replications,
}: RunRequest["typed"]): Pick<Arguments, "paths" | "set" | "seed" | "replications"> {
  return { paths, set, seed: seed ?? undefined, replications: replications ?? undefined };
}

function print(
  { result }: Experiment,
  plan: Plan,
  { given, io, folder }: { readonly given: Arguments; readonly io: Io; readonly folder: string },
): void {
  if (given.json) return io.out(jsonText(result.summary));
  if (given.quiet) {
    // An exit code that is not 0 is never left without a word.
    const open = result.summary.thresholds.filter(({ verdict }) => verdict !== "pass");
    for (const threshold of open) io.err(`${thresholdText(threshold, result, paintOf(io))}\n`);
    return io.out(`${result.summary.answer}\n`);
  }
  io.out(resultText(result, io, given.full));
  io.out(nextText(given, plan, { program: io.program, folder: given.out ?? relative(io.folder, folder) }));
}

/** The head goes where it disturbs nobody: to stderr when stdout is for one JSON document. */
export function say({ json, quiet }: Arguments, io: Io, text: string): void {
  if (quiet) return;
  if (json) io.err(text);
  else io.out(text);
}
