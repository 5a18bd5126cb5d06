import { join, relative, resolve } from "node:path";
import type { Command } from "#shells/cli/command";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { UsageError } from "#shells/cli/exit-code";
import { replacedText, say } from "#shells/cli/kept-run";
import { runReplication } from "#shells/cli/replication-run";
import { threadCount } from "#shells/cli/run-opened";
import { headText } from "#shells/cli/run-printout";
import { runRequestOf } from "#shells/cli/run-request-of";
import { runToFolder } from "#shells/cli/run-to-folder";
import { typedScenario } from "#shells/cli/typed-scenario";
import { openedStudy } from "#shells/cli/workshop";
import { counted } from "#study/experiment/quantity-text";
import { planExperiment } from "#study/experiment/plan";
import { UnfinishedRun } from "#study/store/unfinished-run";
import { assertFileWritable, assertReplaceable } from "#study/store/whole-folder";

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
    if (given.junit !== undefined) assertFileWritable(resolve(io.folder, given.junit));
    // Reading the sea lanes takes a while: something stands there at once.
    if (!given.quiet) io.err(`Reading ${typed}\n`);
    const checked = typedScenario(typed, { given, workshop, folder: io.folder });
    const opened = openedStudy(checked);
    if (given.replication !== undefined)
      return runReplication(given.replication, opened, { given, io, workshop });
    const folder = resolve(io.folder, given.out ?? join("runs", opened.study.id));
    assertReplaceable(folder);
    const plan = planExperiment(opened.study);
    const threads = threadCount(given, plan, io);
    const shown = given.out ?? relative(io.folder, folder);
    say(given, io, `${headText(plan, threads, io)}${replacedText(folder, shown, io)}`);
    if (checked.swept !== undefined && !given.quiet)
      io.err(`Its ${counted(checked.swept.futures.count, "future")} are left out: sweep runs them\n`);
    for (const warning of opened.warnings) io.err(`${diagnosticText(warning)}\n`);
    const unfinished = UnfinishedRun.begin(folder, runRequestOf(opened, given));
    return runToFolder(unfinished, { given, io, workshop, folder, shown, threads });
  },
};
