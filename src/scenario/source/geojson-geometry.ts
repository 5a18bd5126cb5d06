import { nodeAt, textAt } from "#scenario/read/node";
import type { Node, ScalarNode } from "#scenario/read/node";
import { pointInside, sizeOf } from "#scenario/source/point-inside";
import type { Ring } from "#scenario/source/point-inside";
import { cell } from "#scenario/source/table-kind";
import type { TableFile } from "#scenario/source/table-kind";

/** A position of GeoJSON as two cells, in degrees. */
export interface Position {
  readonly lat: ScalarNode;
  readonly lon: ScalarNode;
}

/** What a geometry can be read as: one place, lines, or neither. */
export type Drawn = "place" | "lines" | "other";

const drawn: Readonly<Record<string, Drawn>> = {
  Point: "place",
  MultiPoint: "place",
  Polygon: "place",
  MultiPolygon: "place",
  LineString: "lines",
  MultiLineString: "lines",
};

/** What a feature draws. */
export function drawnBy(geometry: Node | undefined): Drawn {
  const type = textAt(geometry, "type") ?? "";
  return (Object.hasOwn(drawn, type) ? drawn[type] : undefined) ?? "other";
}

/** Whether the place of a geometry is that of an area. */
export function isArea(geometry: Node | undefined): boolean {
  return /Polygon$/.test(textAt(geometry, "type") ?? "");
}

/** Reads what the features of one file draw; what is wrong is reported, and then undefined. */
export class GeometryReader {
  private readonly table: TableFile;

  constructor(table: TableFile) {
    this.table = table;
  }

  /** The place of a point; of an area, a point inside it: of several areas, inside the largest. */
  place(geometry: Node): Position | undefined {
    const type = textAt(geometry, "type");
    const node = nodeAt(geometry, "coordinates") ?? geometry;
    if (type === "Point") return this.positionOf(node);
    if (type === "Polygon") return this.placeIn([node], node);
    const parts = itemsOf(node);
    if (type === "MultiPolygon") return this.placeIn(parts, node);
    if (parts.length === 1 && parts[0]) return this.positionOf(parts[0]);
    const wrong = `a MultiPoint of ${parts.length} points is no site`;
    return this.table.report("ROW_WRONG", geometry.place, wrong, "write a Point for each");
  }

  /** The lines of a geometry: parts that begin where the one before them ends are one line. */
  lines(geometry: Node): readonly (readonly Position[])[] | undefined {
    const node = nodeAt(geometry, "coordinates") ?? geometry;
    const parts = textAt(geometry, "type") === "LineString" ? [node] : itemsOf(node);
    const lines: Position[][] = [];
    for (const part of parts) {
      const line = this.lineOf(part);
      const [first, last] = [line?.[0], lines.at(-1)];
      if (!line || !first) return undefined;
      if (last && keyOf(last.at(-1) ?? first) === keyOf(first)) last.push(...line.slice(1));
      else lines.push([...line]);
    }
    if (lines.length > 0) return lines;
    return this.table.report("ROW_WRONG", node.place, "a line has two points or more", "add them");
  }

  private lineOf(node: Node): readonly Position[] | undefined {
    const positions = this.positionsOf(node);
    if (!positions || positions.length >= 2) return positions;
    const right = "add them, or remove the line";
    return this.table.report("ROW_WRONG", node.place, "a line has two points or more", right);
  }

  private placeIn(areas: readonly Node[], node: Node): Position | undefined {
    const read = areas.map((area) => this.ringsOf(area));
    if (read.includes(undefined)) return undefined;
    const whole = read.flatMap((rings) => (rings ? [rings] : []));
    const largest = whole.reduce((best, one) => (sizeOf(one) > sizeOf(best) ? one : best), []);
    const point = pointInside(largest);
    if (point) return { lat: degrees(point[0], node), lon: degrees(point[1], node) };
    const right = "draw its outline, or write a Point";
    return this.table.report("ROW_WRONG", node.place, "an area of no size has no place", right);
  }

  /** The rings of an area; undefined when a position of theirs is none. */
  private ringsOf(node: Node): readonly Ring[] | undefined {
    const rings = itemsOf(node).map((ring) => this.positionsOf(ring));
    if (rings.includes(undefined)) return undefined;
    return rings.map((ring) => (ring ?? []).map(({ lat, lon }) => [Number(lat.text), Number(lon.text)]));
  }

  private positionsOf(node: Node): readonly Position[] | undefined {
    const items = itemsOf(node);
    const positions = items.flatMap((item) => this.positionOf(item) ?? []);
    return positions.length === items.length ? positions : undefined;
  }

  private positionOf(node: Node): Position | undefined {
    const [lon, lat] = itemsOf(node);
    if (lat?.node === "scalar" && lon?.node === "scalar" && isNumber(lat) && isNumber(lon)) {
      return { lat, lon };
    }
    const right = "write [longitude, latitude]";
    return this.table.report("ROW_WRONG", node.place, "coordinates are two numbers", right);
  }
}

/** What two positions share that are one to 4 decimals of a degree; 180 degrees east are 180 degrees west. */
export function keyOf({ lat, lon }: Position): string {
  const east = Math.round(Number(lon.text) * 1e4);
  return `${Math.round(Number(lat.text) * 1e4)} ${east === 1_800_000 ? -east : east}`;
}

function itemsOf(node: Node): readonly Node[] {
  return node.node === "list" ? node.items : [];
}

function degrees(value: number, { place }: Node): ScalarNode {
  return cell(String(Math.round(value * 1e4) / 1e4), place);
}

function isNumber({ text, quoted }: ScalarNode): boolean {
  return !quoted && Number.isFinite(Number(text)) && text !== "";
}
