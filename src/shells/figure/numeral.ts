import type { QuantityScale } from "#study/experiment/quantity-scale";

/** Stands where a number does not exist. */
export const missing: string = "–";

/** `value` with a true minus sign, thousands apart and a fixed number of decimals; an en dash for null. */
export function numeral(value: number | null, decimals: number): string {
  if (value === null || !Number.isFinite(value)) return missing;
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",");
  const digits = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return value < 0 && /[1-9]/.test(digits) ? `−${digits}` : digits;
}

/** The same with a plus sign before what is above 0, for differences. */
export function signedNumeral(value: number | null, decimals: number): string {
  const digits = numeral(value, decimals);
  return value !== null && value > 0 && /[1-9]/.test(digits) ? `+${digits}` : digits;
}

/** `value` printed on `scale`, without its unit; what is exactly 0 has no decimals. */
export function scaled(value: number | null, scale: QuantityScale): string {
  if (value === 0) return "0";
  return numeral(value === null ? null : value * scale.factor, scale.decimals);
}
