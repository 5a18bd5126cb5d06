/** A number that exists, as documents say it; null where there is none. */
export function known(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}
