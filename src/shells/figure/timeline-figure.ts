import type { ScaleTime } from "d3";
import { timeAxis, timeScale } from "#shells/figure/axis";
import type { Span } from "#shells/figure/axis";
import { fittedWords, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { tenth } from "#shells/figure/tenth";

/** One line of a timeline. Times in ms since the epoch. */
export interface TimelineBar {
  readonly from: number;
  /** Null: it never ends, or (of an announcement) no end was given or none is left. */
  readonly until: number | null;
  /** What it is: `Suez Canal, grounding`. */
  readonly name: string;
  /** The same in fewer words, for a figure in which the others do not fit. */
  readonly shortName: string;
  /** When, in words: `23 Mar 05:40 to 29 Mar 14:20`. */
  readonly dates: string;
  /** The same in fewer words, as above. */
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
/** Names and dates are long, and so their width is near the average: DejaVu Sans, a wide font, has 0.53. */
const characterWidth = 0.55;
const headingHeight = 32;
const gap = 16;
/** On a narrow figure, the room left and right of words. */
const sides = 6;
/** Shares of a wide figure that dates may take, and all words together. */
const datesMost = 0.26;
const wordsMost = 0.58;

type NameForm = "name" | "shortName";

/** Where the words of the lines stand: in columns left of the bars, or on a narrow figure above each bar. */
interface Layout {
  readonly frame: Frame;
  readonly rowHeight: number;
  /** Null above the bars. */
  readonly columns: Columns | null;
  /** Above the bars: whether dates have a line of their own, as where they do not fit beside names. */
  readonly isTwoLined: boolean;
  /** One form for all lines, so that they can be compared: the short one where any other does not fit. */
  readonly form: NameForm;
}

/** Left edges and widths of the columns of words, and which names and dates fit theirs. */
interface Columns {
  readonly names: number;
  readonly form: NameForm;
  readonly datesAt: number;
  readonly dates: number;
  readonly key: "dates" | "shortDates";
}

/** The most lines of one drawing where words stand beside bars: as many as a sheet of paper has room for. */
const sheetMost = 20;

/**
 * Words in columns of their own, bars over time beside them; a bar that leaves the span ends in an arrow.
 * What has more lines than a sheet of paper has room for comes in several drawings on the same axis.
 */
export function timelineFigure(data: TimelineFigure): readonly Markup[] {
  const bars = data.lanes.flatMap((lane) => lane.bars);
  const columns = data.width >= 700 ? columnsOf(bars, data.width) : null;
  const form = columns?.form ?? nameForm(bars, data.width - sides);
  const sheets = columns === null ? [data.lanes] : sheetsOf(data.lanes);
  return sheets.map((lanes, index) => {
    const title = sheets.length > 1 ? `${data.title}, ${index + 1} of ${sheets.length}` : data.title;
    return sheetMarkup({ ...data, title, lanes }, columns, form);
  });
}

/** Lanes stay whole where a sheet has room for them; what is parted says so in its heading. */
function sheetsOf(lanes: readonly TimelineLane[]): readonly (readonly TimelineLane[])[] {
  const sheets: TimelineLane[][] = [[]];
  let room = sheetMost;
  const turn = (): void => {
    sheets.push([]);
    room = sheetMost;
  };
  for (const lane of lanes) {
    if (lane.bars.length > room && room < sheetMost) turn();
    for (let from = 0; from < lane.bars.length; from += sheetMost) {
      if (from > 0) turn();
      const bars = lane.bars.slice(from, from + sheetMost);
      const heading = from > 0 ? `${lane.heading}, continued` : lane.heading;
      sheets.at(-1)?.push({ ...lane, heading, bars });
      room -= bars.length;
    }
  }
  return sheets;
}

function sheetMarkup(data: TimelineFigure, columns: Columns | null, form: NameForm): Markup {
  const layout = layoutOf(data, columns, form);
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

function layoutOf(data: TimelineFigure, columns: Columns | null, form: NameForm): Layout {
  const bars = data.lanes.flatMap((lane) => lane.bars);
  const isTwoLined =
    columns === null && widest(bars.map((bar) => `${bar.name}, ${bar.shortDates}`)) > data.width - sides;
  const rowHeight = columns !== null ? 28 : isTwoLined ? 59 : 42;
  const height = data.lanes.length * headingHeight + bars.length * rowHeight + 44;
  const left = columns === null ? 4 : columns.datesAt + columns.dates + gap;
  const frame = { width: data.width, height, top: 4, right: 10, bottom: 30, left };
  return { frame, rowHeight, columns, isTwoLined, form };
}

/** As wide as their words, and at most so wide that half of the figure is left for the bars. */
function columnsOf(bars: readonly TimelineBar[], width: number): Columns {
  const most = width * datesMost;
  const key = widest(bars.map((bar) => bar.dates)) <= most ? "dates" : "shortDates";
  const dates = Math.min(most, widest(bars.map((bar) => bar[key])));
  const room = width * wordsMost - dates;
  const form = nameForm(bars, room);
  const names = Math.min(room, widest(bars.map((bar) => bar[form])));
  return { names, form, datesAt: 2 + names + gap, dates, key };
}

function nameForm(bars: readonly TimelineBar[], room: number): NameForm {
  return widest(bars.map(({ name }) => name)) <= room ? "name" : "shortName";
}

function widest(words: readonly string[]): number {
  return words.reduce((most, each) => Math.max(most, textWidth(each, textSize, characterWidth)), 0);
}

function laneMarkup(lane: TimelineLane, top: number, x: ScaleTime<number, number>, layout: Layout): Markup {
  const heading = element("text", { class: "lane-name", x: 2, y: top + 21 }, lane.heading);
  const bars = lane.bars.map((bar, index) => {
    const rowTop = top + headingHeight + index * layout.rowHeight;
    const y = layout.columns === null ? rowTop + layout.rowHeight - 14 : rowTop + layout.rowHeight / 2;
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
function barWords(bar: TimelineBar, rowTop: number, layout: Layout): Content {
  const { columns, frame, rowHeight, isTwoLined, form } = layout;
  if (columns !== null) {
    const y = rowTop + rowHeight / 2 + 4.5;
    return [
      wordsAt("bar-name", { x: 2, y, width: columns.names + 1 }, bar[form]),
      wordsAt("bar-dates", { x: columns.datesAt, y, width: columns.dates + 1 }, bar[columns.key]),
    ];
  }
  const line = { x: 4, y: rowTop + 15, width: frame.width - sides };
  if (!isTwoLined)
    return wordsAt("bar-name", line, `${bar.name}, ${bar.dates}`, `${bar.name}, ${bar.shortDates}`);
  return [
    wordsAt("bar-name", line, bar[form]),
    wordsAt("bar-dates", { ...line, y: line.y + 17 }, bar.dates, bar.shortDates),
  ];
}

/** The words, or the shorter ones where they do not fit. */
function wordsAt(
  of: "bar-name" | "bar-dates",
  { x, y, width }: { readonly x: number; readonly y: number; readonly width: number },
  words: string,
  shorter: string = words,
): Markup {
  const chosen = textWidth(words, textSize, characterWidth) <= width ? words : shorter;
  const line = { words: chosen, size: textSize, width, character: characterWidth };
  return fittedWords({ class: of, x, y }, line);
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
  const said = sort === "announcement";
  const dateless = said && bar.until === null;
  const end = dateless ? from : bar.until === null ? edge : clip(x(bar.until));
  const leaves = !dateless && (bar.until === null || x(bar.until) > edge);
  const earlier = !said && x(bar.from) < frame.left;
  const line = element("line", { class: "bar-line", x1: from, x2: Math.max(end, from + 1), y1: y, y2: y });
  return [
    !dateless && line,
    said && element("circle", { class: "said", cx: from, cy: y, r: 4 }),
    said && !dateless && !leaves && element("path", { class: "until", d: `M${tenth(end)},${y - 6}v12` }),
    leaves && element("path", { class: "arrow", d: `M${tenth(end - 3)},${y - 7}l8,7l-8,7` }),
    earlier && element("path", { class: "arrow", d: `M${tenth(from + 3)},${y - 7}l-8,7l8,7` }),
  ];
}
