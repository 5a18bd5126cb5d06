import type { Span } from "#shells/figure/axis";
import { dayText, momentText } from "#shells/figure/calendar-text";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { timelineFigure } from "#shells/figure/timeline-figure";
import type { TimelineBar, TimelineLane } from "#shells/figure/timeline-figure";
import type { Report } from "#shells/report/report";
import { captioned, section } from "#shells/report/section";
import type { TimelineEntry } from "#study/experiment/curves";

/** The most lines that one lane shows; the heading counts the others. */
const laneMost = 18;

const howToRead =
  "An announcement is a dot on the day it was made; its line runs to the end that was believed " +
  "from then on, which may be far from the true end of the shaded span.";

/** What went wrong, what was believed and what was done, per variant. Left out when nothing happened. */
export function timelineSection(report: Report): Markup | undefined {
  const told = report.result.figures.timelines.filter(({ entries }) => entries.length > 0);
  if (told.length === 0) return undefined;
  const figures = told.map(({ name, entries, replication }, index) => {
    const place = report.variants.find((variant) => variant.name === name)?.place ?? index;
    const lanes = lanesOf(entries);
    const span = spanOf(entries, report);
    const figure = captioned(
      (width) =>
        timelineFigure({
          title: `Timeline of ${name}, replication ${replication}`,
          description: lanes
            .map((lane) => `${lane.heading}: ${lane.bars.map((bar) => bar.words).join("; ")}`)
            .join(". "),
          width,
          span,
          shaded: report.focus.disrupted,
          lanes,
        }),
      [`Replication ${replication} of ${name}. `, howToRead, standing(name, entries, report)],
    );
    return element("div", { class: `only only-${place}` }, figure);
  });
  return section(
    "timeline",
    "What happened, what was said, what was done",
    "Those who decide know only what has been announced. All times are UTC.",
    figures,
  );
}

function lanesOf(entries: readonly TimelineEntry[]): readonly TimelineLane[] {
  const several =
    new Set(entries.filter((entry) => entry.what === "announcement").map((entry) => entry.id)).size > 1;
  const announcements = entries
    .filter((entry) => entry.what === "announcement")
    .map((entry): TimelineBar => announcementBar(entry, several));
  const lanes: readonly TimelineLane[] = [
    lane("disruption", "Disruptions", pairs(entries, "disruption-start", "disruption-end")),
    lane("announcement", "Announcements, and the end believed", announcements),
    lane("policy", "Policies at work", pairs(entries, "policy-start", "policy-end")),
  ];
  return lanes.filter(({ bars }) => bars.length > 0);
}

function lane(sort: TimelineLane["sort"], heading: string, bars: readonly TimelineBar[]): TimelineLane {
  const more = bars.length - laneMost;
  const counted = more > 0 ? `${heading} (the first ${laneMost} of ${bars.length})` : heading;
  return { sort, heading: counted, bars: bars.slice(0, laneMost) };
}

function announcementBar(entry: TimelineEntry, several: boolean): TimelineBar {
  const believed = entry.believedEnd ?? null;
  const about = several ? `${entry.id}, ` : "";
  const said =
    believed === null ? "no date" : believed <= entry.time ? "over" : `until ${momentText(believed)}`;
  const until = believed === null || believed <= entry.time ? null : believed;
  const words = `${momentText(entry.time)}: ${said}`;
  return { from: entry.time, until, words: `${about}${words}`, short: words };
}

function pairs(
  entries: readonly TimelineEntry[],
  starts: TimelineEntry["what"],
  ends: TimelineEntry["what"],
): readonly TimelineBar[] {
  return entries.flatMap((entry, index) => {
    if (entry.what !== starts) return [];
    const end = entries.slice(index + 1).find((later) => later.what === ends && later.id === entry.id);
    const of =
      entry.of.length === 0 ? "" : ` of ${entry.of.slice(0, 3).join(", ")}${entry.of.length > 3 ? " …" : ""}`;
    const until = end === undefined ? "" : ` to ${momentText(end.time)}`;
    const words = `${entry.id}${of}, ${momentText(entry.time)}${until}`;
    const short = `${entry.id}, ${dayText(entry.time)}${end === undefined ? "" : ` to ${dayText(end.time)}`}`;
    return [{ from: entry.time, until: end?.time ?? null, words, short }];
  });
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
