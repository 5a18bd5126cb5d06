import type { Dimension } from "#base/field";
import { dayMs } from "#base/time";

/** Units of time in milliseconds. No months: they have no length. `y` is 365 d. */
export const durationUnits: Readonly<Record<string, number>> = {
  ms: 1,
  s: 1000,
  min: 60_000,
  h: 3_600_000,
  d: dayMs,
  w: 604_800_000,
  y: 31_536_000_000,
};

/** The longest duration that may be written, 100,000 y in ms: added to any date it stays exact. */
export const durationMost: number = 100_000 * 31_536_000_000;

/** Units of length in metres. */
export const lengthUnits: Readonly<Record<string, number>> = { m: 1, km: 1000, nm: 1852 };

/** Units of speed in metres per second. */
export const speedUnits: Readonly<Record<string, number>> = { kn: 1852 / 3600, "km/h": 1 / 3.6, "m/s": 1 };

/** Units of money in US dollars. */
export const moneyUnits: Readonly<Record<string, number>> = { USD: 1, kUSD: 1000, MUSD: 1_000_000 };

/**
 * Units of amounts that every scenario knows: the unit that they are counted in, and how many of it they are.
 */
export const amountUnits: Readonly<Record<string, { readonly unit: string; readonly each: number }>> = {
  TEU: { unit: "TEU", each: 1 },
  t: { unit: "t", each: 1 },
  kt: { unit: "t", each: 1000 },
  m3: { unit: "m3", each: 1 },
  bbl: { unit: "bbl", each: 1 },
  Mbbl: { unit: "bbl", each: 1_000_000 },
};

/** A number with what follows it, as written: `12 kn` is 12 and `kn`; a bare number has the unit "". */
export interface Written {
  readonly number: number;
  readonly unit: string;
}

const written: RegExp = /^(?!0[xob])([-+]?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?)(?:\s*([^\s\d_.,].*))?$/;

/**
 * Splits a text into its number and its unit; undefined when it does not begin with a plain decimal number.
 */
export function splitQuantity(text: string): Written | undefined {
  const match = written.exec(text.trim());
  if (!match) return undefined;
  const number = Number(match[1]);
  return Number.isFinite(number) ? { number, unit: (match[2] ?? "").trim() } : undefined;
}

/** A value in the base unit of its dimension (see the table in `base/field`); `unit` tells amounts apart. */
export interface Quantity {
  readonly value: number;
  /** The unit that an amount is counted in (`t`, `TEU`, a counting unit); absent for other dimensions. */
  readonly unit?: string;
  /** True for a cost that runs daily. */
  readonly perDay?: boolean;
}

/**
 * Converts one written quantity to the base unit of `dimension`; undefined when its unit is none of that
 * dimension.
 */
export function convert(
  from: Written,
  dimension: Dimension,
  counting: ReadonlySet<string>,
): Quantity | undefined {
  const { number, unit } = from;
  switch (dimension) {
    case "duration":
      return scaled(number, own(durationUnits, unit), Math.round);
    case "distance":
      return scaled(number, own(lengthUnits, unit), Math.round);
    case "length":
      return scaled(number, own(lengthUnits, unit));
    case "speed":
      return scaled(number, own(speedUnits, unit));
    case "money":
      return scaled(number, own(moneyUnits, unit));
    case "amount":
      return amount(number, unit, counting);
    case "rate":
      return unit.startsWith("/") ? perDay({ value: number }, unit.slice(1)) : undefined;
    case "amount-rate": {
      const [of = "", time = ""] = halves(unit);
      return perDay(amount(number, of, counting), time);
    }
    case "cost": {
      const once = scaled(number, own(moneyUnits, unit));
      if (once) return once;
      const [of = "", time = ""] = halves(unit);
      const daily = perDay(scaled(number, own(moneyUnits, of)), time);
      return daily && { ...daily, perDay: true };
    }
    case "unit-value": {
      const [of = "", each = ""] = halves(unit);
      const price = scaled(number, own(moneyUnits, of));
      const one = amount(1, each, counting);
      return price && one && { value: price.value / one.value, unit: one.unit ?? each };
    }
    case "number":
      return unit === "" ? { value: number } : unit === "%" ? { value: number / 100 } : undefined;
    case "instant":
      return undefined;
  }
}

const dimensions: readonly Dimension[] = [
  "duration",
  "distance",
  "speed",
  "amount",
  "money",
  "rate",
  "amount-rate",
  "cost",
];

/** The dimension that a unit belongs to, for saying what is wrong with one of another dimension. */
export function dimensionOf(unit: string, counting: ReadonlySet<string>): Dimension | undefined {
  return dimensions.find((dimension) => convert({ number: 1, unit }, dimension, counting) !== undefined);
}

const units: Readonly<Record<Dimension, readonly string[]>> = {
  duration: Object.keys(durationUnits),
  distance: Object.keys(lengthUnits),
  length: Object.keys(lengthUnits),
  speed: Object.keys(speedUnits),
  money: Object.keys(moneyUnits),
  amount: Object.keys(amountUnits),
  rate: Object.keys(durationUnits).map((unit) => `/${unit}`),
  "amount-rate": ["t/d", "TEU/d", "bbl/d", "m3/d", "kt/d", "Mbbl/d"],
  cost: ["USD", "kUSD", "MUSD", "USD/d", "kUSD/d", "MUSD/d"],
  "unit-value": ["USD/t", "kUSD/t", "USD/TEU", "kUSD/TEU", "USD/bbl"],
  number: [],
  instant: [],
};

/** The units that a user may write for a dimension, the base ones for dimensions with free parts. */
export function unitsOf(dimension: Dimension): readonly string[] {
  return units[dimension];
}

/** True for the ways in which people write months, which have no length. */
export function isMonth(unit: string): boolean {
  return /^\/?\s*(mo|mon|mth|months?)$/i.test(unit);
}

/** What a table itself holds under a word: users may well write `constructor`. */
function own<T>(table: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(table, word) ? table[word] : undefined;
}

function scaled(
  number: number,
  each: number | undefined,
  round?: (value: number) => number,
): Quantity | undefined {
  if (each === undefined) return undefined;
  return { value: round ? round(number * each) : number * each };
}

function amount(number: number, unit: string, counting: ReadonlySet<string>): Quantity | undefined {
  const known = own(amountUnits, unit);
  if (known) return { value: number * known.each, unit: known.unit };
  return counting.has(unit) ? { value: number, unit } : undefined;
}

function perDay(of: Quantity | undefined, time: string): Quantity | undefined {
  const ms = own(durationUnits, time);
  if (!of || ms === undefined) return undefined;
  return { ...of, value: (of.value * dayMs) / ms };
}

function halves(unit: string): readonly string[] {
  const slash = unit.indexOf("/");
  return slash < 0 ? [unit] : [unit.slice(0, slash).trim(), unit.slice(slash + 1).trim()];
}
