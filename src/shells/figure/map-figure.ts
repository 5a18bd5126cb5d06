import { svgFrame } from "#shells/figure/frame";
import type { FigureName } from "#shells/figure/frame";
import type { Degrees, MapBase } from "#shells/figure/map-base";
import { element } from "#shells/figure/markup";
import type { Content, Markup } from "#shells/figure/markup";
import { placeLabels } from "#shells/figure/place-label";
import type { Point } from "#shells/figure/stroke";
import { tenth } from "#shells/figure/tenth";

/** Traffic of one line in one phase; `change` compares it with the phase before. */
export interface MapLeg {
  readonly key: string;
  readonly perDay: number;
  readonly change: "same" | "less" | "more";
}

/** A site to mark. Of those whose names would collide, the ones that come first are named. */
export interface MapSite {
  readonly name: string;
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

/** Pixels of the widest line on a map of `width` pixels. */
export function widestLine(width: number): number {
  return width > 600 ? 15 : 8;
}

/** The width of a line in pixels, in proportion to its traffic, never below a hairline. */
export function lineWidth(perDay: number, mostPerDay: number, widest: number): number {
  return mostPerDay <= 0 ? 0 : Math.max(1, (widest * perDay) / mostPerDay);
}

/** Land, and each line as wide as its traffic, with sites on top. */
export function mapFigure(base: MapBase, data: MapFigure): Markup {
  const byTraffic = [...data.legs].sort((one, other) => other.perDay - one.perDay);
  return svgFrame(
    base,
    data,
    element("rect", { class: "sea", width: base.width, height: base.height }),
    element("use", { href: `#${base.landId}`, class: "land" }),
    byTraffic.map((leg) => legMarkup(leg, base, data)),
    siteMarks(base, data.sites),
  );
}

function legMarkup(leg: MapLeg, base: MapBase, data: MapFigure): Content {
  const id = base.lineIds.get(leg.key);
  if (id === undefined || leg.perDay <= 0) return undefined;
  const width = lineWidth(leg.perDay, data.mostPerDay, widestLine(base.width));
  return element("use", { href: `#${id}`, class: `leg ${leg.change}`, "stroke-width": width });
}

interface Placed {
  readonly site: MapSite;
  readonly at: Point;
}

function siteMarks(base: MapBase, sites: readonly MapSite[]): Content {
  const placed = sites.flatMap((site): readonly Placed[] => {
    const at = base.place(site.at);
    return at === null ? [] : [{ site, at }];
  });
  const wide = base.width > 600;
  const size = wide ? 15 : 12;
  const marks = placed.map(({ site, at }) => ({
    words: site.name,
    at,
    size,
    reach: site.passage ? (wide ? 10 : 7) : wide ? 5 : 4,
  }));
  const room = { left: 2, right: base.width - 2, top: 0, bottom: base.height };
  const boxes = placeLabels(marks, room, base.strokes);
  const names = placed.map(({ site }, index) => {
    const box = boxes[index];
    if (box === undefined || box === null) return undefined;
    const className = site.struck ? "site-name struck" : "site-name";
    const place = { x: (box.left + box.right) / 2, y: box.bottom - size * 0.27 };
    const style = `font-size:${size}px`;
    return element("text", { class: className, ...place, "text-anchor": "middle", style }, site.name);
  });
  // The most important come first in order, and are drawn last, over the others.
  return [placed.map((each) => siteMark(each, wide)).reverse(), names];
}

function siteMark({ site, at: [x, y] }: Placed, wide: boolean): Content {
  if (site.struck) {
    const d = cross(x, y, wide ? 9 : 6);
    return [element("path", { class: "site struck under", d }), element("path", { class: "site struck", d })];
  }
  const r = (site.passage ? 3.5 : 2.6) * (wide ? 1.4 : 1);
  return element("circle", { class: site.passage ? "site passage" : "site", cx: x, cy: y, r });
}

function cross(x: number, y: number, half: number): string {
  const [left, top] = [tenth(x) - half, tenth(y) - half];
  const size = 2 * half;
  return `M${left},${top}l${size},${size}m0,-${size}l-${size},${size}`;
}
