import { join, relative, resolve } from "node:path";
import { assertAsked } from "#shells/cli/asked-measure";
import { compareText } from "#shells/cli/compare-text";
import type { Arguments } from "#shells/cli/command";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import { indifferenceOf } from "#shells/cli/indifference";
import type { Io } from "#shells/cli/io";
import { replacedText, runKept, say } from "#shells/cli/kept-run";
import type { FolderRun } from "#shells/cli/kept-run";
import { deliver, jsonText } from "#shells/cli/output";
import { paintOf } from "#shells/cli/paint";
import type { RunContext } from "#shells/cli/run-context";
import { exitCodeOf } from "#shells/cli/run-ending";
import { threadCount } from "#shells/cli/run-opened";
import { runRequestOf } from "#shells/cli/run-request-of";
import { headText, thresholdText } from "#shells/cli/run-printout";
import { typedRun } from "#shells/cli/typed-run";
import { typedScenario } from "#shells/cli/typed-scenario";
import { openedStudy } from "#shells/cli/workshop";
import { chosenContest } from "#study/comparison/chosen-contest";
import { comparisonOf, shareOfFirst, usualIndifference } from "#study/comparison/comparison";
import type { Comparison } from "#study/comparison/comparison";
import { comparisonDocument } from "#study/comparison/comparison-document";
import { contendersOf } from "#study/comparison/contender";
import type { ComparedRun } from "#study/comparison/contender";
import { contestsOf } from "#study/comparison/contest";
import { assemble } from "#study/experiment/assemble";
import type { MoreReplications } from "#study/experiment/experiment";
import type { Result } from "#study/experiment/result";
import { planExperiment } from "#study/experiment/plan";
import { holdsRun } from "#study/store/read-run";
import type { AskedComparison } from "#study/store/run-request";
import { UnfinishedRun } from "#study/store/unfinished-run";
import { assertFileWritable, assertReplaceable } from "#study/store/whole-folder";

/** So many replications at most are run until it can tell. */
const mostUntilItCan = 10_000;

/** Compares what was typed: a scenario, which is run, or run folders; gives the exit code. */
export async function runComparison(context: RunContext): Promise<number> {
  const { given, io } = context;
  const areRuns = given.paths.map((typed) => holdsRun(resolve(io.folder, typed)));
  if (!areRuns.includes(false)) {
    refuseOfRuns(given);
    const runs = given.paths.map((typed) => ({ shown: typed, result: typedRun(typed, io) }));
    tell(runs, given, io);
    return exitCodes.done;
  }
  const [typed = "", ...others] = given.paths;
  if (given.junit !== undefined) assertFileWritable(resolve(io.folder, given.junit));
  if (others.length > 0)
    throw new UsageError("several are compared when each is a run folder; run each scenario first");
  return compareScenario(typed, context);
}

/** What changes a scenario changes nothing of a run that is over. */
function refuseOfRuns({ set, seed, replications, untilItCan, junit }: Arguments): void {
  if (junit !== undefined)
    throw new UsageError("--junit tells the verdicts of a run, and a run folder is a run that is over");
  const asked = [
    ...(set.length > 0 ? ["--set"] : []),
    ...(seed === undefined ? [] : ["--seed"]),
    ...(replications === undefined ? [] : ["--replications"]),
    ...(untilItCan ? ["--until-it-can"] : []),
  ];
  if (asked.length === 0) return;
  throw new UsageError(`${asked.join(" and ")} changes what is run, and a run folder is a run that is over`);
}

async function compareScenario(typed: string, { given, io, workshop }: RunContext): Promise<number> {
  if (!given.quiet) io.err(`Reading ${typed}\n`);
  const opened = openedStudy(typedScenario(typed, { given, workshop, folder: io.folder }));
  const folder = join(io.folder, "runs", opened.study.id);
  assertReplaceable(folder);
  const plan = planExperiment(opened.study);
  if (plan.variants.length < 2) throw alone();
  await assertAsked(opened.study, given, workshop.laboratory.open);
  const threads = threadCount(given, plan, io);
  const shown = relative(io.folder, folder);
  say(given, io, `${headText(plan, threads, io)}${replacedText(folder, shown, io)}\n`);
  for (const warning of opened.warnings) io.err(`${diagnosticText(warning)}\n`);
  const request = { ...runRequestOf(opened, given), comparison: askedOf(given) };
  const unfinished = UnfinishedRun.begin(folder, request);
  return compareToFolder(unfinished, { given, io, workshop, folder, shown, threads });
}

/**
 * Runs what an unfinished run still lacks, writes the run folder and compares as its request asks; gives the
 * exit code.
 */
export async function compareToFolder(unfinished: UnfinishedRun, run: FolderRun): Promise<number> {
  const { comparison } = unfinished.request;
  const asked = { ...run.given, ...askedArguments(comparison) };
  return runKept(unfinished, run, {
    ...(asked.untilItCan ? { more: untilSelected(asked) } : {}),
    tell: ({ result, batch }, _plan, { paths }) => {
      tell([{ shown: paths[0] ?? run.shown, result }], asked, run.io);
      say(asked, run.io, `\nReport  ${join(run.shown, "report.html")}\n`);
      return exitCodeOf(batch, asked.junit === undefined || tellOpen(result, run.io));
    },
  });
}

/** Whether every threshold passes; one that does not is told on stderr, since it decides the exit code. */
function tellOpen(result: Result, io: Io): boolean {
  const open = result.summary.thresholds.filter(({ verdict }) => verdict !== "pass");
  for (const threshold of open) io.err(`${thresholdText(threshold, result, paintOf(io))}\n`);
  return open.length === 0;
}

/** What is asked of the comparison, to be kept beside what was run. */
function askedOf({ by, of, indifference, untilItCan, most, out }: Arguments): AskedComparison {
  return {
    by: by ?? null,
    of: of ?? null,
    indifference: indifference ?? null,
    untilItCan,
    most: most ?? null,
    out: out ?? null,
  };
}

/** The same as arguments. */
function askedArguments(asked: AskedComparison | undefined): Partial<Arguments> {
  if (asked === undefined) return {};
  return {
    by: asked.by ?? undefined,
    of: asked.of ?? undefined,
    indifference: asked.indifference ?? undefined,
    untilItCan: asked.untilItCan,
    most: asked.most ?? undefined,
    out: asked.out ?? undefined,
  };
}

/** Asks at each checkpoint whether the best is selected. */
function untilSelected(given: Arguments): MoreReplications {
  return {
    most: given.most ?? mostUntilItCan,
    isEnough: (plan, batch) => {
      const result = assemble(plan, batch, { command: "", warnings: [] });
      const { selection } = comparisonAsked([{ shown: "", result }], given);
      return selection === undefined || selection.isDecided;
    },
  };
}

function tell(runs: readonly ComparedRun[], given: Arguments, io: Io): void {
  const [first] = runs;
  if (first === undefined) throw new Error("yargs demands a path");
  const comparison = comparisonAsked(runs, given);
  const { result } = first;
  const ground = { result, paint: paintOf(io), width: io.width, isFull: given.full };
  const text = given.json
    ? jsonText(comparisonDocument(comparison, result))
    : compareText(comparison, ground);
  deliver(text, given, io);
}

function comparisonAsked(runs: readonly ComparedRun[], given: Arguments): Comparison {
  const contenders = contendersOf(runs);
  if (contenders.length < 2) throw alone();
  const contests = contestsOf(contenders);
  const by = chosenContest(contests, given);
  const indifference =
    given.indifference === undefined
      ? usualIndifference(by)
      : indifferenceOf(given.indifference, {
          ...by.line.first,
          shareOfFirst: (share) => shareOfFirst(by, share),
        });
  return comparisonOf(contenders, contests, { by, indifference });
}

function alone(): UsageError {
  return new UsageError("there is one variant only; write another under `variants`, or name a second run");
}
