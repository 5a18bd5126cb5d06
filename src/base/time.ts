/**
 * Milliseconds in a day of 24 hours, the longest unit that the calendar of UTC without leap seconds keeps
 * fixed.
 */
export const dayMs = 86_400_000;

/** The last instant that a date can name, ms since the epoch: nothing is scheduled after it. */
export const lastInstantMs: number = 8.64e15;

/** What a text is as a point in time: milliseconds since the epoch, or why it is none. */
export type InstantReading =
  | { readonly at: number }
  | { readonly malformed: string }
  | { readonly impossible: string };

const shape: RegExp = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?(.*))?$/;

/** True when a text begins like a date, so that it is meant as one whatever else is wrong with it. */
export function looksLikeDate(text: string): boolean {
  return /^\d{4}-\d{1,2}(-|$)/.test(text);
}

const loose: RegExp = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[\sTt,]+(\d{1,2}):(\d{2}))?/;

/** What is meant by a text, as an instant: `2024-03-01T05:40Z` for `2024-3-1 5:40`. */
function remedyFor(text: string): string {
  const [, year, ...parts] = loose.exec(text) ?? [];
  if (year === undefined) return "an instant reads 2021-03-23T05:40Z";
  const [month, day, hour, minute] = parts.map((part: string | undefined) => (part ?? "0").padStart(2, "0"));
  return `write ${year}-${month}-${day}T${hour}:${minute}Z`;
}

/**
 * Reads an instant of ISO 8601 in UTC: `2021-03-23T05:40Z`, seconds and milliseconds allowed. Years 0000 to
 * 9999 of the proleptic Gregorian calendar. A date without a time and another zone than Z are malformed: both
 * would be a guess.
 */
export function readInstant(text: string): InstantReading {
  const match = shape.exec(text);
  if (!match) return { malformed: remedyFor(text) };
  const [, year, month, day, hour, minute, second, fraction, zone] = match;
  if (hour === undefined) return { malformed: `a date needs its time: ${text}T00:00Z` };
  if (zone !== "Z") return { malformed: `instants are UTC and end in Z: ${text.slice(0, 16)}Z` };
  const [y, mo, d] = [Number(year), Number(month), Number(day)];
  if (mo < 1 || mo > 12) return { impossible: `there is no month ${month}; months run from 01 to 12` };
  const days = daysInMonth(y, mo);
  if (d < 1 || d > days) return { impossible: `${year}-${month} has days 01 to ${days}, not ${day}` };
  const [h, mi, s] = [Number(hour), Number(minute), Number(second ?? "0")];
  if (h > 23 || mi > 59 || s > 59) {
    return { impossible: `the time of day runs from 00:00:00 to 23:59:59, not ${text.slice(11, -1)}` };
  }
  const ms = Number((fraction ?? "0").padEnd(3, "0"));
  return { at: daysFromEpoch(y, mo, d) * dayMs + h * 3_600_000 + mi * 60_000 + s * 1000 + ms };
}

/**
 * Prints milliseconds since the epoch as `2021-03-23T05:40Z`, with seconds and milliseconds only where there
 * are any.
 */
export function printInstant(at: number): string {
  const days = Math.floor(at / dayMs);
  const rest = at - days * dayMs;
  const { year, month, day } = dateOf(days);
  const ms = rest % 1000;
  const second = Math.floor(rest / 1000) % 60;
  const time = `${two(Math.floor(rest / 3_600_000))}:${two(Math.floor(rest / 60_000) % 60)}`;
  const tail =
    ms > 0 ? `:${two(second)}.${String(ms).padStart(3, "0")}` : second > 0 ? `:${two(second)}` : "";
  return `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}T${time}${tail}Z`;
}

/** Days of a month (1 to 12) of the Gregorian calendar. */
function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/** Days since 1970-01-01. Years are counted from March, so that the leap day is the last of its year. */
function daysFromEpoch(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const monthFromMarch = (month + 9) % 12;
  const leapDays = Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400);
  return y * 365 + leapDays + Math.floor((153 * monthFromMarch + 2) / 5) + day - 1 - 719_468;
}

/**
 * The date of a day since 1970-01-01: a year is guessed from the mean length and put right by at most one.
 */
function dateOf(days: number): { year: number; month: number; day: number } {
  let year = 1970 + Math.floor(days / 365.2425);
  while (daysFromEpoch(year, 1, 1) > days) year -= 1;
  while (daysFromEpoch(year + 1, 1, 1) <= days) year += 1;
  let month = 1;
  while (month < 12 && daysFromEpoch(year, month + 1, 1) <= days) month += 1;
  return { year, month, day: days - daysFromEpoch(year, month, 1) + 1 };
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** A time of day as it is written, `06:30`, of ms since midnight. */
export function printTimeOfDay(sinceMidnight: number): string {
  return printInstant(sinceMidnight).slice(11, 16);
}
