import { scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { fittingText, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** One row of a whole cut into parts: shares of 1, in the order of the figure's parts. */
export interface ShareRow {
  readonly name: string;
  /** What stands behind the bar: `mean 2.1 days`. */
  readonly note: string;
  readonly shares: readonly number[];
}

/** Wholes cut into the same ordered parts, a bar each; groups have headings. */
export interface ShareFigure extends FigureName {
  readonly width: number;
  readonly groups: readonly { readonly heading: string; readonly rows: readonly ShareRow[] }[];
}

const textSize = 14;

/** Bars of one length, cut into parts from pale to dark; a part with room for it bears its percentage. */
export function shareFigure(data: ShareFigure): Markup {
  const aside = data.width >= 700;
  const rowHeight = aside ? 30 : 50;
  const rows = data.groups.flatMap((group) => group.rows);
  const widest = (words: readonly string[]): number =>
    Math.max(0, ...words.map((each) => textWidth(each, textSize)));
  const left = aside ? widest(rows.map(({ name }) => name)) + 20 : 4;
  const right = aside ? widest(rows.map(({ note }) => note)) + 20 : 4;
  const x = scaleLinear([0, 1], [left, data.width - right]);
  let top = 0;
  const drawn = data.groups.map(({ heading, rows: own }) => {
    const words = element("text", { class: "lane-name", x: 2, y: top + 20 }, heading);
    top += 30;
    const bars = own.map((row) => {
      const markup = rowMarkup(row, top, x, { width: data.width, aside });
      top += rowHeight;
      return markup;
    });
    top += 10;
    return [words, bars];
  });
  return svgFrame({ width: data.width, height: Math.max(top, 20) }, data, drawn);
}

interface Room {
  readonly width: number;
  readonly aside: boolean;
}

function rowMarkup(
  row: ShareRow,
  top: number,
  x: ScaleLinear<number, number>,
  { width, aside }: Room,
): Content {
  const y = aside ? top + 3 : top + 20;
  const base = aside ? top + 20 : top + 14;
  const name = aside ? row.name : fittingText(row.name, textSize, width - textWidth(row.note, textSize) - 20);
  const note = aside
    ? { x: (x.range()[1] ?? width) + 12, y: base }
    : { x: width - 2, y: base, "text-anchor": "end" };
  let from = 0;
  const parts = row.shares.map((share, index) => {
    const [left, right] = [x(from), x(from + share)];
    from += share;
    if (share <= 0) return undefined;
    const words = `${Math.round(share * 100)} %`;
    const box = element("rect", { class: `part p${index}`, x: left, y, width: right - left, height: 24 });
    const at = { x: (left + right) / 2, y: y + 17, "text-anchor": "middle" };
    const fits = right - left > textWidth(words, 13) + 4;
    return [box, fits && element("text", { class: `part-share p${index}`, ...at }, words)];
  });
  return [
    element("text", { class: "row-name", x: 2, y: base }, name),
    parts,
    element("text", { class: "row-note", ...note }, row.note),
  ];
}
