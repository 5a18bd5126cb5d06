import { scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { bottomAxis } from "#shells/figure/axis";
import { fittingText, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
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
  /** Differences smaller than this are not magnified to the width of the figure. */
  readonly resolution: number;
  readonly rows: readonly IntervalRow[];
}

const rowHeight = 42;

/**
 * Dots with intervals around a line at 0; coloured only when the row's tone says that the difference is
 * real.
 */
export function intervalFigure(data: IntervalFigure): Markup {
  const frame: Frame = {
    width: data.width,
    height: 10 + data.rows.length * rowHeight + 44,
    top: 6,
    right: 14,
    bottom: 40,
    left: 14,
  };
  const x = differenceScale(data, frame);
  const zero = x(0);
  const line = { class: "zero", x1: zero, x2: zero, y1: frame.top, y2: frame.height - frame.bottom };
  const rows = data.rows.map((row, index) => rowMarkup(row, frame.top + index * rowHeight, x, frame));
  return svgFrame(frame, data, bottomAxis(x, frame, data.axis), element("line", line), rows);
}

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

function rowMarkup(row: IntervalRow, top: number, x: ScaleLinear<number, number>, frame: Frame): Markup {
  const words = toneWords[row.tone];
  const room = frame.width - frame.left - frame.right - textWidth(words, 12) - 10;
  const [left, right] = [frame.left - 12, frame.width - 2];
  return element(
    "g",
    { class: `row tone-${row.tone}` },
    element("text", { class: "row-name", x: left, y: top + 14 }, fittingText(row.name, 13, room)),
    element("text", { class: "row-tone", x: right, y: top + 14, "text-anchor": "end" }, words),
    intervalMark(row, top + 28, x),
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
    value !== null && element("circle", { class: "dot", cx: x(value), cy: y, r: 5 }),
  ];
}
