const months: readonly string[] = "jan feb mar apr may jun jul aug sep oct nov dec".split(" ");

const dayFirst: RegExp = /^(\d{1,2})(?:st|nd|rd|th|\.)?[\s-]+([A-Za-z]+)\.?[\s,-]+(\d{4})(?:\D.*)?$/;
const monthFirst: RegExp = /^([A-Za-z]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})(?:\D.*)?$/;

/**
 * What a date in English words would be in the language, at midnight: `2024-03-04T00:00Z` for `4 March 2024`,
 * `Mar 4, 2024` and the like, whatever time of day follows. Undefined for all else. The day may be one that
 * its month does not have.
 */
export function dateFromWords(text: string): string | undefined {
  const [, day, named, year] = dayFirst.exec(text) ?? swapped(monthFirst.exec(text)) ?? [];
  if (day === undefined || named === undefined || year === undefined) return undefined;
  const month = monthOf(named);
  return month === 0 ? undefined : `${year}-${two(month)}-${two(Number(day))}T00:00Z`;
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  return match ? [match[0], match[2], match[1], match[3]] : undefined;
}

/** From 1; 0 for a word that begins like no month. */
function monthOf(word: string): number {
  return months.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
