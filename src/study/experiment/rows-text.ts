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
  const lines = rows.map((row) => rowColumns.map((column) => cell(column, row[column])).join(","));
  return [rowColumns.join(","), ...lines, ""].join("\n");
}

function cell(column: keyof TidyRow, value: TidyRow[keyof TidyRow]): string {
  if (value === null) return "";
  if (column === "time" || column === "until") return printInstant(Number(value));
  const text = Object.is(value, -0) ? "0" : String(value);
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** SHA-256 of a table's text in UTF-8, in hex. */
export function digestOf(text: string): string {
  return bytesToHex(sha256(new TextEncoder().encode(text)));
}
