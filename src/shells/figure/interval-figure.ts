import { scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { bottomAxis } from "#shells/figure/axis";
import { fittedWords, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { tenth } from "#shells/figure/tenth";
import { toneWords } from "#shells/figure/tone";
import type { Tone } from "#shells/figure/tone";

/** One difference with its interval, in the unit of the axis. */
export interface IntervalRow {
  readonly name: string;
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly tone: Tone;
}

/** Differences of one measure, a row each, around a line at 0. */
export interface IntervalFigure extends FigureName {
  readonly width: number;
  readonly axis: string;
  /** Which way is good: 1 when more is better, -1 when less is, 0 when neither is. */
  readonly direction: -1 | 0 | 1;
  /** Differences smaller than this are not magnified to the width of the figure. */
  readonly resolution: number;
  readonly rows: readonly IntervalRow[];
}

const textSize = 14;
const toneSize = 14;

/** How rows are laid out: words in columns beside the data, or on a line of their own above it. */
interface Layout {
  readonly frame: Frame;
  readonly rowHeight: number;
  /** Where in its row the data lies, from its top down. */
  readonly from: number;
  readonly until: number;
  readonly aside: boolean;
}

/**
 * Dots with intervals around a line at 0; coloured only when the row's tone says that the difference is
 * real. Names and findings never stand over the data: beside it where there is room, else above it.
 */
export function intervalFigure(data: IntervalFigure): Markup {
  const layout = layoutOf(data);
  const { frame } = layout;
  const x = differenceScale(data, frame);
  const zero = x(0);
  const rows = data.rows.map((row, index) => {
    const top = frame.top + index * layout.rowHeight;
    const lines = { x1: zero, x2: zero, y1: top + layout.from, y2: top + layout.until };
    return [element("line", { class: "zero", ...lines }), rowMarkup(row, top, x, layout)];
  });
  const strips = data.rows.map((_, index) => {
    const top = frame.top + index * layout.rowHeight;
    return [top + layout.from, top + layout.until] as const;
  });
  return svgFrame(
    frame,
    data,
    bottomAxis(x, frame, `${data.axis}${directionWords[data.direction]}`, strips),
    rows,
  );
}

function layoutOf(data: IntervalFigure): Layout {
  const aside = data.width >= 480;
  const rowHeight = aside ? 32 : 44;
  const widest = (words: readonly string[], size: number): number =>
    words.reduce((most, each) => Math.max(most, textWidth(each, size)), 0);
  const names = Math.min(data.width * 0.36, widest(boldly(data.rows), textSize));
  // The same on all panels of a page, so that their data is one below the other.
  const tones = textWidth(toneWords.alike, toneSize);
  const frame: Frame = {
    width: data.width,
    height: 6 + data.rows.length * rowHeight + 44,
    top: 6,
    right: aside ? tones + 14 : 14,
    bottom: 40,
    left: aside ? names + 16 : 14,
  };
  return { frame, rowHeight, from: aside ? 0 : 18, until: aside ? rowHeight : 42, aside };
}

/** Bold letters are a tenth wider: so many more letters stand for them where widths are reckoned. */
const boldly = (rows: readonly IntervalRow[]): readonly string[] =>
  rows.map(({ name }) => name.padEnd(Math.ceil(name.length * 1.1)));

/** A scale that holds 0 and every interval. */
function differenceScale(data: IntervalFigure, frame: Frame): ScaleLinear<number, number> {
  const values = data.rows
    .flatMap((row) => [row.value, row.low, row.high])
    .filter((value): value is number => value !== null);
  const size = Math.max(...values.map(Math.abs), 0) < data.resolution ? 2 * data.resolution : 0;
  const [least, most] = [Math.min(-size, ...values, 0), Math.max(size, ...values, 0)];
  const pad = (most - least) * 0.06;
  return scaleLinear([least - pad, most + pad], [frame.left, frame.width - frame.right]);
}

const directionWords = { "-1": " · ← less is better", "0": "", "1": " · more is better →" } as const;

function rowMarkup(row: IntervalRow, top: number, x: ScaleLinear<number, number>, layout: Layout): Markup {
  const { frame, aside } = layout;
  const words = toneWords[row.tone];
  const middle = top + (layout.from + layout.until) / 2;
  const y = aside ? middle + 4.5 : top + 14;
  const room = aside ? frame.left - 14 : frame.width - textWidth(words, toneSize) - 16;
  // Where there is no data, words may be longer than their column.
  const beside = aside && row.value !== null;
  const tone = beside ? { x: frame.width - frame.right + 12 } : { x: frame.width - 2, "text-anchor": "end" };
  return element(
    "g",
    { class: `row tone-${row.tone}` },
    fittedWords({ class: "row-name", x: 2, y }, { words: row.name, size: textSize * 1.1, width: room }),
    element("text", { class: "row-tone", ...tone, y }, words),
    intervalMark(row, middle, x),
  );
}

function intervalMark(row: IntervalRow, y: number, x: ScaleLinear<number, number>): Content {
  const { value, low, high } = row;
  const ends = low === null || high === null ? [] : [low, high];
  return [
    ends.length === 2 &&
      element("line", { class: "interval", x1: x(low ?? 0), x2: x(high ?? 0), y1: y, y2: y }),
    // An end that the dot covers would only fray its edge.
    ends
      .filter((end) => Math.abs(x(end) - x(value ?? Infinity)) > 7)
      .map((end) => element("line", { class: "interval-end", x1: x(end), x2: x(end), y1: y - 5, y2: y + 5 })),
    value !== null && mark(row.tone, x(value), y),
  ];
}

/** A sign of its own for each finding, so that it does not rest on colour. */
function mark(tone: Tone, x: number, y: number): Markup {
  const [left, middle] = [tenth(x), tenth(y)];
  if (tone === "better") return element("circle", { class: "dot", cx: x, cy: y, r: 5.5 });
  if (tone === "worse")
    return element("path", { class: "dot", d: `M${left},${middle - 6.5}l6.5,6.5l-6.5,6.5l-6.5,-6.5z` });
  if (tone === "same")
    return element("path", { class: "dot", d: `M${left - 5},${middle - 2.5}h10m-10,5h10` });
  if (tone === "differs") return element("rect", { class: "dot", x: x - 5, y: y - 5, width: 10, height: 10 });
  return element("circle", { class: "dot", cx: x, cy: y, r: 5 });
}
