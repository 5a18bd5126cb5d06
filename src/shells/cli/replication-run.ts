import { join, resolve } from "node:path";
import { listed } from "#base/listed";
import { printInstant } from "#base/time";
import type { Study } from "#scenario/language/resolved";
import type { TraceLine } from "#scenario/build/world";
import { suggest } from "#scenario/read/nearest";
import { exitCodes, UsageError } from "#shells/cli/exit-code";
import { jsonText } from "#shells/cli/output";
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
import { measureTitle, unitSince } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";
import { planExperiment } from "#study/experiment/plan";
import type { Plan } from "#study/experiment/plan";
import { numberText, quantityText, withUnit } from "#study/experiment/quantity-text";
import type { Result, TidyRow } from "#study/experiment/result";
import { isDisrupted } from "#study/experiment/twin";
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
  if (given.json) io.out(jsonText(documentOf(replication, experiment, given.trace ? events : [])));
  else
    io.out(
      printout(replication, result, {
        events,
        paint: paintOf(io),
        traced: given.trace ? given.variant : undefined,
      }),
    );
  if (given.out !== undefined && !given.json) io.out(`Report  ${join(given.out, "report.html")}\n`);
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
  { study, summary, rows, figures }: Result,
  { events, paint, traced }: Printing,
): string {
  const blocks = figures.timelines.flatMap(({ name, entries }) => {
    const scenario = study.variants.find((variant) => variant.name === name)?.scenario;
    const hasTwin = scenario !== undefined && isDisrupted(scenario);
    const own = rows.filter(({ variant, twin }) => variant === name && (hasTwin || !twin));
    return [
      paint.bold(name),
      ...rowTexts(own, study),
      ...entries.map((entry) => entryText(entry, study)),
      "",
    ];
  });
  return [
    paint.bold(`${summary.title}: replication ${replication} of seed ${summary.seed}`),
    "",
    ...blocks,
    ...(traced === undefined ? [] : [paint.bold(`Every event of ${traced}`), ...events.map(eventText), ""]),
    ...summary.limits.map((limit) => `Note: ${limit}`),
    "",
  ].join("\n");
}

/** A line for each measure, that of the undisrupted twin after the number of the run. */
function rowTexts(rows: readonly TidyRow[], study: Study): readonly string[] {
  const named = rows.map((row) => ({ row, name: rowName(row, study) }));
  const width = named.reduce((most, { name }) => Math.max(most, name.length), 0);
  const twins = named.filter(({ row }) => row.twin);
  const taken = new Map<string, number>();
  return named.flatMap(({ row, name }) => {
    if (row.twin) return [];
    const turn = taken.get(name) ?? 0;
    taken.set(name, turn + 1);
    const twin = twins.filter((other) => other.name === name)[turn]?.row;
    const usual = twin === undefined ? "" : `  (undisrupted: ${statusText(twin)})`;
    return [`  ${name.padEnd(width)}  ${statusText(row)}${usual}`];
  });
}

function rowName({ measure, of, time, until, by }: TidyRow, study: Study): string {
  const when = [time, until].filter((instant) => instant !== null).map(printInstant);
  const parts = [
    measureTitle(measure),
    placeName(study, of),
    when.join(" to "),
    by === null ? "" : `by ${by}`,
  ];
  return parts.filter((part) => part !== "").join(", ");
}

function statusText({ measure, status, value, unit }: TidyRow): string {
  if (status === "unaffected") return "unaffected";
  if (value === null) return "has no value";
  if (status === "censored") return `not by the end, watched for ${quantityText(value, unit)}`;
  return unitSince(
    measure,
    isCount(value, unit) ? withUnit(numberText(value, 0), unit) : quantityText(value, unit),
  );
}

/** What is counted in one replication is known to the last one. */
function isCount(value: number, unit: string): boolean {
  return Number.isInteger(value) && !["d", "share", "USD"].includes(unit);
}

function entryText({ time, what, id, of, cause, believedEnd }: TimelineEntry, study: Study): string {
  const believed =
    believedEnd === undefined
      ? ""
      : `, believed end ${believedEnd === null ? "unknown" : secondText(believedEnd)}`;
  const where = listed(of.map((place) => placeName(study, place)));
  const why = cause === undefined || cause === id ? "" : `, ${cause}`; // unless its id says it
  return `  ${secondText(time).padEnd(20)}  ${what.replace("-", " ")} ${id} (${where})${why}${believed}`;
}

/** A believed end may lie between two milliseconds: people read seconds. */
function secondText(time: number): string {
  return printInstant(Math.round(time / 1000) * 1000);
}

function eventText({ time, priority, event, subject }: TraceLine): string {
  return `  ${printInstant(time).padEnd(25)} ${priority.padEnd(9)} ${event} ${subject}`;
}
