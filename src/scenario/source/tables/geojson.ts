import { greatCircleMetres } from "#base/elementary";
import { nodeAt, printNode, textAt } from "#scenario/read/node";
import type { ListNode, MapNode, Node, ScalarNode } from "#scenario/read/node";
import { columnNames, plainHeader } from "#scenario/source/column-names";
import { drawnBy, GeometryReader, isArea, keyOf } from "#scenario/source/geojson-geometry";
import type { Position } from "#scenario/source/geojson-geometry";
import { isInDegrees } from "#scenario/source/geojson-reference";
import { SheetBuilder } from "#scenario/source/graph-sheets";
import { readJson } from "#scenario/source/json-text";
import { graphFields } from "#scenario/source/table-fields";
import { idOfCell } from "#scenario/source/table-id";
import { cell } from "#scenario/source/table-kind";
import type { Sheet, TableFile, TableKind } from "#scenario/source/table-kind";
import { textOfTable } from "#scenario/source/table-text";

/**
 * GeoJSON (RFC 7946): each Point is a site with `lat` and `lon`, each Polygon one at a point inside it (of a
 * MultiPolygon, inside its largest part), each LineString a link as long as its line, from the site where it
 * begins to the one where it ends; an end where no site lies (to 4 decimals of a degree) becomes a junction.
 * Parts of a MultiLineString that meet are one line; each of the others is a link, numbered in their order.
 * A site without an id goes by its name, or by what people call a name (`port_name`) where that tells all
 * sites apart; one without a name by the file and its number. Properties are columns; `id`, `from`, `to` and
 * `distance` among them stand in for what the feature does not say.
 */
export const geojson: TableKind = {
  kind: "geojson",
  summary: "Features of GeoJSON: points and areas are sites, lines links, properties their columns.",
  example: "{ kind: geojson, file: ports.geojson, sites: { fill: { type: port } } }",
  fields: graphFields,
  endings: [".geojson", ".json"],
  holds: ["nodes", "edges"],
  recognises: (head) => head.trimStart().startsWith("{") && head.includes('"type"'),
  read(table) {
    const text = textOfTable(table);
    const root = text === undefined ? undefined : readJson(text, table);
    const features = root && featuresOf(root, table);
    if (!root || !features || !isInDegrees(root, table)) return [];
    const reader = new FeatureReader(table, root, nameIn(features));
    for (const feature of features) reader.refuse(feature);
    for (const feature of features) reader.place(feature);
    for (const feature of features) reader.lines(feature);
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

const nodeColumns = ["id", "lat", "lon"] as const;
const edgeColumns = ["id", "from", "to", "distance"] as const;

class FeatureReader {
  private readonly table: TableFile;
  private readonly nodes: SheetBuilder;
  private readonly edges: SheetBuilder;
  /** The id of the site at a place. */
  private readonly siteAt: Map<string, string> = new Map();
  private readonly stem: string;
  private readonly geometry: GeometryReader;
  /** The property that names places, in small letters. */
  private readonly name: string;
  private placeCount: number = 0;
  private areaCount: number = 0;
  private endCount: number = 0;

  constructor(table: TableFile, root: Node, name: string) {
    this.table = table;
    this.name = name;
    this.geometry = new GeometryReader(table);
    this.nodes = new SheetBuilder("nodes", nodeColumns, root.place);
    this.edges = new SheetBuilder("edges", edgeColumns, root.place);
    this.stem = (/([^/\\]*?)(\.[^.]*)?$/.exec(table.file)?.[1] ?? "line").replace(/^$/, "line");
  }

  /** Adds what a feature draws as one place. */
  place(feature: MapNode): void {
    const geometry = nodeAt(feature, "geometry");
    if (drawnBy(geometry) !== "place" || !geometry) return;
    const position = this.geometry.place(geometry);
    if (!position) return;
    if (isArea(geometry)) this.areaCount += 1;
    this.placeCount += 1;
    const named = idOf(feature) ?? calledBy(this.name, feature);
    const id = named ?? cell(`${this.stem}-${this.placeCount}`, feature.place);
    this.siteAt.set(keyOf(position), id.text);
    this.add(this.nodes, feature, { id, lat: position.lat, lon: position.lon });
  }

  /** Adds the lines of a feature, after all places: a link for each. */
  lines(feature: MapNode): void {
    const geometry = nodeAt(feature, "geometry");
    if (drawnBy(geometry) !== "lines" || !geometry) return;
    const lines = this.geometry.lines(geometry) ?? [];
    const id = idOf(feature);
    const properties = nodeAt(feature, "properties");
    const said = (key: string): ScalarNode | undefined => scalarAt(properties, key);
    const [from, to, distance] = [said("from"), said("to"), said("distance")];
    const own = from ?? to ?? distance;
    if (lines.length > 1 && own) return this.refuseSplit(own, lines.length);
    for (const [index, line] of lines.entries()) {
      const [first, last] = [line[0], line.at(-1)];
      if (!first || !last) continue;
      this.add(this.edges, feature, {
        id: id && lines.length > 1 ? { ...id, text: `${id.text}-${index + 1}` } : id,
        from: from ?? this.endAt(first),
        to: to ?? this.endAt(last),
        distance: distance ?? cell(`${metresOf(line)} m`, feature.place),
      });
    }
  }

  private refuseSplit({ place }: ScalarNode, count: number): void {
    const wrong = `this is about one line, and there are ${count} that do not meet`;
    const right = "write a LineString for each, or let each begin where the one before it ends";
    this.table.report("ROW_WRONG", place, wrong, right);
  }

  /** Reports a feature that draws neither. */
  refuse(feature: MapNode): void {
    const geometry = nodeAt(feature, "geometry");
    if (drawnBy(geometry) !== "other") return;
    const type = textAt(geometry, "type");
    const wrong = type === undefined ? "a feature without a place" : `a ${type} is neither site nor link`;
    const isSeveral = type === "GeometryCollection";
    const right = isSeveral
      ? "write a feature for each of its parts"
      : "write a Point, a Polygon or a LineString";
    this.table.report("ROW_WRONG", (geometry ?? feature).place, wrong, right);
  }

  sheets(): readonly Sheet[] {
    const { areaCount } = this;
    const areas = areaCount === 1 ? "an area is a site" : `${areaCount} areas are sites, each`;
    const notes = areaCount === 0 ? [] : [`${areas} at a point inside it`];
    return [{ ...this.nodes.sheet(), notes }, this.edges.sheet()];
  }

  /** The site at the end of a line; a new junction where there is none. */
  private endAt(position: Position): ScalarNode {
    const { lat, lon } = position;
    const known = this.siteAt.get(keyOf(position));
    if (known !== undefined) return cell(known, lat.place);
    this.endCount += 1;
    const id = cell(`${this.stem}-end-${this.endCount}`, lat.place);
    this.siteAt.set(keyOf(position), id.text);
    const cells: (ScalarNode | undefined)[] = [id, lat, lon];
    cells[this.nodes.column("type", lat.place)] = cell("junction", lat.place);
    this.nodes.add(lat.place, Array.from(cells));
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

/** The property by which places go that have no id: `name`, unless another one alone tells all apart. */
function nameIn(features: readonly MapNode[]): string {
  const places = features.filter((feature) => drawnBy(nodeAt(feature, "geometry")) === "place");
  if (places.some((feature) => calledBy("name", feature) !== undefined)) return "name";
  const tellsApart = (name: string): boolean => {
    const ids = new Set<string>();
    return places.every((feature, before) => {
      const id = idOfCell(calledBy(name, feature)?.text ?? "", "sites");
      return id !== undefined && ids.add(id).size > before;
    });
  };
  return columnNames.sites["name"]?.find(tellsApart) ?? "name";
}

/** What the property of this name says, however the name is written. */
function calledBy(name: string, feature: MapNode): ScalarNode | undefined {
  const properties = nodeAt(feature, "properties");
  const keys = properties?.node === "map" ? [...properties.entries.keys()] : [];
  const called = keys.filter((key) => plainHeader(key) === name);
  return called.map((key) => scalarAt(properties, key)).find((text) => text !== undefined);
}

/** A single value as a cell, a list of them as one with `;` between, a map as it is written. */
function scalarOf(value: Node): ScalarNode {
  if (value.node === "scalar") return value;
  return cell(value.node === "map" ? printNode(value) : listText(value), value.place);
}

function listText({ items }: ListNode): string {
  return items.flatMap((item) => (item.node === "scalar" ? [item.text] : [])).join("; ");
}

function metresOf(line: readonly Position[]): number {
  let metres = 0;
  for (const [index, position] of line.entries()) {
    const before = line[index - 1];
    if (!before) continue;
    const ends = [before.lat, before.lon, position.lat, position.lon].map(({ text }) => Number(text));
    metres += greatCircleMetres(ends[0] ?? 0, ends[1] ?? 0, ends[2] ?? 0, ends[3] ?? 0);
  }
  return metres;
}
