import { dayMs } from "#base/time";
import type { Reading } from "#domain/measure/measure-kind";

/** The number does not exist: no rows to make it of. */
export const none: Reading = { status: "none" };

/** What was watched for never failed. */
export const unaffected: Reading = { status: "unaffected" };

/** A number, or none where it is not finite (a mean of nothing). */
export function valueOf(value: number): Reading {
  return Number.isFinite(value) ? { status: "value", value } : none;
}

/** A time in days, from one in ms; none where it is NaN. */
export function daysOf(ms: number): Reading {
  return valueOf(ms / dayMs);
}

/** It had not come after `ms` of watching; in days, never below 0. */
export function censoredAfter(ms: number): Reading {
  return { status: "censored", value: Math.max(0, ms) / dayMs };
}
