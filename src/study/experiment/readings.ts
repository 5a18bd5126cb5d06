import { assert } from "#base/assert";
import type { Reading } from "#domain/measure/measure-kind";

/** The statuses of a reading, by the code that stands for each in `Readings.codes`. */
export const readingStatuses = ["value", "censored", "unaffected", "none"] as const;

/** The readings of one measure over a run of replications, as columns that pass between threads. */
export interface Readings {
  /** The value, or how long a censored time was watched; NaN where there is neither. */
  readonly values: Float64Array;
  /** Index into `readingStatuses`. */
  readonly codes: Uint8Array;
}

/** Room for `count` readings, all "none". */
export function emptyReadings(count: number): Readings {
  return { values: new Float64Array(count).fill(NaN), codes: new Uint8Array(count).fill(3) };
}

/** Writes one reading. A value that is no finite number is a fault of the measure. */
export function writeReading(readings: Readings, index: number, reading: Reading): void {
  readings.codes[index] = readingStatuses.indexOf(reading.status);
  if (reading.status !== "value" && reading.status !== "censored") return;
  assert(Number.isFinite(reading.value), `a reading with status ${reading.status} is a finite number`);
  readings.values[index] = reading.value;
}

/** Reads one reading back. */
export function readingAt(readings: Readings, index: number): Reading {
  const status = readingStatuses[readings.codes[index] ?? -1];
  assert(status !== undefined, "a reading stands at every index below the length");
  if (status === "value" || status === "censored") return { status, value: readings.values[index] ?? NaN };
  return { status };
}

/** How many readings have the status. */
export function countWith(readings: Readings, status: Reading["status"]): number {
  return readings.codes.reduce((sum, code) => (readingStatuses[code] === status ? sum + 1 : sum), 0);
}
