import type { Diagnostic, Place } from "#base/diagnostic";
import type { Field } from "#base/field";
import type { Entry, MapNode } from "#scenario/read/node";
import type { HeaderGround } from "#scenario/source/column-target";
import { fieldUnder } from "#scenario/source/field-path";
import type { PathFamilies } from "#scenario/source/field-path";
import type { NetworkSource } from "#scenario/source/network-source";
import { readSheets } from "#scenario/source/read-sheets";
import { edgeSection, guessSheet, joinsSites } from "#scenario/source/sheet-guess";
import type { SheetGuess } from "#scenario/source/sheet-guess";
import type { SketchedTable } from "#scenario/source/skeleton-text";
import { idOfCell } from "#scenario/source/table-id";
import { cell, placeIn } from "#scenario/source/table-kind";
import type { Section, Sheet, TableFile, TableKind } from "#scenario/source/table-kind";
import { tables as tableFamily } from "#scenario/source/table-kinds";
import { isUnicode, isZipped } from "#scenario/source/table-text";

/** A file to import. */
export interface ImportedFile {
  /** Its name from the folder of the scenario. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

/** What sketching a scenario needs to know. */
export interface SketchGround {
  /** The shape of a whole scenario. */
  readonly field: Field<unknown>;
  readonly families: PathFamilies;
  /** The shipped network, whose lanes may join what the files bring. */
  readonly source: NetworkSource;
}

/** What sketching a file adds to. */
export interface TableGround {
  readonly ground: SketchGround;
  /** What is wrong with files as a whole. */
  readonly diagnostics: Diagnostic[];
  /** What is wrong with single rows, which reading the scenario tells as well. */
  readonly rowProblems: Diagnostic[];
  readonly others: readonly SketchedTable[];
}

/** What a file is to be read as; undefined, and reported, where nobody can tell. */
export function sketchedTable(
  { file, bytes }: ImportedFile,
  { ground, diagnostics, rowProblems, others }: TableGround,
): SketchedTable | undefined {
  const place = placeIn(file, 1, 1);
  const report: TableFile["report"] = (code, at, wrong, right): undefined => {
    const isOfRow = code !== "TABLE_MALFORMED" && code !== "TABLE_UNKNOWN" && code !== "COLUMN_UNKNOWN";
    const problems = isOfRow ? rowProblems : diagnostics;
    problems.push({ code, severity: "error", place: at, path: "", wrong, right });
  };
  const kind = kindOf(file, bytes);
  if (!kind) {
    const endings = tableFamily.kinds.flatMap((known) => known.endings).join(", ");
    const right = isZipped(bytes) ? "export its sheet as CSV" : `end its name in one of ${endings}`;
    return report("TABLE_UNKNOWN", place, "what it is cannot be told", right);
  }
  const settings = settingsFor(kind, bytes);
  const entries = [...settings].map(([key, text]): [string, Entry] => {
    return [key, { key, keyPlace: place, value: cell(text, place) }];
  });
  const written: MapNode = { node: "map", entries: new Map(entries), place };
  const sheets = readSheets(kind, { file, bytes, settings: written, report });
  const guesses = sheets.flatMap((sheet) => guessOf(sheet, ground));
  if (guesses.length === 0 && diagnostics.length === 0 && rowProblems.length === 0)
    report("TABLE_MALFORMED", place, "it holds no rows", "add rows, or leave it out");
  for (const guess of guesses) checkHeader(guess, place, report);
  const notes = [...settings.values()].map((encoding) => `it is not in UTF-8, so it is read as ${encoding}`);
  guesses[0]?.notes.unshift(...notes);
  return { id: tableId(file, others), file, kind: kind.kind, settings, guesses };
}

/** What a kind must be told to read these bytes. */
function settingsFor({ fields }: TableKind, bytes: Uint8Array): ReadonlyMap<string, string> {
  const isOther = Object.hasOwn(fields, "encoding") && !isUnicode(bytes) && !isZipped(bytes);
  return new Map(isOther ? [["encoding", "windows-1252"]] : []);
}

/** A first line names columns, and one of them gives ids. */
function checkHeader(
  { section, sheet, indexes }: SheetGuess,
  begin: Place,
  report: TableFile["report"],
): void {
  if (sheet.holds !== "rows") return;
  const number = sheet.columns.find(({ text }) => /^[-+]?\d+[.,]\d+$/.test(text));
  const right = "let the first line name them: id or name of sites, from and to of links";
  if (number) {
    report("COLUMN_UNKNOWN", number.place, `${number.text} is a number, and no name of a column`, right);
  } else if (section === "sites" && !indexes.has("id")) {
    const names = sheet.columns.map(({ text }) => text).join(", ");
    const shown = names.length > 80 ? `${names.slice(0, 77)}...` : names;
    const wrong = `none of the columns ${shown} gives an id of sites, or the ends of links`;
    report("COLUMN_UNKNOWN", sheet.columns[0]?.place ?? begin, wrong, right);
  }
}

/** The kind by its ending, and where that leaves it open, or says nothing, by how the file begins. */
function kindOf(file: string, bytes: Uint8Array): TableKind | undefined {
  const head = new TextDecoder().decode(bytes.subarray(0, 4_000));
  const isNamed = ({ endings }: TableKind): boolean =>
    endings.some((ending) => file.toLowerCase().endsWith(ending));
  const { kinds } = tableFamily;
  const special = kinds.filter((kind) => kind.endings.length === 0 && kind.recognises(head));
  const named = kinds.filter(isNamed);
  return (
    special[0] ??
    named.find((kind) => kind.recognises(head)) ??
    named[0] ??
    kinds.find((kind) => kind.recognises(head))
  );
}

/** The name of the file, with a number behind it where another table has it. */
function tableId(file: string, others: readonly SketchedTable[]): string {
  const stem = /([^/\\]*?)(\.[^.]*)?$/.exec(file)?.[1] ?? "";
  const plain = idOfCell(stem.toLowerCase(), "sites") ?? "table";
  let id = plain;
  for (let count = 2; others.some((other) => other.id === id); count += 1) id = `${plain}-${count}`;
  return id;
}

function guessOf(sheet: Sheet, ground: SketchGround): readonly SheetGuess[] {
  if (sheet.rows.length === 0) return [];
  const headers = (section: Section): HeaderGround => {
    const keys = section === "flows" ? ["flows", "id"] : ["network", section, "id"];
    const field = fieldUnder(ground.field, keys, ground.families) ?? ground.field;
    return { section, field, families: ground.families };
  };
  const isEdges = sheet.holds === "edges" || (sheet.holds === "rows" && joinsSites(sheet, headers("links")));
  return [guessSheet(sheet, headers(isEdges ? edgeSection(sheet, headers) : "sites"))];
}
