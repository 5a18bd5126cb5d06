import { existsSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Arguments } from "#shells/cli/command";
import { exitCodes } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { junitText } from "#shells/cli/junit-text";
import { paintOf } from "#shells/cli/paint";
import type { RunContext } from "#shells/cli/run-context";
import { tellViolations } from "#shells/cli/run-ending";
import { runOpened } from "#shells/cli/run-opened";
import { commandText, quoted } from "#shells/cli/typed-command";
import { writeRun } from "#shells/cli/write-run";
import type { Experiment, MoreReplications } from "#study/experiment/experiment";
import { planExperiment } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import type { RunRequest } from "#study/store/run-request";
import type { UnfinishedRun } from "#study/store/unfinished-run";
import { manifestName, writeWholeFile } from "#study/store/whole-folder";

/** Where a run is written, on how many threads it runs. */
export interface FolderRun extends RunContext {
  readonly folder: string;
  /** The folder as people type it. */
  readonly shown: string;
  readonly threads: number;
}

/** How a run goes on beyond what its study says, and what is said of it. */
export interface RunEnd {
  /** More replications than the study says; none when left out. */
  readonly more?: MoreReplications;
  /** Tells of the run, whose folder stands, and gives the exit code. */
  readonly tell: (experiment: Experiment, plan: Plan, given: Arguments) => number;
}

/**
 * Runs what an unfinished run still lacks, writes the run folder and tells of it; gives the exit code.
 * Interrupted, it keeps what was run, and says how it goes on.
 */
export async function runKept(
  unfinished: UnfinishedRun,
  { given, io, workshop, folder, shown, threads }: FolderRun,
  { more, tell }: RunEnd,
): Promise<number> {
  const { study, warnings, audit, typed, version } = unfinished.request;
  const asTyped = { ...given, ...typedArguments(typed), audit };
  try {
    const { experiment, seconds } = await runOpened(study, {
      ...{ given: asTyped, io, workshop, threads, warnings, unfinished },
      ...(more === undefined ? {} : { more }),
    });
    const ended = more === undefined ? experiment : repeatable(experiment, asTyped);
    const { replications } = ended.result.summary;
    const again = more === undefined ? typed : { ...typed, replications };
    await writeRun(folder, ended, { threads, seconds, request: { version, audit, warnings, typed: again } });
    unfinished.remove();
    if (given.junit !== undefined) {
      const told = { seconds, endedAt: Date.now(), version };
      writeWholeFile(resolve(io.folder, given.junit), junitText(ended, told));
    }
    const plan = planExperiment(study);
    const code = tell(ended, plan, asTyped);
    tellViolations(ended.batch, plan, io);
    return code;
  } catch (error) {
    if (!io.signal.aborted) throw error;
    unfinished.flush();
    io.err(`Interrupted; what was run is kept: ${io.program} resume ${quoted(shown)} goes on.\n`);
    return exitCodes.interrupted;
  }
}

/** What gives the same again is a run of as many replications as it came to. */
function repeatable({ result, batch }: Experiment, given: Arguments): Experiment {
  const command = commandText({ ...given, replications: result.summary.replications });
  return { result: { ...result, command }, batch };
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

/** Which run its folder loses to this one, in a line; empty where none stands there. */
export function replacedText(folder: string, shown: string, io: Io): string {
  const manifest = join(folder, manifestName);
  if (!existsSync(manifest)) return "";
  const time = statSync(manifest).mtime.toISOString().slice(0, 16).replace("T", " ");
  return `${paintOf(io).faint(`Replaces the run of ${time} UTC in ${shown}.`)}\n`;
}

/** The head goes where it disturbs nobody: to stderr when stdout is for one JSON document. */
export function say({ json, quiet }: Arguments, io: Io, text: string): void {
  if (quiet) return;
  if (json) io.err(text);
  else io.out(text);
}
