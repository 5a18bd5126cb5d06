import type { ScaleTime } from "d3";
import { timeAxis, timeScale } from "#shells/figure/axis";
import type { Span } from "#shells/figure/axis";
import { fittingText, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** One line of a timeline. Times in ms since the epoch. */
export interface TimelineBar {
  readonly from: number;
  /** Null: it never ends, or (of an announcement) no date was given. */
  readonly until: number | null;
  readonly words: string;
  /** Fewer words, for a figure in which the others do not fit. */
  readonly short: string;
}

/** Lines of one sort under one heading. */
export interface TimelineLane {
  readonly sort: "disruption" | "announcement" | "policy";
  readonly heading: string;
  readonly bars: readonly TimelineBar[];
}

/** What happened, what was said and what was done, on one axis of time. */
export interface TimelineFigure extends FigureName {
  readonly width: number;
  readonly span: Span;
  readonly shaded: readonly Span[];
  readonly lanes: readonly TimelineLane[];
}

const rowHeight = 26;
const headingHeight = 30;

const laneHeight = (lane: TimelineLane): number => headingHeight + lane.bars.length * rowHeight;

/** Bars and announcements over time; a bar that leaves the span ends in an arrow. */
export function timelineFigure(data: TimelineFigure): Markup {
  const rows = data.lanes.reduce((sum, lane) => sum + laneHeight(lane), 0);
  const frame: Frame = { width: data.width, height: rows + 44, top: 4, right: 10, bottom: 30, left: 10 };
  const x = timeScale(data.span, frame);
  const shades = data.shaded.map((span) => {
    const [left, right] = [
      Math.max(x(span.from), frame.left),
      Math.min(x(span.until), frame.width - frame.right),
    ];
    const height = frame.height - frame.bottom - frame.top;
    return (
      right > left && element("rect", { class: "shade", x: left, y: frame.top, width: right - left, height })
    );
  });
  let top = frame.top;
  const lanes = data.lanes.map((lane) => {
    const markup = laneMarkup(lane, top, x, frame);
    top += laneHeight(lane);
    return markup;
  });
  return svgFrame(frame, data, shades, timeAxis(x, frame), lanes);
}

function laneMarkup(lane: TimelineLane, top: number, x: ScaleTime<number, number>, frame: Frame): Markup {
  const heading = element("text", { class: "lane-name", x: 2, y: top + 20 }, lane.heading);
  const bars = lane.bars.map((bar, index) =>
    barMarkup(bar, lane.sort, top + headingHeight + index * rowHeight + rowHeight / 2, x, frame),
  );
  return element("g", { class: `lane ${lane.sort}` }, heading, bars);
}

function barMarkup(
  bar: TimelineBar,
  sort: TimelineLane["sort"],
  y: number,
  x: ScaleTime<number, number>,
  frame: Frame,
): Content {
  const edge = frame.width - frame.right;
  const clip = (place: number): number => Math.min(edge, Math.max(frame.left, place));
  const from = clip(x(bar.from));
  const dateless = sort === "announcement" && bar.until === null;
  const end = dateless ? from : bar.until === null ? edge : clip(x(bar.until));
  const leaves = !dateless && (bar.until === null || x(bar.until) > edge);
  const line = element("line", { class: "bar-line", x1: from, x2: Math.max(end, from + 1), y1: y, y2: y });
  return [
    !dateless && line,
    sort === "announcement" && element("circle", { class: "said", cx: from, cy: y, r: 4 }),
    sort === "announcement" &&
      !dateless &&
      !leaves &&
      element("path", { class: "until", d: `M${round(end)},${y - 6}v12` }),
    leaves && element("path", { class: "arrow", d: `M${round(end - 5)},${y - 5}l6,5l-6,5` }),
    barWords(textWidth(bar.words, 13) > frame.width - 8 ? bar.short : bar.words, from, end, y, frame),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;

/** The words stand to the right of their bar if there is room, else to the left, else over it. */
function barWords(words: string, from: number, end: number, y: number, frame: Frame): Markup {
  const width = textWidth(words, 13);
  if (end + 10 + width <= frame.width)
    return element("text", { class: "bar-name", x: end + 9, y: y + 4.5 }, words);
  if (from - 10 - width >= 0) {
    return element("text", { class: "bar-name", x: from - 9, y: y + 4.5, "text-anchor": "end" }, words);
  }
  const inward = { class: "bar-name", x: Math.max(2, frame.width - width - 4), y: y - 5 };
  return element("text", inward, fittingText(words, 13, frame.width - 4));
}
