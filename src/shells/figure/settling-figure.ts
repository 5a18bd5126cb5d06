import { scaleLinear } from "d3";
import { timeAxis, timeScale, valueAxis, valueAxisRoom } from "#shells/figure/axis";
import { svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { element } from "#shells/figure/markup";
import type { Content } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import { linePath } from "#shells/figure/stroke";

/** How something came to its steady state. Times in ms since the epoch. */
export interface SettlingFigure extends FigureName {
  readonly width: number;
  readonly height: number;
  readonly axis: string;
  readonly start: number;
  readonly times: readonly number[];
  readonly values: readonly number[];
  /** Shaded from the start on, with its name. */
  readonly warmUpEnd: number;
  readonly warmUpName: string;
  /** Where a rule would cut, with its name; null where it cannot tell. */
  readonly cut: number | null;
  readonly cutName: string;
}

/** A series from the start of the run on, its warm-up shaded, and a dashed line where it has settled. */
export function settlingFigure(data: SettlingFigure): Markup {
  const room = { width: data.width, height: data.height, top: 44, right: 8, bottom: 30 };
  const highest = data.values.reduce((most, value) => Math.max(most, value), 0);
  const y = scaleLinear([0, highest || 1], [room.height - room.bottom, room.top]).nice();
  const frame: Frame = { ...room, left: valueAxisRoom(y, room) };
  const x = timeScale({ from: data.start, until: data.times.at(-1) ?? data.start + 1 }, frame);
  const points = data.values.map((value, index) => [x(data.times[index] ?? data.start), y(value)] as const);
  return svgFrame(
    data,
    data,
    shaded(data, frame, x(data.warmUpEnd)),
    timeAxis(x, frame),
    valueAxis(y, frame, data.axis),
    element("path", { class: "settling", d: linePath(points) }),
    data.cut !== null && cutLine(data, frame, x(data.cut)),
  );
}

function shaded(data: SettlingFigure, frame: Frame, end: number): Content {
  const [top, bottom] = [frame.top - 16, frame.height - frame.bottom];
  const width = Math.max(0, Math.min(end, frame.width - frame.right) - frame.left);
  if (width === 0) return undefined;
  return [
    element("rect", { class: "shade", x: frame.left, y: top, width, height: bottom - top }),
    element("text", { class: "shade-name", x: frame.left + 4, y: frame.top - 4 }, data.warmUpName),
  ];
}

/** Its name stands to the right of the line, or to the left where that would leave the figure. */
function cutLine(data: SettlingFigure, frame: Frame, at: number): Content {
  const [top, bottom] = [frame.top + 2, frame.height - frame.bottom];
  const fits = at + 6 + textWidth(data.cutName, 14) < frame.width;
  const place = fits ? { x: at + 6 } : { x: at - 6, "text-anchor": "end" };
  return [
    element("line", { class: "level dashed", x1: at, x2: at, y1: top, y2: bottom }),
    element("text", { class: "level-name", ...place, y: top + 14 }, data.cutName),
  ];
}
