import { greatCircleMetres } from "#base/elementary";
import { nodeAt, printNode, textAt } from "#scenario/read/node";
import type { ListNode, MapNode, Node, ScalarNode } from "#scenario/read/node";
import { SheetBuilder } from "#scenario/source/graph-sheets";
import { readJson } from "#scenario/source/json-text";
import { graphFields } from "#scenario/source/table-fields";
import { cell } from "#scenario/source/table-kind";
import type { Sheet, TableFile, TableKind } from "#scenario/source/table-kind";
import { textOfTable } from "#scenario/source/table-text";

/**
 * GeoJSON (RFC 7946): each Point is a site with `lat` and `lon`, each LineString a link as long as its line,
 * from the site where it begins to the one where it ends; an end where no point lies (to 4 decimals of a
 * degree) becomes a junction. A point without an id goes by its name, one without a name by the file and its
 * number. Properties are columns; `id`, `from`, `to` and `distance` among them stand in for what the feature
 * does not say.
 */
export const geojson: TableKind = {
  kind: "geojson",
  summary: "Features of GeoJSON: points are sites, lines links, properties their columns.",
  example: "{ kind: geojson, file: ports.geojson, sites: { fill: { type: port } } }",
  fields: graphFields,
  endings: [".geojson", ".json"],
  holds: ["nodes", "edges"],
  recognises: (head) => head.trimStart().startsWith("{") && head.includes('"type"'),
  read(table) {
    const text = textOfTable(table);
    const root = text === undefined ? undefined : readJson(text, table);
    const features = root && featuresOf(root, table);
    if (!root || !features) return [];
    const reader = new FeatureReader(table, root);
    for (const feature of features) reader.point(feature);
    for (const feature of features) reader.line(feature);
    return reader.sheets();
  },
};

function featuresOf(root: Node, table: TableFile): readonly MapNode[] | undefined {
  const type = textAt(root, "type");
  if (root.node === "map" && type === "Feature") return [root];
  const list = nodeAt(root, "features");
  if (type === "FeatureCollection" && list?.node === "list") {
    return list.items.flatMap((item) => {
      if (item.node === "map" && textAt(item, "type") === "Feature") return [item];
      table.report("ROW_WRONG", item.place, "this is no feature", 'write { "type": "Feature" }');
      return [];
    });
  }
  const right = 'write { "type": "FeatureCollection", "features": [...] }';
  return table.report("TABLE_MALFORMED", root.place, "the file holds no features", right);
}

interface Spot {
  readonly lat: ScalarNode;
  readonly lon: ScalarNode;
}

const nodeColumns = ["id", "lat", "lon"] as const;
const edgeColumns = ["id", "from", "to", "distance"] as const;

class FeatureReader {
  private readonly table: TableFile;
  private readonly nodes: SheetBuilder;
  private readonly edges: SheetBuilder;
  /** The id of the site at a spot. */
  private readonly siteAt: Map<string, string> = new Map();
  private readonly stem: string;
  private pointCount: number = 0;
  private endCount: number = 0;

  constructor(table: TableFile, root: Node) {
    this.table = table;
    this.nodes = new SheetBuilder("nodes", nodeColumns, root.place);
    this.edges = new SheetBuilder("edges", edgeColumns, root.place);
    this.stem = (/([^/\\]*?)(\.[^.]*)?$/.exec(table.file)?.[1] ?? "line").replace(/^$/, "line");
  }

  point(feature: MapNode): void {
    const geometry = nodeAt(feature, "geometry");
    const type = textAt(geometry, "type");
    if (type === "LineString") return;
    if (type !== "Point") return this.refuse(feature, geometry, type);
    const spot = this.spotOf(nodeAt(geometry, "coordinates"), feature);
    if (!spot) return;
    this.pointCount += 1;
    const id = idOf(feature) ?? nameOf(feature) ?? cell(`${this.stem}-${this.pointCount}`, feature.place);
    this.siteAt.set(keyOf(spot), id.text);
    this.add(this.nodes, feature, { id, lat: spot.lat, lon: spot.lon });
  }

  line(feature: MapNode): void {
    const geometry = nodeAt(feature, "geometry");
    if (textAt(geometry, "type") !== "LineString") return;
    const list = nodeAt(geometry, "coordinates");
    const points = list?.node === "list" ? list.items : [];
    const spots = points.flatMap((point) => this.spotOf(point, feature) ?? []);
    const [first, last] = [spots[0], spots.at(-1)];
    if (spots.length < points.length) return;
    if (!first || !last || spots.length < 2) {
      const place = (list ?? feature).place;
      this.table.report("ROW_WRONG", place, "a line has two points or more", "add them, or remove the line");
      return;
    }
    const property = (key: string): ScalarNode | undefined => scalarAt(nodeAt(feature, "properties"), key);
    this.add(this.edges, feature, {
      id: idOf(feature),
      from: property("from") ?? this.endAt(first),
      to: property("to") ?? this.endAt(last),
      distance: property("distance") ?? cell(`${metresOf(spots)} m`, feature.place),
    });
  }

  sheets(): readonly Sheet[] {
    return [this.nodes.sheet(), this.edges.sheet()];
  }

  private refuse(feature: MapNode, geometry: Node | undefined, type: string | undefined): void {
    const wrong = type === undefined ? "a feature without a place" : `a ${type} is neither site nor link`;
    const parts = /^Multi(Point|LineString)$/.exec(type ?? "")?.[1];
    const right = parts === undefined ? "write a Point or a LineString" : `write a ${parts} for each part`;
    this.table.report("ROW_WRONG", (geometry ?? feature).place, wrong, right);
  }

  private spotOf(node: Node | undefined, feature: MapNode): Spot | undefined {
    const [lon, lat] = node?.node === "list" ? node.items : [];
    if (lat?.node === "scalar" && lon?.node === "scalar" && isNumber(lat) && isNumber(lon)) {
      return { lat, lon };
    }
    const place = (node ?? feature).place;
    return this.table.report(
      "ROW_WRONG",
      place,
      "coordinates are two numbers",
      "write [longitude, latitude]",
    );
  }

  /** The site at the end of a line; a new junction where there is none. */
  private endAt(spot: Spot): ScalarNode {
    const known = this.siteAt.get(keyOf(spot));
    if (known !== undefined) return cell(known, spot.lat.place);
    this.endCount += 1;
    const id = cell(`${this.stem}-end-${this.endCount}`, spot.lat.place);
    this.siteAt.set(keyOf(spot), id.text);
    const cells: (ScalarNode | undefined)[] = [id, spot.lat, spot.lon];
    cells[this.nodes.column("type", spot.lat.place)] = cell("junction", spot.lat.place);
    this.nodes.add(spot.lat.place, Array.from(cells));
    return id;
  }

  private add(
    sheet: SheetBuilder,
    feature: MapNode,
    own: Readonly<Record<string, ScalarNode | undefined>>,
  ): void {
    const cells: (ScalarNode | undefined)[] = Object.values(own);
    const properties = nodeAt(feature, "properties");
    for (const { key, keyPlace, value } of properties?.node === "map" ? properties.entries.values() : []) {
      const one = scalarOf(value);
      if (one === own[key]) continue;
      cells[sheet.attribute(key, keyPlace)] = one;
    }
    sheet.add(feature.place, Array.from(cells));
  }
}

function idOf(feature: MapNode): ScalarNode | undefined {
  return scalarAt(feature, "id") ?? scalarAt(nodeAt(feature, "properties"), "id");
}

function scalarAt(node: Node | undefined, key: string): ScalarNode | undefined {
  const value = nodeAt(node, key);
  return value?.node === "scalar" && value.text.trim() !== "" ? value : undefined;
}

/** What people call it: its `name`, however that is written. */
function nameOf(feature: MapNode): ScalarNode | undefined {
  const properties = nodeAt(feature, "properties");
  const keys = properties?.node === "map" ? [...properties.entries.keys()] : [];
  const named = keys.filter((key) => key.toLowerCase() === "name");
  return named.map((key) => scalarAt(properties, key)).find((name) => name !== undefined);
}

/** A single value as a cell, a list of them as one with `;` between, a map as it is written. */
function scalarOf(value: Node): ScalarNode {
  if (value.node === "scalar") return value;
  return cell(value.node === "map" ? printNode(value) : listText(value), value.place);
}

function listText({ items }: ListNode): string {
  return items.flatMap((item) => (item.node === "scalar" ? [item.text] : [])).join("; ");
}

function isNumber({ text, quoted }: ScalarNode): boolean {
  return !quoted && Number.isFinite(Number(text)) && text !== "";
}

function keyOf({ lat, lon }: Spot): string {
  return `${Math.round(Number(lat.text) * 1e4)} ${Math.round(Number(lon.text) * 1e4)}`;
}

function metresOf(spots: readonly Spot[]): number {
  let metres = 0;
  for (const [index, spot] of spots.entries()) {
    const before = spots[index - 1];
    if (!before) continue;
    const ends = [before.lat, before.lon, spot.lat, spot.lon].map(({ text }) => Number(text));
    metres += greatCircleMetres(ends[0] ?? 0, ends[1] ?? 0, ends[2] ?? 0, ends[3] ?? 0);
  }
  return metres;
}
