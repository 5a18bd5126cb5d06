import type { Dimension } from "#base/field";
import { convert, dimensionOf, isMonth, splitQuantity } from "#base/quantity";
import type { Row } from "#scenario/source/table-kind";

/**
 * What people call the units of the language, in small letters and the singular. Amounts are left alone: a
 * commodity is counted in whatever it declares, `tonnes` too.
 */
const words: Readonly<Record<string, string>> = {
  second: "s",
  sec: "s",
  minute: "min",
  hour: "h",
  hr: "h",
  day: "d",
  week: "w",
  wk: "w",
  year: "y",
  yr: "y",
  metre: "m",
  meter: "m",
  kilometre: "km",
  kilometer: "km",
  nmi: "nm",
  "nautical mile": "nm",
  knot: "kn",
  kmh: "km/h",
  kph: "km/h",
  teu: "TEU",
};

const rates: Readonly<Record<string, string>> = {
  hourly: "/h",
  daily: "/d",
  weekly: "/w",
  monthly: "/month",
  yearly: "/y",
  annual: "/y",
  annually: "/y",
};

const noUnits: ReadonlySet<string> = new Set();

/** Whether the language knows a unit. */
export function isUnit(text: string): boolean {
  return dimensionOf(text, noUnits) !== undefined;
}

/** Whether people mean a unit of a dimension by a text; any word may be one of amounts. */
export function isUnitOf(dimension: Dimension, text: string): boolean {
  const known = convert({ number: 1, unit: unitOfWords(text) }, dimension, noUnits) !== undefined;
  return known || (dimension === "amount" && /^[A-Za-z][A-Za-z0-9-]*$/.test(text));
}

/**
 * The unit of the language that people mean: `/w` by `per week`, `a week` and `weekly`, `nm` by
 * `nautical miles`. What means none is left as it is.
 */
export function unitOfWords(text: string): string {
  const said = text.trim();
  if (said === "" || isUnit(said)) return said;
  const lower = said.toLowerCase();
  const [of = "", each] = lower.split(/\s*\/\s*|(?:^|\s+)(?:per|an?|each|every)\s+/);
  const plain = each === undefined ? wordOf(of) : `${wordOf(of)}/${wordOf(each)}`;
  const unit = Object.hasOwn(rates, lower) ? (rates[lower] ?? "") : plain;
  return isUnit(unit) || isMonth(unit) ? unit : said;
}

function wordOf(word: string): string {
  const known = [word, word.replace(/s$/, "")].find((form) => Object.hasOwn(words, form));
  if (known !== undefined) return words[known] ?? word;
  return isUnit(word.replace(/s$/, "")) ? word.replace(/s$/, "") : word;
}

/** What gives the bare numbers of a column their unit: a word, or what another column says in the row. */
export type UnitSource = { readonly unit: string } | { readonly column: number };

/** A word in brackets is the unit; or it names the column that holds it. */
export function unitSource(word: string, headers: readonly string[]): UnitSource {
  const unit = unitOfWords(word);
  const column = headers.indexOf(word);
  return column < 0 || isUnit(unit) ? { unit } : { column };
}

/**
 * The cell of a quantity as the language writes it: `12 /w` for `12 per week`, and for `12` with that unit of
 * its column.
 */
export function quantityText(text: string, source: UnitSource | undefined, { cells }: Row): string {
  if (/^[-+]?\d[\d.]*(?:[eE][-+]?\d+)?$/.test(text)) {
    if (source === undefined) return text;
    const unit = "unit" in source ? source.unit : unitOfWords(cells[source.column]?.text ?? "");
    return unit === "" ? text : `${text} ${unit}`;
  }
  const own = splitQuantity(text)?.unit ?? "";
  const unit = unitOfWords(own);
  return unit === own ? text : `${text.slice(0, text.length - own.length).trimEnd()} ${unit}`;
}
