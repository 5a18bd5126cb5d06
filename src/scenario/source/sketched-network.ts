import { convert, splitQuantity } from "#base/quantity";
import { siteTypes } from "#domain/world/site-type";
import { decimalDegrees } from "#scenario/source/degrees";
import { IdsOfEnds } from "#scenario/source/ids-of-ends";
import type { SheetGuess } from "#scenario/source/sheet-guess";
import { idOfCell } from "#scenario/source/table-id";
import type { Row, Section } from "#scenario/source/table-kind";
import { quantityText } from "#scenario/source/unit-words";

/** A site as an import sees it. */
export interface SketchedSite {
  readonly id: string;
  /** Undefined where the table does not say. */
  readonly type: string | undefined;
  readonly at: readonly [latitude: number, longitude: number] | undefined;
  readonly hasStations: boolean;
}

/** A link or a flow as an import sees it. */
export interface SketchedWay {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly isOneWay: boolean;
  readonly mode: string | undefined;
  /** True when the table says how long the way or the time on it is. */
  readonly isMeasured: boolean;
  readonly vessel: string | undefined;
  readonly commodity: string | undefined;
  /** A shipment, with its unit. */
  readonly size: string | undefined;
  /** Voyages a day; undefined where the table does not say. */
  readonly perDay: number | undefined;
}

/** What all tables of an import hold together, as far as a skeleton needs to know. */
export interface SketchedNetwork {
  readonly sites: ReadonlyMap<string, SketchedSite>;
  readonly links: ReadonlyMap<string, SketchedWay>;
  readonly flows: ReadonlyMap<string, SketchedWay>;
}

/** Reads the rows that are understood; what is wrong with others, reading the scenario tells. */
export function networkOf(guesses: readonly SheetGuess[]): SketchedNetwork {
  const of = (section: Section): readonly SheetGuess[] =>
    guesses.filter((guess) => guess.section === section);
  return {
    sites: new Map(of("sites").flatMap((guess) => sitesOf(guess).map((site) => [site.id, site] as const))),
    links: waysOf(of("links"), "links"),
    flows: waysOf(of("flows"), "flows"),
  };
}

type Reader = (row: Row) => string | undefined;

function readerOf({ indexes }: SheetGuess, path: string): Reader {
  const index = indexes.get(path);
  return index === undefined ? () => undefined : ({ cells }) => cells[index]?.text;
}

/** Reads quantities with the unit that their cell or their column gives them. */
function quantityReaderOf(guess: SheetGuess, path: string): Reader {
  const read = readerOf(guess, path);
  const unit = guess.units.get(path);
  return (row) => {
    const text = read(row);
    return text === undefined ? undefined : quantityText(text, unit, row);
  };
}

const noUnits: ReadonlySet<string> = new Set();

function perDayOf(rate: string): number | undefined {
  const written = splitQuantity(rate);
  return written && convert(written, "rate", noUnits)?.value;
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

function waysOf(guesses: readonly SheetGuess[], section: Section): ReadonlyMap<string, SketchedWay> {
  const ways = new Map<string, SketchedWay>();
  const ids = new IdsOfEnds(section, ways);
  for (const guess of guesses) {
    const read = (path: string): Reader => readerOf(guess, path);
    const [id, from, to, mode, oneWay] = [
      read("id"),
      read("from"),
      read("to"),
      read("mode"),
      read("one-way"),
    ];
    const [distance, time, vessel, commodity] = [
      read("distance"),
      read("time"),
      read("vessel"),
      read("commodity"),
    ];
    const [size, rate] = [quantityReaderOf(guess, "size"), quantityReaderOf(guess, "arrivals.rate")];
    for (const row of guess.sheet.rows) {
      const [start, end] = [idOfCell(from(row) ?? "", "sites"), idOfCell(to(row) ?? "", "sites")];
      if (start === undefined || end === undefined) continue;
      const written = id(row);
      const own = written === undefined ? ids.next(start, end) : idOfCell(written, section);
      if (own === undefined) continue;
      ways.set(own, {
        id: own,
        from: start,
        to: end,
        isOneWay: oneWay(row) === "true",
        mode: mode(row),
        isMeasured: distance(row) !== undefined || time(row) !== undefined,
        vessel: vessel(row),
        commodity: commodity(row),
        size: size(row),
        perDay: perDayOf(rate(row) ?? ""),
      });
    }
  }
  return ways;
}
