import type { ScalarNode } from "#scenario/read/node";
import { CsvText, delimiterOf, withoutMark } from "#scenario/source/csv-text";
import { withPoints } from "#scenario/source/decimal-commas";
import {
  encodingField,
  encodingIn,
  fileField,
  flowsField,
  linksField,
  sitesField,
} from "#scenario/source/table-fields";
import { cell, placeIn } from "#scenario/source/table-kind";
import type { Row, Sheet, TableFile, TableKind } from "#scenario/source/table-kind";
import { textOfTable } from "#scenario/source/table-text";

/**
 * Rows under a header, parted by comma, semicolon, tab or bar, whichever the header has most of. Every row
 * has as many cells as the header.
 */
export const csv: TableKind = {
  kind: "csv",
  summary: "Rows under a header: comma, semicolon, tab or bar between the cells, quotes as in RFC 4180.",
  example: "{ kind: csv, file: ports.csv, sites: { columns: { id: Code }, fill: { type: port } } }",
  fields: {
    file: fileField,
    sites: sitesField,
    links: linksField,
    flows: flowsField,
    encoding: encodingField,
  },
  endings: [".csv", ".tsv", ".txt"],
  holds: ["rows"],
  recognises: (head) => /[,;\t|]/.test(head.split("\n", 1)[0] ?? ""),
  read(table) {
    const text = textOfTable(table, encodingIn(table));
    if (text === undefined) return [];
    if (text.trimStart().startsWith("<")) {
      const wrong = "the file begins with <, as pages and XML do";
      table.report("TABLE_MALFORMED", placeIn(table.file, 1, 1), wrong, "name the table itself");
      return [];
    }
    const delimiter = delimiterOf(text);
    const sheet = sheetOf(table, new CsvText(withoutMark(text), table.file, delimiter));
    // Between commas a cell has one only in quotes.
    const hasCommas = text.includes(delimiter === "," ? '"' : ",");
    return [hasCommas ? withPoints(sheet, { isCertain: delimiter === ";" }) : sheet];
  },
};

/** The header and the rows of a text; whatever is wrong with their form is reported. */
export function sheetOf(table: TableFile, { rows: lines, problems }: CsvText): Sheet {
  for (const { line, column, wrong, right } of problems) {
    table.report("TABLE_MALFORMED", placeIn(table.file, line, column), wrong, right);
  }
  const [head, ...rows] = lines;
  const columns = head?.cells.map((name, index) => name ?? cell("", afterCell(head, index))) ?? [];
  while (columns.at(-1)?.text === "" && rows.every(({ cells }) => cells[columns.length - 1] === undefined)) {
    columns.pop();
  }
  if (head && rows.length > 0 && !rows.some((row) => isAsLong(row, columns.length))) {
    const cells = columns.length === 1 ? "one cell" : `${columns.length} cells`;
    const wrong = `the first line has ${cells}, and no row has as many`;
    const right = "let the line that names the columns be the first one";
    table.report("TABLE_MALFORMED", head.place, wrong, right);
    return { holds: "rows", columns, rows: [] };
  }
  return { holds: "rows", columns, rows: rows.filter((row) => fits(table, row, columns.length)) };
}

function isAsLong({ cells }: Row, columns: number): boolean {
  return cells.length === columns || (cells.length > columns && cells.slice(columns).every(isEmpty));
}

function isEmpty(written: ScalarNode | undefined): boolean {
  return written === undefined;
}

/** Where a cell without text would stand: after the one before it. */
function afterCell({ cells, place }: Row, index: number): Row["place"] {
  const before = cells[index - 1];
  return before ? { ...before.place, column: before.place.column + before.text.length + 1 } : place;
}

function fits(table: TableFile, row: Row, columns: number): boolean {
  if (isAsLong(row, columns)) return true;
  const { place, cells } = row;
  const extra = cells.slice(columns).find((one) => one !== undefined);
  const wrong = `this row has ${cells.length} cells, and the table has ${columns} columns`;
  const right = extra ? "quote a cell that holds the sign between cells" : "leave cells empty, not out";
  table.report("ROW_WRONG", extra?.place ?? place, wrong, right);
  return false;
}
