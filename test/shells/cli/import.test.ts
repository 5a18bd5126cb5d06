import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { main } from "#shells/cli/command-line";
import { shippedWorkshop } from "#shells/cli/shipped-workshop";
import { FakeIo } from "./fake-io.ts";

type Files = Readonly<Record<string, string | Uint8Array>>;

function folderWith(files: Files): FakeIo {
  const io = new FakeIo();
  for (const [name, bytes] of Object.entries(files)) writeFileSync(join(io.folder, name), bytes);
  return io;
}

async function type(words: string, io: FakeIo): Promise<number> {
  io.stdout = io.stderr = "";
  return main(words.split(" "), io, shippedWorkshop);
}

const geojson = JSON.stringify({
  type: "FeatureCollection",
  features: [
    {
      type: "Feature",
      properties: { name: "Rotterdam" },
      geometry: { type: "Point", coordinates: [4.1, 51.9] },
    },
    { type: "Feature", properties: { name: "Hull" }, geometry: { type: "Point", coordinates: [-0.3, 53.7] } },
    {
      type: "Feature",
      properties: { pilots: "yes" },
      geometry: {
        type: "LineString",
        coordinates: [
          [4.1, 51.9],
          [2, 53],
          [-0.3, 53.7],
        ],
      },
    },
  ],
});
const unLocode =
  ',"AD","ALV","Andorra la Vella","Andorra la Vella",,"--34-6--","AI","0601",,"4230N 00131E",\n' +
  ',"NL","RTM","Rotterdam","Rotterdam",,"12345---","AF","9401",,"5155N 00430E",\n' +
  ',"BE","ANR","Antwerpen","Antwerpen",,"12345---","AF","9401",,"5113N 00425E",\n';
const ports =
  "Code,Port,Latitude,Longitude,Berths,Population\nNLRTM,Rotterdam,51.9,4.1,12,600000\n" +
  "SGSIN,Singapore,1.3,103.8,20,5000000\nCNSHA,Shanghai,31.2,121.8,30,2\n";
const flows =
  "origin,destination,calls per day,ship type\nNLRTM,SGSIN,2,container\n" +
  "SGSIN,CNSHA,3,container\nCNSHA,NLRTM,3,tanker\n";

/** Each writes a scenario without a warning, of which one replication runs and balances. */
const whole: readonly (readonly [what: string, files: Files, says: readonly string[]])[] = [
  [
    "ports and flows, which the sea lanes of the world join",
    { "ports.csv": ports, "flows.csv": flows },
    [
      "ports.csv: 3 sites (csv)",
      "ports.csv: the column Berths is read as stations.berth.servers",
      "ports.csv: the column Population is left out",
      "flows.csv: the column calls per day is read as arrivals.rate",
      "the scenario: the port SGSIN is closed for 5 d",
    ],
  ],
  [
    "links alone, whose ends are nowhere",
    {
      "lanes.csv": "Origin;Destination;Length;Transport\nA Town;B Ville;120;road\nB Ville;C Stad;200;road\n",
    },
    [
      "lanes.csv: the column Length is read as distance, bare numbers as km",
      "the scenario: no file holds sites, so the ends of links are junctions",
      "the scenario: no file holds flows, so one goes from a-town to c-stad, 4 voyages a day",
    ],
  ],
  [
    "sites without coordinates, a few with",
    {
      "sites.csv": "id,lat,lon\na,50,1\nb,51,1\nc,,\nd,,\n",
      "lanes.csv": "id,from,to\nab,a,b\nbc,b,c\ncd,c,d\n",
    },
    ["lanes.csv: links between sites without coordinates are 500 km long"],
  ],
  [
    "warehouses that nothing joins",
    { "depots.csv": "id,type,lat,lon\nnorth,warehouse,50,9\nsouth,warehouse,48,9\n" },
    ["the scenario: no file holds links, so one, as long as the great circle, joins north and south"],
  ],
  ["flows alone, between ports of the world", { "flows.csv": flows }, ["the scenario: SGSIN has 5 berths"]],
  [
    "flows that call more often than five berths could serve",
    { "flows.csv": "origin,destination,calls per day\nNLRTM,SGSIN,9\nCNSHA,SGSIN,12\n" },
    ["the scenario: SGSIN has 25 berths"],
  ],
  [
    "flows whose cells say how often, each in its own unit",
    { "flows.csv": "origin,destination,calls\nNLRTM,SGSIN,84 per week\nCNSHA,SGSIN,0.25 /h\n" },
    ["the scenario: SGSIN has 22 berths"],
  ],
  [
    "flows with a column of units",
    {
      "flows.csv":
        "origin,destination,calls,unit,lot,lot unit,goods\nNLRTM,SGSIN,84,per week,20,TEU,boxes\n" +
        "CNSHA,SGSIN,2190,per year,900,t,ore\n",
    },
    [
      "the column calls is read as arrivals.rate, bare numbers by the column unit",
      "the column lot is read as size, bare numbers by the column lot unit",
      "the scenario: SGSIN has 22 berths",
    ],
  ],
  [
    "flows whose header says how often",
    { "flows.csv": "origin,destination,weekly calls,size (TEU)\nNLRTM,SGSIN,84,30\nCNSHA,SGSIN,42,9\n" },
    ["the column weekly calls is read as arrivals.rate", "the scenario: SGSIN has 22 berths"],
  ],
  [
    "decimal commas",
    { "haefen.csv": "id;type;lat;lon\nrot;port;51,9;4,1\nhul;port;53,744;-0,3\n" },
    ["the scenario: ships sail on the sea lanes of the world"],
  ],
  [
    "decimal commas between quotes",
    { "p.csv": 'id,type,lat,lon\nrot,port,"51,9","4,1"\nhul,port,"53,7","-0,3"\n' },
    ["the scenario: ships sail on the sea lanes of the world"],
  ],
  [
    "degrees and minutes",
    { "p.csv": "id,type,lat,lon\nrot,port,51°55'N,4°30'E\nhul,port,53.7 N,0°20'W\n" },
    ["the scenario: ships sail on the sea lanes of the world"],
  ],
  [
    "a file of Windows",
    {
      "p.csv": Buffer.from("id,name,type,lat,lon\nagp,Málaga,port,36.7,-4.4\nrot,,port,51.9,4.1\n", "latin1"),
    },
    ["p.csv: it is not in UTF-8, so it is read as windows-1252"],
  ],
  [
    "a file of UTF-16, a mark and tabs, as Excel writes it",
    {
      "p.txt": Buffer.from(
        "\ufeffid\ttype\tlat\tlon\r\nrot\tport\t51.9\t4.1\r\nhul\tport\t53.7\t-0.3\r\n",
        "utf16le",
      ),
    },
    ["p.txt: 2 sites (csv)"],
  ],
  [
    "a file that begins by saying which sign parts its cells",
    { "p.csv": "sep=;\r\nid;type;lat;lon\r\nrot;port;51.9;4.1\r\nhul;port;53.7;-0.3\r\n" },
    ["p.csv: 2 sites (csv)"],
  ],
  [
    "lines that end in CR alone, and cells of several lines",
    { "p.csv": 'id,name,lat,lon\rrot,"Rotterdam\rEuropoort",51.9,4.1\rhul,Hull,53.7,-0.3\r' },
    ["p.csv: 2 sites (csv)"],
  ],
  [
    "a map without ids, with nested properties",
    {
      "p.geojson": JSON.stringify({
        type: "FeatureCollection",
        features: [
          ["NAME", "Rotterdam", 4.1, 51.9],
          ["town", "Hull", -0.3, 53.7],
        ].map(([key, name, lon, lat]) => ({
          type: "Feature",
          properties: { [String(key)]: name, address: { street: "Quay", no: 1 } },
          geometry: { type: "Point", coordinates: [lon, lat] },
        })),
      }),
    },
    ["one goes from rotterdam to p-2, 4 voyages a day"],
  ],
  [
    "a list of codes of one's own",
    { "list.csv": "LOCODE,Name,Coordinates\nNL RTM,Rotterdam,5155N 00430E\nBEANR,Antwerpen,5113N 00425E\n" },
    ["list.csv: 2 sites (un-locode)"],
  ],
  [
    "a list of UN/LOCODE in the encoding in which it is published",
    { "list.csv": Buffer.from(unLocode.replace("Antwerpen", "Göteborg"), "latin1") },
    ["list.csv: 3 sites (un-locode)", "list.csv: it is not in UTF-8, so it is read as windows-1252"],
  ],
  [
    "a map",
    { "map.geojson": geojson },
    ["map.geojson: 2 sites and 1 link (geojson)", "the column pilots is left out"],
  ],
  [
    "a list of UN/LOCODE",
    { "2024-1 UNLOCODE.csv": unLocode },
    ["3 sites (un-locode)", "from NLRTM to BEANR"],
  ],
  [
    "flows with cargo of several units",
    {
      "sites.csv": "id,type,lat,lon\nmine,plant,10,10\nworks,plant,11,10\n",
      "rail.csv": "from,to,mode\nmine,works,rail\n",
      "flows.csv": "from,to,commodity,size,rate\nmine,works,ore,900 t,2\nworks,mine,boxes,20 TEU,2\n",
    },
    ["flows.csv: flows without a class of vessels sail with a ship"],
  ],
];

test.each(whole)("import of %s writes a scenario that runs", async (_what, files, says) => {
  const io = folderWith(files);
  const words = ["import", ...Object.keys(files), "--out", "mine.yaml"];
  expect([await main(words, io, shippedWorkshop), io.stderr]).toEqual([0, ""]);
  for (const sentence of says) expect(io.stdout).toContain(sentence);
  const text = readFileSync(join(io.folder, "mine.yaml"), "utf8");
  const assumed = io.stdout.split("\n").flatMap((line) => /^ {2}[^:]+: (.+)$/.exec(line)?.[1] ?? []);
  const told = assumed.filter((line) => !/ \((csv|geojson|un-locode)\)$/.test(line));
  for (const assumption of told) expect(text).toContain(`# Assumed: ${assumption}.`);
  expect([await type("validate mine.yaml", io), io.stderr]).toEqual([0, ""]);
  expect(await type("run mine.yaml --replication 0 --json", io)).toBe(0);
  expect(JSON.parse(io.stdout)).toMatchObject({ conservation: { violations: 0 } });
});

test.each(["gephi.graphml", "gephi.gexf"])("import of %s, as Gephi writes it, runs", async (name) => {
  const io = new FakeIo();
  copyFileSync(join("test/scenario/source/tables/files", name), join(io.folder, name));
  expect([await type(`import ${name}`, io), io.stderr]).toEqual([0, ""]);
  expect(io.stdout).toContain(`${name}: 3 sites and 2 links`);
  expect(readFileSync(join(io.folder, "gephi.yaml"), "utf8")).toMatch(
    /^# yaml-language-server: \$schema=\.\.?\//,
  );
  expect([await type("validate gephi.yaml", io), io.stderr]).toEqual([0, ""]);
});

test("wrong rows are told with file, line and column, all at once, and nothing is written", async () => {
  const io = folderWith({
    "ports.csv": "id,type,lat,lon\na,port,51,1\nb,harbour,51,2\nb,port,x,3\nc,port,99,200\nd,port,1,2,3\n",
    "lanes.csv": "from,to,mode\na,b,sea\na,e,sea\n",
  });
  expect(await type("import ports.csv lanes.csv", io)).toBe(2);
  expect(io.stdout).toBe("");
  const places = io.stderr
    .split("\n")
    .flatMap((line) => /^(\S+) ([A-Z_]+) /.exec(line)?.slice(1).join(" ") ?? []);
  expect(places).toEqual([
    "lanes.csv:3:3 ID_UNKNOWN",
    "ports.csv:3:3 WORD_UNKNOWN",
    "ports.csv:4:1 ID_TWICE",
    "ports.csv:5:8 COORDINATES_WRONG",
    "ports.csv:6:12 ROW_WRONG",
  ]);
  expect(io.stderr).toContain("5 errors: mend them and import again; nothing was written\n");
  expect(readdirSync(io.folder).sort()).toEqual(["lanes.csv", "ports.csv"]);
});

test("only what is wrong with the files is told, and not what follows from it", async () => {
  const io = folderWith({
    "sites.csv": "id,type,lat,lon\na,port,51,1\nb,port,52,2\n",
    "flows.csv": "from,to,rate\na,c,2\nb,a,2\n",
  });
  expect(await type("import sites.csv flows.csv --out mine.yaml", io)).toBe(2);
  expect(io.stderr).toContain('flows.csv:2:3 ID_UNKNOWN network.tables.flows.flows.to: no site is named "c"');
  expect(io.stderr).toContain("1 error: mend it and import again; nothing was written");
  expect(io.stderr).not.toContain("mine.yaml");
});

test("classes and cargoes in words become ids, and what is added has a name of its own", async () => {
  const io = folderWith({
    "lanes.csv": "from,to,km\nalpha,beta,200\nship,beta,200\n",
    "trade.csv": "from,to,vessel,commodity,size,rate\nalpha,beta,Big Ship,Iron Ore,500 t,2 /d\n",
  });
  expect([await type("import lanes.csv trade.csv --out mine.yaml", io), io.stderr]).toEqual([0, ""]);
  expect(readFileSync(join(io.folder, "mine.yaml"), "utf8")).toMatch(/ {2}big-ship: .*[^]* {2}iron-ore: /);
  expect([await type("import lanes.csv", io), io.stderr]).toEqual([0, ""]);
  expect(readFileSync(join(io.folder, "lanes.yaml"), "utf8")).toContain("  ship-class: { mode: sea");
});

test("words of the language in a table become ids that may be", async () => {
  const io = folderWith({
    "lanes.csv": "from,to,km\nall,none,200\n",
    "trade.csv": "from,to,vessel,rate\nall,none,All,2 /d\n",
  });
  expect([await type("import lanes.csv trade.csv --out mine.yaml", io), io.stderr]).toEqual([0, ""]);
  const text = readFileSync(join(io.folder, "mine.yaml"), "utf8");
  expect(text).toMatch(/ {4}site-all: .*\n {4}site-none: [^]* {2}vessel-all: /);
});

test("a coordinate that is not understood is told, and no distance to it", async () => {
  const io = folderWith({
    "sites.csv": "id,type,lat,lon\na,port,51,1\nb,port,52,95x\n",
    "links.csv": "from,to,km\na,b,100\n",
  });
  expect(await type("import sites.csv links.csv --out mine.yaml", io)).toBe(2);
  expect(io.stderr).toContain("sites.csv:3:11 UNIT_UNDUE");
  expect(io.stderr).toContain("1 error: mend it and import again; nothing was written");
});

test("a rate goes by its unit alone, and an assumed service leaves room for all who call", async () => {
  const io = folderWith({
    "ports.csv": "Code;Lat;Lon;Berths\nNL RTM;51,95;4,05;3\nDE HAM;53,5;9,9;2\nSG SIN;1,26;103,8;5\n",
    "calls.csv": "origin;destination;per day\nNL RTM;DE HAM;1,5\nSG SIN;NL RTM;0,9\nSG SIN;DE HAM;2\n",
    "long.csv": "Code;Lat;Lon;Berths;Berth hours\nNL RTM;51,95;4,05;3;20\nDE HAM;53,5;9,9;2;30\n",
    "leg.csv": "origin;destination;weekly\nNL RTM;DE HAM;14\n",
  });
  expect([await type("import ports.csv calls.csv", io), io.stderr]).toEqual([0, ""]);
  expect(io.stdout).toContain("the column per day is read as arrivals.rate");
  expect(io.stdout).toContain("a service at berth takes 9 h, so that none is more than 70 % busy");
  expect(await type("run ports.yaml --replication 0", io)).toBe(0);
  // What the tables tell themselves is not bent: the row that does not fit is told.
  expect(await type("import long.csv leg.csv", io)).toBe(2);
  expect(io.stderr).toMatch(
    /long\.csv:3:\d+ LOAD_FULL network\.sites\.DEHAM\.stations\.berth: .* 125 % busy/,
  );
  expect(io.stderr).toContain("1 error: mend it and import again; nothing was written");
  expect(io.stderr).not.toContain("long.yaml");
  expect(existsSync(join(io.folder, "long.yaml"))).toBe(false);
  expect(await type("import ports.yaml", io)).toBe(2);
  expect(io.stderr).toContain("ports.yaml is there already");
  expect(await type("import ports.yaml --out other.yaml", io)).toBe(2);
  expect(io.stderr).toContain("ports.yaml is a scenario, no table");
});

test("what is no table, or tells too little, is refused in words", async () => {
  const io = folderWith({
    "notes.doc": "These are notes.\n",
    "empty.csv": "",
    "header.csv": "id,lat,lon\n",
    "one.csv": "id,type\na,port\n",
    "lost.csv": "from,to,rate\nhere,there,2\n",
    "open.csv": 'id,lat,lon\na,"1,2\n',
    "book.csv": new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
    "book.xlsx": new Uint8Array([0x50, 0x4b, 3, 4, 20, 0]),
    "page.csv": "<!DOCTYPE html><html><body>404, not found</body></html>\n",
    "title.csv": "Ports, 2024\n\nid,type,lat,lon\na,port,1,2\n",
    "bare.csv": "rot,port,51.9,4.1\nhul,port,53.7,-0.3\n",
    "nameless.csv": "type,lat,lon\nport,51.9,4.1\n",
    "wide.csv": Buffer.from("id,lat,lon\na,1,2\n", "utf16le"),
    "heap.geojson": JSON.stringify({
      type: "FeatureCollection",
      features: Array.from({ length: 50 }, () => ({
        type: "Feature",
        geometry: { type: "GeometryCollection" },
      })),
    }),
    "area.geojson": geojson.replaceAll('"Point"', '"Polygon"'),
    "thousands.csv": 'from,to,mode,distance\na,b,sea,"1,200"\nb,c,sea,"1,000"\n',
  });
  mkdirSync(join(io.folder, "sub"));
  const refusals: readonly (readonly [words: string, says: string])[] = [
    ["notes.doc", "notes.doc:1:1 TABLE_UNKNOWN what it is cannot be told; end its name in one of .csv"],
    ["empty.csv", "empty.csv:1:1 TABLE_MALFORMED the file is empty"],
    ["header.csv", "header.csv:1:1 TABLE_MALFORMED it holds no rows"],
    ["open.csv", "open.csv:2:3 TABLE_MALFORMED a quote is never closed"],
    ["book.csv", "book.csv:1:1 TABLE_MALFORMED the file is zipped, as the files of spreadsheets are; export"],
    ["book.xlsx", "book.xlsx:1:1 TABLE_UNKNOWN what it is cannot be told; export its sheet as CSV"],
    ["page.csv", "page.csv:1:1 TABLE_MALFORMED the file begins with <, as pages and XML do"],
    ["title.csv", "title.csv:1:1 TABLE_MALFORMED the first line has 2 cells, and no row has as many; let"],
    [
      "bare.csv",
      "bare.csv:1:10 COLUMN_UNKNOWN 51.9 is a number, and no name of a column; let the first line",
    ],
    [
      "nameless.csv",
      "nameless.csv:1:1 COLUMN_UNKNOWN none of the columns type, lat, lon gives an id of sites",
    ],
    ["wide.csv", "wide.csv:1:2 TABLE_MALFORMED a byte of 0 is no text; save it as text in UTF-8"],
    ["area.geojson", "an area of no size has no place; draw its outline, or write a Point"],
    ["heap.geojson", "a GeometryCollection is neither site nor link (and so in 30 more places); write a"],
    [
      "thousands.csv",
      'thousands.csv:2:9 NUMBER_MALFORMED network.links.a-to-b.distance: "1,200" is not a distance',
    ],
    ["one.csv", "a is the only site, and something moves between two only: add rows"],
    ["lost.csv", "nothing joins here to anywhere: add a file of links, or coordinates of ports"],
    ["none.csv", "there is no file none.csv; name files of sites, links or flows"],
    ["sub", "sub is a folder; name the files in it"],
    ["one.csv --out sub/x.yaml", "one.csv lies outside the folder of the scenario"],
    ["one.csv --out none/x.yaml", "there is no folder none; make it, or name another with --out"],
    ["one.csv --out x.txt", "--out x.txt is no name of a scenario: end it in .yaml"],
    ["", "import needs one or more files of sites, links or flows"],
  ];
  const before = readdirSync(io.folder).sort();
  for (const [words, says] of refusals) {
    expect([words, await type(`import ${words}`.trim(), io)]).toEqual([words, 2]);
    expect(io.stderr).toContain(says);
    expect(io.stderr).not.toMatch(/\n\s+at /);
  }
  expect(readdirSync(io.folder).sort()).toEqual(before);
});

test("a scenario that is there stays, and --json and --quiet say where the new one is", async () => {
  const io = folderWith({ "ports.csv": ports, "ports.yaml": "mine" });
  expect(await type("import ports.csv", io)).toBe(2);
  expect(io.stderr).toContain(
    "ports.yaml is there already and stays; name another file: --out my-ports.yaml",
  );
  expect(readFileSync(join(io.folder, "ports.yaml"), "utf8")).toBe("mine");
  expect(await type("import ports.csv --out one.yaml --json", io)).toBe(0);
  const document = JSON.parse(io.stdout) as { readonly assumptions: readonly object[] };
  expect(document).toMatchObject({
    file: "one.yaml",
    tables: [{ file: "ports.csv", kind: "csv", holds: { sites: 3 } }],
  });
  expect(document.assumptions).toContainEqual({
    about: "ports.csv",
    assumed: "the column Code is read as id",
  });
  expect(await type("import ports.csv --out two.yaml --quiet", io)).toBe(0);
  expect(io.stdout).toBe("two.yaml\n");
  expect(existsSync(join(io.folder, "two.yaml"))).toBe(true);
});

test("rows by the ten thousand are read, and the wrong one among them is found", async () => {
  const rows = Array.from({ length: 10_000 }, (_, index) => `s-${index},port,${index % 60},${index % 170}`);
  const io = folderWith({ "many.csv": `id,type,lat,lon\n${rows.join("\n")}\n` });
  expect(await type("import many.csv", io)).toBe(0);
  expect(io.stdout).toContain("many.csv: 10,000 sites (csv)");
  const wrong = [...rows.slice(0, 7_000), "s-1,port,1,2", ...rows.slice(7_000)];
  writeFileSync(join(io.folder, "more.csv"), `id,type,lat,lon\n${wrong.join("\n")}\n`);
  expect(await type("import more.csv", io)).toBe(2);
  expect(io.stderr).toMatch(/^more\.csv:7002:1 ID_TWICE /);
});
