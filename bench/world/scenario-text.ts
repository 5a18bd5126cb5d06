/** Which world: as trade goes on, or with canals that close and masters who go round them. */
export type WorldVariant = "calm" | "disrupted";

/** Trade runs between regions, both ways; a port's weight falls with its place in the list. */
const regions = {
  china: ["CNSHA", "CNNGB", "CNYTN", "CNTAO", "CNTSN", "HKHKG", "CNXMN", "TWKHH"],
  japan: ["JPYOK", "KRPUS", "JPUKB", "JPNGO"],
  straits: ["SGSIN", "MYPKG", "MYTPP", "THLCH", "VNSGN", "IDJKT", "PHMNL"],
  india: ["INNSA", "INMUN", "LKCMB", "INMAA", "PKKHI"],
  gulf: ["AEJEA", "SAJUB", "AEFJR", "SADMM"],
  levant: ["EGPSD", "GRPIR", "TRMER", "ITGIT", "ILHFA"],
  west: ["ESALG", "ESVLC", "ITGOA", "FRMRS", "MAPTM"],
  north: ["NLRTM", "BEANR", "DEHAM", "DEBRV", "GBFXT", "FRLEH"],
  east: ["USNYC", "USSAV", "USORF", "USHOU"],
  pacific: ["USLAX", "USOAK", "USSEA", "CAVAN"],
  south: ["BRSSZ", "ARBUE", "ZADUR", "ZACPT"],
  australia: ["AUSYD", "AUMEL", "AUBNE", "NZAKL"],
} as const;

type Region = keyof typeof regions;

/** From, to, share of all voyages. */
const trades: readonly (readonly [Region, Region, number])[] = [
  ["china", "north", 6],
  ["china", "west", 4],
  ["china", "levant", 4],
  ["china", "pacific", 4],
  ["china", "east", 2],
  ["china", "straits", 10],
  ["china", "gulf", 4],
  ["japan", "north", 2],
  ["japan", "straits", 5],
  ["japan", "gulf", 4],
  ["straits", "north", 4],
  ["straits", "india", 7],
  ["straits", "australia", 3],
  ["india", "north", 3],
  ["india", "levant", 4],
  ["gulf", "north", 4],
  ["gulf", "west", 3],
  ["gulf", "india", 6],
  ["levant", "north", 5],
  ["west", "north", 7],
  ["west", "east", 2],
  ["south", "china", 2],
  ["south", "north", 2],
];

const classes = ["container", "tanker", "bulker"] as const;

/** Voyages a day over all trades, for each vessel that is then under way on average in calm trade. */
const voyagesPerVesselDay = 0.0567;
/** Ship calls a day for which a port of weight 1 has one berth. */
const callsPerBerthDay = 0.6;

/**
 * A year of trade, after a warm-up of 60 days, between 60 ports of the world over its sea lanes: each voyage
 * passes straits, some with rules, waits for a pilot and a berth, and is recorded with all its waits and
 * legs. With more vessels come as many more berths and slots, so queues stay alike.
 */
export function worldText(vessels: number, variant: WorldVariant): string {
  const voyagesPerDay = vessels * voyagesPerVesselDay;
  return `breakwater: 1
title: ${vessels} vessels
seed: world-bench
replications: 1
time: { start: 2024-01-01T00:00Z, duration: 425 d, warm-up: 60 d }
network:
  use: world
  sites:
${[...transits(voyagesPerDay), ...ports(voyagesPerDay)].map((line) => `    ${line}`).join("\n")}
vessels:
  container: { mode: sea, speed: 16 kn, capacity: 9000 TEU, cost: 60 kUSD/d }
  tanker: { mode: sea, speed: 13 kn, capacity: 1 Mbbl, cost: 30 kUSD/d }
  bulker: { mode: sea, speed: 12 kn, capacity: 60 kt, cost: 15 kUSD/d }
flows:
${flows(voyagesPerDay)
  .map((line) => `  ${line}`)
  .join("\n")}
${variant === "calm" ? "" : disrupted}measures:
  mean-wait: [suez.transit, panama.transit, malacca.transit, ${berths(8)}]
  peak-queue: [suez.transit, malacca.transit, ${berths(8)}]
  utilisation: [${berths(20)}]
  throughput: [suez.transit, panama.transit, malacca.transit, ${berths(20)}]
  diverted-share: all
  dwell: all
  delay: all
performance: { of: suez.transit, window: 7 d }
`;
}

const disrupted = `disruptions:
  blockage: { kind: closure, of: suez, start: 150 d, duration: 6 d, foresight: { blockage.start: 154 d } }
  drought: { kind: capacity, of: panama, factor: 0.6, start: 200 d, duration: 120 d }
policies:
  masters: { kind: divert, of: suez, rule: cheapest, margin: 1 d, decision-delay: { kind: uniform, min: 12 h, max: 48 h } }
`;

function transits(voyagesPerDay: number): string[] {
  const slots = (share: number): string => `${(voyagesPerDay * share).toFixed(3)} /d`;
  const every = (share: number): string => `${(1440 / (voyagesPerDay * share)).toFixed(3)} min`;
  const time = (mean: number): string => `{ kind: lognormal, mean: ${mean} h, sd: 1 h }`;
  return [
    `suez: { transit: { time: ${time(13)}, admission: { kind: slots, rate: ${slots(0.62)} } } }`,
    `panama: { transit: { time: ${time(10)}, admission: { kind: slots, rate: ${slots(0.12)} } } }`,
    `malacca: { transit: { time: ${time(8)}, admission: { kind: headway, every: ${every(1.1)} } } }`,
    `gibraltar: { transit: { time: ${time(3)}, admission: { kind: headway, every: ${every(1.2)} } } }`,
    `dover: { transit: { time: ${time(3)}, admission: { kind: headway, every: ${every(1.2)} } } }`,
  ];
}

function ports(voyagesPerDay: number): string[] {
  return Object.values(regions).flatMap((ids) =>
    ids.map((id) => {
      const calls = callsPerDay(id, voyagesPerDay);
      const count = Math.ceil(calls / callsPerBerthDay) + 1;
      const pilot = `pilot: { servers: ${count}, service: { kind: exponential, mean: 3 h } }`;
      const berth = `berth: { servers: ${count}, service: { kind: lognormal, mean: 26 h, sd: 12 h } }`;
      return `${id}: { stations: { ${pilot}, ${berth} }, vessel-path: [pilot, berth, pilot] }`;
    }),
  );
}

function flows(voyagesPerDay: number): string[] {
  const shares = trades.reduce((sum, [, , share]) => sum + share, 0);
  return trades.flatMap(([from, to, share], index) =>
    [[from, to] as const, [to, from] as const].map(([origin, destination], way) => {
      const rate = ((voyagesPerDay * share) / shares / 2).toFixed(5);
      const vessel = classes[(index + way) % classes.length] ?? "bulker";
      const ends = `from: ${weights(origin)}, to: ${weights(destination)}`;
      return (
        `${origin}-${destination}: { ${ends}, vessel: ${vessel}, arrivals: { kind: poisson, ` +
        `rate: ${rate} /d } }`
      );
    }),
  );
}

/** `{ CNSHA: 8, CNNGB: 7, ... }` */
function weights(region: Region): string {
  return `{ ${regions[region].map((id, place, ids) => `${id}: ${ids.length - place}`).join(", ")} }`;
}

/** Voyages a day that end at a port. */
function callsPerDay(port: string, voyagesPerDay: number): number {
  const shares = trades.reduce((sum, [, , share]) => sum + share, 0);
  return trades.reduce((sum, [from, to, share]) => {
    const ends = [regions[from], regions[to]] as const;
    const weight = ends.reduce((total, ids) => total + weightIn(port, ids), 0);
    return sum + ((voyagesPerDay * share) / shares / 2) * weight;
  }, 0);
}

function weightIn(port: string, ids: readonly string[]): number {
  const place = ids.indexOf(port);
  return place < 0 ? 0 : (ids.length - place) / ((ids.length * (ids.length + 1)) / 2);
}

/** The berths of the first so many ports. */
function berths(count: number): string {
  const ids = Object.values(regions).flat().slice(0, count);
  return ids.map((id) => `${id}.berth`).join(", ");
}
