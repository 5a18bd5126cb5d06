import { dayMs } from "#base/time";
import { daySpan, optional } from "#base/field";
import type { DaySpan, FieldsOf } from "#base/field";
import { byWeekday, utcOffset, weekdays } from "#base/local-clock";
import type { Weekday } from "#base/local-clock";
import { OpeningCalendar } from "#engine/station/opening-calendar";

type Day = DaySpan | "closed" | undefined;

/** When a station is open, as the scenario gives it. */
export interface HoursSpec extends Readonly<Record<Weekday, Day>> {
  readonly daily: Day;
  readonly "utc-offset": number;
}

/** What users write for the hours of a station. */
export const hoursFields: FieldsOf<HoursSpec> = {
  daily: optional(
    daySpan("On each day that is not named, as `08:00-18:00`, over midnight too; all day when left out."),
  ),
  ...byWeekday((days) =>
    optional(daySpan(`On ${days}, as \`08:00-18:00\`, \`open\` or \`closed\`; as \`daily\` when left out.`)),
  ),
  "utc-offset": utcOffset,
};

/** The calendar of a station; undefined: it is always open. */
export function calendarOf(hours: HoursSpec | undefined): OpeningCalendar | undefined {
  if (hours === undefined) return undefined;
  const { daily = { from: 0, until: dayMs } } = hours;
  const days = weekdays.map((day) => hours[day] ?? daily);
  return new OpeningCalendar(
    days.map((day) => (day === "closed" ? undefined : day)),
    hours["utc-offset"],
  );
}
