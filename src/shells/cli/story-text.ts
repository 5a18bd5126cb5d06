import { dayMs } from "#base/time";
import { instantText } from "#shells/figure/calendar-text";
import { valueText } from "#shells/report/value-text";
import { wrapped } from "#shells/cli/paint";
import { measureNoun, measureTitle, unitSince } from "#study/experiment/measure-title";
import type { MedianReplication } from "#study/experiment/median-replication";
import { listed, placeInSentence, placeName } from "#study/experiment/place-names";
import { numberText, quantityText } from "#study/experiment/quantity-text";
import type { Result } from "#study/experiment/result";
import type { DelayCause } from "#study/experiment/delay-causes";
import type { Moment, Story, StoryReading, Unrouted } from "#study/experiment/story";
import type { Study } from "#scenario/language/resolved";

/** A story, and of what it is one. */
export interface ToldStory {
  readonly result: Result;
  readonly variant: string;
  readonly replication: number;
  /** Why this replication: undefined where it was named. */
  readonly why: MedianReplication | undefined;
  readonly story: Story;
}

/** So many causes are told one by one; the rest are summed. */
const causesTold = 12;

/** The story for people: which replication, what happened when, how voyages ended, and what delayed them. */
export function storyText(told: ToldStory, width: number): string {
  const { result, variant, replication, why, story } = told;
  const { study } = result;
  const head = `${result.summary.title}: ${variant}, replication ${replication}`;
  const chosen =
    why === undefined
      ? ""
      : `It is the median of ${why.among} replications by ${measureNoun(why.measure)} ` +
        `(${placeName(study, why.of)}).`;
  const changed = isAsWritten(told)
    ? ""
    : "Its numbers are not those of the run folder, which another version of Breakwater wrote: run it again.";
  const blocks = [
    [head, chosen, changed].filter((line) => line !== "").join("\n"),
    ["What happened", ...story.moments.filter(isNews).map((moment) => momentLine(moment, study))].join("\n"),
    ["What it came to", ...story.readings.map((reading) => `  ${readingText(reading, study)}`)].join("\n"),
    [
      "How voyages ended",
      `  ${fatesText(story)}`,
      ...story.unrouted.map((one) => unroutedText(one, study)),
    ].join("\n"),
    causesText(story, study, width),
  ];
  return `${blocks.join("\n\n")}\n`;
}

/** Whether the replication run anew gives the numbers that the run folder has of it. */
export function isAsWritten({ result, variant, replication, story }: ToldStory): boolean {
  const rows = result.rows.filter(
    (row) => row.variant === variant && row.replication === replication && !row.twin,
  );
  return story.readings.every(({ row, reading }, index) => {
    const written = rows[index];
    const value = "value" in reading ? reading.value : null;
    return written?.measure === row.kind && written.value === value;
  });
}

/** Announcements of another pace are many and say no date: only those of an end are told. */
function isNews({ what, believedEnd }: Moment): boolean {
  return what !== "announcement" || believedEnd !== undefined;
}

function momentLine(moment: Moment, study: Study): string {
  return `  ${instantText(Math.round(moment.time / 60_000) * 60_000)}  ${momentText(moment, study)}`;
}

/** One thing that happened, in a sentence without its time. */
function momentText(moment: Moment, study: Study): string {
  const { what, id, of, cause, believedEnd, recoveredAt, waiting } = moment;
  const where = listed(of.map((place) => placeInSentence(study, place)));
  const beside = waiting === undefined ? "" : `; ${waiting.run} wait (${waiting.twin} undisrupted)`;
  switch (what) {
    case "disruption-start":
      return `${id} begins at ${where}${blameText(cause)}${drawnText(moment)}${beside}`;
    case "disruption-spared":
      return `chance spares ${where} of ${id}`;
    case "disruption-end": {
      const back = recoveredAt === undefined ? "" : `, back in full by ${instantText(recoveredAt)}`;
      return `${id} ends at ${where}${back}${beside}`;
    }
    case "announcement": {
      const end = believedEnd ?? null;
      const date = end === null ? "without a date for its end" : `it is to end on ${instantText(end)}`;
      const said = end !== null && end <= moment.time ? "it is over" : date;
      return `${id} is announced at ${where}: ${said}${beside}`;
    }
    case "policy-start":
      return `${id} begins to act at ${where}${beside}`;
    case "policy-end":
      return `${id} stops acting at ${where}${beside}`;
    case "queue-peak":
      return `the longest queue at ${where}${beside.replace("undisrupted", "at most, undisrupted")}`;
    case "backlog-cleared":
      return `the backlog at ${where} has cleared`;
    case "rate-normal":
      return `traffic at ${where} is back to normal`;
    case "rate-recovered":
      return `the rate at ${where} has recovered, counted ahead from here`;
  }
}

const blameText = (cause: string | undefined): string => (cause === undefined ? "" : ` (${cause})`);

/** What chance gave a disruption that begins: `, drawn duration 12 days`. */
function drawnText({ drawn }: Moment): string {
  const parts = Object.entries(drawn ?? {}).map(([key, value]) => `${key} ${valueText(value, key)}`);
  return parts.length === 0 ? "" : `, drawn ${listed(parts)}`;
}

function readingText({ row, unit, reading }: StoryReading, study: Study): string {
  const name = `${measureTitle(row.kind)}, ${placeName(study, row.of)}`;
  if (reading.status === "unaffected") return `${name}: unaffected`;
  if (reading.status === "none") return `${name}: has no value`;
  const value = quantityText(reading.value, unit);
  return reading.status === "censored"
    ? `${name}: not by the end, watched for ${value}`
    : `${name}: ${unitSince(row.kind, value)}`;
}

function fatesText({ fates }: Story): string {
  const words: Readonly<Record<string, string>> = {
    arrived: "arrived",
    "under-way": "were still under way at the end of the run",
    "turned-away": "were turned away",
    "no-legal-route": "found no legal route",
    cancelled: "were cancelled",
    lost: "were lost",
    diverted: "of all went another way",
  };
  const parts = Object.entries(words).flatMap(([fate, text]) => {
    const count = fates[fate as keyof typeof fates]; // its own keys
    return count === 0 ? [] : [`${numberText(count, 0)} ${text}`];
  });
  return `Of those that began after the warm-up ${listed(parts)}.`;
}

function unroutedText({ place, rules, voyages }: Unrouted, study: Study): string {
  const why = rules === "" ? "nothing leads there" : `barred by ${listed(rules.split(", "))}`;
  return `  Without a legal route from ${placeInSentence(study, place)}: ${numberText(voyages, 0)}, ${why}.`;
}

function causesText({ delay }: Story, study: Study, width: number): string {
  const days = (ms: number): string => `${numberText(ms / dayMs, 1)} days`;
  const per = delay.voyages === 0 ? 0 : delay.totalMs / delay.voyages;
  const head =
    `${numberText(delay.voyages, 0)} voyages arrived in this run and undisrupted, ` +
    `${days(delay.totalMs)} later in all, ${quantityText(per / dayMs, "d")} each:`;
  const told = delay.causes.slice(0, causesTold);
  const others = delay.causes.slice(causesTold);
  const lines = told.map((cause) => `  ${days(cause.ms).padStart(14)}  ${causeText(cause, study)}`);
  const rest = others.reduce((sum, { ms }) => sum + ms, 0);
  if (others.length > 0) lines.push(`  ${days(rest).padStart(14)}  ${others.length} lesser ways`);
  const unnamed = delay.causes.filter(({ cause }) => cause === null).reduce((sum, { ms }) => sum + ms, 0);
  const total = days(delay.totalMs).padStart(14);
  const foot = `  ${total}  in all, of which ${days(unnamed)} have no cause that a row names`;
  return ["What delayed them", wrapped(head, width - 2).replace(/^/gm, "  "), ...lines, foot].join("\n");
}

function causeText({ how, place, cause, voyages }: DelayCause, study: Study): string {
  const where = place === null ? "" : listed(place.split(", ").map((one) => placeInSentence(study, one)));
  const blame = cause ?? "no cause: the ordinary course of things";
  const count = `${numberText(voyages, 0)} voyages`;
  switch (how) {
    case "waiting":
      return cause === null
        ? `in the ordinary queue at ${where} (${count})`
        : `waiting at ${where} for ${blame} (${count})`;
    case "service":
      return `served longer or shorter at ${where}; no row says why (${count})`;
    case "blocked":
      return cause === null
        ? `kept at ${where} without room at the next station (${count})`
        : `kept at ${where} without room at the next station, because of ${blame} (${count})`;
    case "another-way":
      return `sailing another way than by ${where}, because of ${blame} (${count})`;
    case "another-port":
      return `calling at ${where} and going on overland, because of ${blame} (${count})`;
    case "sailing":
      return cause === null
        ? `sailing longer or shorter; no row says why (${count})`
        : `sailing slower because of ${blame} (${count})`;
    case "untold":
      return `in ways that no row tells (${count})`;
  }
}
