import { dayMs } from "#base/time";
import { tenth } from "#shells/figure/tenth";
import { withUnit } from "#study/experiment/quantity-text";

/** Months as pages print them, January first. */
export const months: readonly string[] = [
  ...["Jan", "Feb", "Mar", "Apr", "May", "Jun"],
  ...["Jul", "Aug", "Sep", "Oct", "Nov", "Dec"],
];

const hour = 3_600_000;

const twoDigits = (value: number): string => String(value).padStart(2, "0");

/** `23 Mar`, UTC. `time` in ms since the epoch. */
export function dayText(time: number): string {
  const date = new Date(time);
  return `${date.getUTCDate()} ${months[date.getUTCMonth()] ?? ""}`;
}

/** `23 Mar 2021`, UTC. */
export function dateText(time: number): string {
  return `${dayText(time)} ${new Date(time).getUTCFullYear()}`;
}

/** `23 Mar 05:40`, UTC; the year is left to the axis or the caption. */
export function momentText(time: number): string {
  const date = new Date(time);
  return `${dayText(time)} ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
}

/** `23 Mar 2021 05:40 UTC`. */
export function instantText(time: number): string {
  const date = new Date(time);
  return `${dateText(time)} ${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())} UTC`;
}

/** `23 Mar 05:40 to 29 Mar 14:20`, or `23 Mar 05:40 to 14:20` within a day; UTC, `withYear` if wanted. */
export function periodText(from: number, until: number, withYear: boolean = false): string {
  const words = withYear ? yearMomentText : momentText;
  const sameDay = dateText(from) === dateText(until);
  return `${words(from)} to ${sameDay ? momentText(until).split(" ").at(-1) : words(until)}`;
}

/** `23 Mar to 29 Mar`, or `23 Mar` within a day; UTC, `withYear` if wanted. */
export function daysText(from: number, until: number, withYear: boolean = false): string {
  const words = withYear ? dateText : dayText;
  return dateText(from) === dateText(until) ? words(from) : `${words(from)} to ${words(until)}`;
}

/** `23 Mar 2021 05:40`, UTC. */
export function yearMomentText(time: number): string {
  return instantText(time).replace(" UTC", "");
}

/** A duration in ms in the largest unit that keeps it short: `6.4 days`, `1 hour`, `8 min`. */
export function durationText(duration: number): string {
  const size = Math.abs(duration);
  if (size === 0) return "0";
  const [length, unit] = largestUnit(size);
  return withUnit(String(tenth(duration / length)), unit);
}

/** The length in ms and the name of the unit in which a duration of `size` ms is told. */
function largestUnit(size: number): readonly [length: number, unit: string] {
  if (size >= 2 * dayMs) return [dayMs, "days"];
  if (size >= hour) return [hour, "hours"];
  return size >= 60_000 ? [60_000, "min"] : [1000, "s"];
}
