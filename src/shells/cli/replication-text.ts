import { listed } from "#base/listed";
import { printInstant } from "#base/time";
import type { Study } from "#scenario/language/resolved";
import type { TraceLine } from "#scenario/build/world";
import type { Paint } from "#shells/cli/paint";
import type { TimelineEntry } from "#study/experiment/curves";
import type { Experiment } from "#study/experiment/experiment";
import { measureTitle, unitSince } from "#study/experiment/measure-title";
import { placeName } from "#study/experiment/place-names";
import { numberText, quantityText, withUnit } from "#study/experiment/quantity-text";
import type { Result, TidyRow } from "#study/experiment/result";
import { isDisrupted } from "#study/experiment/twin";

/** One replication of every variant as one JSON document. */
export function replicationDocument(
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

/** How a replication is printed. */
interface Printing {
  readonly events: readonly TraceLine[];
  readonly paint: Paint;
  /** The variant whose events are printed; undefined for none. */
  readonly traced: string | undefined;
}

/**
 * For people: by variant the measures, beside those of its undisrupted twin, and the timeline; then every
 * event of a variant, where one is traced.
 */
export function replicationText(
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
