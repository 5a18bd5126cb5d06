import type { SheetGuess } from "#scenario/source/sheet-guess";
import { freeId } from "#scenario/source/sketched-network";
import type { SketchedNetwork } from "#scenario/source/sketched-network";
import { readerOf } from "#scenario/source/sketched-way";
import type { SketchedWay } from "#scenario/source/sketched-way";
import { idOfCell } from "#scenario/source/table-id";

/** What stands in for what the tables do not say. */
export interface SketchedGaps {
  /** Links, by id, that get a length of their own. */
  readonly distances: ReadonlyMap<string, string>;
  /** The class of flows that name none. */
  readonly vessel: string;
  /** The commodity of flows with a size and without one. */
  readonly commodity: string;
}

/** The length of a link of which nobody knows it. */
const unknownLength = "500 km";

/** The type of sites that have none: routes lead through junctions. */
export function defaultType({ links }: SketchedNetwork): string {
  return links.length > 0 ? "junction" : "port";
}

/** What gaps are filled by. */
export interface GapGround {
  /** Whether a site has coordinates. */
  readonly isPlaced: (site: string) => boolean;
  /** Voyages a day that end at a site. */
  readonly callsPerDay: (site: string) => number;
}

/** Fills in, in each guess, what every row must have, and says so. */
export function fillGaps(
  guesses: readonly SheetGuess[],
  network: SketchedNetwork,
  { isPlaced, callsPerDay }: GapGround,
): SketchedGaps {
  const gaps = {
    distances: new Map<string, string>(),
    vessel: freeId(network, "ship"),
    commodity: freeId(network, "cargo"),
  };
  for (const guess of guesses) {
    if (guess.section === "sites") fillSites(guess, network, callsPerDay);
    if (guess.section === "links") fillLinks(guess, network, isPlaced, gaps.distances);
    if (guess.section === "flows") fillFlows(guess, gaps);
  }
  return gaps;
}

function isFull({ sheet, indexes }: SheetGuess, path: string): boolean {
  const index = indexes.get(path);
  return index !== undefined && sheet.rows.every(({ cells }) => cells[index] !== undefined);
}

function fillSites(guess: SheetGuess, network: SketchedNetwork, callsPerDay: GapGround["callsPerDay"]): void {
  if (!isFull(guess, "type")) {
    const type = defaultType(network);
    guess.fill.set("type", type);
    const meaning = type === "junction" ? "junctions, through which routes lead" : "ports";
    guess.notes.push(`sites without a type are ${meaning}`);
  }
  const stations = [...guess.indexes.keys()].flatMap((path) => /^stations\.([^.]+)\./.exec(path)?.[1] ?? []);
  for (const station of new Set(stations)) {
    const service = `stations.${station}.service`;
    if ([...guess.indexes.keys()].some((path) => path.startsWith(service))) continue;
    const hours = serviceHours(guess, station, callsPerDay);
    guess.fill.set(service, `${hours} h`);
    const why = hours < usualHours ? `, so that none is more than ${loadMost * 100} % busy` : "";
    guess.notes.push(`a service at ${station} takes ${hours} h${why}`);
  }
}

/** Hours of a service of which no table tells, and the busiest that a station may then be. */
const [usualHours, loadMost] = [24, 0.7];

/** A day; less where the servers that the rows tell could not serve all who come, but an hour at least. */
function serviceHours(guess: SheetGuess, station: string, callsPerDay: GapGround["callsPerDay"]): number {
  const [id, servers] = [readerOf(guess, "id"), readerOf(guess, `stations.${station}.servers`)];
  const least = guess.sheet.rows.reduce((hours, row) => {
    const calls = callsPerDay(idOfCell(id(row) ?? "", "sites") ?? "");
    const own = (loadMost * 24 * Number(servers(row) ?? 1)) / calls;
    return own < hours ? own : hours;
  }, usualHours);
  return Math.max(1, Math.floor(least));
}

function fillLinks(
  guess: SheetGuess,
  { links }: SketchedNetwork,
  isPlaced: (site: string) => boolean,
  distances: Map<string, string>,
): void {
  if (!isFull(guess, "mode")) {
    guess.fill.set("mode", "sea");
    guess.notes.push("links without a mode are of the sea");
  }
  const unmeasured = links.filter(({ isMeasured }) => !isMeasured);
  const unknown = unmeasured.filter(({ from, to }) => !isPlaced(from) || !isPlaced(to));
  if (unknown.length === 0) return;
  if (unknown.length === unmeasured.length) guess.fill.set("distance", unknownLength);
  else for (const { id } of unknown) distances.set(id, unknownLength);
  guess.notes.push(`links between sites without coordinates are ${unknownLength} long`);
}

function fillFlows(guess: SheetGuess, gaps: SketchedGaps): void {
  const { fill, indexes, notes } = guess;
  if (!isFull(guess, "vessel")) {
    fill.set("vessel", gaps.vessel);
    notes.push(`flows without a class of vessels sail with a ${gaps.vessel}`);
  }
  if (!isFull(guess, "arrivals.kind")) {
    fill.set("arrivals.kind", "poisson");
    if (!isFull(guess, "arrivals.rate")) fill.set("arrivals.rate", "1 /d");
    notes.push(
      `voyages begin at random${fill.has("arrivals.rate") ? ", one a day where no rate is given" : ""}`,
    );
  }
  if (indexes.has("size") && !indexes.has("commodity")) {
    fill.set("commodity", gaps.commodity);
    notes.push(`what flows carry is called ${gaps.commodity}`);
  }
  if (indexes.has("commodity") && !isFull(guess, "size")) {
    fill.set("size", "1000 t");
    notes.push("a shipment without a size is 1000 t");
  }
}

/** The units that sizes are written in, each commodity once: `t` where none says. */
export function commodityUnits(
  flows: readonly SketchedWay[],
  gaps: SketchedGaps,
): ReadonlyMap<string, string> {
  const units = new Map<string, string>();
  for (const { commodity, size } of flows) {
    const unit = /[A-Za-z]\S*$/.exec(size ?? "")?.[0] ?? "t";
    const name = commodity ?? (size === undefined ? undefined : gaps.commodity);
    if (name !== undefined && !units.has(name)) units.set(name, { kt: "t", Mbbl: "bbl" }[unit] ?? unit);
  }
  return units;
}
