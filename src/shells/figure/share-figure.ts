import { scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { bottomAxis } from "#shells/figure/axis";
import { fittedWords, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** A share with its interval; null where there is none. */
export interface ShareBar {
  readonly share: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** What one thing explains, alone and, where that is known, with others. */
export interface ShareRow {
  readonly name: string;
  readonly alone: ShareBar;
  readonly withOthers: ShareBar | null;
}

/** Shares of a whole, a row each. */
export interface ShareFigure extends FigureName {
  readonly width: number;
  readonly axis: string;
  readonly rows: readonly ShareRow[];
}

const textSize = 14;

/**
 * Bars from 0 with intervals over them: full ones for what a thing does alone, hollow ones below for what it
 * does with others. Names stand left of the data where there is room, else above it.
 */
export function shareFigure(data: ShareFigure): Markup {
  const aside = data.width >= 700;
  const isDouble = data.rows.some(({ withOthers }) => withOthers !== null);
  const plotHeight = isDouble ? 44 : 28;
  const rowHeight = plotHeight + (aside ? 6 : 26);
  const names = Math.max(0, ...data.rows.map(({ name }) => textWidth(name, textSize * 1.1)));
  const left = aside ? Math.min(data.width * 0.5, names + 20) : 10;
  const height = 6 + data.rows.length * rowHeight + 44;
  const frame: Frame = { width: data.width, height, top: 6, right: 20, bottom: 40, left };
  const ends = data.rows.flatMap(({ alone, withOthers }) =>
    [alone, withOthers].flatMap((bar) => (bar === null ? [] : [bar.share, bar.low ?? 0, bar.high ?? 0])),
  );
  const domain = [Math.min(0, ...ends) * 100, Math.max(1, ...ends) * 100];
  const x = scaleLinear(domain, [frame.left, frame.width - frame.right]);
  const strips = data.rows.map((_, index) => {
    const top = frame.top + index * rowHeight + (aside ? 3 : 22);
    return [top, top + plotHeight] as const;
  });
  const rows = data.rows.map((row, index) => {
    const [from = 0, until = 0] = strips[index] ?? [];
    const y = aside ? (from + until) / 2 + 5 : from - 6;
    const room = aside ? left - 14 : data.width - 6;
    const middle = row.withOthers === null ? (from + until) / 2 : from + 13;
    return [
      element("line", { class: "zero", x1: x(0), x2: x(0), y1: from, y2: until }),
      fittedWords({ class: "row-name", x: 2, y }, { words: row.name, size: textSize * 1.1, width: room }),
      bar(row.alone, "alone", middle, x),
      row.withOthers !== null && bar(row.withOthers, "with-others", from + 32, x),
    ];
  });
  return svgFrame(frame, data, bottomAxis(x, frame, data.axis, strips), rows);
}

function bar(
  { share, low, high }: ShareBar,
  className: string,
  y: number,
  x: ScaleLinear<number, number>,
): Content {
  const at = (value: number): number => x(value * 100);
  const [from, until] = [Math.min(at(0), at(share)), Math.max(at(0), at(share))];
  const ends = low === null || high === null ? [] : [low, high];
  const line = ends.length === 2 && { x1: at(low ?? 0), x2: at(high ?? 0), y1: y, y2: y };
  return element(
    "g",
    { class: `share ${className}` },
    element("rect", { class: "share-bar", x: from, y: y - 8, width: Math.max(1, until - from), height: 16 }),
    line && element("line", { class: "interval", ...line }),
    ends.map((end) =>
      element("line", { class: "interval-end", x1: at(end), x2: at(end), y1: y - 5, y2: y + 5 }),
    ),
  );
}
