import { splitQuantity } from "#base/quantity";

/**
 * What to write for a number with commas or underscores in it, such as `1,000 TEU` or `2,4 /d`, in words;
 * undefined for a text that is no number without them. Three digits behind one comma may be thousands or
 * decimals: both are said, unless the number must be whole.
 */
export function wordsWithoutComma(text: string, isWhole: boolean = false): string | undefined {
  const isGrouped = /^[-+]?\d{1,3}(?:[,_]\d{3})+(?!\d)/.test(text);
  const whole = isGrouped ? text.replace(/[,_](?=\d{3})/g, "") : undefined;
  const decimal = /^[-+]?\d+,\d+(?![\d,_])/.test(text) ? text.replace(",", ".") : undefined;
  const readable = [whole, isWhole && whole !== undefined ? undefined : decimal].flatMap((plain) =>
    plain !== undefined && splitQuantity(plain) !== undefined ? [plain] : [],
  );
  return readable.length === 0 ? undefined : `write ${readable.join("; or, as a decimal, write ")}`;
}
