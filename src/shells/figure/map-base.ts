import { geoEqualEarth, geoPath } from "d3";
import type { GeoPermissibleObjects, GeoProjection } from "d3";
import { element } from "#shells/figure/markup";
import type { Markup } from "#shells/figure/markup";
import type { Point } from "#shells/figure/stroke";

/** A place or a corner of a line: degrees east, degrees north. */
export type Degrees = readonly [longitude: number, latitude: number];

/** Where traffic runs; `key` is how a map names it. */
export interface MapLine {
  readonly key: string;
  readonly lines: readonly (readonly Degrees[])[];
}

/** The size of a map: its width in pixels, and the least and most height as a share of it. */
export interface MapSize {
  readonly width: number;
  readonly flattest: number;
  readonly tallest: number;
}

/** What maps of one area share: one projection, and land and lines drawn once. */
export interface MapBase {
  readonly width: number;
  readonly height: number;
  /** To be put into the page once; maps refer to it. */
  readonly definitions: Markup;
  /** The same for a map that is saved as a file of its own. */
  readonly parts: Markup;
  /** The id of the drawing of all land. */
  readonly landId: string;
  /** The id of each line's drawing, by key; none for a line that runs off the map all along. */
  readonly lineIds: ReadonlyMap<string, string>;
  /** The lines in pixels, as far as their corners lie on the map. */
  readonly strokes: readonly (readonly Point[])[];
  /** The pixel of a place, or null when it lies outside the map. */
  place(at: Degrees): Point | null;
}

/** A map never shows less than this many degrees around a place: land is too coarse below. */
const closestDegrees = 6;

/**
 * One equal-area map (Equal Earth) turned so that the widest empty stretch of longitude is behind the
 * reader, fitted to `area`; what lies further out is cut at the edges. `name` begins every id, so that
 * several may stand on one page.
 */
export function mapBase(
  land: GeoPermissibleObjects,
  lines: readonly MapLine[],
  area: readonly Degrees[],
  size: MapSize,
  name: string = "map",
): MapBase {
  const projection = fittedProjection(area.length === 0 ? [[0, 0]] : area, size);
  const { width } = size;
  const height = projection.clipExtent()?.[1][1] ?? width;
  const path = geoPath(projection).digits(1);
  const lineIds = new Map<string, string>();
  const drawn = lines.map((line, index) => {
    const coordinates = line.lines.map((part) => part.map(([longitude, latitude]) => [longitude, latitude]));
    const d = path({ type: "MultiLineString", coordinates });
    if (d === null || d === "") return undefined;
    const id = `${name}-leg-${index}`;
    lineIds.set(line.key, id);
    return element("path", { id, d });
  });
  const landId = `${name}-land`;
  const landPath = element("path", { id: landId, d: geoPath(projection).digits(0)(land) ?? "" });
  const parts = element("defs", {}, landPath, drawn);
  const definitions = element(
    "svg",
    { width: 0, height: 0, class: "definitions", "aria-hidden": "true", focusable: "false" },
    parts,
  );
  const place = (at: Degrees): Point | null => placeOf(projection, at, width, height);
  const strokes = lines.flatMap((line) =>
    line.lines.map((part) => part.map(place).filter((point) => point !== null)),
  );
  return { width, height, definitions, parts, landId, lineIds, strokes, place };
}

function placeOf(projection: GeoProjection, at: Degrees, width: number, height: number): Point | null {
  const point = projection([at[0], at[1]]);
  if (point === null) return null;
  const inside = point[0] >= 0 && point[0] <= width && point[1] >= 0 && point[1] <= height;
  return inside ? point : null;
}

/** The meridian opposite to the middle of the widest gap between longitudes. */
export function middleMeridian(points: readonly Degrees[]): number {
  const sorted = points.map(([longitude]) => longitude).sort((one, other) => one - other);
  const [first = 0] = sorted;
  let widest = { size: first + 360 - (sorted.at(-1) ?? first), after: sorted.at(-1) ?? first };
  sorted.slice(1).forEach((longitude, index) => {
    const size = longitude - (sorted[index] ?? longitude);
    if (size > widest.size) widest = { size, after: sorted[index] ?? longitude };
  });
  const middle = widest.after + widest.size / 2 + 180;
  return ((((middle + 180) % 360) + 360) % 360) - 180;
}

function fittedProjection(points: readonly Degrees[], size: MapSize): GeoProjection {
  const { width } = size;
  const projection = geoEqualEarth().rotate([-middleMeridian(points), 0]);
  const corners = points.flatMap(([longitude, latitude]) => {
    const half = closestDegrees / 2;
    const [south, north] = [Math.max(-89, latitude - half), Math.min(89, latitude + half)];
    return [
      [longitude - half, south],
      [longitude - half, north],
      [longitude + half, south],
      [longitude + half, north],
    ];
  });
  const everything: GeoPermissibleObjects = { type: "MultiPoint", coordinates: corners };
  projection.fitWidth(width, everything);
  const bounds = geoPath(projection).bounds(everything);
  const natural = bounds[1][1] - bounds[0][1];
  const height = Math.round(Math.min(width * size.tallest, Math.max(width * size.flattest, natural)));
  return projection
    .fitExtent(
      [
        [14, 14],
        [width - 14, height - 14],
      ],
      everything,
    )
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}
