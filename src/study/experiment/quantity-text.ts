/**
 * How the numbers of one row are printed: `value × factor`, with `decimals`, in `unit`. Value, interval and
 * every variant of a row share one scale, so that they can be compared by eye.
 */
export interface QuantityScale {
  readonly factor: number;
  readonly unit: string;
  readonly decimals: number;
}

/**
 * `value` with a fixed number of decimals and thousands apart, never in exponents and never `-0`; what is
 * exactly 0 has no decimals.
 */
export function numberText(value: number, decimals: number): string {
  if (value === 0) return "0";
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `-${digits}` : digits;
}

/** The same with a plus sign before what is above 0, for differences. */
export function signedText(value: number, decimals: number): string {
  const digits = numberText(value, decimals);
  return value > 0 && /[1-9]/.test(digits) ? `+${digits}` : digits;
}

/**
 * Decimals that say no more than the widest interval knows: one digit of its half, two where the first is
 * small (below 3.55: the rule of the Particle Data Group), and at most four of the largest value. Without an
 * interval, three digits of the largest value, or two of what is below a hundredth.
 */
export function decimalsFor(
  values: readonly (number | null)[],
  halfWidths: readonly (number | null)[] = [],
): number {
  const most = largest(values);
  if (most === 0) return 0;
  const ofMagnitude = decimalsOf(most, most < 0.01 ? 2 : 3);
  const widest = largest(halfWidths);
  if (widest === 0) return ofMagnitude;
  const first = widest / 10 ** Math.floor(Math.log10(widest));
  return Math.min(decimalsOf(widest, first < 3.55 ? 2 : 1), ofMagnitude + 1);
}

/**
 * The scale that suits all numbers of a row: days, hours or minutes for `d`, percent for `share`, millions
 * for large sums, else the unit as it is.
 */
export function quantityScale(
  unit: string,
  values: readonly (number | null)[],
  halfWidths: readonly (number | null)[] = [],
): QuantityScale {
  const [factor, name] = factorAndUnit(unit, largest(values));
  const scaled = (list: readonly (number | null)[]): number[] => finite(list).map((value) => value * factor);
  return { factor, unit: name, decimals: decimalsFor(scaled(values), scaled(halfWidths)) };
}

/** `9.31 days`, `1 hour`: a number as printed with its unit, in the singular where it is 1. */
export function withUnit(printed: string, unit: string): string {
  const word = printed === "1" || printed === "+1" ? unit.replace(/^([a-z]{3,})s$/, "$1") : unit;
  return `${printed} ${word}`.trimEnd();
}

/** A value on the scale of its row, with the unit: `5.70 days`. */
export function scaledText(value: number, { factor, unit, decimals }: QuantityScale): string {
  return withUnit(numberText(value * factor, decimals), unit);
}

/**
 * A single quantity that is known exactly, such as a limit or a reading: three digits without zeros at the
 * end, `14 days`, `1 hour`, `12.3 %`, `1.23 million USD`.
 */
export function quantityText(value: number, unit: string): string {
  const wholeDays = unit === "d" && value !== 0 && Number.isInteger(value);
  const scale = wholeDays ? { factor: 1, unit: "days" } : quantityScale(unit, [value]);
  return withUnit(threeDigits(value * scale.factor), scale.unit);
}

/** A number with three significant digits and thousands apart: `13,600`, `0.0421`, `-7.5`. */
export function threeDigits(value: number): string {
  const rounded = Number(value.toPrecision(3));
  if (rounded === 0) return "0";
  const exponent = Number(rounded.toExponential().split("e")[1]);
  const text = numberText(rounded, Math.min(12, Math.max(0, 2 - exponent)));
  return text.includes(".") ? text.replace(/\.?0+$/, "") : text;
}

/** Decimals that show `digits` digits of `size`, which is above 0. */
const decimalsOf = (size: number, digits: number): number =>
  Math.max(0, digits - 1 - Math.floor(Math.log10(size)));

const finite = (values: readonly (number | null)[]): number[] =>
  values.filter((value): value is number => value !== null && Number.isFinite(value));

const largest = (values: readonly (number | null)[]): number =>
  finite(values).reduce((most, value) => Math.max(most, Math.abs(value)), 0);

function factorAndUnit(unit: string, most: number): readonly [number, string] {
  if (unit === "share") return [100, "%"];
  if (unit === "d") {
    if (most >= 2 || most === 0) return [1, "days"];
    return most >= 1 / 12 ? [24, "hours"] : [1440, "minutes"];
  }
  const [large, named] = most >= 1e9 ? [1e-9, "billion "] : most >= 1e6 ? [1e-6, "million "] : [1, ""];
  return [large, `${named}${unit}`];
}
