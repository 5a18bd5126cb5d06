import { listed } from "#base/listed";
import { printInstant } from "#base/time";
import type { Span } from "#shells/figure/axis";
import { daysText, momentText, periodText, yearMomentText } from "#shells/figure/calendar-text";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { timelineFigure } from "#shells/figure/timeline-figure";
import type { TimelineBar, TimelineLane } from "#shells/figure/timeline-figure";
import type { Report } from "#shells/report/report";
import { captioned, section } from "#shells/report/section";
import type { TimelineEntry } from "#study/experiment/curves";
import { placeName } from "#study/experiment/place-names";

/** The most lines that one lane shows; the heading counts the others. */
const laneMost = 18;

const howToRead =
  "Each dot is an announcement on the day it was made; its line runs to the end that was believed " +
  "from then on, which may be far from the true end of the shaded span.";

/** What went wrong, what was believed and what was done, per variant. Left out when nothing happened. */
export function timelineSection(report: Report): Markup | undefined {
  const told = report.result.figures.timelines.filter(({ entries }) => entries.length > 0);
  if (told.length === 0) return undefined;
  const figures = told.map(({ name, entries, replication }, index) => {
    const place = report.variants.find((variant) => variant.name === name)?.place ?? index;
    const span = spanOf(entries, report);
    const lanes = lanesOf(entries, report);
    const figure = captioned(
      (width) =>
        timelineFigure({
          title: `Timeline of ${name}, replication ${replication}`,
          description: lanes
            .map((lane) => `${lane.heading}: ${lane.bars.map(barText).join("; ")}`)
            .join(". "),
          width,
          span,
          shaded: report.focus.disrupted,
          lanes,
        }),
      [
        `Replication ${replication} of ${name}. `,
        lanes.some((lane) => lane.sort === "announcement") ? howToRead : "",
        standing(name, entries, report),
      ],
      {
        name: `timeline-${name}`,
        columns: ["time", "what", "id", "of", "cause", "believed_end"],
        rows: entries.map((entry) => [
          printInstant(entry.time),
          entry.what,
          entry.id,
          entry.of.join(" "),
          entry.cause ?? null,
          typeof entry.believedEnd === "number" ? printInstant(entry.believedEnd) : null,
        ]),
      },
    );
    return element("div", { class: `only only-${place}` }, figure);
  });
  return section(
    "timeline",
    "What happened, what was said, what was done",
    `Those who decide know only what has been announced. All times are UTC${yearWords(report)}.`,
    figures,
  );
}

const barText = (bar: TimelineBar): string => `${bar.name}, ${bar.dates}`;

function lanesOf(entries: readonly TimelineEntry[], report: Report): readonly TimelineLane[] {
  const told = endAnnouncements(entries);
  // Of one of several disruptions it must be said which: the others may go on when it is over.
  const acting = entries.filter(({ what }) => what === "disruption-start");
  const several = new Set([...told, ...acting].map(({ id }) => id)).size > 1;
  const announcements = told.map((entry) => announcementBar(entry, several, report));
  const lanes: readonly TimelineLane[] = [
    lane("disruption", "Disruptions", pairs(entries, "disruption-start", "disruption-end", report)),
    lane("announcement", "Announcements, and the end believed", announcements),
    lane("policy", "Policies at work", pairs(entries, "policy-start", "policy-end", report)),
  ];
  return lanes.filter(({ bars }) => bars.length > 0);
}

/**
 * Announcements that say something about an end, if only that it is not known. One that has no word on it
 * (`believedEnd` is absent) tells of a changed pace, which the bars of disruptions and policies show already.
 */
function endAnnouncements(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  return entries.filter((entry) => entry.what === "announcement" && entry.believedEnd !== undefined);
}

function lane(sort: TimelineLane["sort"], heading: string, bars: readonly TimelineBar[]): TimelineLane {
  const more = bars.length - laneMost;
  const counted = more > 0 ? `${heading} (the first ${laneMost} of ${bars.length})` : heading;
  return { sort, heading: counted, bars: bars.slice(0, laneMost) };
}

function announcementBar(entry: TimelineEntry, several: boolean, report: Report): TimelineBar {
  const moment = momentWords(report);
  const believed = entry.believedEnd ?? null;
  const over = believed !== null && believed <= entry.time;
  const name = several ? `${moment(entry.time)}, ${entry.id}` : moment(entry.time);
  const dates = believed === null ? "end not known" : over ? "over" : `ends ${moment(believed)}`;
  const until = over ? null : believed;
  return { from: entry.time, until, name, shortName: name, dates, shortDates: dates };
}

/** Bars from each start to its end. A policy that starts and stops at once has nothing to do. */
function pairs(
  entries: readonly TimelineEntry[],
  starts: TimelineEntry["what"],
  ends: TimelineEntry["what"],
  report: Report,
): readonly TimelineBar[] {
  return entries.flatMap((entry, index) => {
    if (entry.what !== starts) return [];
    const end = entries.slice(index + 1).find((later) => later.what === ends && isSame(later, entry));
    const isIdle = starts === "policy-start" && end?.time === entry.time;
    if (isIdle && entries.some((other) => other.id === entry.id && other.time > entry.time)) return [];
    const places = [...new Set(entry.of.map((id) => placeName(report.result.study, id)))];
    const counted = places.length > 1 ? `${places.length} places` : listed(places);
    const at = (of: string, what: string): string => (of === "" ? what : `${what}, ${of}`);
    const name = at(places.length > 2 ? counted : listed(places), nameOf(entry));
    const shortName = at(counted, entry.id);
    const dates = isIdle ? "never needed" : datesText(entry, end, report);
    const shortDates =
      isIdle || end === undefined ? dates : daysText(entry.time, end.time, severalYears(report));
    return [{ from: entry.time, until: end?.time ?? null, name, shortName, dates, shortDates }];
  });
}

/** With its cause, unless the id says it. */
function nameOf({ id, cause }: TimelineEntry): string {
  return cause === undefined || cause === id ? id : `${id} (${cause})`;
}

/** What strikes several places each by itself has the same id in all of them. */
function isSame(one: TimelineEntry, other: TimelineEntry): boolean {
  return one.id === other.id && one.of.join() === other.of.join();
}

function datesText(entry: TimelineEntry, end: TimelineEntry | undefined, report: Report): string {
  const scenario = report.result.study.variants[0]?.scenario;
  if (end !== undefined) return periodText(entry.time, end.time, severalYears(report));
  if (scenario !== undefined && entry.time <= scenario.time.start) return "all the time";
  return `from ${momentWords(report)(entry.time)} on`;
}

const momentWords = (report: Report): ((time: number) => string) =>
  severalYears(report) ? yearMomentText : momentText;

/** A run over more than one year needs the year in every date. */
function severalYears(report: Report): boolean {
  const { whole } = report.focus;
  return new Date(whole.from).getUTCFullYear() !== new Date(whole.until - 1).getUTCFullYear();
}

/** The span of the curves, or of the entries where they lie outside it. */
function spanOf(entries: readonly TimelineEntry[], report: Report): Span {
  const { span } = report.focus;
  const inside = entries.some((entry) => entry.time >= span.from && entry.time <= span.until);
  return inside ? span : report.focus.whole;
}

/** Policies of the variant that stand all the time, so that they never start in the timeline. */
function standing(name: string, entries: readonly TimelineEntry[], report: Report): string {
  const variant = report.result.study.variants.find((candidate) => candidate.name === name);
  const shown = new Set(entries.map((entry) => entry.id));
  const ids = Object.entries(variant?.scenario.policies ?? {})
    .filter(([id]) => !shown.has(id))
    .map(([id, policy]) => `${id} (${policy.kind})`);
  return ids.length === 0 ? "" : ` Policies that never start or stop in it: ${ids.join(", ")}.`;
}

/** The year, where it is one for the whole run and the dates leave it out. */
function yearWords(report: Report): string {
  return severalYears(report) ? "" : `, ${new Date(report.focus.whole.from).getUTCFullYear()}`;
}
