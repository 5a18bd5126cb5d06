import { scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { bottomAxis } from "#shells/figure/axis";
import { fittedWords, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** One value and how it goes with what is explained, from -1 to 1. */
export interface CorrelationRow {
  readonly name: string;
  /** What it was: `72.6 to 75.7 a day`. */
  readonly note: string;
  readonly correlation: number;
  readonly low: number;
  readonly high: number;
}

/** Correlations with their intervals around a line at 0, a row each. */
export interface CorrelationFigure extends FigureName {
  readonly width: number;
  readonly axis: string;
  readonly rows: readonly CorrelationRow[];
}

const textSize = 14;

/**
 * Bars from 0 to each correlation with the interval over them; one whose interval holds 0 is hollow. Names
 * stand left of the data where there is room, else above it.
 */
export function correlationFigure(data: CorrelationFigure): Markup {
  const aside = data.width >= 700;
  const rowHeight = aside ? 32 : 48;
  const words = data.rows.map(({ name, note }) => textWidth(`${name}  ${note}`, textSize));
  const left = aside ? Math.min(data.width * 0.55, Math.max(...words, 0) + 20) : 10;
  const height = 6 + data.rows.length * rowHeight + 44;
  const frame: Frame = { width: data.width, height, top: 6, right: 14, bottom: 40, left };
  const x = scaleLinear([-1, 1], [frame.left, frame.width - frame.right]);
  const strips = data.rows.map((_, index) => {
    const top = frame.top + index * rowHeight;
    return [aside ? top : top + 20, top + rowHeight] as const;
  });
  const rows = data.rows.map((row, index) => {
    const [from = 0, until = 0] = strips[index] ?? [];
    const y = aside ? (from + until) / 2 + 5 : from - 5;
    const room = aside ? left - 14 : data.width - 6;
    return [
      element("line", { class: "zero", x1: x(0), x2: x(0), y1: from, y2: until }),
      rowWords(row, y, room),
      bar(row, (from + until) / 2, x),
    ];
  });
  return svgFrame(frame, data, bottomAxis(x, frame, data.axis, strips), rows);
}

function rowWords({ name, note }: CorrelationRow, y: number, room: number): Markup {
  const rest = room - textWidth(name, textSize) - 14;
  return fittedWords(
    { class: "row-name", x: 2, y },
    { words: name, size: textSize, width: room },
    textWidth(note, textSize) <= rest && element("tspan", { class: "row-note", dx: 8 }, note),
  );
}

function bar({ correlation, low, high }: CorrelationRow, y: number, x: ScaleLinear<number, number>): Content {
  const [from, until] = [Math.min(x(0), x(correlation)), Math.max(x(0), x(correlation))];
  const told = low > 0 || high < 0;
  const size = { x: from, y: y - 8, width: Math.max(1, until - from), height: 16 };
  return element(
    "g",
    { class: told ? "link told-apart" : "link" },
    element("rect", { class: "link-bar", ...size }),
    element("line", { class: "interval", x1: x(low), x2: x(high), y1: y, y2: y }),
    [low, high].map((end) =>
      element("line", { class: "interval-end", x1: x(end), x2: x(end), y1: y - 5, y2: y + 5 }),
    ),
  );
}
