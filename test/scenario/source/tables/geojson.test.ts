import { expect, test } from "vitest";
import { geojson } from "#scenario/source/tables/geojson";
import { readTable } from "./read-table.ts";

const feature = (geometry: unknown, properties: unknown = {}, id?: unknown): unknown => ({
  type: "Feature",
  ...(id === undefined ? {} : { id }),
  properties,
  geometry,
});
const point = (lon: unknown, lat: unknown): unknown => ({ type: "Point", coordinates: [lon, lat] });
const line = (...coordinates: unknown[]): unknown => ({ type: "LineString", coordinates });
const collection = (...features: unknown[]): string =>
  JSON.stringify({ type: "FeatureCollection", features });

test("points are sites, longitude first, with their properties", () => {
  const text = collection(
    feature(point(4.1, 51.9), { id: "NLRTM", name: "Rotterdam", tags: ["big", "lng"], none: null }),
    feature(point(-1, 50), { type: "port" }, 7),
  );
  const { records, problems } = readTable(geojson, text);
  expect(problems).toEqual([]);
  expect(records[0]).toEqual([
    { id: "NLRTM", lat: "51.9", lon: "4.1", name: "Rotterdam", tags: "big; lng" },
    { id: "7", lat: "50", lon: "-1", type: "port" },
  ]);
});

test("lines are links as long as they are drawn, between the points at their ends or new junctions", () => {
  const text = collection(
    feature(line([4.1, 51.9], [3, 52], [1.3, 51.9]), { mode: "sea" }, "lane"),
    feature(line([1.3, 51.90001], [0, 51]), { distance: "100 nm" }),
    feature(point(4.1, 51.9), {}, "NLRTM"),
  );
  const { records, problems } = readTable(geojson, text);
  expect(problems).toEqual([]);
  expect(records[0]).toEqual([
    { id: "NLRTM", lat: "51.9", lon: "4.1" },
    { id: "table-end-1", lat: "51.9", lon: "1.3", type: "junction" },
    { id: "table-end-2", lat: "51", lon: "0", type: "junction" },
  ]);
  expect(records[1]?.[0]).toMatchObject({ id: "lane", from: "NLRTM", to: "table-end-1", mode: "sea" });
  const metres = Number.parseInt(records[1]?.[0]?.["distance"] ?? "", 10);
  expect(metres).toBeGreaterThan(192_000);
  expect(metres).toBeLessThan(194_000);
  expect(records[1]?.[1]).toEqual({ from: "table-end-1", to: "table-end-2", distance: "100 nm" });
});

test("what is neither point nor line, or has no place, is reported where it stands", () => {
  const text = [
    '{ "type": "FeatureCollection", "features": [',
    '{ "type": "Feature", "geometry": { "type": "MultiPoint", "coordinates": [] } },',
    '{ "type": "Feature", "geometry": null },',
    '{ "type": "Feature", "geometry": { "type": "Point", "coordinates": ["x", 1] } },',
    '{ "type": "Feature", "geometry": { "type": "LineString", "coordinates": [[1, 2]] } },',
    '{ "type": "Feature", "properties": { "a": { "b": 7 } }, ' +
      '"geometry": { "type": "Point", "coordinates": [1, 2, 3] } },',
    "4 ] }",
  ].join("\n");
  const { records, problems } = readTable(geojson, text);
  expect(records).toEqual([[{ id: "table-1", lat: "2", lon: "1", a: "{ b: 7 }" }], []]);
  expect(problems).toEqual([
    "ROW_WRONG 7:1",
    "ROW_WRONG 2:34",
    "ROW_WRONG 3:34",
    "ROW_WRONG 4:68",
    "ROW_WRONG 5:73",
  ]);
  for (const wrong of ["[]", "{}", '{ "type": "Topology" }', "7", "{"]) {
    expect(readTable(geojson, wrong).problems.length).toBe(1);
  }
});
