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
  if (size >= 48 * hour) return counted(duration / (24 * hour), "day");
  if (size >= hour) return counted(duration / hour, "hour");
  return size >= 60_000 ? `${shortest(duration / 60_000)} min` : `${shortest(duration / 1000)} s`;
}

const shortest = (value: number): string => String(Math.round(value * 10) / 10);

const counted = (value: number, unit: string): string =>
  `${shortest(value)} ${unit}${shortest(Math.abs(value)) === "1" ? "" : "s"}`;
