import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { printInstant } from "#base/time";
import type { TidyRow } from "#study/experiment/result";

/** The columns of the rows of a run folder, in order. */
export const rowColumns: readonly (keyof TidyRow)[] = [
  "scenario",
  "variant",
  "replication",
  "seed",
  "time",
  "of",
  "measure",
  "value",
  "unit",
  "until",
  "by",
  "status",
  "twin",
];

/**
 * The rows as CSV (RFC 4180 with line feeds), instants in ISO 8601, numbers in the shortest form that reads
 * back to the same bits, `null` as an empty field. This text is the table whose SHA-256 is the digest of a
 * result.
 */
export function rowsText(rows: readonly TidyRow[]): string {
  return tableText(rowColumns, rows);
}

type Cell = string | number | boolean | null;

/** Rows as CSV, a line each; `time` and `until` are instants in ms since the epoch. */
export function tableText<Row extends Readonly<Record<keyof Row, Cell>>>(
  columns: readonly (keyof Row & string)[],
  rows: readonly Row[],
): string {
  const lines = rows.map((row) => columns.map((column) => cell(column, row[column])).join(","));
  return [columns.join(","), ...lines, ""].join("\n");
}

function cell(column: string, value: Cell): string {
  if (value === null) return "";
  if (column === "time" || column === "until") return printInstant(Number(value));
  const text = Object.is(value, -0) ? "0" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** SHA-256 of a table's text in UTF-8, in hex. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
