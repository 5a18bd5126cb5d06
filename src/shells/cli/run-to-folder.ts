import type { Arguments } from "#shells/cli/command";
import type { Io } from "#shells/cli/io";
import { runKept } from "#shells/cli/kept-run";
import type { FolderRun } from "#shells/cli/kept-run";
import { jsonText } from "#shells/cli/output";
import { paintOf } from "#shells/cli/paint";
import { exitCodeOf } from "#shells/cli/run-ending";
import { nextText, resultText, thresholdText } from "#shells/cli/run-printout";
import type { Experiment } from "#study/experiment/experiment";
import type { Plan } from "#study/experiment/plan";
import type { UnfinishedRun } from "#study/store/unfinished-run";

/** Runs what an unfinished run still lacks, writes the run folder and prints the summary: the exit code. */
export async function runToFolder(unfinished: UnfinishedRun, run: FolderRun): Promise<number> {
  const { io, shown } = run;
  return runKept(unfinished, run, {
    tell: (experiment, plan, given) => {
      print(experiment, plan, { given, io, shown });
      const { batch, result } = experiment;
      return exitCodeOf(
        batch,
        result.summary.thresholds.every(({ verdict }) => verdict === "pass"),
      );
    },
  });
}

function print(
  { result }: Experiment,
  plan: Plan,
  { given, io, shown }: { readonly given: Arguments; readonly io: Io; readonly shown: string },
): void {
  if (given.json) return io.out(jsonText(result.summary));
  if (given.quiet) {
    // An exit code that is not 0 is never left without a word.
    const open = result.summary.thresholds.filter(({ verdict }) => verdict !== "pass");
    for (const threshold of open) io.err(`${thresholdText(threshold, result, paintOf(io))}\n`);
    return io.out(`${result.summary.answer}\n`);
  }
  io.out(resultText(result, io, given.full));
  io.out(nextText(given, plan, { program: io.program, folder: shown }));
}
