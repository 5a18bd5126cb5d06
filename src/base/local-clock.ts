import { fallback, quantity } from "#base/field";
import type { Field, FieldsOf } from "#base/field";
import { dayMs } from "#base/time";

/** Days as users write them, from Monday on. */
export const weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"] as const;

/** One of `weekdays`. */
export type Weekday = (typeof weekdays)[number];

/** A field for each day of the week, from the words for such days: `Mondays`. */
export function byWeekday<Value>(
  field: (days: string) => Field<Value>,
): FieldsOf<Readonly<Record<Weekday, Value>>> {
  return {
    mon: field("Mondays"),
    tue: field("Tuesdays"),
    wed: field("Wednesdays"),
    thu: field("Thursdays"),
    fri: field("Fridays"),
    sat: field("Saturdays"),
    sun: field("Sundays"),
  };
}

/** How far the clock that the times of day of a kind go by is ahead of UTC, ms; 0 when left out. */
export const utcOffset: Field<number> = fallback(
  quantity("duration", "How far the clock of its times of day is ahead of UTC; 0 when left out.", "any"),
  0,
);

/** What is wrong with an offset from UTC, ms, and its remedy; undefined when nothing is. */
export function utcOffsetProblem(offset: number): string | undefined {
  return Math.abs(offset) > dayMs ? "its utc-offset is longer than a day; write one such as 2 h" : undefined;
}
