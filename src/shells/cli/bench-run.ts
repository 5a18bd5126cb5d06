import { relative, resolve } from "node:path";
import { suggest } from "#scenario/read/nearest";
import { benchmarkReadme } from "#shells/cli/bench-readme";
import { benchmarkText, ranksText } from "#shells/cli/bench-text";
import type { Arguments } from "#shells/cli/command";
import { diagnosticText } from "#shells/cli/diagnostic-text";
import { UsageError } from "#shells/cli/exit-code";
import { jsonText } from "#shells/cli/output";
import { wrapped } from "#shells/cli/paint";
import type { RunContext } from "#shells/cli/run-context";
import { exitCodeOf, tellViolations } from "#shells/cli/run-ending";
import { runOpened, threadCount } from "#shells/cli/run-opened";
import { say } from "#shells/cli/kept-run";
import { quoted } from "#shells/cli/typed-command";
import { typedScenario } from "#shells/cli/typed-scenario";
import { version } from "#shells/cli/version";
import { openedStudy } from "#shells/cli/workshop";
import { benchmark, cellsOf, fieldsOf } from "#study/benchmark/cells";
import type { Cell, Field, NetworkResult } from "#study/benchmark/cells";
import { designOf, partOf } from "#study/benchmark/design";
import type { Design } from "#study/benchmark/design";
import { benchmarkFiles } from "#study/benchmark/files";
import { meanRanks } from "#study/benchmark/ranks";
import { planExperiment, runCount } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import { counted } from "#study/experiment/quantity-text";
import { repeatedWarnings } from "#study/experiment/repeated-warnings";
import { assertReplaceable, writeWholeFolder } from "#study/store/whole-folder";

/** Where results go when nobody says where. */
const usualFolder = "runs/benchmark";

/** One network as it is to be run. */
interface PlannedNetwork {
  readonly plan: Plan;
  readonly design: Design;
  readonly warnings: readonly string[];
}

/** Runs the networks of the benchmark one after another, writes the results, and gives the exit code. */
export async function runBenchmark(context: RunContext): Promise<number> {
  const { given, io } = context;
  const folder = resolve(io.folder, given.out ?? usualFolder);
  assertReplaceable(folder);
  if (!given.quiet) io.err("Reading the networks\n");
  const planned = plannedNetworks(context);
  say(given, io, headText(planned, context));
  const networks: NetworkResult[] = [];
  const all: { cells: Cell[]; fields: Field[] } = { cells: [], fields: [] };
  let code = 0;
  for (const { plan, design, warnings } of planned) {
    const threads = threadCount(given, plan, io);
    const opened = { ...context, threads, warnings };
    const { experiment, seconds } = await runOpened(plan.study, opened);
    const network = { result: experiment.result, design };
    const fields = fieldsOf(network);
    networks.push(network);
    all.fields.push(...fields);
    all.cells.push(...cellsOf(network, fields));
    tellViolations(experiment.batch, plan, io);
    code = Math.max(code, exitCodeOf(experiment.batch, true));
    if (!given.quiet)
      io.err(`${plan.study.id}: ${counted(runCount(plan), "run")}, ${seconds.toFixed(0)} s\n`);
  }
  const ranks = meanRanks(all.fields, planned[0]?.design.policies ?? []);
  const found = { networks, cells: all.cells, ranks, command: benchmarkCommand(given), made: version() };
  writeWholeFolder(folder, new Map([...benchmarkFiles(found), ["README.md", benchmarkReadme(found)]]));
  const { cells } = all;
  if (given.json) io.out(jsonText({ ...benchmark, command: found.command, cells, ranks }));
  else io.out(given.quiet ? ranksText(ranks, io) : benchmarkText(found, io));
  const shown = given.out ?? relative(io.folder, folder);
  say(given, io, `\nResults  ${shown}: results.csv, ranks.csv, datapackage.json, README.md\n`);
  return code;
}

/** Those that are asked for, by rising number of sites. */
function plannedNetworks(context: RunContext): readonly PlannedNetwork[] {
  const { given, io, workshop } = context;
  const shipped = workshop.benchmarks();
  const ids = shipped.map(({ id }) => id);
  const wanted = namesOf(given.networks, ids, "network") ?? ids;
  const planned = wanted.map((id): PlannedNetwork => {
    const { path } = shipped.find((one) => one.id === id) ?? { path: id };
    const opened = openedStudy(typedScenario(path, { given, workshop, folder: io.folder }));
    for (const warning of opened.warnings) io.err(`${diagnosticText(warning)}\n`);
    const design = designOf(opened.study);
    if (design === undefined) throw new Error(`network ${id} crosses disruptions and policies`);
    const disruptions = namesOf(given.disruptions, design.disruptions, "disruption");
    const policies = namesOf(given.policies, design.policies, "policy");
    const part = partOf(opened.study, design, {
      ...(disruptions === undefined ? {} : { disruptions }),
      ...(policies === undefined ? {} : { policies }),
    });
    const warnings = repeatedWarnings(opened.warnings);
    return { plan: planExperiment(part.study), design: part.design, warnings };
  });
  return planned.sort((left, right) => siteCount(left) - siteCount(right));
}

function siteCount({ plan }: PlannedNetwork): number {
  return Object.keys(plan.variants[0]?.variant.scenario.network.sites ?? {}).length;
}

/** The names of a list with commas, each of which is one of `known`; undefined where nothing is asked for. */
function namesOf(
  typed: string | undefined,
  known: readonly string[],
  what: string,
): readonly string[] | undefined {
  const names = typed?.split(",").map((name) => name.trim());
  const unknown = names?.find((name) => !known.includes(name));
  if (unknown !== undefined)
    throw new UsageError(`there is no ${what} "${unknown}"; ${suggest(unknown, known, known.length)}`);
  return names;
}

function headText(planned: readonly PlannedNetwork[], { given, io }: RunContext): string {
  const [first] = planned;
  const runs = planned.reduce((sum, { plan }) => sum + runCount(plan), 0);
  const { disruptions = [], policies = [] } = first?.design ?? {};
  const policyText = `${policies.length} ${policies.length === 1 ? "policy" : "policies"} and none`;
  const what = [
    counted(planned.length, "network"),
    counted(disruptions.length, "disruption"),
    `${policyText}, each also on quiet days`,
    `${counted(first?.plan.replications ?? 0, "replication")} each`,
  ].join(", ");
  const threads = counted(given.threads ?? io.cores, "thread");
  return `${wrapped(`Runs ${what}: ${counted(runs, "run")} on ${threads}.`, io.width)}\n`;
}

/** What to type to get the same results again. */
function benchmarkCommand({ networks, disruptions, policies, seed, replications }: Arguments): string {
  const asked = { networks, disruptions, policies, seed, replications };
  return [
    "breakwater bench-strategies",
    ...Object.entries(asked).flatMap(([name, value]) =>
      value === undefined ? [] : [`--${name} ${quoted(String(value))}`],
    ),
  ].join(" ");
}
