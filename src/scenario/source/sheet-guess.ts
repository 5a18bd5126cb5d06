import { listed } from "#base/listed";
import type { Dimension, Field, Form } from "#base/field";
import { splitQuantity } from "#base/quantity";
import type { ScalarNode } from "#scenario/read/node";
import { columnNames, flowOnly, plainHeader } from "#scenario/source/column-names";
import { decimalDegrees } from "#scenario/source/degrees";
import { fieldUnder, takesUnit } from "#scenario/source/field-path";
import { headerUnit, namedTargets } from "#scenario/source/column-target";
import type { HeaderGround, Target } from "#scenario/source/column-target";
import { idOfCell } from "#scenario/source/table-id";
import type { Section, Sheet } from "#scenario/source/table-kind";
import { isUnit, isUnitOf, unitOfWords } from "#scenario/source/unit-words";
import type { UnitSource } from "#scenario/source/unit-words";

/** How the columns of a sheet are to be read, in the words of `network.tables`, and what was assumed. */
export interface SheetGuess {
  readonly section: Section;
  readonly sheet: Sheet;
  /** By field, perhaps with a unit in brackets, the column that it is read from. */
  readonly columns: Map<string, string>;
  readonly fill: Map<string, string>;
  readonly skip: string[];
  /** The number of the column of each field. */
  readonly indexes: ReadonlyMap<string, number>;
  /** What gives the bare numbers of each field their unit. */
  readonly units: ReadonlyMap<string, UnitSource>;
  /** What was assumed, in sentences. */
  readonly notes: string[];
}

/** So many cells of a column are looked at to see what it holds. */
const sampleMost = 500;

/** Whether a sheet of ends holds links or flows: flows have vessels, cargo or a rate. */
export function edgeSection(sheet: Sheet, ground: (section: Section) => HeaderGround): Section {
  const found = guessSheet(sheet, ground("flows"));
  return flowOnly.some((path) => found.indexes.has(path)) ? "flows" : "links";
}

/** Whether a sheet of rows joins sites, so that it holds links or flows. */
export function joinsSites(sheet: Sheet, ground: HeaderGround): boolean {
  const { indexes } = guessSheet(sheet, ground);
  return indexes.has("from") && indexes.has("to");
}

/**
 * Finds for each column the field that it is: by the name of the field, else by what people call it, and only
 * when most of its cells can be read so. What is left over is skipped, and said.
 */
export function guessSheet(sheet: Sheet, ground: HeaderGround): SheetGuess {
  return new SheetGuesser(sheet, ground).guess();
}

class SheetGuesser {
  private readonly sheet: Sheet;
  private readonly ground: HeaderGround;
  private readonly columns: Map<string, string> = new Map();
  private readonly indexes: Map<string, number> = new Map();
  private readonly units: Map<string, UnitSource> = new Map();
  private readonly notes: string[];

  constructor(sheet: Sheet, ground: HeaderGround) {
    this.sheet = sheet;
    this.notes = [...(sheet.notes ?? [])];
    this.ground = ground;
  }

  guess(): SheetGuess {
    const { sheet, ground, columns, indexes, units, notes } = this;
    for (const [index, { text }] of sheet.columns.entries()) this.takeNamed(text, index);
    for (const [path, names] of Object.entries(columnNames[ground.section])) this.takeCalled(path, names);
    if (ground.section === "sites") this.takeId();
    const told = [...units.values()].flatMap((source) => ("column" in source ? [source.column] : []));
    const used = new Set([...indexes.values(), ...told]);
    const skip = [...new Set(sheet.columns.filter((_, index) => !used.has(index)).map(({ text }) => text))];
    if (skip.length > 0) notes.push(`${listText(skip)} left out`);
    return { section: ground.section, sheet, columns, fill: new Map(), skip, indexes, units, notes };
  }

  /** A column that is named like a field. */
  private takeNamed(header: string, index: number): void {
    const [target] = namedTargets(header, this.ground);
    if (!target || this.indexes.has(target.path)) return;
    if (!this.isReadable(index, target.path, target.field) && !this.isMeant(index, target)) return;
    this.indexes.set(target.path, index);
    const said = headerUnit(header, target);
    const found = said ?? this.unitFor(index, target.field);
    if (found === undefined) return;
    this.units.set(target.path, found);
    if (said !== undefined) return;
    this.columns.set(`${target.path} (${this.wordOf(found)})`, header);
    const shown = "unit" in found ? `are ${found.unit}` : `have the unit in the column ${this.wordOf(found)}`;
    this.notes.push(`bare numbers of the column ${header} ${shown}`);
  }

  /** A column that people call so. */
  private takeCalled(path: string, names: readonly string[]): void {
    if (this.indexes.has(path) || (this.sheet.holds !== "rows" && (path === "lat" || path === "lon"))) return;
    const field = this.fieldOf(path);
    const takesUnits = field !== undefined && takesUnit(field);
    const taken = new Set(this.indexes.values());
    const headers = this.sheet.columns.map(({ text }) => plainHeader(text));
    const isRate = field !== undefined && dimensionIn(field) === "rate";
    // A rate may go by its unit alone: per day, weekly.
    for (const name of isRate ? [...names, ""] : names) {
      const isCalled = (header: string): boolean =>
        header === name || (takesUnits && unitBeside(header, name) !== undefined);
      const index = headers.findIndex((header, at) => !taken.has(at) && isCalled(header));
      const column = this.sheet.columns[index];
      if (!column || !this.isReadable(index, path, field)) continue;
      const said = bracketed(column.text) ?? unitBeside(plainHeader(column.text), name);
      const own = this.unitFor(index, field);
      const found = own === undefined || said === undefined ? own : { unit: unitOfWords(said) };
      this.indexes.set(path, index);
      if (found !== undefined) this.units.set(path, found);
      this.columns.set(found === undefined ? path : `${path} (${this.wordOf(found)})`, column.text);
      this.notes.push(`the column ${column.text} is read as ${path}${this.assumedText(found, said)}`);
      return;
    }
  }

  private assumedText(found: UnitSource | undefined, said: string | undefined): string {
    if (found === undefined || said !== undefined) return "";
    const word = this.wordOf(found);
    return "unit" in found ? `, bare numbers as ${word}` : `, bare numbers by the column ${word}`;
  }

  /** What stands in brackets for a unit: itself, or the column that holds it. */
  private wordOf(source: UnitSource): string {
    return "unit" in source ? source.unit : (this.sheet.columns[source.column]?.text ?? "");
  }

  /** An id that every row has, and none twice: of no such column the name is one. */
  private takeId(): void {
    const { indexes, columns, sheet, notes } = this;
    if (indexes.has("id")) return;
    const name = indexes.get("name");
    const header = name === undefined ? undefined : sheet.columns[name]?.text;
    if (name === undefined || header === undefined) return;
    indexes.set("id", name);
    columns.set("id", header).set("name", header);
    notes.push(`ids are made of the column ${header}`);
  }

  private fieldOf(path: string): Field<unknown> | undefined {
    return fieldUnder(this.ground.field, path.split("."), this.ground.families);
  }

  private isReadable(index: number, path: string, field: Field<unknown> | undefined): boolean {
    const cells = sampleOf(this.sheet, index);
    const reads = (text: string): boolean => (field === undefined ? isOther(path, text) : fits(field, text));
    return cells.filter(({ text }) => reads(text)).length * 2 >= cells.length;
  }

  /** Whether a column is its field though its cells cannot be read: what is wrong with them is then told. */
  private isMeant(index: number, { path, field }: Target): boolean {
    if (path === "lat" || path === "lon") return true;
    if (!field || !takesUnit(field)) return false;
    const cells = sampleOf(this.sheet, index);
    return cells.filter(({ text }) => /^[-+]?\d/.test(text)).length * 2 >= cells.length;
  }

  /**
   * What bare numbers of a column are given as their unit: what a column of units says, else what most people
   * mean. Undefined where none is due, or all have their own.
   */
  private unitFor(index: number, field: Field<unknown> | undefined): UnitSource | undefined {
    if (!field || !takesUnit(field)) return undefined;
    const isBare = sampleOf(this.sheet, index).some(({ text }) => splitQuantity(text)?.unit === "");
    const dimension = dimensionIn(field);
    if (!isBare || dimension === undefined) return undefined;
    const column = this.unitColumn(index, dimension);
    if (column !== undefined) return { column };
    const unit = assumedUnits[dimension];
    return unit === undefined ? undefined : { unit };
  }

  /** The column that holds units of a dimension for the numbers of another one. */
  private unitColumn(index: number, dimension: Dimension): number | undefined {
    const numbers = plainHeader(this.sheet.columns[index]?.text ?? "");
    const names = [
      `${numbers}-unit`,
      `${numbers}-units`,
      `unit-of-${numbers}`,
      "unit",
      "units",
      "uom",
      "per",
    ];
    const holdsUnits = (at: number): boolean => {
      const cells = sampleOf(this.sheet, at);
      return cells.length > 0 && cells.every(({ text }) => isUnitOf(dimension, text));
    };
    const headers = this.sheet.columns.map(({ text }) => plainHeader(text));
    return names.map((name) => headers.indexOf(name)).find((at) => at >= 0 && holdsUnits(at));
  }
}

const assumedUnits: Partial<Record<Dimension, string>> = {
  duration: "h",
  distance: "km",
  length: "m",
  speed: "kn",
  amount: "t",
  rate: "/d",
};

/** `km` of `dist-km`, where it is called `dist`; `weekly` of `weekly-calls`; of no name a rate by itself. */
function unitBeside(header: string, name: string): string | undefined {
  if (name === "") {
    const alone = header.replaceAll("-", " ");
    return isUnitOf("rate", alone) ? alone : undefined;
  }
  const after = header.startsWith(`${name}-`) ? header.slice(name.length + 1) : undefined;
  const before = header.endsWith(`-${name}`) ? header.slice(0, -name.length - 1) : undefined;
  const said = (after ?? before)?.replaceAll("-", " ");
  return said !== undefined && isUnit(unitOfWords(said)) ? said : undefined;
}

function bracketed(column: string): string | undefined {
  const [, round, square] = /(?:\(([^()]+)\)|\[([^[\]]+)\])$/.exec(column) ?? [];
  return (round ?? square)?.trim();
}

function sampleOf({ rows }: Sheet, index: number): readonly ScalarNode[] {
  const cells: ScalarNode[] = [];
  for (const row of rows) {
    const cell = row.cells[index];
    if (cell) cells.push(cell);
    if (cells.length === sampleMost) break;
  }
  return cells;
}

/** Whether a cell can be what is no field: coordinates in degrees, an id. */
function isOther(path: string, text: string): boolean {
  if (path === "id") return idOfCell(text, "sites") !== undefined;
  if (path !== "lat" && path !== "lon") return true;
  const degrees = splitQuantity(decimalDegrees(text));
  return degrees?.unit === "" && Math.abs(degrees.number) <= 180;
}

const readers: {
  readonly [K in Form["form"]]?: (shape: Extract<Form, { form: K }>, text: string) => boolean;
} = {
  word: ({ words }, text) => words.includes(text),
  flag: (_, text) => text === "true" || text === "false",
  count: (_, text) => /^\d+$/.test(text),
  quantity: (_, text) => splitQuantity(text) !== undefined,
  distribution: (_, text) => splitQuantity(text) !== undefined,
  reference: ({ to }, text) =>
    to === "site" || (/^\p{L}/u.test(text) && idOfCell(text, "vessels") !== undefined),
};

type Reads = (shape: Form, text: string) => boolean;

function fits({ shape }: Field<unknown>, text: string): boolean {
  if (shape.form === "per" || shape.form === "schedule") return fits(shape.of, text);
  if (shape.form === "either") return shape.options.some((option) => fits(option, text));
  const read = readers[shape.form] as Reads | undefined; // its own, by the table
  return read?.(shape, text) ?? true;
}

function dimensionIn({ shape }: Field<unknown>): Dimension | undefined {
  if (shape.form === "quantity" || shape.form === "distribution") return shape.dimension;
  if (shape.form === "per" || shape.form === "schedule") return dimensionIn(shape.of);
  if (shape.form !== "either") return undefined;
  return shape.options.map(dimensionIn).find((dimension) => dimension !== undefined);
}

/** `the column pop is`, `the columns r and g are`, `the columns a, b, c and 3 more are`. */
function listText(names: readonly string[]): string {
  const shown = names.map((name) => (name === "" ? "without a name" : name));
  const told = shown.length > 4 ? [...shown.slice(0, 3), `${shown.length - 3} more`] : shown;
  return shown.length === 1 ? `the column ${listed(told)} is` : `the columns ${listed(told)} are`;
}
