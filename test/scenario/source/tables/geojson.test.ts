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

test("what is neither site nor link, or has no place, is reported where it stands", () => {
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
    "ROW_WRONG 3:34",
    "ROW_WRONG 2:34",
    "ROW_WRONG 4:68",
    "ROW_WRONG 5:73",
  ]);
  for (const wrong of ["[]", "{}", '{ "type": "Topology" }', "7", "{"]) {
    expect(readTable(geojson, wrong).problems.length).toBe(1);
  }
});

const square = (lon: number, lat: number, side: number): unknown => [
  [
    [lon, lat],
    [lon + side, lat],
    [lon + side, lat + side],
    [lon, lat + side],
    [lon, lat],
  ],
];

test("areas are sites at a point inside, of several inside the largest, and that is said", () => {
  const text = collection(
    feature({ type: "Polygon", coordinates: square(4, 51, 2) }, { name: "Antwerp" }),
    feature({ type: "MultiPolygon", coordinates: [square(0, 0, 1), square(20, 30, 4)] }, {}, "isles"),
    feature({ type: "MultiPoint", coordinates: [[7, 8]] }, {}, "one"),
    feature({ type: "MultiPoint", coordinates: [point(7, 8), point(9, 8)] }, {}, "two"),
  );
  const { records, problems, sheets } = readTable(geojson, text);
  expect(records[0]).toEqual([
    { id: "Antwerp", lat: "52", lon: "5", name: "Antwerp" },
    { id: "isles", lat: "32", lon: "22" },
    { id: "one", lat: "8", lon: "7" },
  ]);
  expect(problems.length).toBe(1);
  expect(sheets[0]?.notes).toEqual(["2 areas are sites, each at a point inside it"]);
  const bare = feature({ type: "Polygon", coordinates: [] });
  const open = feature({
    type: "Polygon",
    coordinates: [
      [
        [1, 2],
        [3, "4"],
      ],
    ],
  });
  const flat = feature({ type: "Polygon", coordinates: [[[1, 2], [3, 4], [1, 2]]] }); // prettier-ignore
  for (const one of [bare, open, flat]) {
    const read = readTable(geojson, collection(one));
    expect([read.records[0], read.problems.length, read.sheets[0]?.notes]).toEqual([[], 1, []]);
  }
});

test("parts of a line that meet are one link, over 180 degrees too; others are links of their own", () => {
  const lines = (...coordinates: unknown[]): unknown => ({ type: "MultiLineString", coordinates });
  const across = [[[170, 0], [180, 0]], [[-180, 0], [-170, 0]]]; // prettier-ignore
  const apart = [[[0, 0], [1, 0]], [[5, 0], [6, 0]]]; // prettier-ignore
  const read = readTable(geojson, collection(feature(lines(...across), {}, "pacific")));
  expect(read.records[1]).toEqual([
    { id: "pacific", from: "table-end-1", to: "table-end-2", distance: "2223902 m" },
  ]);
  const two = readTable(geojson, collection(feature(lines(...apart), { mode: "sea" }, "gap")));
  expect(two.records[1]?.map((record) => [record["id"], record["from"], record["mode"]])).toEqual([
    ["gap-1", "table-end-1", "sea"],
    ["gap-2", "table-end-3", "sea"],
  ]);
  for (const own of ["from", "to", "distance"]) {
    const refused = readTable(geojson, collection(feature(lines(...apart), { [own]: "a" })));
    expect([refused.records[1], refused.problems.length]).toEqual([[], 1]);
  }
  expect(readTable(geojson, collection(feature(lines()))).problems.length).toBe(1);
});

test("coordinates of another system than WGS 84 are refused by its name, where that stands", () => {
  const inSystem = (crs: unknown): string =>
    JSON.stringify({ type: "FeatureCollection", crs, features: [feature(point(4, 52))] });
  const named = (name: string): string => inSystem({ type: "name", properties: { name } });
  for (const name of ["urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:EPSG::4326", "EPSG:4258"])
    expect(readTable(geojson, named(name)).problems).toEqual([]);
  expect(readTable(geojson, inSystem(null)).problems).toEqual([]);

  const { records, problems } = readTable(geojson, named("urn:ogc:def:crs:EPSG::32631"));
  expect(records).toEqual([]);
  expect(problems).toEqual(["TABLE_MALFORMED 1:35"]);
  expect(readTable(geojson, named("EPSG:14326")).problems).toHaveLength(1);
  expect(readTable(geojson, inSystem({ type: "link", properties: { href: "x" } })).problems).toHaveLength(1);
});

test("places without a name go by what people call one, where it tells all of them apart", () => {
  const places = (...properties: unknown[]): unknown[] =>
    readTable(
      geojson,
      collection(...properties.map((said, at) => feature(point(at, 50), said))),
    ).records[0]?.map(({ id }) => id) ?? [];
  expect(places({ port_name: "Rotterdam" }, { port_name: "Le Havre" })).toEqual(["Rotterdam", "Le Havre"]);
  expect(places({ city: "Rotterdam", Terminal: "A" }, { city: "Rotterdam", Terminal: "B" })).toEqual([
    "A",
    "B",
  ]);
  expect(places({ city: "Rotterdam" }, { city: "rotterdam" })).toEqual(["table-1", "table-2"]);
  expect(places({ city: "Rotterdam" }, {})).toEqual(["table-1", "table-2"]);
  expect(places({ name: "Maas", city: "Rotterdam" }, { city: "Le Havre" })).toEqual(["Maas", "table-2"]);
  expect(places({ fid: 1 }, { fid: 2 })).toEqual(["table-1", "table-2"]);
});
