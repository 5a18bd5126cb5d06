import { convert, splitQuantity } from "#base/quantity";
import { IdsOfEnds } from "#scenario/source/ids-of-ends";
import type { SheetGuess } from "#scenario/source/sheet-guess";
import { idOfCell } from "#scenario/source/table-id";
import type { NamedSection } from "#scenario/source/table-id";
import type { Row, Section } from "#scenario/source/table-kind";
import { quantityText } from "#scenario/source/unit-words";

/** What is read of a row; undefined where it does not say. */
export type RowReader = (row: Row) => string | undefined;

/** Reads the cells of a field; nothing where no column is that field. */
export function readerOf({ indexes }: SheetGuess, path: string): RowReader {
  const index = indexes.get(path);
  return index === undefined ? () => undefined : ({ cells }) => cells[index]?.text;
}

/** Reads quantities with the unit that their cell or their column gives them. */
function quantityReaderOf(guess: SheetGuess, path: string): RowReader {
  const read = readerOf(guess, path);
  const unit = guess.units.get(path);
  return (row) => {
    const text = read(row);
    return text === undefined ? undefined : quantityText(text, unit, row);
  };
}

/** What the rows of one sheet say of links or flows. */
class WaySheet {
  readonly id: RowReader;
  readonly from: RowReader;
  readonly to: RowReader;
  readonly mode: RowReader;
  readonly oneWay: RowReader;
  readonly distance: RowReader;
  readonly time: RowReader;
  readonly vessel: RowReader;
  readonly commodity: RowReader;
  readonly size: RowReader;
  readonly rate: RowReader;

  constructor(guess: SheetGuess) {
    const read = (path: string): RowReader => readerOf(guess, path);
    [this.id, this.from, this.to] = [read("id"), read("from"), read("to")];
    [this.mode, this.oneWay] = [read("mode"), read("one-way")];
    [this.distance, this.time] = [read("distance"), read("time")];
    [this.vessel, this.commodity] = [read("vessel"), read("commodity")];
    [this.size, this.rate] = [quantityReaderOf(guess, "size"), quantityReaderOf(guess, "arrivals.rate")];
  }
}

/** The ids of the sites that a way joins. */
interface WayEnds {
  readonly from: string;
  readonly to: string;
}

const noUnits: ReadonlySet<string> = new Set();

/** The class that a cell names, as an id where it makes one: so is the cell read, too. */
function classIn(text: string | undefined, section: NamedSection): string | undefined {
  return text === undefined ? undefined : (idOfCell(text, section) ?? text);
}

/** A link or a flow as an import sees it: of its row is read what is asked for, which for most is little. */
export class SketchedWay {
  readonly from: string;
  readonly to: string;
  readonly #row: Row;
  readonly #sheet: WaySheet;
  readonly #ids: WayIds;
  readonly #ordinal: number;

  constructor({ from, to }: WayEnds, row: Row, sheet: WaySheet, ids: WayIds) {
    this.from = from;
    this.to = to;
    this.#row = row;
    this.#sheet = sheet;
    this.#ids = ids;
    this.#ordinal = ids.ways.length;
  }

  /** The id that reading the scenario gives it. */
  get id(): string {
    return this.#ids.of(this.#ordinal);
  }

  /** Its id as the table has it; undefined where it has none. */
  get writtenId(): string | undefined {
    return this.#sheet.id(this.#row);
  }

  get isOneWay(): boolean {
    return this.#sheet.oneWay(this.#row) === "true";
  }

  get mode(): string | undefined {
    return this.#sheet.mode(this.#row);
  }

  /** True when the table says how long the way or the time on it is. */
  get isMeasured(): boolean {
    return this.#sheet.distance(this.#row) !== undefined || this.#sheet.time(this.#row) !== undefined;
  }

  get vessel(): string | undefined {
    return classIn(this.#sheet.vessel(this.#row), "vessels");
  }

  get commodity(): string | undefined {
    return classIn(this.#sheet.commodity(this.#row), "commodities");
  }

  /** A shipment, with its unit. */
  get size(): string | undefined {
    return this.#sheet.size(this.#row);
  }

  /** Voyages a day; one where the table does not say. */
  get perDay(): number {
    const written = splitQuantity(this.#sheet.rate(this.#row) ?? "");
    return (written && convert(written, "rate", noUnits)?.value) ?? 1;
  }
}

/** The ids of the links or the flows of all tables, made in order of row as far as one is asked for. */
class WayIds {
  readonly ways: SketchedWay[] = [];
  readonly #section: Section;
  readonly #made: IdsOfEnds;
  readonly #ids: string[] = [];
  readonly #known: Set<string> = new Set();

  constructor(section: Section) {
    this.#section = section;
    this.#made = new IdsOfEnds(section, this.#known);
  }

  /** Adds the way of a row. */
  add(ends: WayEnds, row: Row, sheet: WaySheet): void {
    this.ways.push(new SketchedWay(ends, row, sheet, this));
  }

  /** The id of the way of a number. */
  of(ordinal: number): string {
    for (const { writtenId, from, to } of this.ways.slice(this.#ids.length, ordinal + 1)) {
      const written = writtenId === undefined ? undefined : idOfCell(writtenId, this.#section);
      const id = written ?? this.#made.next(from, to);
      this.#known.add(id);
      this.#ids.push(id);
    }
    return this.#ids[ordinal] ?? "";
  }
}

/** The rows that are understood, in order; what is wrong with others, reading the scenario tells. */
export function waysOf(guesses: readonly SheetGuess[], section: Section): readonly SketchedWay[] {
  const ids = new WayIds(section);
  for (const guess of guesses) {
    const sheet = new WaySheet(guess);
    for (const row of guess.sheet.rows) {
      const from = idOfCell(sheet.from(row) ?? "", "sites");
      const to = idOfCell(sheet.to(row) ?? "", "sites");
      if (from !== undefined && to !== undefined) ids.add({ from, to }, row, sheet);
    }
  }
  return ids.ways;
}
