import { plainHeader } from "#scenario/source/column-names";

/** What people call the keys of the language, in small letters, words joined by `-`: a key each line. */
const words: Readonly<Record<string, readonly string[]>> = {
  of: [
    "on",
    "target",
    "targets",
    "element",
    "elements",
    "affects",
    "at",
    "where",
    "site",
    "sites",
    "station",
  ],
  at: ["lat", "latitude", "lon", "lng", "longitude", "coordinates", "coords", "position", "location"],
  kind: ["type", "distribution", "name"],
  start: ["begin", "begins", "starts", "onset", "from", "date"],
  end: ["ends", "until", "stop", "finish", "to"],
  duration: ["length", "lasts", "days", "for"],
  "at-most": ["max", "maximum", "most", "upper", "below", "under", "less-than", "no-more-than"],
  "at-least": ["min", "minimum", "least", "lower", "above", "over", "more-than", "no-less-than"],
  min: ["low", "lower", "least", "minimum", "from"],
  max: ["high", "upper", "most", "maximum", "to"],
  mean: ["average", "avg", "mu", "value"],
  sd: ["std", "stdev", "stddev", "sigma", "deviation", "standard-deviation"],
  mode: ["likely", "most-likely", "peak", "transport", "by"],
  rate: ["frequency", "lambda", "per-day", "intensity"],
  every: ["interval", "period", "headway", "gap"],
  from: ["origin", "source", "start"],
  alternates: ["to", "alternative", "alternatives", "ports"],
  to: ["destination", "dest", "target", "end"],
  vessel: ["ship", "class", "vessel-class", "ship-type", "vessels"],
  vessels: ["ships", "fleet", "fleets", "classes", "vehicles"],
  arrivals: ["arrival", "demand", "calls", "rate"],
  distance: ["length"],
  servers: ["count", "number", "berths", "cranes", "capacity"],
  service: ["service-time", "handling", "handling-time", "duration", "time"],
  room: ["queue", "queue-length", "waiting-room", "buffer", "capacity"],
  sites: ["ports", "nodes", "places", "locations", "hubs"],
  links: ["edges", "lanes", "routes", "arcs", "connections"],
  flows: ["demand", "traffic", "trade", "trades", "voyages"],
  disruptions: ["events", "shocks", "incidents", "hazards", "attacks"],
  policies: ["rules", "responses", "reactions"],
  variants: ["scenarios", "options", "alternatives", "mitigations", "strategies"],
  measures: ["metrics", "outputs", "kpis", "results", "indicators"],
  thresholds: ["checks", "limits", "targets", "criteria"],
  replications: ["runs", "repetitions", "iterations", "n"],
  "warm-up": ["burn-in"],
  notes: ["description", "comment", "comments"],
  summary: ["description", "title", "name", "notes"],
};

/** Which of some keys people mean by a word that is none of them: the first of the table; undefined else. */
export function keyForWord(word: string, keys: readonly string[]): string | undefined {
  const plain = plainHeader(word);
  return Object.keys(words).find((key) => keys.includes(key) && words[key]?.includes(plain));
}
