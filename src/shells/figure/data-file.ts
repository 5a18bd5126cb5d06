/** What a figure shows, as a table: the rows that it was drawn from. */
export interface FigureData {
  /** The name of its files, without an ending. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The table as CSV (RFC 4180 with line feeds); null is an empty cell, numbers have seven digits. */
export function csvText({ columns, rows }: FigureData): string {
  return [columns, ...rows].map((cells) => `${cells.map(csvCell).join(",")}\n`).join("");
}

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(Number(value.toPrecision(7))) : "";
  return /[",\n\r]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** A file as an address that holds it whole, so that it can be saved without a network. */
export function dataAddress(type: string, text: string): string {
  const unsafe = /[%#"'<>&\n\r\t\u0000-\u001f\u007f-\uffff]+/g;
  return `data:${type};charset=utf-8,${text.replace(unsafe, encoded)}`;
}

/** As in an address; half a surrogate pair, which no address can hold, is replaced. */
function encoded(part: string): string {
  const whole = part.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    "\ufffd",
  );
  return encodeURIComponent(whole).replaceAll("'", "%27");
}

/** A name for a file that every system takes: letters, digits and hyphens. */
export function fileName(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
