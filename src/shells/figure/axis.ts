import { scaleUtc } from "d3";
import type { ScaleLinear, ScaleTime } from "d3";
import { dayMs } from "#base/time";
import { dateText, dayText } from "#shells/figure/calendar-text";
import { textWidth } from "#shells/figure/frame";
import type { Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { tenth } from "#shells/figure/tenth";

/** A span of time, ms since the epoch. */
export interface Span {
  readonly from: number;
  readonly until: number;
}

/** Time across the plot of `frame`. */
export function timeScale(span: Span, frame: Frame): ScaleTime<number, number> {
  return scaleUtc([span.from, span.until], [frame.left, frame.width - frame.right]);
}

/** Days or years under the plot, about one every 90 pixels, with the year where it begins or changes. */
export function timeAxis(scale: ScaleTime<number, number>, frame: Frame): Markup {
  const base = frame.height - frame.bottom;
  const all = enoughTicks(scale, Math.max(2, Math.floor((frame.width - frame.left - frame.right) / 90)));
  const [one, two] = all;
  // The first bears the year, and takes more room where it leans inward.
  const leans = one !== undefined && tickAnchor(scale(one), dateText(one.getTime()), frame) === "start";
  const apart = one === undefined || two === undefined ? Infinity : scale(two) - scale(one);
  const stride = Math.max(1, Math.ceil((leans ? 110 : 80) / apart));
  const ticks = all.filter((_, index) => index % stride === 0);
  const long = spanDays(scale) > 900;
  const marks = ticks.map((tick, index) => {
    const x = scale(tick);
    const year = tick.getUTCFullYear();
    const isNew = ticks[index - 1]?.getUTCFullYear() !== year;
    const words = long ? String(year) : (isNew ? dateText : dayText)(tick.getTime());
    return [
      element("line", { class: "tick", x1: x, x2: x, y1: base, y2: base + 5 }),
      tickWords(words, x, base + 19, frame),
    ];
  });
  return element("g", { class: "axis" }, baseLine(frame), marks);
}

/** About `count` ticks, at least three where the calendar has them: one date alone measures nothing. */
function enoughTicks(scale: ScaleTime<number, number>, count: number): readonly Date[] {
  let ticks = scale.ticks(count);
  for (let more = count + 1; ticks.length < 3 && more <= count + 8; more++) ticks = scale.ticks(more);
  return ticks;
}

/** The line along the bottom of the plot. */
function baseLine(frame: Frame): Markup {
  const base = frame.height - frame.bottom;
  const ends = { x1: frame.left, x2: frame.width - frame.right, y1: base, y2: base };
  return element("line", { class: "base", ...ends });
}

function tickWords(words: string, x: number, y: number, frame: Frame): Markup {
  const at = { x, y, "text-anchor": tickAnchor(x, words, frame) };
  return element("text", { class: "tick-text", ...at }, words);
}

/** Words near an edge of the figure lean inward, so that none is clipped. */
function tickAnchor(x: number, words: string, frame: Frame): string {
  const half = words.length * 3.6;
  if (x - half < 2) return "start";
  return x + half > frame.width - 2 ? "end" : "middle";
}

function spanDays(scale: ScaleTime<number, number>): number {
  const [from, until] = scale.domain();
  return from === undefined || until === undefined ? 0 : (until.getTime() - from.getTime()) / dayMs;
}

/** The room that the values of `valueAxis` need left of the plot, 44 pixels at least. */
export function valueAxisRoom(scale: ScaleLinear<number, number>, frame: Omit<Frame, "left">): number {
  const ticks = valueTicks(scale, frame);
  const words = ticks.map(scale.tickFormat(ticks.length));
  return Math.max(44, ...words.map((each) => textWidth(each, 13) + 12));
}

function valueTicks(scale: ScaleLinear<number, number>, frame: Omit<Frame, "left">): readonly number[] {
  return scale.ticks(Math.max(2, Math.floor((frame.height - frame.top - frame.bottom) / 52)));
}

/**
 * Values up the left side with hairlines across the plot; `title` says what and in which unit, above the
 * plot.
 */
export function valueAxis(scale: ScaleLinear<number, number>, frame: Frame, title: string): Markup {
  const ticks = valueTicks(scale, frame);
  const format = scale.tickFormat(ticks.length);
  const marks = ticks.map((tick) => {
    const y = scale(tick);
    return [
      element("line", { class: "hair", x1: frame.left, x2: frame.width - frame.right, y1: y, y2: y }),
      element(
        "text",
        { class: "tick-text", x: frame.left - 8, y: y + 4, "text-anchor": "end" },
        format(tick),
      ),
    ];
  });
  return element("g", { class: "axis" }, marks, element("text", { class: "axis-title", x: 2, y: 14 }, title));
}

/** Ticks about one every 75 pixels, with room for their words, and at least two: one measures nothing. */
function measuringTicks(scale: ScaleLinear<number, number>, width: number): readonly number[] {
  const most = Math.max(2, Math.floor(width / 75));
  const longest = Math.max(...scale.ticks(most).map((tick) => textWidth(scale.tickFormat(most)(tick), 12)));
  const fits = (ticks: readonly number[]): boolean => {
    const [first = 0, second = Infinity] = ticks;
    // Words at the edge lean inward by half their width.
    return Math.abs(scale(second) - scale(first)) >= 1.5 * longest + 6;
  };
  let fewer = Math.max(2, Math.min(most, Math.floor(width / (longest + 16))));
  while (fewer > 2 && !fits(scale.ticks(fewer))) fewer -= 1;
  let ticks = scale.ticks(fewer);
  for (let more = fewer + 1; ticks.length < 2 && more <= fewer + 8; more += 1) ticks = scale.ticks(more);
  return ticks;
}

/**
 * Values along the bottom of a small figure, about one every 75 pixels, with `title` below them. Hairlines
 * run through the whole plot, or only through `strips` (top and bottom each) where words
 * stand between the data.
 */
export function bottomAxis(
  scale: ScaleLinear<number, number>,
  frame: Frame,
  title: string,
  strips?: readonly (readonly [top: number, bottom: number])[],
): Markup {
  const base = frame.height - frame.bottom;
  const ticks = measuringTicks(scale, frame.width - frame.left - frame.right);
  const format = scale.tickFormat(Math.max(2, ticks.length));
  const hairs = [...(strips ?? [[frame.top, base]]), [base, base + 3]].map((ends) => ends.map(tenth));
  const marks = ticks.map((tick) => {
    const x = scale(tick);
    const words = format(tick);
    return [
      element("path", { class: "hair", d: hairs.map(([from, to]) => `M${tenth(x)},${from}V${to}`).join("") }),
      tickWords(words, x, base + 15, frame),
    ];
  });
  const half = textWidth(title, 12) / 2 + 2;
  const middle = Math.max(half, Math.min(frame.width - half, (frame.left + frame.width - frame.right) / 2));
  const at = { x: middle, y: base + 32, "text-anchor": "middle" };
  const name = element("text", { class: "axis-title", ...at }, title);
  return element("g", { class: "axis" }, marks, baseLine(frame), name);
}
