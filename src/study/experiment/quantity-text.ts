import { quantityScale } from "#study/experiment/quantity-scale";
import type { QuantityScale } from "#study/experiment/quantity-scale";

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

/** `9.31 days`, `1 hour`, `1 vessel a day`: a number as printed with its unit, one in the singular. */
export function withUnit(printed: string, unit: string): string {
  const word = /^[+-]?1$/.test(printed) ? unit.replace(/^([a-z ]{3,}?)s( a day)?$/, "$1$2") : unit;
  return `${printed} ${word}`.trimEnd();
}

/** `1 variant`, `3 variants`, `1,200 runs`: so many of a thing whose plural ends in s. */
export function counted(count: number, thing: string): string {
  return withUnit(numberText(count, 0), `${thing}s`);
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
