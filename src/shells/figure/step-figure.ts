import { scaleLinear } from "d3";
import { bottomAxis, valueAxis } from "#shells/figure/axis";
import { svgFrame } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { seriesNames } from "#shells/figure/series-name";
import { bandPath, linePath } from "#shells/figure/stroke";
import type { Point } from "#shells/figure/stroke";

/** One step: from `time` on `value` holds, inside its band. */
export interface Step {
  readonly time: number;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** One variant's steps, from 1 at time 0 until `until`. */
export interface StepSeries {
  readonly place: number;
  readonly name: string;
  readonly steps: readonly Step[];
  readonly until: number;
}

/** Shares that fall by steps, over times counted from 0. */
export interface StepFigure extends FigureName {
  readonly width: number;
  readonly height: number;
  readonly axis: string;
  readonly timeAxis: string;
  readonly series: readonly StepSeries[];
}

/** Curves by steps from 1 down, with bands; the variant chosen on the page stands out. */
export function stepFigure(data: StepFigure): Markup {
  const frame: Frame = { width: data.width, height: data.height, top: 30, right: 14, bottom: 44, left: 44 };
  const most = Math.max(...data.series.map(({ until }) => until), 0) || 1;
  const x = scaleLinear([0, most], [frame.left, frame.width - frame.right]);
  const y = scaleLinear([0, 1], [frame.height - frame.bottom, frame.top]);
  const path = (series: StepSeries, side: "value" | "low" | "high"): readonly Point[] => {
    const points: Point[] = [[x(0), y(1)]];
    let last = 1;
    for (const step of series.steps) {
      points.push([x(step.time), y(last)], [x(step.time), y(step[side])]);
      last = step[side];
    }
    return [...points, [x(series.until), y(last)]];
  };
  const drawn = [...data.series]
    .reverse()
    .map((series) =>
      element(
        "g",
        { class: `series s${series.place}` },
        element("path", { class: "band", d: bandPath(path(series, "low"), path(series, "high")) }),
        element("path", { class: "mean", d: linePath(path(series, "value")) }),
      ),
    );
  const chosen = data.series.map((series) =>
    element(
      "g",
      { class: `series chosen s${series.place}` },
      element("path", { class: "mean", d: linePath(path(series, "value")) }),
    ),
  );
  const named = data.series.map((series) => ({ ...series, points: path(series, "value") }));
  const room = {
    left: frame.left + 2,
    right: frame.width - 2,
    top: frame.top - 12,
    bottom: frame.height - frame.bottom - 2,
  };
  const axes = [bottomAxis(x, frame, data.timeAxis, []), valueAxis(y, frame, data.axis)];
  return svgFrame(data, data, axes, drawn, chosen, seriesNames(named, room));
}
