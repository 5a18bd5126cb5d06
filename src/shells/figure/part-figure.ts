import { extent, scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { bottomAxis } from "#shells/figure/axis";
import { fittedWords, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** One bar, made of parts in the order of the figure; what is below 0 goes to the left of the zero. */
export interface PartRow {
  readonly name: string;
  /** What stands behind the bar: `mean 2.1 days`. */
  readonly note: string;
  readonly parts: readonly Part[];
}

/** A part of a bar: how long it is, and its shade, 0 (pale) to 6 (dark). */
export interface Part {
  readonly value: number;
  readonly shade: number;
}

/** Bars of parts on one scale; groups have headings. */
export interface PartFigure extends FigureName {
  readonly width: number;
  readonly groups: readonly { readonly heading: string; readonly rows: readonly PartRow[] }[];
  /** What a part with room for it bears. */
  readonly label: (value: number) => string;
  /** What is measured along the bars; without it they are wholes, and have no axis. */
  readonly axis?: string;
  /** How far the scale reaches at least. */
  readonly reach?: number;
}

const textSize = 14;
/** The share of a wide figure that names may take. */
const namesMost = 0.3;

/**
 * Bars one below the other, each with its name before and its note behind it; on narrow figures both stand
 * above it.
 */
export function partFigure(data: PartFigure): Markup {
  const aside = data.width >= 700;
  const rows = data.groups.flatMap((group) => group.rows);
  const wordLines = aside ? 0 : wordLinesOf(rows, data.width);
  const rowHeight = 30 + 2 * Math.min(1, wordLines) + 18 * wordLines;
  const widest = (words: readonly string[]): number =>
    Math.max(0, ...words.map((each) => textWidth(each, textSize)));
  const names = Math.min(data.width * namesMost, widest(rows.map(({ name }) => name)));
  const left = aside ? names + 20 : 4;
  const right = aside ? widest(rows.map(({ note }) => note)) + 20 : 4;
  const [least = 0, most = 0] = extent([0, data.reach ?? 0, ...rows.flatMap(endsOf)]);
  const x = scaleLinear([least, most === least ? 1 : most], [left, data.width - right]);
  let top = 0;
  const strips: (readonly [number, number])[] = [];
  const drawn = data.groups.map(({ heading, rows: own }) => {
    const words = heading !== "" && element("text", { class: "lane-name", x: 2, y: top + 20 }, heading);
    top += heading === "" ? 0 : 30;
    const bars = own.map((row) => {
      const y = top + 3 + 18 * wordLines;
      strips.push([y - 3, y + 27]);
      const markup = rowMarkup(row, y, x, { data, wordLines });
      top += rowHeight;
      return markup;
    });
    top += 10;
    return [words, bars];
  });
  const foot = data.axis === undefined ? 0 : 42;
  const frame: Frame = {
    width: data.width,
    height: Math.max(top, 20) + foot,
    top: 0,
    right,
    bottom: foot,
    left,
  };
  return svgFrame(frame, data, data.axis !== undefined && bottomAxis(x, frame, data.axis, strips), drawn);
}

/** How far a bar reaches to either side of the zero. */
function endsOf({ parts }: PartRow): readonly number[] {
  const sum = (sign: number): number =>
    parts.reduce((total, { value }) => total + (value * sign > 0 ? value : 0), 0);
  return [sum(-1), sum(1)];
}

/** Lines of words above each bar: one, or two where some name and note have no room beside each other. */
function wordLinesOf(rows: readonly PartRow[], width: number): number {
  return rows.some(({ name, note }) => textWidth(`${name} ${note}`, textSize) + 14 > width) ? 2 : 1;
}

interface RowRoom {
  readonly data: PartFigure;
  readonly wordLines: number;
}

function rowMarkup(
  row: PartRow,
  y: number,
  x: ScaleLinear<number, number>,
  { data, wordLines }: RowRoom,
): Content {
  const { width } = data;
  const aside = wordLines === 0;
  const room = aside ? width * namesMost : width - 4;
  const base = aside ? y + 17 : y - 6;
  const nameAt = { x: 2, y: base - 18 * Math.max(0, wordLines - 1) };
  const note = aside
    ? { x: (x.range()[1] ?? width) + 12, y: base }
    : wordLines > 1
      ? { x: 2, y: base }
      : { x: width - 2, y: base, "text-anchor": "end" };
  return [
    fittedWords({ class: "row-name", ...nameAt }, { words: row.name, size: textSize, width: room }),
    partMarks(row.parts, y, x, data.label),
    data.axis !== undefined && element("line", { class: "zero", x1: x(0), x2: x(0), y1: y - 3, y2: y + 27 }),
    element("text", { class: "row-note", ...note }, row.note),
  ];
}

function partMarks(
  parts: readonly Part[],
  y: number,
  x: ScaleLinear<number, number>,
  label: PartFigure["label"],
): Content {
  let [below, above] = [0, 0];
  return parts.map(({ value, shade }) => {
    if (value === 0) return undefined;
    const from = value < 0 ? below : above;
    if (value < 0) below += value;
    else above += value;
    const [left, right] = [Math.min(x(from), x(from + value)), Math.max(x(from), x(from + value))];
    const words = label(value);
    const box = element("rect", { class: `part p${shade}`, x: left, y, width: right - left, height: 24 });
    const at = { x: (left + right) / 2, y: y + 17, "text-anchor": "middle" };
    const fits = right - left > textWidth(words, 13) + 4;
    return [box, fits && element("text", { class: `part-share p${shade}`, ...at }, words)];
  });
}
