import { siteTypes } from "#domain/world/site-type";
import { decimalDegrees } from "#scenario/source/degrees";
import type { SheetGuess } from "#scenario/source/sheet-guess";
import { readerOf, waysOf } from "#scenario/source/sketched-way";
import type { SketchedWay } from "#scenario/source/sketched-way";
import { idOfCell } from "#scenario/source/table-id";
import type { Section } from "#scenario/source/table-kind";

/** A site as an import sees it. */
export interface SketchedSite {
  readonly id: string;
  /** Undefined where the table does not say. */
  readonly type: string | undefined;
  readonly at: readonly [latitude: number, longitude: number] | undefined;
  readonly hasStations: boolean;
}

/** What all tables of an import hold together, as far as a skeleton needs to know. */
export interface SketchedNetwork {
  readonly sites: ReadonlyMap<string, SketchedSite>;
  readonly links: readonly SketchedWay[];
  readonly flows: readonly SketchedWay[];
  /** The ids that links and flows are given by the tables; those without one are called `from-to-to`. */
  readonly wayIds: ReadonlySet<string>;
}

/** Reads the rows that are understood; what is wrong with others, reading the scenario tells. */
export function networkOf(guesses: readonly SheetGuess[]): SketchedNetwork {
  const of = (section: Section): readonly SheetGuess[] =>
    guesses.filter((guess) => guess.section === section);
  const sites = new Map(
    of("sites").flatMap((guess) => sitesOf(guess).map((site) => [site.id, site] as const)),
  );
  const links = waysOf(of("links"), "links");
  const flows = waysOf(of("flows"), "flows");
  return { sites, links, flows, wayIds: new Set(writtenIds({ links, flows })) };
}

function writtenIds(ways: Record<"links" | "flows", readonly SketchedWay[]>): readonly string[] {
  return (["links", "flows"] as const).flatMap((section) =>
    ways[section].flatMap(({ writtenId }) =>
      writtenId === undefined ? [] : (idOfCell(writtenId, section) ?? []),
    ),
  );
}

/** A name for what a skeleton adds, with `-class` behind it for as long as something in the tables has it. */
export function freeId(network: SketchedNetwork, name: string): string {
  const isTaken = network.sites.has(name) || network.wayIds.has(name);
  return isTaken ? freeId(network, `${name}-class`) : name;
}

function sitesOf(guess: SheetGuess): readonly SketchedSite[] {
  const [id, type, lat, lon] = ["id", "type", "lat", "lon"].map((path) => readerOf(guess, path));
  const stations = [...guess.indexes].flatMap(([path, index]) =>
    path.startsWith("stations.") ? [index] : [],
  );
  return guess.sheet.rows.flatMap((row) => {
    const own = idOfCell(id?.(row) ?? "", "sites");
    const said = type?.(row);
    const [north, east] = [lat, lon].map((read) => Number(decimalDegrees(read?.(row) ?? "none")));
    const at = north !== undefined && east !== undefined && Number.isFinite(north + east);
    const known = siteTypes.find((word) => word === said);
    const hasStations = stations.some((index) => row.cells[index] !== undefined);
    return own === undefined
      ? []
      : [{ id: own, type: known, at: at ? [north, east] : undefined, hasStations }];
  });
}
