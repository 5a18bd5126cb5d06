import { scaleLinear } from "d3";
import type { ScaleLinear, ScaleTime } from "d3";
import { timeAxis, timeScale, valueAxis, valueAxisRoom } from "#shells/figure/axis";
import type { Span } from "#shells/figure/axis";
import { svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import type { Box } from "#shells/figure/box";
import { seriesNames } from "#shells/figure/series-name";
import { bandPath, linePath } from "#shells/figure/stroke";
import type { Point } from "#shells/figure/stroke";

/** Values on the grid of a figure; null where there is none. */
export type Values = readonly (number | null)[];

/** One variant's curve: the mean over replications, a band around it, and its twin without disruption. */
export interface CurveSeries {
  /** Its place among the variants: which colour it has, and which choice brings it to the front. */
  readonly place: number;
  readonly name: string;
  readonly mean: Values;
  readonly low: Values;
  readonly high: Values;
  /** Half of the replications lie between these two. */
  readonly lowerQuartile: Values;
  readonly upperQuartile: Values;
  readonly twin?: Values;
}

/** A level to compare with, named at the left edge, where curves are still normal. */
export interface ReferenceLine {
  readonly value: number;
  readonly name: string;
  readonly dashed: boolean;
}

/** What a curve figure shows. Times in ms since the epoch. */
export interface CurveFigure extends FigureName {
  readonly width: number;
  readonly height: number;
  /** What is up the left side, with its unit. */
  readonly axis: string;
  readonly times: readonly number[];
  readonly series: readonly CurveSeries[];
  readonly span: Span;
  /** Spans in which something was disrupted, shaded; the first carries `shadeName`. */
  readonly shaded: readonly Span[];
  readonly shadeName: string;
  readonly references: readonly ReferenceLine[];
  /** The most that the value axis shows, when the data goes further; what is above is drawn at the edge. */
  readonly most?: number;
}

/** Size of letters on a telephone, and where there is room for larger ones. */
const textSizeOf = ({ width }: CurveFigure): number => (width < 480 ? 12 : 14);

interface Plot {
  readonly frame: Frame;
  readonly x: ScaleTime<number, number>;
  readonly y: ScaleLinear<number, number>;
}

/**
 * Curves over time with bands, twins, shaded spans and named levels; the variant chosen on the page stands
 * out.
 */
export function curveFigure(data: CurveFigure): Markup {
  const room = { width: data.width, height: data.height, top: 44, right: 8, bottom: 30 };
  const y = scaleLinear([0, highest(data)], [room.height - room.bottom, room.top])
    .nice()
    .clamp(true);
  const frame: Frame = { ...room, left: valueAxisRoom(y, room) };
  const x = timeScale(data.span, frame);
  const plot: Plot = { frame, x, y };
  // Drawn last means on top: the baseline, and over it the chosen variant.
  const drawn = [...data.series].reverse().map((series) => seriesMarkup(series, data, plot));
  const chosen = data.series.map((series) => chosenMarkup(series, data, plot));
  return svgFrame(
    data,
    data,
    shadedSpans(data, plot),
    timeAxis(x, frame),
    valueAxis(y, frame, data.axis),
    drawn,
    chosen,
    referenceLines(data, plot),
    namesOf(data, plot),
  );
}

function highest(data: CurveFigure): number {
  const inSpan = (values: Values): number[] =>
    values.filter(
      (value, index): value is number => value !== null && isInside(data.times[index], data.span),
    );
  const values = data.series.flatMap((series) =>
    [series.mean, series.high, series.twin ?? []].flatMap((list) => inSpan(list)),
  );
  const levels = data.references.map((line) => line.value * 1.1);
  const top = [...values, ...levels].reduce((most, value) => Math.max(most, value), 0);
  return Math.min(top === 0 ? 1 : top, data.most ?? Infinity);
}

function isInside(time: number | undefined, span: Span): boolean {
  return time !== undefined && time >= span.from && time <= span.until;
}

function pointsOf(values: Values, data: CurveFigure, plot: Plot): readonly (Point | null)[] {
  const points: (Point | null)[] = [];
  data.times.forEach((time, index) => {
    if (!isInside(time, data.span)) return;
    const value = values[index] ?? null;
    points.push(value === null ? null : [plot.x(time), plot.y(value)]);
  });
  return points;
}

/** What every variant shows at all times, with the fan that only the chosen one shows. */
function seriesMarkup(series: CurveSeries, data: CurveFigure, plot: Plot): Markup {
  const between = (low: Values, high: Values): string =>
    bandPath(pointsOf(low, data, plot), pointsOf(high, data, plot));
  return element(
    "g",
    { class: `series s${series.place}` },
    element("path", { class: "band", d: between(series.low, series.high) }),
    element("path", { class: "band inner", d: between(series.lowerQuartile, series.upperQuartile) }),
    lineMarkup(series.mean, "mean", data, plot),
  );
}

/** What only the chosen variant shows, over all others. */
function chosenMarkup(series: CurveSeries, data: CurveFigure, plot: Plot): Markup {
  return element(
    "g",
    { class: `series chosen s${series.place}` },
    series.twin !== undefined && lineMarkup(series.twin, "twin", data, plot),
    lineMarkup(series.mean, "mean", data, plot),
  );
}

function lineMarkup(values: Values, className: string, data: CurveFigure, plot: Plot): Markup {
  return element("path", { class: className, d: linePath(pointsOf(values, data, plot)) });
}

function shadedSpans(data: CurveFigure, plot: Plot): Content {
  const { frame, x } = plot;
  const [left, right] = [frame.left, frame.width - frame.right];
  return data.shaded.map((span, index) => {
    const from = Math.max(left, x(span.from));
    const width = Math.max(1, Math.min(right, x(span.until)) - from);
    if (from > right) return undefined;
    const height = frame.height - frame.bottom - frame.top + 16;
    const shade = element("rect", { class: "shade", x: from, y: frame.top - 16, width, height });
    const fits = from + textWidth(data.shadeName, textSizeOf(data)) < frame.width;
    const at = fits ? { x: from + 4 } : { x: right - 2, "text-anchor": "end" };
    const name = element("text", { class: "shade-name", ...at, y: frame.top - 4 }, data.shadeName);
    return [shade, index === 0 && name];
  });
}

function referenceLines(data: CurveFigure, plot: Plot): Content {
  const { frame, y } = plot;
  const [left, right] = [frame.left, frame.width - frame.right];
  return data.references.map((line) => {
    const height = y(line.value);
    const className = line.dashed ? "level dashed" : "level";
    const { left: x, bottom } = levelName(line, data, plot);
    return [
      element("line", { class: className, x1: left, x2: right, y1: height, y2: height }),
      element("text", { class: "level-name", x, y: bottom - 3 }, line.name),
    ];
  });
}

/**
 * Where the name of a level stands: at the end of its line over which fewer curves run. The upper name
 * stands above its line and the lower one below, so that close levels stay legible.
 */
function levelName(line: ReferenceLine, data: CurveFigure, plot: Plot): Box {
  const { frame, y } = plot;
  const above = data.references.every((other) => other === line || other.value <= line.value);
  const width = textWidth(line.name, textSizeOf(data));
  const top = y(line.value) + (above ? -20 : 3);
  const boxAt = (left: number): Box => ({ left, right: left + width, top, bottom: top + 17 });
  const [start, end] = [boxAt(frame.left + 6), boxAt(frame.width - frame.right - width - 6)];
  const points = data.series.flatMap((series) => pointsOf(series.mean, data, plot));
  const covered = (box: Box): number =>
    points.filter(
      (point) =>
        point !== null &&
        point[0] >= box.left - 8 &&
        point[0] <= box.right + 8 &&
        point[1] > box.top &&
        point[1] < box.bottom,
    ).length;
  return covered(end) < covered(start) ? end : start;
}

/** Names beside their curves, off the levels and their names. */
function namesOf(data: CurveFigure, plot: Plot): Content {
  const { frame, y } = plot;
  const named = data.series.map((series) => ({
    ...series,
    points: pointsOf(series.mean, data, plot).filter((point): point is Point => point !== null),
  }));
  const [left, right] = [frame.left + 2, frame.width - 2];
  const room = { left, right, top: frame.top, bottom: frame.height - frame.bottom - 2 };
  const occupied = data.references.flatMap((line) => [
    levelName(line, data, plot),
    { left, right, top: y(line.value) - 2, bottom: y(line.value) + 2 },
  ]);
  return seriesNames(named, room, occupied);
}
