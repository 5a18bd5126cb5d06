import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Resolution } from "#scenario/language/resolve";
import { resolveStudy } from "#scenario/language/resolve";
import { localWorld } from "../language/local-world.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

const frame = (tables: string, more: string = "", use: string = ""): string => `breakwater: 1
title: Tables
time: { start: 2024-01-01T00:00Z, duration: 90 d, warm-up: 20 d }
network:
${use}  tables:
${tables}
${more}
vessels: { ship: { mode: sea, speed: 12 kn, capacity: 900 t } }
commodities: { ore: { unit: t } }
measures: {}
`;

function resolveWith(
  files: Files,
  tables: string,
  more: string = "",
  set: readonly string[] = [],
): Resolution {
  const text = frame(tables, more);
  const library = (name: string): Uint8Array | undefined => {
    const content = files[name];
    return typeof content === "string" ? new TextEncoder().encode(content) : content;
  };
  return resolveStudy({ id: "tables", file: "net/scenario.yaml", text, library, set });
}

const problemsOf = ({ diagnostics }: Resolution): readonly string[] =>
  diagnostics
    .filter(({ severity }) => severity === "error")
    .map(({ code, place }) => `${code} ${place.file}:${place.line}:${place.column}`);

const sites =
  "id,name,type,Latitude,lon,stations.berth.servers," +
  "stations.berth.service.kind,stations.berth.service.mean (h),tags\n" +
  'NL RTM,Rotterdam,port,51.9,4.1,2,exponential,20,"big; lng"\n' +
  "Århus Havn,,port,56.1,10.2,,,,\n12,Mid,junction,54,5,,,,\n";
const links =
  "from,to,mode,distance_nm,One Way\nNLRTM,12,sea,140,\n12,Århus Havn,sea,300 nm,true\nNLRTM,12,sea,150,\n";
const flows =
  "id,from,to,vessel,arrivals.kind,arrivals.rate [/d],commodity,size (t)\n" +
  "ore run,NLRTM,Århus havn,ship,poisson,2,ore,800\n";
const three = `    a: { kind: csv, file: sites.csv, sites: {} }
    b: { kind: csv, file: links.csv, links: {} }
    c: { kind: csv, file: flows.csv, flows: {} }`;
const files: Files = { "net/sites.csv": sites, "net/links.csv": links, "net/flows.csv": flows };

describe("network.tables", () => {
  test("sites, links and flows are as if they stood in the scenario, with units and ids made", () => {
    const resolution = resolveWith(files, three);
    expect(problemsOf(resolution)).toEqual([]);
    const { network, flows: read } = resolution.study?.variants[0]?.scenario ?? expect.unreachable();
    expect(Object.keys(network.sites)).toEqual(["NLRTM", "arhus-havn", "site-12"]);
    expect(network.sites["NLRTM"]).toMatchObject({
      type: "port",
      at: [51.9, 4.1],
      tags: ["big", "lng"],
      stations: { berth: { servers: 2, service: { all: { kind: "exponential", mean: 72_000_000 } } } },
    });
    expect(network.links).toMatchObject({
      "nlrtm-to-site-12": { from: "NLRTM", to: "site-12", distance: 259_280, "one-way": false },
      "nlrtm-to-site-12-2": { distance: 277_800 },
      "site-12-to-arhus-havn": { to: "arhus-havn", distance: 555_600, "one-way": true },
    });
    expect(read["ore-run"]).toMatchObject({ from: { NLRTM: 1 }, to: { "arhus-havn": 1 }, size: 800 });
    expect(resolution.study?.names).toEqual({ NLRTM: "Rotterdam", "site-12": "Mid" });
  });

  test("what the scenario writes merges over the tables, and null removes a row", () => {
    const more =
      "  sites: { NLRTM: { stations: { berth: { servers: 5 } } } }\n  links: { nlrtm-to-site-12-2: null }";
    const resolution = resolveWith(files, three, more);
    expect(problemsOf(resolution)).toEqual([]);
    const { network } = resolution.study?.variants[0]?.scenario ?? expect.unreachable();
    expect(network.sites["NLRTM"]?.stations["berth"]).toMatchObject({ servers: 5, service: { all: {} } });
    expect(Object.keys(network.links)).toEqual(["nlrtm-to-site-12", "site-12-to-arhus-havn"]);
  });

  test("variants and --set change what tables bring", () => {
    const more =
      "variants: { more: { summary: More, " +
      "network: { sites: { NLRTM: { stations: { berth: { servers: 3 } } } } } } }";
    const resolution = resolveWith(files, three, more, ["network.links.nlrtm-to-site-12.distance=200 nm"]);
    expect(problemsOf(resolution)).toEqual([]);
    const [baseline, variant] = resolution.study?.variants ?? [];
    expect(baseline?.scenario.network.links["nlrtm-to-site-12"]?.distance).toBe(370_400);
    expect(variant?.scenario.network.sites["NLRTM"]?.stations["berth"]?.servers).toBe(3);
  });

  test("columns of other names are mapped, empty cells filled, and others skipped", () => {
    const own = { "net/p.csv": "Code;Breite;Länge;Farbe;Liegeplätze\na;1;2;red;\nb;3;4;blue;7\n" };
    const columns = "{ id: Code, lat: Breite, lon: Länge, stations.berth.servers: Liegeplätze }";
    const fill = "{ type: port, stations.berth.servers: 2, stations.berth.service: 9 h }";
    const resolution = resolveWith(
      own,
      `    p: { kind: csv, file: p.csv, sites: { columns: ${columns}, fill: ${fill}, skip: [Farbe] } }`,
    );
    expect(problemsOf(resolution)).toEqual([]);
    const { network } = resolution.study?.variants[0]?.scenario ?? expect.unreachable();
    expect(network.sites["a"]).toMatchObject({
      type: "port",
      at: [1, 2],
      stations: { berth: { servers: 2 } },
    });
    expect(network.sites["b"]?.stations["berth"]?.servers).toBe(7);
  });

  test("a unit after a mapped field is that of bare numbers; a flow has another id than its link", () => {
    const own = {
      ...files,
      "net/links.csv": "from,to,mode,Leg\nNLRTM,12,sea,140\n12,Århus Havn,sea,700 km\n",
      "net/flows.csv": "from,to,vessel,arrivals.kind,Calls\nNLRTM,12,ship,poisson,3\n",
    };
    const tables = `    a: { kind: csv, file: sites.csv, sites: {} }
    b: { kind: csv, file: links.csv, links: { columns: { "distance (nm)": Leg } } }
    c: { kind: csv, file: flows.csv, flows: { columns: { "arrivals.rate [/w]": Calls } } }`;
    const resolution = resolveWith(own, tables);
    expect(problemsOf(resolution)).toEqual([]);
    const { network, flows: read } = resolution.study?.variants[0]?.scenario ?? expect.unreachable();
    expect(network.links["nlrtm-to-site-12"]?.distance).toBe(259_280);
    expect(network.links["site-12-to-arhus-havn"]?.distance).toBe(700_000);
    expect(read["nlrtm-to-site-12-flow"]?.arrivals["rate"]).toMatchObject({ value: 3 / 7 });
    const none = tables.replace("distance (nm)", "mode (nm)");
    expect(problemsOf(resolveWith(own, none)).join(" ")).toMatch(/KEY_UNKNOWN net\/scenario.yaml:7:/);
  });

  test("a column may hold the unit of another one's bare numbers, and units may be words", () => {
    const own = {
      ...files,
      "net/links.csv": "from,to,mode,Leg,Unit\nNLRTM,12,sea,140,nautical miles\n12,Århus Havn,sea,700,km\n",
      "net/flows.csv": "from,to,vessel,arrivals.kind,arrivals.rate\nNLRTM,12,ship,poisson,3 per week\n",
    };
    const tables = `    a: { kind: csv, file: sites.csv, sites: {} }
    b: { kind: csv, file: links.csv, links: { columns: { "distance (Unit)": Leg } } }
    c: { kind: csv, file: flows.csv, flows: {} }`;
    const resolution = resolveWith(own, tables);
    expect(problemsOf(resolution)).toEqual([]);
    const { network, flows: read } = resolution.study?.variants[0]?.scenario ?? expect.unreachable();
    expect(network.links["nlrtm-to-site-12"]?.distance).toBe(259_280);
    expect(network.links["site-12-to-arhus-havn"]?.distance).toBe(700_000);
    expect(read["nlrtm-to-site-12-flow"]?.arrivals["rate"]).toMatchObject({ value: 3 / 7 });
    const monthly = { ...own, "net/flows.csv": own["net/flows.csv"].replace("per week", "per month") };
    expect(problemsOf(resolveWith(monthly, tables))).toEqual(["UNIT_MONTH net/flows.csv:2:23"]);
    const bare = { ...own, "net/links.csv": own["net/links.csv"].replace(",km", ",") };
    expect(problemsOf(resolveWith(bare, tables))).toEqual(["UNIT_MISSING net/links.csv:3:19"]);
  });

  test("a file that is read from elsewhere stands beside the file that names it, and never above it", () => {
    const tables = (file: string): string => `    a: { kind: csv, file: ${file}, sites: {} }`;
    expect(problemsOf(resolveWith(files, tables("./x/../sites.csv")))).toEqual([]);
    for (const file of [
      "../sites.csv",
      "x/../../net/sites.csv",
      "/net/sites.csv",
      "C:/sites.csv",
      "..",
      "none.csv",
    ]) {
      expect(problemsOf(resolveWith(files, tables(file)))[0]).toMatch(/^TABLE_UNKNOWN net\/scenario.yaml:6:/);
    }
    const set = resolveWith(files, tables("none.csv"), "", ["network.tables.a.file=sites.csv"]);
    expect(problemsOf(set)).toEqual([]);
  });

  test("broken rows stand with all other mistakes, in order of file and line", () => {
    const broken = {
      ...files,
      "net/links.csv": `${links}NLRTM,nowhere,sea,1,\n12,NLRTM,boat,999,\n`,
      "net/flows.csv": `${flows}x,NLRTM,Århus havn,shp,poisson,two,,\n`,
    };
    expect(
      problemsOf(resolveWith(broken, three, "disruptions: { d: { kind: closure, of: NLRTN, start: 30 d } }")),
    ).toEqual([
      "ID_UNKNOWN net/flows.csv:3:20",
      "NUMBER_MALFORMED net/flows.csv:3:32",
      "ID_UNKNOWN net/links.csv:5:7",
      "WORD_UNKNOWN net/links.csv:6:10",
      "ID_UNKNOWN net/scenario.yaml:9:40",
    ]);
  });

  test("a mistake that all rows share is told twenty times, and how often it is there", () => {
    const many = {
      "net/p.csv": `id,lat,lon\n${Array.from({ length: 500 }, (_, index) => `p-${index},x,1`).join("\n")}`,
    };
    const { diagnostics } = resolveWith(
      many,
      "    p: { kind: csv, file: p.csv, sites: { fill: { type: port } } }",
    );
    const told = diagnostics.filter(({ code }) => code === "NUMBER_MALFORMED");
    expect(told.length).toBe(20);
    expect(told.at(-1)?.wrong).toContain("(and so in 480 more places)");
  });

  test("sites of the shipped network are ends of links too", () => {
    const text = frame(
      "    b: { kind: csv, file: l.csv, links: { fill: { mode: sea } } }",
      "",
      "  use: world\n",
    );
    const library = (name: string): Uint8Array | undefined =>
      name === "l.csv" ? new TextEncoder().encode("from,to\nNLRTM,SGSIN\nNLRTM,SGSIX\n") : undefined;
    const found = resolveStudy({ id: "t", file: "scenario.yaml", text, library, source: localWorld });
    expect(problemsOf(found)).toEqual(["ID_UNKNOWN l.csv:3:7"]);
  });

  test("no bytes stop the reader, whatever kind they are read as", () => {
    const piece = fc.constantFrom(
      "id,lat\n",
      '"',
      "\u0000",
      "<graphml>",
      "<node id='a'>",
      "{",
      '"type":"Feature"',
      "[",
      ",,,\n",
      "é",
      "]]>",
      "&x;",
    );
    const anyBytes = fc.oneof(
      fc.uint8Array({ maxLength: 60 }),
      fc.array(piece, { maxLength: 8 }).map((pieces) => new TextEncoder().encode(pieces.join(""))),
    );
    const kinds = fc.constantFrom("csv", "graphml", "gexf", "geojson", "un-locode");
    fc.assert(
      fc.property(anyBytes, kinds, (bytes, kind) => {
        expect(() =>
          resolveWith({ "net/x": bytes }, `    x: { kind: ${kind}, file: x, sites: {} }`),
        ).not.toThrow();
      }),
      { seed: 4_005, numRuns: 150 },
    );
  });
});
