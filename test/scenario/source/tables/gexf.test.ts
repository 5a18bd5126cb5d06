import { readFileSync } from "node:fs";
import Graph from "graphology";
import { write } from "graphology-gexf";
import { expect, test } from "vitest";
import { gexf } from "#scenario/source/tables/gexf";
import { readTable } from "./read-table.ts";

const gephi: string = readFileSync(new URL("files/gephi.gexf", import.meta.url), "utf8");

test("a graph of Gephi has its attributes by title, with defaults, and nothing of its picture", () => {
  const { records, problems } = readTable(gexf, gephi);
  const [nodes, edges] = records;
  expect(problems).toEqual([]);
  expect(nodes).toEqual([
    { id: "0", label: "Rotterdam", Latitude: "51.9", Longitude: "4.1", "Modularity Class": "0" },
    { id: "1", label: "Felixstowe & Harwich", Latitude: "51.95", Longitude: "1.32", "Modularity Class": "1" },
    { id: "2", label: "Brügge", Latitude: "51.2", Longitude: "3.22", "Modularity Class": "0" },
  ]);
  expect(edges).toEqual([
    { id: "0", from: "0", to: "1", weight: "2.0", "one-way": "true", "distance (km)": "230.5" },
    { id: "1", from: "1", to: "2" },
  ]);
});

test("what graphology writes is read as it stood in the graph", () => {
  const graph = new Graph({ type: "mixed" });
  graph.addNode("NLRTM", { label: "Rotterdam", lat: 51.9, lon: 4.1, type: "port" });
  graph.addNode("a b", { label: "Ä & <b>", lat: 50, lon: 1.5 });
  graph.addDirectedEdgeWithKey("e0", "NLRTM", "a b", { distance: "120 nm", weight: 2, mode: "sea" });
  graph.addUndirectedEdgeWithKey("e1", "NLRTM", "a b", { mode: "rail" });
  const { records, problems } = readTable(gexf, write(graph));
  expect(problems).toEqual([]);
  expect(records[0]).toEqual([
    { id: "NLRTM", label: "Rotterdam", lat: "51.9", lon: "4.1", type: "port" },
    { id: "a b", label: "Ä & <b>", lat: "50", lon: "1.5" },
  ]);
  expect(records[1]).toMatchObject([
    { id: "e0", from: "NLRTM", to: "a b", distance: "120 nm", weight: "2", mode: "sea", "one-way": "true" },
    { id: "e1", from: "NLRTM", to: "a b", mode: "rail" },
  ]);
  expect(records[1]?.[1]).not.toHaveProperty("one-way");
});

test("nested nodes are nodes, and values without an attribute are reported", () => {
  const { records, problems } = readTable(
    gexf,
    `<gexf><graph defaultedgetype="mutual"><nodes><node id="a"><nodes><node id="b"/></nodes>
<attvalues><attvalue for="none" value="1"/></attvalues></node></nodes>
<edges><edge source="a" target="b"/></edges></graph></gexf>`,
  );
  expect(problems).toEqual(["ROW_WRONG 2:27"]);
  expect(records).toEqual([[{ id: "a" }, { id: "b" }], [{ from: "a", to: "b" }]]);
  expect(readTable(gexf, "<gexf/>").problems).toEqual(["TABLE_MALFORMED 1:1"]);
  expect(readTable(gexf, "<graphml/>").problems).toEqual(["TABLE_MALFORMED 1:1"]);
});
