import { edgeColumns, nodeColumns, SheetBuilder } from "#scenario/source/graph-sheets";
import { graphFields } from "#scenario/source/table-fields";
import { cell } from "#scenario/source/table-kind";
import type { Sheet, TableFile, TableKind } from "#scenario/source/table-kind";
import type { ScalarNode } from "#scenario/read/node";
import { textOfTable } from "#scenario/source/table-text";
import { readXml } from "#scenario/source/xml-text";
import type { XmlElement } from "#scenario/source/xml-text";

/**
 * GraphML as Gephi and NetworkX write it: a column for each `key`, named by its `attr.name`, with its
 * default; nodes have `id`, edges `id`, `from`, `to` and, when directed, `one-way`.
 */
export const graphml: TableKind = {
  kind: "graphml",
  summary: "A graph in GraphML: nodes, edges and their attributes by name.",
  example:
    "{ kind: graphml, file: lanes.graphml, sites: { fill: { type: port } }, links: { fill: { mode: sea } } }",
  fields: graphFields,
  endings: [".graphml"],
  holds: ["nodes", "edges"],
  recognises: (head) => head.includes("<graphml"),
  read(table) {
    const text = textOfTable(table);
    const root = text === undefined ? undefined : readXml(text, table);
    if (!root) return [];
    if (root.name === "graphml") return sheetsOf(root, table);
    table.report(
      "TABLE_MALFORMED",
      root.place,
      `the file holds <${root.name}>, not <graphml>`,
      "name the kind of the file that it is",
    );
    return [];
  },
};

interface Key {
  readonly column: number;
  readonly fallback: ScalarNode | undefined;
}

/** One of the two sheets, and what its elements mean by their keys. */
class Part {
  readonly builder: SheetBuilder;
  readonly keys: Map<string, Key> = new Map();

  constructor(holds: Sheet["holds"], own: readonly string[], root: XmlElement) {
    this.builder = new SheetBuilder(holds, own, root.place);
  }

  declare(key: XmlElement): void {
    const id = key.attributes.get("id")?.text ?? "";
    const name = key.attributes.get("attr.name") ?? cell(id, key.place);
    const fallback = key.children.find((child) => child.name === "default")?.text;
    this.keys.set(id, { column: this.builder.attribute(name.text, name.place), fallback });
  }

  add(element: XmlElement, own: readonly (ScalarNode | undefined)[], table: TableFile): void {
    const cells: (ScalarNode | undefined)[] = [...own];
    for (const { column, fallback } of this.keys.values()) cells[column] = fallback;
    for (const data of element.children) {
      if (data.name !== "data") continue;
      const named = data.attributes.get("key");
      const key = this.keys.get(named?.text ?? "");
      if (key) cells[key.column] = data.text;
      else {
        const wrong = `no <key> of the file has the id "${named?.text ?? ""}"`;
        table.report("ROW_WRONG", named?.place ?? data.place, wrong, "declare it, or remove the data");
      }
    }
    this.builder.add(element.place, Array.from(cells));
  }
}

function sheetsOf(root: XmlElement, table: TableFile): readonly Sheet[] {
  const nodes = new Part("nodes", nodeColumns, root);
  const edges = new Part("edges", edgeColumns, root);
  for (const key of root.children.filter(({ name }) => name === "key")) {
    const about = key.attributes.get("for")?.text ?? "all";
    if (about === "node" || about === "all") nodes.declare(key);
    if (about === "edge" || about === "all") edges.declare(key);
  }
  const visit = (graph: XmlElement): void => {
    const isDirected = graph.attributes.get("edgedefault")?.text === "directed";
    for (const child of graph.children) {
      if (child.name === "node") nodes.add(child, [child.attributes.get("id")], table);
      if (child.name === "edge") edges.add(child, edgeCells(child, isDirected), table);
      if (child.name === "hyperedge") refuseHyperedge(child, table);
      for (const inner of child.children) if (inner.name === "graph") visit(inner);
    }
  };
  for (const graph of root.children) if (graph.name === "graph") visit(graph);
  return [nodes.builder.sheet(), edges.builder.sheet()];
}

function edgeCells({ attributes, place }: XmlElement, isDirected: boolean): (ScalarNode | undefined)[] {
  const own = attributes.get("directed");
  const oneWay = own ? own.text === "true" : isDirected;
  const direction = oneWay ? cell("true", own?.place ?? place) : undefined;
  return [attributes.get("id"), attributes.get("source"), attributes.get("target"), direction];
}

function refuseHyperedge({ place }: XmlElement, table: TableFile): void {
  table.report("ROW_WRONG", place, "a hyperedge joins more than two nodes", "write an edge for each pair");
}
