import { bin, scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { bottomAxis } from "#shells/figure/axis";
import { fittedWords, svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** One variant's numbers over its replications, in the unit of the axis. */
export interface DistributionRow {
  readonly place: number;
  readonly name: string;
  /** One number a replication; empty when only the summary is known. */
  readonly values: readonly number[];
  readonly p5: number | null;
  readonly p95: number | null;
  /** The mean or median that the report prints, and its interval. */
  readonly middle: number | null;
  readonly low: number | null;
  readonly high: number | null;
  /** The middle as it is printed, or why there is none. */
  readonly note: string;
  /** What the picture cannot show, where there is room for it: `3 of 40 unaffected`; empty for nothing. */
  readonly counts: string;
}

/** How one measure came out in each variant, on one axis. */
export interface DistributionFigure extends FigureName {
  readonly width: number;
  readonly axis: string;
  readonly rows: readonly DistributionRow[];
}

const rowHeight = 54;
const binCount = 32;
const nameSize = 14;
/** Notes are long, and so their width is near the average. */
const noteCharacter = 0.55;

/** A small histogram for each variant over a bar from p5 to p95, with the printed middle and its interval. */
export function distributionFigure(data: DistributionFigure): Markup {
  const frame: Frame = {
    width: data.width,
    height: 6 + data.rows.length * rowHeight + 42,
    top: 4,
    right: 14,
    bottom: 40,
    left: 14,
  };
  const x = valueScale(data.rows, frame);
  const rows = data.rows.map((row, index) => rowMarkup(row, frame.top + index * rowHeight, x, frame));
  return svgFrame(frame, data, bottomAxis(x, frame, data.axis), rows);
}

function valueScale(rows: readonly DistributionRow[], frame: Frame): ScaleLinear<number, number> {
  const values = rows
    .flatMap((row) => [row.p5, row.p95, row.middle, row.low, row.high, ...row.values])
    .filter((value): value is number => value !== null);
  const least = values.reduce((low, value) => Math.min(low, value), Infinity);
  const most = values.reduce((high, value) => Math.max(high, value), -Infinity);
  const [from, until] = values.length === 0 ? [0, 1] : [least, most];
  const pad = (until - from) * 0.04 || Math.max(Math.abs(until) * 0.1, 0.05);
  const low = from >= 0 ? Math.max(0, from - pad) : from - pad;
  return scaleLinear([low, until + pad], [frame.left, frame.width - frame.right]);
}

function rowMarkup(row: DistributionRow, top: number, x: ScaleLinear<number, number>, frame: Frame): Markup {
  const whole = row.counts === "" ? row.note : `${row.note} (${row.counts})`;
  const besideOf = (words: string): number => frame.width - 16 - textWidth(words, 12, noteCharacter);
  const needed = textWidth(row.name, nameSize);
  const words = needed > besideOf(whole) ? row.note : whole;
  const base = top + 44;
  // A reason why there is no number may be long; it then stands where the bars would.
  const under = row.middle === null && needed > besideOf(words);
  const note = { class: "row-note", x: frame.width - 2, y: top + (under ? 34 : 14), "text-anchor": "end" };
  const width = under ? frame.width - 6 : besideOf(words);
  return element(
    "g",
    { class: `spread s${row.place}` },
    histogram(row, base, x),
    extentMark(row, base + 3, x),
    fittedWords({ class: "row-name", x: 2, y: top + 14 }, { words: row.name, size: nameSize, width }),
    element("text", note, words),
  );
}

/** Bars of one variant; the fullest is 22 pixels high. */
function histogram(row: DistributionRow, base: number, x: ScaleLinear<number, number>): Content {
  const [from, until] = x.domain();
  if (row.values.length === 0 || from === undefined || until === undefined) return undefined;
  const edges = Array.from(
    { length: binCount - 1 },
    (_, index) => from + ((until - from) * (index + 1)) / binCount,
  );
  const bins = bin().domain([from, until]).thresholds(edges)([...row.values]);
  const fullest = bins.reduce((most, members) => Math.max(most, members.length), 1);
  return bins
    .filter((members) => members.length > 0)
    .map((members) => {
      const [left, right] = [x(members.x0 ?? from), x(members.x1 ?? until)];
      const height = Math.max(1.5, (22 * members.length) / fullest);
      return element("rect", {
        class: "bar",
        x: left + 0.5,
        y: base - height,
        width: right - left - 1,
        height,
      });
    });
}

function extentMark(row: DistributionRow, y: number, x: ScaleLinear<number, number>): Content {
  const { p5, p95, low, high, middle } = row;
  return [
    p5 !== null && p95 !== null && element("line", { class: "extent", x1: x(p5), x2: x(p95), y1: y, y2: y }),
    low !== null &&
      high !== null &&
      element("line", { class: "interval", x1: x(low), x2: x(high), y1: y, y2: y }),
    middle !== null && element("circle", { class: "dot", cx: x(middle), cy: y, r: 4 }),
  ];
}
