import { splitQuantity } from "#base/quantity";

/**
 * What to write for a number with commas or underscores in it, such as `1,000 TEU` or `2,4 /d`, in words;
 * undefined for a text that is no number without them.
 */
export function wordsWithoutComma(text: string, isWhole: boolean = false): string | undefined {
  const readable = withoutComma(text, isWhole);
  return readable.length === 0 ? undefined : `write ${readable.join("; or, as a decimal, write ")}`;
}

/**
 * The numbers that a number with commas or underscores may be. Three digits behind one comma may be thousands
 * or decimals: both are there, unless the number must be whole.
 */
export function withoutComma(text: string, isWhole: boolean = false): readonly string[] {
  const isGrouped = /^[-+]?\d{1,3}(?:[,_]\d{3})+(?!\d)/.test(text);
  const whole = isGrouped ? text.replace(/[,_](?=\d{3})/g, "") : undefined;
  const decimal = /^[-+]?\d+,\d+(?![\d,_])/.test(text) ? text.replace(",", ".") : undefined;
  return [whole, isWhole && whole !== undefined ? undefined : decimal].flatMap((plain) =>
    plain !== undefined && splitQuantity(plain) !== undefined ? [plain] : [],
  );
}
