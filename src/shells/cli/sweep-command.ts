import { join, relative, resolve } from "node:path";
import { askedMeasures } from "#shells/cli/asked-measure";
import type { Command } from "#shells/cli/command";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { UsageError } from "#shells/cli/exit-code";
import { ScenarioRefused } from "#shells/cli/scenario-refused";
import type { RunContext } from "#shells/cli/run-context";
import { sweepHeadText } from "#shells/cli/sweep-head";
import { sweepQuestion } from "#shells/cli/sweep-question-of";
import { sweepRequestOf } from "#shells/cli/sweep-request-of";
import { sweepThreads, sweepToFolder } from "#shells/cli/sweep-to-folder";
import { replacedText, say } from "#shells/cli/kept-run";
import { typedScenario } from "#shells/cli/typed-scenario";
import { openedStudy } from "#shells/cli/workshop";
import { UnfinishedSweep } from "#study/store/unfinished-sweep";
import { assertReplaceable } from "#study/store/whole-folder";
import { CubeWriter } from "#study/sweep/cube-writer";
import { FuturesRun } from "#study/sweep/futures-run";
import { outermostFutures, planSweep } from "#study/sweep/sweep-plan";
import type { SweepPlan } from "#study/sweep/sweep-plan";
import type { SweptScenario } from "#study/sweep/swept-scenario";

/** Runs all futures of a scenario with all variants, and says which choice stands in most of them. */
export const sweep: Command = {
  usage: "sweep <path>",
  summary: "Run every variant in every future of a scenario: what holds, what fails where, what matters",
  takes: ["vary", "sample", "count", "set", "replications", "by", "of", "indifference", "audit"],
  draws: true,
  async run(given, io, workshop) {
    const [typed = ""] = given.paths;
    if (!given.quiet) io.err(`Reading ${typed}\n`);
    // How many replications a future has is a matter of the sweep, not of the scenario.
    const asWritten = { ...given, replications: undefined };
    const checked = typedScenario(typed, { given: asWritten, workshop, folder: io.folder });
    const { study, warnings } = openedStudy(checked);
    const { swept } = checked;
    if (swept === undefined)
      throw new UsageError(
        `${typed} has no futures; write --vary path=values, such as ` +
          `--vary "disruptions.${Object.keys(study.variants[0]?.scenario.disruptions ?? {})[0] ?? "stop"}` +
          `.duration=[5 d, 10 d, 20 d]", or futures: in the scenario`,
      );
    const folder = resolve(io.folder, given.out ?? join("runs", `${study.id}-sweep`));
    assertReplaceable(folder);
    askedMeasures(study, given);
    const plan = planSweep(study, swept.futures, given.replications);
    refuseUnfit(plan);
    if (given.indifference !== undefined) await refuseIndifference(swept.scenario, plan, { given, workshop });
    const threads = sweepThreads(given, plan, io);
    const shown = given.out ?? relative(io.folder, folder);
    say(given, io, `${sweepHeadText(plan, threads, io)}${replacedText(folder, shown, io)}`);
    for (const warning of warnings) io.err(`${diagnosticText(warning)}\n`);
    const request = sweepRequestOf(swept.scenario, plan, { given, warnings });
    const unfinished = UnfinishedSweep.begin(folder, request);
    return sweepToFolder(unfinished, plan, { given, io, workshop, folder, shown, threads });
  },
};

/** A value that does not fit is told before anything is run, where it lies at an end of its path. */
function refuseUnfit(plan: SweepPlan): void {
  const wrong = outermostFutures(plan).flatMap((index) => plan.futures.at(index).diagnostics);
  if (wrong.length > 0) throw new ScenarioRefused(wrong);
}

/**
 * A difference that is none of the measure is told before anything else is run: one replication of the first
 * future says in which unit it is.
 */
async function refuseIndifference(
  scenario: SweptScenario,
  plan: SweepPlan,
  { given, workshop }: Pick<RunContext, "given" | "workshop">,
): Promise<void> {
  const first = new FuturesRun(await workshop.futures.open(scenario), { replications: 1, audit: false });
  const writer = new CubeWriter(plan);
  writer.take(first.run({ from: 0, to: 1 }));
  sweepQuestion(writer.cube(), given);
}
