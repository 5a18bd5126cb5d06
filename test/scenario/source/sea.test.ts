import { describe, expect, it } from "vitest";
import { greatCircleMetres } from "#base/elementary";
import { csvRows } from "#scenario/source/csv-table";
import { portsOf } from "#scenario/source/port-list";
import { seaOf } from "#scenario/source/sea";
import type { Sea } from "#scenario/source/sea";
import { SeaMesh } from "#scenario/source/sea-mesh";
import { WorldSource } from "#scenario/source/world-source";
import { shippedLibrary, world } from "./shipped-world.ts";

/** A sea of drawn lanes, `[longitude, latitude]` as GeoJSON has them. */
function drawnSea(lanes: readonly (readonly (readonly [number, number])[])[], passages: string): Sea {
  const features = lanes.map((coordinates) => ({ geometry: { coordinates } }));
  const head = "id,name,lat,lon,form,points,closed,source\n";
  return seaOf({ lanes: JSON.stringify({ features }), moreLanes: "id,points\n", passages: head + passages });
}

describe("a CSV text", () => {
  it("gives records by column, with commas, quotes and line ends inside quoted fields", () => {
    expect(csvRows('a,b\r\n1,"x, ""y""\nz"\n\n2,\n')).toEqual([
      { a: "1", b: 'x, "y"\nz' },
      { a: "2", b: "" },
    ]);
    expect(csvRows("")).toEqual([]);
  });
});

describe("the sea mesh", () => {
  it("makes one vertex of points that agree to 4 decimals, and of both names of the date line", () => {
    const mesh = new SeaMesh();
    mesh.addLane([
      [10, 179],
      [10, 180],
    ]);
    mesh.addLane([
      [10, -180],
      [10.00001, -179],
    ]);
    mesh.addLane([
      [10, -179],
      [10, 180],
    ]);
    expect(mesh.points).toHaveLength(3);
    expect(mesh.edges).toHaveLength(2);
    expect(mesh.edges[0]?.metres).toBe(greatCircleMetres(10, 179, 10, 180));
  });
});

describe("a passage", () => {
  it("divides each lane that crosses its line, left bank near, and loses no metre", () => {
    const lanes: [number, number][][] = [
      [
        [0, 0],
        [4, 0],
      ],
      [
        [4, 1],
        [0, 1],
      ],
      [
        [0, 5],
        [4, 5],
      ],
    ];
    const sea = drawnSea(lanes, "strait,S,0,2,line,-1 1; 2 1,no,x\n");
    const [passage] = sea.passages;
    expect(passage?.doors).toHaveLength(2);
    expect(sea.edges).toHaveLength(5);
    for (const door of passage?.doors ?? []) {
      const [near, far] = [door.near, door.far].map((vertex) =>
        sea.edges.find(({ from, to }) => from === vertex || to === vertex),
      );
      const west = [near?.from, near?.to].map((v) => sea.points[v ?? -1]?.[1] ?? NaN);
      expect(Math.min(...west)).toBe(0);
      const row = sea.points[door.near]?.[0] ?? NaN;
      expect((near?.metres ?? 0) + (far?.metres ?? 0)).toBe(greatCircleMetres(row, 0, row, 4));
    }
  });

  it("cuts a lane over the date line, whichever side its line is drawn on", () => {
    for (const points of ["-1 179.5; 1 179.5", "-1 -179.5; 1 -179.5"]) {
      const sea = drawnSea(
        [
          [
            [179, 0],
            [-179, 0],
          ],
        ],
        `strait,S,0,180,line,${points},no,x\n`,
      );
      expect(sea.passages[0]?.doors).toHaveLength(1);
    }
    const beside = drawnSea(
      [
        [
          [179, 0],
          [-179, 0],
        ],
      ],
      "strait,S,0,180,line,-1 178; 1 178,no,x\n",
    );
    expect(beside.passages[0]?.doors).toHaveLength(0);
  });

  it("of channel form is as long as its lane, and nothing lies in at its inner vertices", () => {
    const lanes: [number, number][][] = [
      [
        [-9, 0],
        [0, 0],
        [1, 0],
        [2, 0],
        [11, 0],
      ],
    ];
    const sea = drawnSea(lanes, "canal,C,0,1,channel,0 0; 0 2,no,x\n");
    const metres = 2 * greatCircleMetres(0, 0, 0, 1);
    expect(sea.passages[0]?.doors).toMatchObject([{ metres }]);
    expect(sea.mooringsAt([0.1, 1]).map(({ vertex }) => sea.points[vertex]?.[1])).not.toContain(1);
  });

  it("that names a point where no lane has a vertex stops the program with its name", () => {
    expect(() =>
      drawnSea(
        [
          [
            [0, 0],
            [4, 0],
          ],
        ],
        "canal,C,0,1,channel,0 0; 0 3,no,x\n",
      ),
    ).toThrow(/canal/);
  });
});

describe("a mooring", () => {
  const sea = drawnSea(
    [
      [
        [0, 0],
        [10, 0],
        [20, 0],
      ],
      [
        [5, 0.5],
        [5, 0.6],
      ],
    ],
    "",
  );

  it("is at both ends of the nearest lane that joins the rest, longer than the lane itself", () => {
    const moorings = sea.mooringsAt([0.4, 5]);
    expect(moorings.map(({ vertex }) => sea.points[vertex])).toEqual([
      [0, 0],
      [0, 10],
    ]);
    const metres = moorings.reduce((sum, mooring) => sum + mooring.metres, 0);
    expect(metres).toBeGreaterThan(greatCircleMetres(0, 0, 0, 10));
    const onLane = sea.mooringsAt([0, 5]).reduce((sum, mooring) => sum + mooring.metres, 0);
    expect(onLane).toBeGreaterThan(greatCircleMetres(0, 0, 0, 10));
  });

  it("is nowhere for a place that is 300 km or more from every lane", () => {
    expect(sea.mooringsAt([2.6, 5])).toHaveLength(2);
    expect(sea.mooringsAt([2.8, 5])).toHaveLength(0);
  });
});

describe("the port list", () => {
  it("takes corrections over what is listed and leaves out what has no coordinates", () => {
    const listed = { AABBB: { name: "Old", coordinates: [1, 2] }, AACCC: { name: "Nowhere" } };
    const head = "id,name,country,lat,lon,sea_lat,sea_lon,source,licence";
    const rows = [head, "AABBB,New,AA,3,4,5,6,x,MIT", "AADDD,More,AA,7,8,,,x,MIT"];
    const ports = portsOf(JSON.stringify(listed), rows.join("\n"));
    expect([...ports.values()]).toEqual([
      { id: "AABBB", name: "New", country: "AA", at: [3, 4], sea: [5, 6] },
      { id: "AADDD", name: "More", country: "AA", at: [7, 8], sea: undefined },
    ]);
  });
});

describe("the world", () => {
  it("brings ports with country and place, and passages, in order of id, the same object each time", () => {
    const sites = world.sites();
    expect(sites["NLRTM"]).toMatchObject({ type: "port", at: [51.95, 4.05], country: "NL" });
    expect(sites["suez"]).toMatchObject({ type: "passage", country: undefined });
    expect(Object.keys(sites)).toEqual([...Object.keys(sites)].sort());
    expect(world.sites()).toBe(sites);
  });

  it("answers for ports inland, unknown sites and passages", () => {
    expect(world.metres("USDEN", "NLRTM")).toBeUndefined();
    expect(world.passages("USDEN", "NLRTM")).toEqual([]);
    expect(world.metres("NOPE", "NLRTM")).toBeUndefined();
    expect(world.metres("NOPE", "NOPE")).toBeUndefined();
    expect(world.metres("NLRTM", "NLRTM")).toBe(0);
    expect(world.canSail("CNSHA", "NLRTM")).toBe(true);
    const [toSuez, whole] = [world.metres("CNSHA", "suez"), world.metres("CNSHA", "NLRTM")];
    expect(toSuez).toBeGreaterThan(0.5 * (whole ?? Infinity));
    expect(toSuez).toBeLessThan(whole ?? 0);
  });

  it("names the file that its library lacks", () => {
    const empty = new WorldSource((name) => (name.endsWith("lanes.csv") ? undefined : shippedLibrary(name)));
    expect(() => empty.sites()).toThrow(/world\/lanes\.csv/);
  });

  it("has no way that is shorter than the great circle or depends on direction", () => {
    const ports = Object.entries(world.sites()).filter(([id]) => world.mooringsOf(id).length > 0);
    const some = ports.filter((_port, index) => index % 60 === 0);
    for (const [from, { at: a }] of some) {
      for (const [to, { at: b }] of some) {
        const metres = world.metres(from, to);
        if (metres === undefined || !a || !b) continue;
        const circle = greatCircleMetres(a[0] ?? NaN, a[1] ?? NaN, b[0] ?? NaN, b[1] ?? NaN);
        expect(metres).toBeGreaterThanOrEqual(circle - 20);
        expect(metres).toBe(world.metres(to, from));
      }
    }
  });
});
