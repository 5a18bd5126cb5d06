const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;

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

/** A duration in ms in the largest unit that keeps it short: `6.4 days`, `14 hours`, `8 min`. */
export function durationText(duration: number): string {
  const shortest = (value: number): string => String(Math.round(value * 10) / 10);
  const size = Math.abs(duration);
  if (size === 0) return "0";
  if (size >= 48 * hour) return `${shortest(duration / (24 * hour))} days`;
  if (size >= hour) return `${shortest(duration / hour)} hours`;
  return size >= 60_000 ? `${shortest(duration / 60_000)} min` : `${shortest(duration / 1000)} s`;
}
