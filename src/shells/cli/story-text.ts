import { listed } from "#base/listed";
import { dayMs } from "#base/time";
import { momentSentence } from "#shells/cli/moment-sentence";
import { hanging, wrapped } from "#shells/cli/paint";
import { instantText } from "#shells/figure/calendar-text";
import { windowText } from "#shells/report/window-text";
import { measureNoun, measureTitle, unitSince } from "#study/experiment/measure-title";
import type { MedianReplication } from "#study/experiment/median-replication";
import { summaryText } from "#study/experiment/money-text";
import { placeInSentence, placeName } from "#study/experiment/place-names";
import { counted, numberText, quantityText } from "#study/experiment/quantity-text";
import type { Result } from "#study/experiment/result";
import type { DelayCause } from "#study/experiment/delay-account";
import type { Moment } from "#study/experiment/moment";
import type { Story, Unrouted } from "#study/experiment/story";
import type { StoryReading } from "#study/experiment/story-reading";
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

/** So many causes are told one by one, of those that make a tenth of a day; the rest are summed. */
const causesTold = 12;
const leastTold = dayMs / 10;

const isTold = ({ ms }: DelayCause, index: number): boolean =>
  index < causesTold && Math.abs(ms) >= leastTold;

/** The story for people: which replication, what happened when, how voyages ended, and what delayed them. */
export function storyText(told: ToldStory, width: number): string {
  const { result, variant, replication, why, story } = told;
  const { study } = result;
  const head = `${result.summary.title}: ${variant}, replication ${replication}`;
  const own = study.variants.find(({ name }) => name === variant);
  const what = own === undefined ? "" : summaryText(own);
  const chosen =
    why === undefined
      ? ""
      : `It is the median of ${why.among} replications by ${measureNoun(why.measure)} ` +
        `(${placeName(study, why.of)}).`;
  const changed = isAsWritten(told)
    ? ""
    : "Its numbers are not those of the run folder, which another version of Breakwater wrote: run it again.";
  const blocks = [
    [head, what, chosen, changed].flatMap((line) => (line === "" ? [] : [wrapped(line, width)])).join("\n"),
    ["What happened", ...momentLines(told, width)].join("\n"),
    [
      "What it came to",
      ...story.readings.map((reading) => hanging("  ", readingText(reading, study), width)),
    ].join("\n"),
    [
      "How voyages ended",
      hanging("  ", fatesText(story), width),
      ...story.unrouted.map((one) => hanging("  ", unroutedText(one, study), width)),
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

/** Each moment with its time, in a column of its own. */
function momentLines({ result: { study }, variant, story }: ToldStory, width: number): readonly string[] {
  const performance = study.variants.find(({ name }) => name === variant)?.scenario.performance;
  return story.moments.filter(isNews).map((moment) => {
    const time = `  ${instantText(Math.round(moment.time / 60_000) * 60_000)}  `;
    return hanging(time, momentSentence(moment, { study, performance }), width);
  });
}

function readingText({ row, unit, reading }: StoryReading, study: Study): string {
  const about = [measureTitle(row.kind), placeName(study, row.of), windowText(row)];
  const name = about.filter((part) => part !== "").join(", ");
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
    const told = count === 1 ? text.replace(/^were /, "was ") : text;
    return count === 0 ? [] : [`${numberText(count, 0)} ${told}`];
  });
  return `Of those that began after the warm-up ${listed(parts)}.`;
}

function unroutedText({ place, rules, voyages }: Unrouted, study: Study): string {
  const why = rules === "" ? "nothing leads there" : `barred by ${listed(rules.split(", "))}`;
  return `Without a legal route from ${placeInSentence(study, place)}: ${numberText(voyages, 0)}, ${why}.`;
}

function causesText({ delay }: Story, study: Study, width: number): string {
  const days = (ms: number): string => `${numberText(ms / dayMs, 1)} days`;
  const per = delay.voyages === 0 ? 0 : delay.totalMs / delay.voyages;
  const head =
    `${counted(delay.voyages, "voyage")} arrived in this run and undisrupted, ` +
    `${days(delay.totalMs)} later in all, ${quantityText(per / dayMs, "d")} each:`;
  const [told, others] = [
    delay.causes.filter(isTold),
    delay.causes.filter((cause, index) => !isTold(cause, index)),
  ];
  const line = (ms: number, words: string): string => hanging(`  ${days(ms).padStart(14)}  `, words, width);
  const lines = told.map((cause) => line(cause.ms, causeText(cause, study)));
  const rest = others.reduce((sum, { ms }) => sum + ms, 0);
  if (others.length > 0) lines.push(line(rest, counted(others.length, "lesser way")));
  const unnamed = delay.causes.filter(({ cause }) => cause === null).reduce((sum, { ms }) => sum + ms, 0);
  const unexplained =
    unnamed < 0
      ? `in all; what has no cause that is known took ${days(-unnamed)} off`
      : `in all, of which ${days(unnamed)} have no cause that is known`;
  const foot = line(delay.totalMs, unexplained);
  return ["What delayed them", hanging("  ", head, width), ...lines, foot].join("\n");
}

function causeText({ how, place, cause, voyages }: DelayCause, study: Study): string {
  const where = place === null ? "" : listed(place.split(", ").map((one) => placeInSentence(study, one)));
  const because = cause === null ? "without a disruption to blame" : `because of ${cause}`;
  const count = counted(voyages, "voyage");
  switch (how) {
    case "waiting":
      return cause === null
        ? `in the ordinary queue at ${where} (${count})`
        : `waiting at ${where} for ${cause} (${count})`;
    case "service":
      return cause === null
        ? `served longer or shorter at ${where}; no row says why (${count})`
        : `served longer or shorter at ${where} while ${cause} acts there (${count})`;
    case "blocked":
      return cause === null
        ? `kept at ${where} without room at the next station (${count})`
        : `kept at ${where} without room at the next station, ${because} (${count})`;
    case "passing":
      return cause === null
        ? `passing ${where} longer or shorter; no row says why (${count})`
        : `passing ${where} while ${cause} acts there (${count})`;
    case "turning-back":
      return `turning off from ${where} and back, ${because} (${count})`;
    case "another-way":
      return `sailing another way than by ${where}, ${because} (${count})`;
    case "another-port":
      return `calling at ${where} and going on overland, ${because} (${count})`;
    case "sailing":
      return cause === null
        ? `sailing longer or shorter; no row says why (${count})`
        : `sailing slower ${because} (${count})`;
  }
}
