import type { ScalarNode } from "#scenario/read/node";
import type { Row, Sheet } from "#scenario/source/table-kind";

/** A number whose decimals stand behind a comma, perhaps with a unit: `51,9`, `-0,35`, `12,5 km`. */
const commaNumber: RegExp = /^([-+]?\d+),(\d+)(?=$|\s)/;

/** One that may as well be a whole number with its thousands parted: `1,200`. */
const thousands: RegExp = /^[-+]?[1-9]\d{0,2},\d{3}(?=$|\s)/;

const wholeNumber: RegExp = /^[-+]?\d+(?=$|\s)/;

/**
 * A sheet whose numbers have points where half of the world writes commas: in columns of numbers that have no
 * point, and of which some can be nothing else. It is certain where semicolons part the cells, for those who
 * write so have commas in their numbers.
 */
export function withPoints(sheet: Sheet, { isCertain }: { readonly isCertain: boolean }): Sheet {
  const columns = sheet.columns.map((_, index) => hasCommas(sheet.rows, index, isCertain));
  if (!columns.includes(true)) return sheet;
  const pointed = (one: ScalarNode | undefined, index: number): ScalarNode | undefined =>
    one && columns[index] === true ? { ...one, text: one.text.replace(commaNumber, "$1.$2") } : one;
  return { ...sheet, rows: sheet.rows.map(({ place, cells }) => ({ place, cells: cells.map(pointed) })) };
}

function hasCommas(rows: readonly Row[], index: number, isCertain: boolean): boolean {
  // Most columns of most tables have none.
  if (!rows.some(({ cells }) => cells[index]?.text.includes(","))) return false;
  let [isAny, isSure] = [false, isCertain];
  for (const { cells } of rows) {
    const text = cells[index]?.text;
    if (text === undefined || wholeNumber.test(text)) continue;
    // A word among numbers is wrong in its own way; `a, b` and `51.9` tell another way of writing.
    if (!commaNumber.test(text)) {
      if (/^[-+]?\d+\.\d/.test(text) || text.includes(",")) return false;
      continue;
    }
    isAny = true;
    if (!thousands.test(text)) isSure = true;
  }
  return isAny && isSure;
}
