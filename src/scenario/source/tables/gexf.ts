import { edgeColumns, nodeColumns, SheetBuilder } from "#scenario/source/graph-sheets";
import { graphFields } from "#scenario/source/table-fields";
import { cell } from "#scenario/source/table-kind";
import type { Sheet, TableFile, TableKind } from "#scenario/source/table-kind";
import type { ScalarNode } from "#scenario/read/node";
import { textOfTable } from "#scenario/source/table-text";
import { readXml } from "#scenario/source/xml-text";
import type { XmlElement } from "#scenario/source/xml-text";

/**
 * GEXF as Gephi and graphology write it: a column for each `attribute`, named by its title, with its default,
 * and one for `label` and `weight`; edges have `from`, `to` and, when directed, `one-way`. What `viz:` says
 * is about a picture, not about the Earth, and is not read; neither are the times of a dynamic graph.
 */
export const gexf: TableKind = {
  kind: "gexf",
  summary: "A graph in GEXF: nodes, edges and their attributes by title.",
  example:
    "{ kind: gexf, file: lanes.gexf, sites: { fill: { type: port } }, " +
    "links: { fill: { mode: sea }, skip: [weight] } }",
  fields: graphFields,
  endings: [".gexf"],
  holds: ["nodes", "edges"],
  recognises: (head) => head.includes("<gexf"),
  read(table) {
    const text = textOfTable(table);
    const root = text === undefined ? undefined : readXml(text, table);
    if (!root) return [];
    const graph = root.name === "gexf" ? root.children.find(({ name }) => name === "graph") : undefined;
    if (graph) return sheetsOf(graph, table);
    const wrong =
      root.name === "gexf" ? "the file holds no <graph>" : `the file holds <${root.name}>, not <gexf>`;
    table.report("TABLE_MALFORMED", root.place, wrong, "name the kind of the file that it is");
    return [];
  },
};

/** Attributes of XML that say what the graph says, not what a row says. */
const silent: ReadonlySet<string> = new Set(["id", "source", "target", "type", "pid", "for", "start", "end"]);

interface Attribute {
  readonly column: number;
  readonly fallback: ScalarNode | undefined;
}

class Part {
  readonly builder: SheetBuilder;
  readonly attributes: Map<string, Attribute> = new Map();

  constructor(holds: Sheet["holds"], own: readonly string[], graph: XmlElement) {
    this.builder = new SheetBuilder(holds, own, graph.place);
    const about = holds === "nodes" ? "node" : "edge";
    for (const group of graph.children) {
      if (group.name === "attributes" && group.attributes.get("class")?.text === about) this.declare(group);
    }
  }

  add(element: XmlElement, own: readonly (ScalarNode | undefined)[], table: TableFile): void {
    const cells: (ScalarNode | undefined)[] = [...own];
    for (const [name, value] of element.attributes) {
      if (!silent.has(name)) cells[this.builder.column(name, value.place)] = value;
    }
    for (const { column, fallback } of this.attributes.values()) cells[column] ??= fallback;
    for (const value of valuesOf(element)) this.write(value, cells, table);
    this.builder.add(element.place, Array.from(cells));
  }

  private declare(group: XmlElement): void {
    for (const attribute of group.children) {
      const id = attribute.attributes.get("id")?.text ?? "";
      const title = attribute.attributes.get("title") ?? cell(id, attribute.place);
      const fallback = attribute.children.find(({ name }) => name === "default")?.text;
      this.attributes.set(id, { column: this.builder.attribute(title.text, title.place), fallback });
    }
  }

  private write(value: XmlElement, cells: (ScalarNode | undefined)[], table: TableFile): void {
    const named = value.attributes.get("for") ?? value.attributes.get("id");
    const attribute = this.attributes.get(named?.text ?? "");
    if (attribute) {
      cells[attribute.column] = value.attributes.get("value");
      return;
    }
    const wrong = `no <attribute> of the file has the id "${named?.text ?? ""}"`;
    table.report("ROW_WRONG", named?.place ?? value.place, wrong, "declare it, or remove the value");
  }
}

function valuesOf(element: XmlElement): readonly XmlElement[] {
  return element.children.filter(({ name }) => name === "attvalues").flatMap(({ children }) => children);
}

function sheetsOf(graph: XmlElement, table: TableFile): readonly Sheet[] {
  const nodes = new Part("nodes", nodeColumns, graph);
  const edges = new Part("edges", edgeColumns, graph);
  const isDirected = graph.attributes.get("defaultedgetype")?.text === "directed";
  const visit = (around: XmlElement): void => {
    for (const child of around.children) {
      if (child.name === "nodes" || child.name === "edges") visit(child);
      if (child.name === "edge") edges.add(child, edgeCells(child, isDirected), table);
      if (child.name !== "node") continue;
      nodes.add(child, [child.attributes.get("id")], table);
      visit(child);
    }
  };
  visit(graph);
  return [nodes.builder.sheet(), edges.builder.sheet()];
}

function edgeCells({ attributes, place }: XmlElement, isDirected: boolean): (ScalarNode | undefined)[] {
  const type = attributes.get("type");
  const oneWay = type ? type.text === "directed" : isDirected;
  const direction = oneWay ? cell("true", type?.place ?? place) : undefined;
  return [attributes.get("id"), attributes.get("source"), attributes.get("target"), direction];
}
