import { readInstant } from "#base/time";

const months: readonly string[] = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const dayFirst: RegExp = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([A-Za-z]+)\.?[\s,-]+(\d{4})(?:\D.*)?$/;
const monthFirst: RegExp = /^([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D.*)?$/;
const yearLast: RegExp = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})(?:\D.*)?$/;
const yearFirst: RegExp = /^(\d{4})[/.](\d{1,2})[/.](\d{1,2})(?:\D.*)?$/;
const compact: RegExp = /^((?:19|20)\d\d)(\d\d)(\d\d)$/;

/**
 * What a date of other countries or in English words would be in the language, at midnight, whatever time of
 * day follows: `2024-03-04T00:00Z` for `4 March 2024`, `Mar 4, 2024`, `2024/03/04`; for `04/03/2024`, which
 * may begin with the day or the month, both, the day first. A year of two digits is one from 2000 on. None
 * for all else. The day may be one that its month does not have where no reading has one that exists.
 */
export function datesFromWords(text: string): readonly string[] {
  const dates = readings(text).map(([year, month, day]) => `${year}-${two(month)}-${two(day)}T00:00Z`);
  const existing = dates.filter((date) => "at" in readInstant(date));
  return existing.length > 0 ? [...new Set(existing)] : dates.slice(0, 1);
}

type YearMonthDay = readonly [year: string, month: number, day: number];

function readings(text: string): readonly YearMonthDay[] {
  const [, day, named, year] = dayFirst.exec(text) ?? swapped(monthFirst.exec(text)) ?? [];
  if (day !== undefined && named !== undefined && year !== undefined)
    return monthOf(named) === 0 ? [] : [[year, monthOf(named), Number(day)]];
  const [, one, , other, last] = yearLast.exec(text) ?? [];
  if (last !== undefined) {
    const full = last.length === 2 ? `20${last}` : last;
    const [a, b] = [Number(one), Number(other)];
    return [
      [full, b, a],
      [full, a, b],
    ];
  }
  const [, first, month, date] = yearFirst.exec(text) ?? compact.exec(text) ?? [];
  return first === undefined ? [] : [[first, Number(month), Number(date)]];
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}

/** From 1; 0 for a word that begins like no month. */
function monthOf(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
