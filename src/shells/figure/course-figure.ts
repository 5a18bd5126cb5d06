import { extent, scaleLinear } from "d3";
import type { ScaleLinear } from "d3";
import { bottomAxis, timeAxis, timeScale, valueAxis, valueAxisRoom } from "#shells/figure/axis";
import { svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { seriesNames } from "#shells/figure/series-name";
import { bandPath, linePath } from "#shells/figure/stroke";
import type { Point } from "#shells/figure/stroke";

/** What one variant comes to along a path; null where it has no interval. */
export interface CourseSeries {
  readonly place: number;
  readonly name: string;
  readonly mean: readonly number[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** Means along one path that is varied, a line for each variant. */
export interface CourseFigure extends FigureName {
  readonly width: number;
  readonly height: number;
  /** What is up the left side, with its unit. */
  readonly axis: string;
  /** What is along the bottom, with its unit. */
  readonly along: string;
  /** Where the means stand: numbers, instants in ms since the epoch, or words. */
  readonly at:
    | { readonly scale: "number" | "instant"; readonly values: readonly number[] }
    | { readonly scale: "words"; readonly words: readonly string[] };
  readonly series: readonly CourseSeries[];
}

/** Lines of means with bands of their intervals; over words, which have no order, dots with intervals. */
export function courseFigure(data: CourseFigure): Markup {
  const room = { width: data.width, height: data.height, top: 34, right: 16, bottom: 44 };
  const values = data.series.flatMap(({ mean, low, high }) => [...mean, ...low, ...high]);
  const [least = 0, most = 0] = extent([0, ...values.filter((value) => value !== null)]);
  const domain = most === least ? [least, least + 1] : [least, most];
  const y = scaleLinear(domain, [room.height - room.bottom, room.top]).nice();
  const frame: Frame = { ...room, left: valueAxisRoom(y, room) };
  const { x, axis, step } = alongScale(data, frame);
  const points = (list: readonly (number | null)[]): readonly (Point | null)[] =>
    list.map((value, index) => (value === null ? null : [x(index), y(value)]));
  const isWords = data.at.scale === "words";
  const drawn = data.series.map((series, index) => {
    const shift = isWords ? ((index + 1) / (data.series.length + 1) - 0.5) * Math.min(step * 0.6, 90) : 0;
    return element(
      "g",
      { class: `course s${series.place}` },
      isWords
        ? dots(series, x, y, shift)
        : [
            element("path", { class: "band", d: bandPath(points(series.low), points(series.high)) }),
            element("path", { class: "mean", d: linePath(points(series.mean)) }),
            series.mean.map((value, at) =>
              element("circle", { class: "dot", cx: x(at), cy: y(value), r: 3 }),
            ),
          ],
    );
  });
  const named = data.series.map(({ place, name, mean }) => ({
    place,
    name,
    points: points(mean).filter((point): point is Point => point !== null),
  }));
  const inside = { left: frame.left + 2, right: data.width - 2, top: frame.top, bottom: y.range()[0] ?? 0 };
  const names = isWords ? undefined : seriesNames(named, inside);
  return svgFrame(data, data, axis, valueAxis(y, frame, data.axis), [...drawn].reverse(), names);
}

interface Along {
  readonly x: (index: number) => number;
  readonly axis: Content;
  /** Between two neighbouring words; 0 of numbers. */
  readonly step: number;
}

function alongScale({ at, along, width }: CourseFigure, frame: Frame): Along {
  const base = frame.height - frame.bottom;
  if (at.scale === "words") {
    const step = (frame.width - frame.right - frame.left) / Math.max(1, at.words.length);
    const x = (index: number): number => frame.left + (index + 0.5) * step;
    const line = { x1: frame.left, x2: frame.width - frame.right, y1: base, y2: base };
    const words = at.words.map((word, index) =>
      element(
        "text",
        { class: "tick-text", x: x(index), y: base + 17, "text-anchor": "middle" },
        word.length * 8 > step ? `${word.slice(0, Math.max(1, Math.floor(step / 8) - 1))}…` : word,
      ),
    );
    const title = { x: (frame.left + frame.width - frame.right) / 2, y: base + 36, "text-anchor": "middle" };
    const name = element("text", { class: "axis-title", ...title }, along);
    const axis = element("g", { class: "axis" }, element("line", { class: "base", ...line }), words, name);
    return { x, step, axis };
  }
  const [from = 0, until = 0] = extent(at.values);
  const end = until === from ? from + 1 : until;
  if (at.scale === "instant") {
    const scale = timeScale({ from, until: end }, frame);
    const half = Math.min(width - 4, textWidth(along, 12)) / 2;
    const middle = Math.min(width - half, Math.max(half, (frame.left + frame.width - frame.right) / 2));
    const name = { x: middle, y: base + 38, "text-anchor": "middle" };
    const title = element("g", { class: "axis" }, element("text", { class: "axis-title", ...name }, along));
    return { x: (index) => scale(at.values[index] ?? from), step: 0, axis: [timeAxis(scale, frame), title] };
  }
  const scale = scaleLinear([from, end], [frame.left, frame.width - frame.right]);
  return { x: (index) => scale(at.values[index] ?? from), step: 0, axis: bottomAxis(scale, frame, along) };
}

function dots(
  { mean, low, high }: CourseSeries,
  x: (index: number) => number,
  y: ScaleLinear<number, number>,
  shift: number,
): Content {
  return mean.map((value, index) => {
    const [below, above, at] = [low[index] ?? null, high[index] ?? null, x(index) + shift];
    return [
      below !== null &&
        above !== null &&
        element("line", { class: "whisker", x1: at, x2: at, y1: y(below), y2: y(above) }),
      element("circle", { class: "dot", cx: at, cy: y(value), r: 5 }),
    ];
  });
}
