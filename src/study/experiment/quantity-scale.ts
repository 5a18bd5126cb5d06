/**
 * How the numbers of one row are printed: `value × factor`, with `decimals`, in `unit`. Value, interval and
 * every variant of a row share one scale, so that they can be compared by eye.
 */
export interface QuantityScale {
  readonly factor: number;
  readonly unit: string;
  readonly decimals: number;
}

const finite = (values: readonly (number | null)[]): number[] =>
  values.filter((value): value is number => value !== null && Number.isFinite(value));

const largest = (values: readonly (number | null)[]): number =>
  finite(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/** Decimals that show `digits` digits of `size`, which is above 0. */
const decimalsOf = (size: number, digits: number): number =>
  Math.max(0, digits - 1 - Math.floor(Math.log10(size)));

/** The middle one in order of size, of those above 0; 0 where there is none. */
function typical(values: readonly (number | null)[]): number {
  const sizes = finite(values)
    .map(Math.abs)
    .filter((size) => size > 0)
    .sort((one, other) => one - other);
  return sizes[Math.floor((sizes.length - 1) / 2)] ?? 0;
}

/**
 * Decimals that say no more than intervals know: the first digit of the half of the typical (median) one, and
 * at most four digits of the largest value. Without an interval, three digits of the largest value, or two of
 * what is below a tenth.
 */
export function decimalsFor(
  values: readonly (number | null)[],
  halfWidths: readonly (number | null)[] = [],
): number {
  const most = largest(values);
  if (most === 0) return 0;
  const ofMagnitude = decimalsOf(most, most < 0.1 ? 2 : 3);
  const half = typical(halfWidths);
  return half === 0 ? ofMagnitude : Math.min(decimalsOf(half, 1), ofMagnitude + 1);
}

/** A unit as people read it, in sentences, columns and axes alike: `vessels a day` for `vessels/d`. */
export function unitWords(unit: string): string {
  return unit.replace(/^\/d$/, "a day").replace(/\/d$/, " a day");
}

/**
 * One scale for all numbers of a row, so that they can be compared by eye: days, hours or minutes for `d`,
 * percent for `share`, `vessels a day` for `vessels/d`, millions for large sums, billions where the typical
 * one has a tenth of one, else the unit as it is.
 */
export function quantityScale(
  unit: string,
  values: readonly (number | null)[],
  halfWidths: readonly (number | null)[] = [],
): QuantityScale {
  const [factor, name] = factorAndUnit(unit, values);
  const scaled = (list: readonly (number | null)[]): number[] => finite(list).map((value) => value * factor);
  return { factor, unit: name, decimals: decimalsFor(scaled(values), scaled(halfWidths)) };
}

function factorAndUnit(
  unit: string,
  values: readonly (number | null)[],
): readonly [factor: number, unit: string] {
  if (unit === "share") return [100, "%"];
  const most = largest(values);
  if (unit === "d") {
    if (most >= 2 || most === 0) return [1, "days"];
    return most >= 1 / 12 ? [24, "hours"] : [1440, "minutes"];
  }
  const isBillions = most >= 1e9 && typical(values) >= 1e8;
  const [large, named] = isBillions ? [1e-9, "billion "] : most >= 1e6 ? [1e-6, "million "] : [1, ""];
  return [large, `${named}${unitWords(unit)}`];
}
