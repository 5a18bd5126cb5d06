import type { DaySpan, Form } from "#base/field";
import { dayMs } from "#base/time";
import { scalarOf } from "#scenario/language/forms/words";
import type { FormReader } from "#scenario/language/reading";

const span: RegExp = /^([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)$/;

/** A part of a day: `08:00-18:00`, `22:00-06:00` into the next day, `open`, `closed`. */
export const readDaySpan: FormReader<Extract<Form, { form: "day-span" }>> = (reading, _shape, node, path) => {
  const scalar = scalarOf(reading, node, path, "a part of a day");
  if (!scalar) return undefined;
  if (scalar.text === "closed") return "closed";
  if (scalar.text === "open") return { from: 0, until: dayMs } satisfies DaySpan;
  const [, hour, minute, lastHour, lastMinute] = span.exec(scalar.text) ?? [];
  if (hour === undefined) {
    const wrong = `"${scalar.text}" is no part of a day`;
    const right = "write from-until, as 08:00-18:00, or open or closed";
    return reading.report("TIME_OF_DAY_MALFORMED", node.place, path, wrong, right);
  }
  const from = msOf(hour, minute);
  const end = lastHour === undefined ? dayMs : msOf(lastHour, lastMinute);
  if (end !== from) return { from, until: end > from ? end : end + dayMs } satisfies DaySpan;
  const wrong = `"${scalar.text}" ends as it begins`;
  return reading.report("TIME_OF_DAY_MALFORMED", node.place, path, wrong, "write open, or closed");
};

function msOf(hour: string, minute: string | undefined): number {
  return Number(hour) * 3_600_000 + Number(minute) * 60_000;
}
