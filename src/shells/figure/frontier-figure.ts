import { scaleLinear } from "d3";
import type { Box } from "#shells/figure/box";
import { bottomAxis, valueAxis, valueAxisRoom } from "#shells/figure/axis";
import { svgFrame } from "#shells/figure/frame";
import type { FigureName, Frame } from "#shells/figure/frame";
import { labelSpots } from "#shells/figure/label-spot";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { linePath } from "#shells/figure/stroke";
import type { Point } from "#shells/figure/stroke";

/** One that is chosen among, in the units of the axes. */
export interface FrontierMark {
  readonly name: string;
  readonly price: number;
  readonly loss: number;
  readonly status: "efficient" | "dominated" | "doubtful";
}

/** Prices and losses, the cheapest first. */
export interface FrontierFigure extends FigureName {
  readonly width: number;
  /** Words of the two axes. */
  readonly across: string;
  readonly up: string;
  readonly points: readonly FrontierMark[];
}

/** Marks that are closer than this, in pixels, have one label. */
const nearest = 16;

interface Group {
  readonly at: Point;
  readonly names: readonly string[];
}

/** Price across and loss up; the efficient ones are joined, each mark named beside it where there is room. */
export function frontierFigure(data: FrontierFigure): Markup {
  const height = data.width < 480 ? 300 : 380;
  const room = { width: data.width, height, top: 40, right: 24, bottom: 44 };
  const y = scaleLinear(extentOf(data.points.map(({ loss }) => loss)), [
    height - room.bottom,
    room.top,
  ]).nice();
  const frame: Frame = { ...room, left: valueAxisRoom(y, room) };
  const prices = data.points.map(({ price }) => price);
  const x = scaleLinear(extentOf([0, ...prices]), [frame.left, frame.width - frame.right]);
  const joined = data.points.filter(({ status }) => status === "efficient");
  const others = data.points.filter((point) => !joined.includes(point));
  const spot = ({ price, loss }: FrontierMark): Point => [x(price), y(loss)];
  return svgFrame(
    frame,
    data,
    valueAxis(y, frame, data.up),
    bottomAxis(x, frame, data.across),
    element("path", { class: "frontier-line", d: linePath(joined.map(spot)) }),
    namesOf(
      data.points.map((point) => ({ at: spot(point), names: [point.name] })),
      joined.map(spot),
      frame,
    ),
    [...others, ...joined].map((point) => {
      const [cx, cy] = spot(point);
      return element("circle", { class: `frontier-mark ${point.status}`, cx, cy, r: 6 });
    }),
  );
}

/** From the least to the most with some room around them; of one value, a tenth of it around. */
function extentOf(values: readonly number[]): readonly [number, number] {
  const [least, most] = [Math.min(...values), Math.max(...values)];
  const pad = most === least ? Math.max(Math.abs(most) * 0.1, 1) : (most - least) * 0.06;
  return [least - pad, most + pad];
}

/** The names beside their marks; marks that lie together share one label. */
function namesOf(marks: readonly Group[], line: readonly Point[], frame: Frame): Content {
  const groups = marks.reduce<readonly Group[]>((found, mark) => {
    const near = found.findIndex(({ at }) => Math.hypot(at[0] - mark.at[0], at[1] - mark.at[1]) < nearest);
    if (near < 0) return [...found, mark];
    return found.map((group, index) =>
      index === near ? { ...group, names: [...group.names, ...mark.names] } : group,
    );
  }, []);
  const strokes = groups.map(({ at, names }) => ({ name: shortened(names, frame), points: [at] }));
  const area = {
    left: frame.left + 2,
    right: frame.width - 2,
    top: 18,
    bottom: frame.height - frame.bottom - 2,
  };
  const spots = labelSpots(strokes, area, [...marks.map(({ at }) => boxAround(at, 3)), ...alongside(line)]);
  return spots.map((spot, index) => {
    const name = strokes[index]?.name ?? "";
    if (spot === null) return undefined;
    const at = { class: "frontier-name", ...spot, "text-anchor": "middle" };
    return element("text", at, name);
  });
}

function boxAround([x, y]: Point, half: number): Box {
  return { left: x - half, right: x + half, top: y - half, bottom: y + half };
}

/** Small boxes all along a line, which no name may cover. */
function alongside(line: readonly Point[]): readonly Box[] {
  return line.slice(1).flatMap(([x, y], index) => {
    const [fromX, fromY] = line[index] ?? [x, y];
    const count = Math.ceil(Math.hypot(x - fromX, y - fromY) / 6);
    return Array.from({ length: count }, (_, step) => {
      const share = step / count;
      return boxAround([fromX + (x - fromX) * share, fromY + (y - fromY) * share], 3);
    });
  });
}

function shortened(names: readonly string[], frame: Frame): string {
  const all = names.join(", ");
  const most = Math.floor((frame.width - frame.left - frame.right) / 9);
  return all.length <= most ? all : `${names[0] ?? ""} and ${names.length - 1} more`;
}
