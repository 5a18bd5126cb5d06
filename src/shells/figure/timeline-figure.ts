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
  /** Null: it never ends, or (of an announcement) no end was given or none is left. */
  readonly until: number | null;
  /** What it is: `Suez Canal, grounding`. */
  readonly name: string;
  /** When, in words: `23 Mar 05:40 to 29 Mar 14:20`. */
  readonly dates: string;
  /** The same in fewer words, for a figure in which the others do not fit. */
  readonly shortDates: string;
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

const textSize = 14;
const headingHeight = 32;
const gap = 16;

/** Where the words of the lines stand: in columns left of the bars, or on a narrow figure above each bar. */
interface Layout {
  readonly frame: Frame;
  readonly rowHeight: number;
  /** Left edge and width of the column of names, and of that of dates; null above the bars. */
  readonly columns: { readonly names: number; readonly datesAt: number; readonly dates: number } | null;
}

/** Words in columns of their own, bars over time beside them; a bar that leaves the span ends in an arrow. */
export function timelineFigure(data: TimelineFigure): Markup {
  const layout = layoutOf(data);
  const { frame } = layout;
  const x = timeScale(data.span, frame);
  const plotRight = frame.width - frame.right;
  const shades = data.shaded.map((span) => {
    const [left, right] = [Math.max(x(span.from), frame.left), Math.min(x(span.until), plotRight)];
    const height = frame.height - frame.bottom - frame.top;
    return (
      right > left && element("rect", { class: "shade", x: left, y: frame.top, width: right - left, height })
    );
  });
  let top = frame.top;
  const lanes = data.lanes.map((lane) => {
    const markup = laneMarkup(lane, top, x, layout);
    top += headingHeight + lane.bars.length * layout.rowHeight;
    return markup;
  });
  return svgFrame(frame, data, shades, timeAxis(x, frame), lanes);
}

function layoutOf(data: TimelineFigure): Layout {
  const bars = data.lanes.flatMap((lane) => lane.bars);
  const wide = data.width >= 700;
  const rowHeight = wide ? 28 : 42;
  const widest = (words: readonly string[]): number =>
    words.reduce((most, each) => Math.max(most, textWidth(each, textSize)), 0);
  const names = Math.min(data.width * 0.22, widest(bars.map((bar) => bar.name)));
  const dates = Math.min(data.width * 0.24, widest(bars.map((bar) => bar.dates)));
  const columns = wide ? { names, datesAt: 2 + names + gap, dates } : null;
  const height = data.lanes.length * headingHeight + bars.length * rowHeight + 44;
  const left = columns === null ? 4 : columns.datesAt + dates + gap;
  return { frame: { width: data.width, height, top: 4, right: 10, bottom: 30, left }, rowHeight, columns };
}

function laneMarkup(lane: TimelineLane, top: number, x: ScaleTime<number, number>, layout: Layout): Markup {
  const heading = element("text", { class: "lane-name", x: 2, y: top + 21 }, lane.heading);
  const bars = lane.bars.map((bar, index) => {
    const rowTop = top + headingHeight + index * layout.rowHeight;
    const y = layout.columns === null ? rowTop + 28 : rowTop + layout.rowHeight / 2;
    const rule = { x1: 2, x2: layout.frame.width - layout.frame.right, y1: rowTop, y2: rowTop };
    return [
      layout.columns !== null && element("line", { class: "row-rule", ...rule }),
      barWords(bar, rowTop, layout),
      barMarkup(bar, lane.sort, y, x, layout.frame),
    ];
  });
  return element("g", { class: `lane ${lane.sort}` }, heading, bars);
}

/** The words of a line; what its column cuts off can be had by resting the pointer on it. */
function barWords(bar: TimelineBar, rowTop: number, { columns, frame, rowHeight }: Layout): Content {
  if (columns === null) {
    const [whole, short] = [`${bar.name}, ${bar.dates}`, `${bar.name}, ${bar.shortDates}`];
    const words = textWidth(whole, textSize) <= frame.width - 6 ? whole : short;
    const shown = fittingText(words, textSize, frame.width - 6);
    return element("text", { class: "bar-name", x: 4, y: rowTop + 15 }, shown, cut(words, shown));
  }
  const y = rowTop + rowHeight / 2 + 4.5;
  const [name, dates] = [
    fittingText(bar.name, textSize, columns.names + 1),
    fittingText(bar.dates, textSize, columns.dates + 1),
  ];
  return [
    element("text", { class: "bar-name", x: 2, y }, name, cut(bar.name, name)),
    element("text", { class: "bar-dates", x: columns.datesAt, y }, dates, cut(bar.dates, dates)),
  ];
}

const cut = (whole: string, shown: string): Content => whole !== shown && element("title", {}, whole);

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
  const said = sort === "announcement";
  const dateless = said && bar.until === null;
  const end = dateless ? from : bar.until === null ? edge : clip(x(bar.until));
  const leaves = !dateless && (bar.until === null || x(bar.until) > edge);
  const earlier = !said && x(bar.from) < frame.left;
  const line = element("line", { class: "bar-line", x1: from, x2: Math.max(end, from + 1), y1: y, y2: y });
  return [
    !dateless && line,
    said && element("circle", { class: "said", cx: from, cy: y, r: 4 }),
    said && !dateless && !leaves && element("path", { class: "until", d: `M${round(end)},${y - 6}v12` }),
    leaves && element("path", { class: "arrow", d: `M${round(end - 3)},${y - 7}l8,7l-8,7` }),
    earlier && element("path", { class: "arrow", d: `M${round(from + 3)},${y - 7}l-8,7l8,7` }),
  ];
}

const round = (value: number): number => Math.round(value * 10) / 10;
