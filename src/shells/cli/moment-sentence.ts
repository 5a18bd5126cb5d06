import { listed } from "#base/listed";
import { dayMs } from "#base/time";
import type { Resolved, Study } from "#scenario/language/resolved";
import { durationText, instantText } from "#shells/figure/calendar-text";
import { valueText } from "#shells/report/value-text";
import type { Moment } from "#study/experiment/moment";
import { placeInSentence } from "#study/experiment/place-names";
import { numberText, quantityText, threeDigits } from "#study/experiment/quantity-text";
import type { QueueFlow, QueueStretch } from "#study/experiment/queue-stretches";
import type { RateStretch } from "#study/experiment/rate-stretches";

/** What the words of a moment need to know of its scenario. */
export interface MomentWorld {
  readonly study: Study;
  readonly performance: Resolved["performance"];
}

/** One thing that happened, in a sentence without its time. */
export function momentSentence(moment: Moment, { study, performance }: MomentWorld): string {
  const { what, id, of, cause, believedEnd, recoveredAt, waiting, usual } = moment;
  const where = listed(of.map((place) => placeInSentence(study, place)));
  // What is counted at no place is a flow or what it carries.
  const counted = id === "performance" ? (performance?.of ?? of) : of;
  const isPlaced = counted.every((one) => one.includes("."));
  const side = `${isPlaced ? "at" : "of"} ${where}`;
  const isQuiet = waiting === undefined || (waiting.run === 0 && waiting.twin === 0);
  const beside = isQuiet ? "" : `; ${waiting.run} ${waitWord(waiting.run)} (${waiting.twin} undisrupted)`;
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
      return `the policy ${id} begins to act at ${where}${beside}`;
    case "policy-end":
      return `the policy ${id} stops acting at ${where}${beside}`;
    case "queue-grows":
    case "queue-shrinks":
      return moment.queue === undefined ? "" : queueText(where, moment.queue);
    case "queue-peak":
      return `the longest queue at ${where}${beside.replace("undisrupted", "at most, undisrupted")}`;
    case "still-waiting":
      return `the run ends with a queue at ${where}${beside}`;
    case "rate-falls":
    case "rate-rises":
      return moment.rate === undefined ? "" : rateText(side, moment.rate, performance);
    case "backlog-cleared": {
      const bar = usual === undefined ? "" : `: ${waitText(usual)} for a day`;
      return `the backlog at ${where} has cleared${bar}`;
    }
    case "rate-normal":
      return `traffic ${side} is back to normal${barText(performance, "within")}`;
    case "rate-recovered":
      return `the rate ${side} has recovered${barText(performance, "at least")}`;
  }
}

const blameText = (cause: string | undefined): string => (cause === undefined ? "" : ` (${cause})`);

/** What chance gave a disruption that begins: `, drawn duration 12 days`. */
function drawnText({ drawn }: Moment): string {
  const parts = Object.entries(drawn ?? {}).map(([key, value]) => `${key} ${valueText(value, key)}`);
  return parts.length === 0 ? "" : `, drawn ${listed(parts)}`;
}

const waitText = (usual: number): string =>
  `${usual === 0 ? "nobody waits" : `at most ${numberText(usual, 0)} ${waitWord(usual)}`}, ` +
  "as in 95 % of the time undisrupted,";

const waitWord = (count: number): string => (count === 1 ? "waits" : "wait");

/** How a queue went until when, who came and went, and what would have come and gone undisrupted. */
function queueText(where: string, stretch: QueueStretch): string {
  const { from, until, before, after, usual, run, twin } = stretch;
  // What happens in one instant was counted over a millisecond.
  const days = Math.max(1, until - from) / dayMs;
  // What lasts for hours is told in all: a day of it would be of no use to anybody.
  const [per, factor] = days < 2 ? ["in all", days] : ["a day", 1];
  const verb = after > before ? "grows" : "shrinks";
  const bar = after <= usual ? `, what it does not exceed in 95 % of the time undisrupted` : "";
  const span = minuteText(from) === minuteText(until) ? "at once" : `until ${minuteText(until)}`;
  return (
    `${span} the queue at ${where} ${verb} from ${numberText(before, 0)} ` +
    `to ${numberText(after, 0)}${bar}: ${per} ${flowText(run, factor)} ` +
    `(${flowText(twin, factor)} undisrupted)`
  );
}

function flowText({ came, entered, gaveUp }: QueueFlow, factor: number): string {
  const count = (daily: number, one: string, many: string): string => {
    const text = threeDigits(daily * factor);
    return `${text} ${text === "1" ? one : many}`;
  };
  const [coming, entering] = [count(came, "comes", "come"), count(entered, "is let in", "are let in")];
  return `${coming}, ${entering}${gaveUp > 0 ? `, ${count(gaveUp, "leaves it", "leave it")}` : ""}`;
}

/** How the rate went until when, beside what it would have been. */
function rateText(side: string, stretch: RateStretch, performance: MomentWorld["performance"]): string {
  const { until, before, after, twinBefore, twinAfter } = stretch;
  const verb = after - twinAfter > before - twinBefore ? "rises" : "falls";
  const window = performance === undefined ? "" : `, over ${durationText(performance.window)},`;
  const [first, last, ...usual] = [before, after, twinBefore, twinAfter].map(threeDigits);
  return (
    `until ${minuteText(until)} the rate ${side}${window} ${verb} from ${first} to ${last} a day ` +
    `(${usual.join(" and ")} undisrupted)`
  );
}

/** By what a rate counts as normal again, or as recovered: `: from here on 95 % ...`. */
function barText(performance: MomentWorld["performance"], how: "within" | "at least"): string {
  if (performance === undefined) return "";
  const { recoveredAt, window, heldFor } = performance;
  const bar =
    how === "within"
      ? `within ${quantityText(1 - recoveredAt, "share")} of`
      : `at least ${quantityText(recoveredAt, "share")} of`;
  return (
    `: for ${durationText(heldFor)} from here, each next ${durationText(window)} bring ${bar} ` +
    `what they bring undisrupted`
  );
}

const minuteText = (time: number): string => instantText(Math.round(time / 60_000) * 60_000);
