import { existsSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { Arguments, Command } from "#shells/cli/command";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { UsageError } from "#shells/cli/exit-code";
import type { Io } from "#shells/cli/io";
import { junitText } from "#shells/cli/junit-text";
import { jsonText } from "#shells/cli/output";
import { paintOf } from "#shells/cli/paint";
import { runReplication } from "#shells/cli/replication-run";
import { exitCodeOf, tellViolations } from "#shells/cli/run-ending";
import { headText, nextText, resultText, thresholdText } from "#shells/cli/run-printout";
import { runOpened, threadCount } from "#shells/cli/run-opened";
import { typedScenario } from "#shells/cli/typed-scenario";
import { openedStudy } from "#shells/cli/workshop";
import { version } from "#shells/cli/version";
import { writeRun } from "#shells/cli/write-run";
import { planExperiment } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import type { Experiment } from "#study/experiment/experiment";
import {
  assertFileWritable,
  assertReplaceable,
  manifestName,
  writeWholeFile,
} from "#study/store/whole-folder";

/** Runs a scenario: baseline, twins and variants, and writes the run folder with its report. */
export const run: Command = {
  usage: "run <path>",
  summary: "Run a scenario: prints the summary and writes the run folder with its report",
  takes: ["set", "replications", "replication", "variant", "audit", "trace", "full", "junit"],
  draws: true,
  async run(given, io, workshop) {
    const [typed = ""] = given.paths;
    if (given.trace && given.replication === undefined) {
      throw new UsageError("--trace shows one replication; add such as --replication 0");
    }
    if (given.variant !== "baseline" && !given.trace) {
      throw new UsageError("--variant names whose events --trace prints; add --replication 0 --trace");
    }
    if (given.junit !== undefined && given.replication !== undefined) {
      throw new UsageError("--junit tells the verdicts of all replications; leave --replication out");
    }
    const junit = given.junit === undefined ? undefined : resolve(io.folder, given.junit);
    if (junit !== undefined) assertFileWritable(junit);
    // Reading the sea lanes takes a while: something stands there at once.
    if (!given.quiet) io.err(`Reading ${typed}\n`);
    const opened = openedStudy(typedScenario(typed, { given, workshop, folder: io.folder }));
    if (given.replication !== undefined)
      return runReplication(given.replication, opened, { given, io, workshop });
    const folder = resolve(io.folder, given.out ?? join("runs", opened.study.id));
    assertReplaceable(folder);
    const plan = planExperiment(opened.study);
    const threads = threadCount(given, plan, io);
    say(given, io, `${headText(plan, threads, io)}${replacedText(folder, given, io)}`);
    for (const warning of opened.warnings) io.err(`${diagnosticText(warning)}\n`);
    const { experiment, seconds } = await runOpened(opened, { given, io, workshop, threads });
    await writeRun(folder, experiment, { threads, seconds });
    if (junit !== undefined) {
      const ended = { seconds, endedAt: Date.now(), version: version() };
      writeWholeFile(junit, junitText(experiment, ended));
    }
    print(experiment, plan, { given, io, folder });
    const { batch, result } = experiment;
    tellViolations(batch, plan, io);
    const allPass = result.summary.thresholds.every(({ verdict }) => verdict === "pass");
    return exitCodeOf(batch, allPass);
  },
};

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
function say({ json, quiet }: Arguments, io: Io, text: string): void {
  if (quiet) return;
  if (json) io.err(text);
  else io.out(text);
}

/** Which run its folder loses to this one, in a line; empty where none stands there. */
function replacedText(folder: string, given: Arguments, io: Io): string {
  const manifest = join(folder, manifestName);
  if (!existsSync(manifest)) return "";
  const time = statSync(manifest).mtime.toISOString().slice(0, 16).replace("T", " ");
  const shown = given.out ?? relative(io.folder, folder);
  return `${paintOf(io).faint(`Replaces the run of ${time} UTC in ${shown}.`)}\n`;
}
