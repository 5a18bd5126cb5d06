import type { Section } from "#scenario/source/table-kind";

/**
 * What people call the columns of sites, links and flows, beside the names of the fields themselves: in small
 * letters, words joined by `-`, the likeliest first.
 */
export const columnNames: Readonly<Record<Section, Readonly<Record<string, readonly string[]>>>> = {
  sites: {
    id: ["un-locode", "unlocode", "locode", "code", "port-code", "site", "site-id", "node", "node-id", "key"],
    name: ["title", "port", "port-name", "site-name", "place", "city", "terminal"],
    lat: ["latitude-deg", "lat-deg", "decimal-latitude", "y"],
    lon: ["longitude-deg", "lon-deg", "decimal-longitude", "x"],
    type: ["kind", "category", "site-type", "facility-type"],
    country: ["country-code", "iso2", "iso-country"],
    operator: ["owner", "company"],
    tags: ["tag", "labels"],
    "stations.berth.servers": ["berths", "berth-count", "number-of-berths", "servers"],
    "stations.berth.service": [
      "service",
      "service-time",
      "time-at-berth",
      "berth-time",
      "berth-hours",
      "hours-at-berth",
      "turnaround",
      "turnaround-time",
    ],
  },
  links: {
    id: ["link", "link-id", "edge", "edge-id", "lane", "route"],
    from: ["source", "origin", "orig", "start", "from-site", "from-port", "from-id", "from-node", "a", "u"],
    to: ["target", "destination", "dest", "end", "to-site", "to-port", "to-id", "to-node", "b", "v"],
    mode: ["transport", "transport-mode", "transport-type"],
    distance: ["length", "dist", "leg"],
    time: ["travel-time", "transit-time", "duration"],
    "one-way": ["oneway", "directed"],
  },
  flows: {
    id: ["flow", "flow-id", "service-name"],
    from: ["source", "origin", "orig", "start", "from-site", "from-port", "from-id", "from-node", "a", "u"],
    to: ["target", "destination", "dest", "end", "to-site", "to-port", "to-id", "to-node", "b", "v"],
    vessel: ["vessel-class", "vessel-type", "ship-type", "ship-class", "class"],
    commodity: ["cargo", "goods", "product"],
    size: ["shipment", "shipment-size", "lot", "lot-size"],
    "arrivals.rate": [
      "rate",
      "arrivals",
      "calls",
      "frequency",
      "departures",
      "demand",
      "voyages",
      "vessels",
      "ships",
      "sailings",
      "trips",
      "port-calls",
    ],
  },
};

/** Columns of flows that no link has: by them a table of ends is known to hold flows. */
export const flowOnly: readonly string[] = [
  "vessel",
  "commodity",
  "size",
  "due",
  "arrivals.rate",
  "arrivals.kind",
];

/** A header in small letters, words joined by `-`, without a unit in brackets or a number of signs. */
export function plainHeader(header: string): string {
  return header
    .replace(/\s*(?:\([^()]*\)|\[[^[\]]*\])$/, "")
    .replace(/([a-z])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace(/[\s_/]+/g, "-");
}
