import type { TableFile } from "#scenario/source/table-kind";
import { placeIn } from "#scenario/source/table-kind";

/**
 * The text of a table in UTF-8, without a byte order mark; in UTF-16 when its mark says so, as spreadsheets
 * write it. Undefined, and reported at the first byte that is no text, for anything else, and for a file that
 * holds nothing but blanks.
 */
export function textOfTable(table: TableFile, encoding: string = "utf-8"): string | undefined {
  const { bytes, file } = table;
  const begin = placeIn(file, 1, 1);
  if (isZipped(bytes)) {
    const wrong = "the file is zipped, as the files of spreadsheets are";
    return table.report("TABLE_MALFORMED", begin, wrong, "export the sheet as CSV, or unpack the file");
  }
  const text = decode(bytes, wideEncoding(bytes) ?? encoding);
  if (text === undefined) {
    const [line, column] = firstAlien(bytes);
    const wrong = "the file is not text in UTF-8";
    return table.report("TABLE_MALFORMED", placeIn(file, line, column), wrong, "save it in UTF-8");
  }
  if (text.includes("\0")) {
    const before = text.slice(0, text.indexOf("\0")).split("\n");
    const place = placeIn(file, before.length, (before[before.length - 1] ?? "").length + 1);
    return table.report("TABLE_MALFORMED", place, "a byte of 0 is no text", "save it as text in UTF-8");
  }
  // Old spreadsheets end lines in CR alone.
  if (text.trim() !== "") return text.includes("\n") ? text : text.replaceAll("\r", "\n");
  return table.report("TABLE_MALFORMED", begin, "the file is empty", "name a file with rows");
}

/** Whether the bytes are those of a ZIP archive, which workbooks of spreadsheets are. */
export function isZipped(bytes: Uint8Array): boolean {
  return [0x50, 0x4b, 0x03, 0x04].every((byte, at) => bytes[at] === byte);
}

/** Whether the bytes are text in UTF-8, or in UTF-16 with its mark. */
export function isUnicode(bytes: Uint8Array): boolean {
  return decode(bytes, wideEncoding(bytes) ?? "utf-8") !== undefined;
}

function wideEncoding(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  return bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : undefined;
}

function decode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Line and column, in characters, of the first byte that UTF-8 does not know. */
function firstAlien(bytes: Uint8Array): readonly [line: number, column: number] {
  let [low, high] = [0, bytes.length];
  const isText = (length: number): boolean => {
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, length), { stream: true });
      return true;
    } catch {
      return false;
    }
  };
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (isText(middle)) low = middle;
    else high = middle - 1;
  }
  const before = new TextDecoder("utf-8").decode(bytes.subarray(0, low), { stream: true }).split("\n");
  return [before.length, (before[before.length - 1] ?? "").length + 1];
}
