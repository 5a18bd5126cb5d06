import { Streams } from "#engine/random/stream";

/** What is imported: the files of one scenario, by name. */
export type Tables = Readonly<Record<string, string>>;

/** How many sites links and flows join, beside the rows that are measured. */
const ends = 1000;

/** Tables of `rows` rows, always the same ones. */
export const makers: Readonly<Record<string, (rows: number) => Tables>> = {
  sites: (rows) => ({ "sites.csv": sitesText(rows) }),
  links: (rows) => ({ "sites.csv": sitesText(ends), "lanes.csv": linksText(rows) }),
  flows: (rows) => ({
    "sites.csv": sitesText(ends),
    "lanes.csv": linksText(5 * ends),
    "flows.csv": flowsText(rows),
  }),
};

function sitesText(rows: number): string {
  const draws = new Streams("import", 0).at("sites");
  return table(rows, "id,type,lat,lon,country", (row) => {
    const [lat, lon] = [130 * draws.uniform() - 60, 358 * draws.uniform() - 179];
    return `${siteId(row)},junction,${lat.toFixed(4)},${lon.toFixed(4)},NL`;
  });
}

/** A ring of all ends, and then whatever chance joins: longer than half of the equator, so than any way. */
function linksText(rows: number): string {
  const draws = new Streams("import", 0).at("links");
  return table(rows, "id,from,to,mode,distance", (row) => {
    const [from, to] = row < ends ? [row, (row + 1) % ends] : pair(draws.uniform(), draws.uniform());
    return `lane-${row},${siteId(from)},${siteId(to)},sea,${21_000 + (row % 1000)} km`;
  });
}

function flowsText(rows: number): string {
  const draws = new Streams("import", 0).at("flows");
  return table(rows, "origin,destination,calls per day,ship type", () => {
    const [from, to] = pair(draws.uniform(), draws.uniform());
    return `${siteId(from)},${siteId(to)},${(0.1 + draws.uniform()).toFixed(2)},container`;
  });
}

function pair(one: number, other: number): readonly [number, number] {
  const from = Math.floor(one * ends);
  return [from, (from + 1 + Math.floor(other * (ends - 1))) % ends];
}

function siteId(row: number): string {
  return `site-${row}`;
}

function table(rows: number, head: string, line: (row: number) => string): string {
  return `${[head, ...Array.from({ length: rows }, (_, row) => line(row))].join("\n")}\n`;
}
