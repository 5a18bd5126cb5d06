import { numberText, signedText } from "#study/experiment/quantity-text";
import type { QuantityScale } from "#study/experiment/quantity-scale";

/** Stands where a number does not exist. */
export const missing: string = "–";

/** `numberText` as pages print it: with a true minus sign, and an en dash for what does not exist. */
export function numeral(value: number | null, decimals: number): string {
  return typeset(value, decimals, numberText);
}

/** The same with a plus sign before what is above 0, for differences. */
export function signedNumeral(value: number | null, decimals: number): string {
  return typeset(value, decimals, signedText);
}

/** `value` printed on `scale`, without its unit. */
export function scaled(value: number | null, scale: QuantityScale): string {
  return numeral(value === null ? null : value * scale.factor, scale.decimals);
}

function typeset(value: number | null, decimals: number, text: typeof numberText): string {
  if (value === null || !Number.isFinite(value)) return missing;
  return text(value, decimals).replace("-", "−");
}

/** Printed words with true minus signs before their numbers. */
export function withMinus(words: string): string {
  return words.replace(/(?<![\w-])-(?=\d)/g, "−");
}
