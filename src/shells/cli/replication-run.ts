import { resolve } from "node:path";
import { printInstant } from "#base/time";
import type { TraceLine } from "#scenario/build/world";
import { suggest } from "#scenario/read/nearest";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import { paintOf } from "#shells/cli/paint";
import type { Paint } from "#shells/cli/paint";
import type { RunContext } from "#shells/cli/run-context";
import { commandText } from "#shells/cli/typed-command";
import { repeatedWarnings } from "#shells/cli/workshop";
import type { OpenedStudy } from "#shells/cli/workshop";
import { writeRun } from "#shells/cli/write-run";
import { assemble } from "#study/experiment/assemble";
import { CompiledExperiment } from "#study/experiment/compiled-experiment";
import type { TimelineEntry } from "#study/experiment/curves";
import type { Experiment } from "#study/experiment/experiment";
import { planExperiment } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import { quantityText } from "#study/experiment/quantity-text";
import type { Result, TidyRow } from "#study/experiment/result";
import { assertReplaceable } from "#study/store/whole-folder";

/**
 * Runs one replication of every variant and prints its measures, its timeline and, when asked, every event
 * of one variant. It is the replication that it is among all others. Written to a folder only where `--out`
 * names one.
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
  if (folder !== undefined)
    await writeRun(folder, experiment, { threads: 1, seconds: (io.now() - started) / 1000 });
  if (given.json)
    io.out(
      `${JSON.stringify(documentOf(replication, experiment, given.trace ? events : []), undefined, 2)}\n`,
    );
  else
    io.out(
      printout(replication, result, {
        events,
        paint: paintOf(io),
        traced: given.trace ? given.variant : undefined,
      }),
    );
  return batch.violations.length === 0 ? exitCodes.done : exitCodes.failed;
}

function tracedWorld(plan: Plan, name: string): number {
  const planned = plan.variants.find(({ variant }) => variant.name === name);
  if (planned !== undefined) return planned.run;
  const names = plan.variants.map(({ variant }) => variant.name);
  throw new UsageError(`there is no variant "${name}"; ${suggest(name, names)}`);
}

function documentOf(
  replication: number,
  { result, batch }: Experiment,
  events: readonly TraceLine[],
): object {
  const { summary, rows, figures } = result;
  const { scenario, title, seed, digest, limits, conservation } = summary;
  const timelines = figures.timelines.map(({ name, entries }) => ({ variant: name, entries }));
  const trace = events.map((line) => ({ ...line, time: printInstant(line.time) }));
  return {
    scenario,
    title,
    seed,
    replication,
    digest,
    rows,
    timelines,
    events: batch.events,
    conservation,
    limits,
    trace,
  };
}

interface Printing {
  readonly events: readonly TraceLine[];
  readonly paint: Paint;
  /** The variant whose events are printed; undefined for none. */
  readonly traced: string | undefined;
}

function printout(
  replication: number,
  { summary, rows, figures }: Result,
  { events, paint, traced }: Printing,
): string {
  const blocks = figures.timelines.flatMap(({ name, entries }) => [
    paint.bold(name),
    ...rows.filter(({ variant }) => variant === name).map(rowText),
    ...entries.map(entryText),
    "",
  ]);
  return [
    paint.bold(`${summary.title}: replication ${replication} of seed ${summary.seed}`),
    "",
    ...blocks,
    ...(traced === undefined ? [] : [paint.bold(`Every event of ${traced}`), ...events.map(eventText), ""]),
    ...summary.limits.map((limit) => `Note: ${limit}`),
    "",
  ].join("\n");
}

function rowText({ measure, of, value, unit, status, twin }: TidyRow): string {
  const name = `${twin ? "undisrupted " : ""}${measure} of ${of}`;
  return `  ${name.padEnd(48)} ${statusText(status, value, unit)}`;
}

function statusText(status: TidyRow["status"], value: number | null, unit: string): string {
  if (status === "unaffected") return "unaffected";
  if (value === null) return "has no value";
  return status === "censored"
    ? `not by the end, watched for ${quantityText(value, unit)}`
    : quantityText(value, unit);
}

function entryText({ time, what, id, of, believedEnd }: TimelineEntry): string {
  const believed =
    believedEnd === undefined
      ? ""
      : `, believed end ${believedEnd === null ? "unknown" : printInstant(believedEnd)}`;
  return `  ${printInstant(time).padEnd(18)} ${what.replace("-", " ")} ${id} (${of.join(", ")})${believed}`;
}

function eventText({ time, priority, event, subject }: TraceLine): string {
  return `  ${printInstant(time).padEnd(25)} ${priority.padEnd(9)} ${event} ${subject}`;
}
