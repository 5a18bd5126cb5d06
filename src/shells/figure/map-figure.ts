import { svgFrame, textWidth } from "#shells/figure/frame";
import type { FigureName } from "#shells/figure/frame";
import type { Degrees, MapBase } from "#shells/figure/map-base";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";

/** Traffic of one leg in one phase; `change` compares it with the phase before. */
export interface MapLeg {
  readonly key: string;
  readonly perDay: number;
  readonly change: "same" | "less" | "more";
}

/** A site to mark. Of those whose names would collide, the ones that come first are named. */
export interface MapSite {
  readonly id: string;
  readonly at: Degrees;
  readonly struck: boolean;
  readonly passage: boolean;
}

/**
 * One map of traffic. `mostPerDay` is the traffic of the widest line, the same on all maps that are
 * compared.
 */
export interface MapFigure extends FigureName {
  readonly legs: readonly MapLeg[];
  readonly sites: readonly MapSite[];
  readonly mostPerDay: number;
}

/** Pixels of the widest line. */
export const widestLine: number = 9;

/** The width of a line in pixels, in proportion to its traffic, never below a hairline. */
export function lineWidth(perDay: number, mostPerDay: number): number {
  return mostPerDay <= 0 ? 0 : Math.max(1, (widestLine * perDay) / mostPerDay);
}

/** Land, all lanes faintly, and each leg as wide as its traffic, with sites on top. */
export function mapFigure(base: MapBase, data: MapFigure): Markup {
  return svgFrame(
    base,
    data,
    element("rect", { class: "sea", width: base.width, height: base.height }),
    element("use", { href: "#land", class: "land" }),
    element("use", { href: "#lanes", class: "lanes" }),
    [...data.legs].sort((one, other) => other.perDay - one.perDay).map((leg) => legMarkup(leg, base, data)),
    siteMarks(base, data.sites),
  );
}

function legMarkup(leg: MapLeg, base: MapBase, data: MapFigure): Content {
  const id = base.lineIds.get(leg.key);
  if (id === undefined || leg.perDay <= 0) return undefined;
  const width = lineWidth(leg.perDay, data.mostPerDay);
  return element("use", { href: `#${id}`, class: `leg ${leg.change}`, "stroke-width": width });
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const textSize = 12;

function siteMarks(base: MapBase, sites: readonly MapSite[]): Content {
  const placed = sites.flatMap((site) => {
    const point = base.place(site.at);
    return point === null ? [] : [{ site, x: point[0], y: point[1] }];
  });
  const taken: Box[] = placed.map(({ x, y }) => ({ left: x - 4, right: x + 4, top: y - 4, bottom: y + 4 }));
  const names = placed.map(({ site, x, y }) => {
    const spot = freeSpot(site.id, x, y, base, taken);
    if (spot === undefined) return undefined;
    taken.push(spot);
    const className = site.struck ? "site-name struck" : "site-name";
    return element("text", { class: className, x: spot.left, y: spot.bottom - 2 }, site.id);
  });
  const marks = placed.map(({ site, x, y }) => {
    if (site.struck) {
      const d = cross(x, y);
      return [
        element("path", { class: "site struck under", d }),
        element("path", { class: "site struck", d }),
      ];
    }
    const attributes = {
      class: site.passage ? "site passage" : "site",
      cx: x,
      cy: y,
      r: site.passage ? 3.5 : 2.6,
    };
    return element("circle", attributes);
  });
  // The struck come first in order, and are drawn last, over the others.
  return [marks.reverse(), names];
}

function cross(x: number, y: number): string {
  const [left, top] = [Math.round(x * 10) / 10 - 6, Math.round(y * 10) / 10 - 6];
  return `M${left},${top}l12,12m0,-12l-12,12`;
}

/** The first of four places around a mark that is inside the map and free. */
function freeSpot(
  words: string,
  x: number,
  y: number,
  base: MapBase,
  taken: readonly Box[],
): Box | undefined {
  const width = textWidth(words, textSize);
  const corners: readonly (readonly [number, number])[] = [
    [x + 7, y - 6],
    [x - width - 7, y - 6],
    [x - width / 2, y - 20],
    [x - width / 2, y + 7],
  ];
  return corners
    .map(([left, top]) => ({ left, right: left + width, top, bottom: top + textSize + 2 }))
    .find(
      (box) =>
        box.left >= 2 &&
        box.right <= base.width - 2 &&
        box.top >= 0 &&
        box.bottom <= base.height &&
        !taken.some((other) => overlaps(box, other)),
    );
}

const overlaps = (one: Box, other: Box): boolean =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;
