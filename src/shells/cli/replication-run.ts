import { join, resolve } from "node:path";
import type { TraceLine } from "#scenario/build/world";
import { suggest } from "#scenario/read/nearest";
import { UsageError } from "#shells/cli/exit-code";
import { jsonText } from "#shells/cli/output";
import { paintOf } from "#shells/cli/paint";
import { replicationDocument, replicationText } from "#shells/cli/replication-text";
import type { RunContext } from "#shells/cli/run-context";
import { exitCodeOf, tellViolations } from "#shells/cli/run-ending";
import { commandText } from "#shells/cli/typed-command";
import { repeatedWarnings } from "#study/experiment/repeated-warnings";
import type { OpenedStudy } from "#shells/cli/workshop";
import { writeRun } from "#shells/cli/write-run";
import { assemble } from "#study/experiment/assemble";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import type { Experiment } from "#study/experiment/experiment";
import { planExperiment } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import { UnfinishedRun } from "#study/store/unfinished-run";
import { assertReplaceable } from "#study/store/whole-folder";

/**
 * Runs one replication of every variant and prints its measures, its timeline and, when asked, every event
 * of one variant. It is the replication that it is among all others. Written to a folder only where `--out`
 * names one. Thresholds are not judged: they are about all replications.
 */
export async function runReplication(
  replication: number,
  opened: OpenedStudy,
  context: RunContext,
): Promise<number> {
  const { given, io } = context;
  const folder = given.out === undefined ? undefined : resolve(io.folder, given.out);
  if (folder !== undefined) assertReplaceable(folder);
  const plan = planExperiment(opened.study);
  const world = tracedWorld(plan, given.variant);
  const traced = given.trace ? world : undefined;
  const laboratory = await context.workshop.laboratory.open(opened.study);
  const events: TraceLine[] = [];
  const started = io.now();
  const batch = new CompiledExperiment(plan, laboratory).run(
    { from: replication, to: replication + 1 },
    {
      audit: given.audit,
      told: replication,
      trace: (number) => (number === traced ? (line) => events.push(line) : undefined),
    },
  );
  const warnings = repeatedWarnings(opened.warnings);
  const result = assemble(plan, batch, { command: commandText(given), warnings });
  const experiment: Experiment = { result, batch };
  if (folder !== undefined) {
    await writeRun(folder, experiment, { threads: 1, seconds: (io.now() - started) / 1000 });
    UnfinishedRun.discard(folder);
  }
  if (given.json) io.out(jsonText(replicationDocument(replication, experiment, events)));
  else
    io.out(
      replicationText(replication, result, {
        events,
        paint: paintOf(io),
        traced: given.trace ? given.variant : undefined,
      }),
    );
  if (given.out !== undefined && !given.json) io.out(`Report  ${join(given.out, "report.html")}\n`);
  tellViolations(batch, plan, io);
  return exitCodeOf(batch, true);
}

function tracedWorld(plan: Plan, name: string): number {
  const planned = plan.variants.find(({ variant }) => variant.name === name);
  if (planned !== undefined) return planned.run;
  const names = plan.variants.map(({ variant }) => variant.name);
  throw new UsageError(`there is no variant "${name}"; ${suggest(name, names)}`);
}
