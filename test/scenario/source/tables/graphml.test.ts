import { readFileSync } from "node:fs";
import Graph from "graphology";
import { parse } from "graphology-graphml";
import { expect, test } from "vitest";
import { graphml } from "#scenario/source/tables/graphml";
import { readTable } from "./read-table.ts";

const gephi: string = readFileSync(new URL("files/gephi.graphml", import.meta.url), "utf8");

test("a graph of Gephi has its attributes by name, with defaults, and edges by their ends", () => {
  const { records, problems } = readTable(graphml, gephi);
  const [nodes, edges] = records;
  expect(problems).toEqual([]);
  expect(nodes?.length).toBe(3);
  expect(nodes?.[1]).toEqual({
    id: "1",
    label: "Felixstowe & Harwich",
    Latitude: "51.95",
    Longitude: "1.32",
    "Modularity Class": "1",
    size: "10.0",
  });
  expect(nodes?.[2]).toMatchObject({ label: "Brügge", "Modularity Class": "0" });
  expect(edges).toEqual([
    { id: "0", from: "0", to: "1", "Edge Id": "0", weight: "1.0", distance_km: "230.5" },
    { id: "1", from: "1", to: "2", weight: "2.0", "one-way": "true" },
  ]);
});

test("graphology reads the same nodes, edges and attributes from the file", () => {
  const graph = parse(Graph, gephi);
  const [nodes = [], edges = []] = readTable(graphml, gephi).records;
  expect(nodes.map(({ id }) => id)).toEqual(graph.nodes());
  expect(edges.map(({ from, to }) => [from, to])).toEqual(graph.mapEdges((_, _all, from, to) => [from, to]));
  for (const { id, label, Latitude } of nodes) {
    expect([label, Number(Latitude)]).toEqual([
      graph.getNodeAttribute(id, "label"),
      graph.getNodeAttribute(id, "Latitude"),
    ]);
  }
});

test("every value knows its place in the file", () => {
  const { sheets } = readTable(graphml, gephi);
  const line = gephi.split("\n").findIndex((text) => text.includes("51.95")) + 1;
  const cell = sheets[0]?.rows[1]?.cells.find((one) => one?.text === "51.95");
  expect(cell?.place).toEqual({ file: "table", line, column: '<data key="latitude">'.length + 1 });
  const edge = sheets[1]?.rows[1]?.cells[2];
  const edgeLine = gephi.split("\n").findIndex((text) => text.includes('target="2"')) + 1;
  expect(edge?.place).toEqual({
    file: "table",
    line: edgeLine,
    column: '<edge id="1" source="1" target="'.length + 1,
  });
});

test("a value has its place also behind entities, blanks and line ends in its line and in itself", () => {
  const lines = [
    "<graphml><graph>",
    `<node id="a&amp;b"/><node id='c &lt;&#60; "d"'/><node id="  e "/>`,
    '<node id="',
    '  f&amp;"/><node id="g"/><edge source="a&amp;b" target="g"/>',
    "</graph></graphml>",
  ];
  for (const end of ["\n", "\r\n"]) {
    const { sheets } = readTable(graphml, lines.join(end));
    const ids = sheets[0]?.rows.map(({ cells }) => cells[0]) ?? [];
    expect(ids.map((id) => id?.text)).toEqual(["a&b", 'c << "d"', "e", "f&", "g"]);
    const second = lines[1] ?? "";
    const fourth = lines[3] ?? "";
    expect(ids.map((id) => [id?.place.line, id?.place.column])).toEqual([
      [2, second.indexOf("a&amp;") + 1],
      [2, second.indexOf("c &lt;") + 1],
      [2, second.indexOf("  e ") + 3],
      [4, fourth.indexOf("f&amp;") + 1],
      [4, fourth.indexOf("g") + 1],
    ]);
    const ends = sheets[1]?.rows[0]?.cells ?? [];
    expect(ends[1]?.place.column).toBe(fourth.indexOf("a&amp;b") + 1);
    expect(ends[2]?.place.column).toBe(fourth.lastIndexOf("g") + 1);
  }
});

test("attributes named like columns of every row, hyperedges and data without a key are told apart", () => {
  const { records, problems } = readTable(
    graphml,
    `<graphml><key id="d" for="node" attr.name="id"/><graph edgedefault="directed">
<node id="a"><data key="d">7</data><data key="none">1</data></node>
<hyperedge/><node id="b"><graph><node id="c"/></graph></node>
<edge source="a" target="b"/><edge source="b" target="a" directed="false"/></graph></graphml>`,
  );
  expect(problems).toEqual(["ROW_WRONG 2:47", "ROW_WRONG 3:1"]);
  expect(records[0]).toEqual([{ id: "a", "attribute id": "7" }, { id: "b" }, { id: "c" }]);
  expect(records[1]).toEqual([
    { from: "a", to: "b", "one-way": "true" },
    { from: "b", to: "a" },
  ]);
});

test("what is no graph, no XML, too deep or full of entities is one mistake in its place", () => {
  expect(readTable(graphml, "<gexf/>").problems).toEqual(["TABLE_MALFORMED 1:1"]);
  expect(readTable(graphml, "id,name\na,b").problems).toEqual(["TABLE_MALFORMED 2:4"]);
  expect(readTable(graphml, gephi.slice(0, 1500)).problems.length).toBe(1);
  expect(readTable(graphml, `<graphml>${"<a>".repeat(100_000)}`).problems.length).toBe(1);
  const bomb = `<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml>&b;</graphml>`;
  expect(readTable(graphml, bomb).problems.length).toBe(1);
  const file = `<!DOCTYPE g [<!ENTITY f SYSTEM "file:///etc/hostname">]><graphml>&f;</graphml>`;
  expect(readTable(graphml, file).problems.length).toBe(1);
});

test("a text in parts keeps the blanks between them", () => {
  const data = "<data key='n'>\n  New <![CDATA[York]]> <!-- and -->&amp; Jersey\n</data>";
  const key = `<key id="n" for="node" attr.name="name"/>`;
  const text = `<graphml>${key}<graph><node id="a">${data}</node></graph></graphml>`;
  const { records, sheets } = readTable(graphml, text);
  expect(records[0]).toEqual([{ id: "a", name: "New York & Jersey" }]);
  expect(sheets[0]?.rows[0]?.cells[1]?.place).toMatchObject({ line: 2, column: 3 });
});
